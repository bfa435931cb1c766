// How much rests on each report or claim: the claims that a report contains, what these supersede, and the relationships that they are evidence for.
UNWIND $keys AS key
MATCH way = (:Entity {id: key})-[:CONTAINS*0..1]->(claim:Claim)
WHERE along(way)
OPTIONAL MATCH (claim)-[step:SUPERSEDES]->(old:Claim)
WHERE drawn(step) AND known(old)
OPTIONAL MATCH (claim)-[:EVIDENCE_FOR]->(near:Entity)-[link]->(far:Entity)
WHERE claim.id IN link.evidence AND NOT (type(link) = 'SUPERSEDES' AND near.id = claim.id) AND drawn(link) AND known(near) AND known(far)
WITH key, count(DISTINCT CASE WHEN claim.id <> key THEN claim END) AS claims, count(DISTINCT step) AS steps, count(DISTINCT link) AS links
RETURN key, claims + steps + links AS dependants
