// What each claim's report rests on, up to seven citations deep: who cites whom, whether that cites on, and what the cited report says of the same
// event: all its claims, those that stand, those that repeat another, and whose word the others are.
UNWIND $keys AS key
MATCH way = (said:Entity {id: key})<-[:CONTAINS]-(:Report)-[:CITES*0..6]->(citing:Report)-[:CITES]->(cited:Entity)
WHERE along(way)
WITH DISTINCT key, said, citing, cited
OPTIONAL MATCH (cited)<-[by:PUBLISHED]-(publisher:Entity)
WHERE drawn(by) AND known(publisher)
RETURN key, citing.id AS citingId, cited:Report AS isReport, asKnown(cited.retractedAt) AS retractedAt, columns(cited), columns(publisher),
  EXISTS { MATCH (cited)-[on:CITES]->(further:Entity) WHERE further.id <> cited.id AND drawn(on) AND known(further) } AS citesOn,
  [(cited)-[has:CONTAINS]->(told:Claim)
    WHERE told.eventId = said.eventId AND known(told) AND known(told.eventId) AND drawn(has) | told.id] AS claims,
  [(cited)-[has:CONTAINS]->(told:Claim)
    WHERE told.eventId = said.eventId AND known(told) AND known(told.eventId) AND asKnown(told.retractedAt) IS NULL AND drawn(has) | told.id] AS standing,
  [(cited)-[has:CONTAINS]->(told:Claim)-[relays:REPEATS]->(root:Claim)
    WHERE told.eventId = said.eventId AND known(told) AND known(told.eventId) AND drawn(has) AND drawn(relays) AND known(root) | told.id] AS relays,
  [(cited)-[has:CONTAINS]->(told:Claim)-[word:ATTRIBUTED_TO]->(claimant:Entity)
    WHERE told.eventId = said.eventId AND known(told) AND known(told.eventId) AND drawn(has) AND drawn(word) AND known(claimant)
    | {claim: told.id, id: claimant.id, label: claimant.label, independenceGroup: claimant.independenceGroup}] AS claimants
