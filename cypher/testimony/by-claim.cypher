// The statement that each claim belongs to: the claim, what it repeats up to eight steps back, and all that repeat those, each with what it is
// judged by. In no order.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[:REPEATS*0..8]->(earlier:Claim)
WITH DISTINCT key, earlier
MATCH (earlier)<-[:REPEATS*0..8]-(claim:Claim)
WITH DISTINCT key, claim
OPTIONAL MATCH (claim)-[:ABOUT]->(event:Event)
OPTIONAL MATCH (claim)<-[:CONTAINS]-(report:Report)
OPTIONAL MATCH (report)<-[:PUBLISHED]-(publisher:Entity)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(claimant:Entity)
RETURN key, columns(claim), columns(report), columns(publisher), columns(claimant),
  [(event)-[:INVOLVES]->(party:Entity) | party.id] AS parties,
  [(claim)-[named:NAMES]->(part:Entity) | {role: named.role, id: part.id, label: part.label}] AS names,
  [(claim)-[step:SUPERSEDES]->(old:Claim) | {id: old.id, basis: step.basis, at: step.at}] AS supersedes,
  [(claim)-[:REPEATS]->(root:Claim) | root.id] AS repeats,
  [(report)-[:CITES]->(cited:Entity) | cited.id] AS cites,
  EXISTS { MATCH (claim)<-[:REPEATS]-(relay:Claim) WHERE relay.id <> claim.id } AS isRepeated,
  EXISTS { MATCH (report)<-[:CITES]-(citing:Report) WHERE citing.id <> report.id } AS isCited
