// What one publisher's reports claim of what happened in a place and all that lies within it, newest first.
// The publisher's claims are read in order until enough of them are about the place.
MATCH (:Entity {id: $place})<-[:WITHIN*0..8]-(within:Place)
WITH collect(DISTINCT within) AS places
MATCH (claim:Claim)
WHERE claim.publisherId = $publisher AND claim.byNewest > ''
WITH claim, places
ORDER BY claim.publisherId, claim.byNewest
MATCH (claim)-[:ABOUT]->(event:Event)
WHERE EXISTS { MATCH (event)-[:OCCURRED_AT]->(place:Place) WHERE place IN places }
WITH claim, event
ORDER BY claim.publisherId, claim.byNewest
LIMIT 20
OPTIONAL MATCH (claimant:Entity {id: claim.claimantId})
OPTIONAL MATCH (report:Entity {id: claim.reportId})
WITH claim, claimant, report, event
ORDER BY claim.byNewest
RETURN collect([claim.id, claim.label, CASE WHEN claimant IS NULL THEN null ELSE [claimant.id, claimant.name] END,
  [report.id, report.title, report.publishedAt], [event.id, event.title]]) AS answer
