// Dates relationships by their evidence: each is known from when the first of the claims that it rests on is.
// A row names one of these claims, or the report that contains them.
UNWIND $rows AS row
MATCH (:Entity {id: row.id})-[:CONTAINS*0..1]->(claim:Claim)-[:EVIDENCE_FOR]->(near:Entity)-[link]->(:Entity)
WHERE claim.id IN link.evidence
WITH DISTINCT link
MATCH (proof:Entity)
WHERE proof.id IN link.evidence
WITH link, min(CASE WHEN proof.byOldest < '~' THEN substring(proof.byOldest, 0, 24) ELSE proof.recordedAt END) AS knownFrom
SET link.knownFrom = knownFrom
RETURN count(link) AS written
