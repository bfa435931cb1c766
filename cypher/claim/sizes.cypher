// About how many claims each of some conditions leaves, so that the search can begin with the fewest: degrees, and for a place its events and mentions.
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN id,
       COUNT { (entity)<-[:ATTRIBUTED_TO]-() } AS claimant,
       COUNT { (entity)-[:PUBLISHED]->() } AS publisher,
       COUNT { (entity)<-[:NAMES]-() } AS naming,
       COUNT { (entity)<-[:WITHIN*0..8]-(:Place)<-[:OCCURRED_AT|NAMES]-() } AS within
