// What each claim's report rests on, up to seven citations deep: who cites whom, and whose word the cited report gives for the same event.
UNWIND $keys AS key
MATCH (said:Entity {id: key})<-[:CONTAINS]-(:Report)-[:CITES*0..6]->(citing:Report)-[:CITES]->(cited:Entity)
WITH DISTINCT key, said, citing, cited
OPTIONAL MATCH (cited)<-[:PUBLISHED]-(publisher:Entity)
RETURN key, citing.id AS citingId, cited:Report AS isReport, columns(cited), columns(publisher),
  [(cited)-[:CONTAINS]->(other:Claim)-[:ATTRIBUTED_TO]->(claimant:Entity) WHERE other.eventId = said.eventId
    | {id: claimant.id, label: claimant.label, independenceGroup: claimant.independenceGroup}] AS claimants,
  [(cited)-[:CONTAINS]->(other:Claim) WHERE other.eventId = said.eventId AND other.claimantId IS NULL | other.id] AS unattributed
