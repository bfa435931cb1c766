// All claims about each event, each with what it is judged by: who says it, who printed it and when, which part of the event it counts,
// what it repeats and replaces, and who takes part in the event. In no order; one event's claims more than $most at once are refused by the caller.
UNWIND $keys AS key
MATCH (event:Entity {id: key})
WITH key, [(event)-[:INVOLVES]->(party:Entity) | party.id] AS parties
CALL (key) {
  MATCH (claim:Claim)
  WHERE claim.eventId = key
  RETURN claim
  LIMIT $most
}
OPTIONAL MATCH (claim)<-[:CONTAINS]-(report:Report)
OPTIONAL MATCH (report)<-[:PUBLISHED]-(publisher:Entity)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(claimant:Entity)
RETURN key, columns(claim), columns(report), columns(publisher), columns(claimant), parties,
  [(claim)-[named:NAMES]->(part:Entity) | {role: named.role, id: part.id, label: part.label}] AS names,
  [(claim)-[step:SUPERSEDES]->(old:Claim) | {id: old.id, basis: step.basis, at: step.at}] AS supersedes,
  [(claim)-[:REPEATS]->(root:Claim) | root.id] AS repeats,
  [(report)-[:CITES]->(cited:Entity) | cited.id] AS cites,
  EXISTS { MATCH (claim)<-[:REPEATS]-(relay:Claim) WHERE relay.id <> claim.id } AS isRepeated,
  EXISTS { MATCH (report)<-[:CITES]-(citing:Report) WHERE citing.id <> report.id } AS isCited
