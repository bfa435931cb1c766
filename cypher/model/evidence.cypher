// Claims that relationships rest on, by id, a page at a time.
MATCH (claim:Claim)-[:EVIDENCE_FOR]->(:Entity)
WHERE claim.id > $after
RETURN DISTINCT claim.id AS id
ORDER BY id
LIMIT $limit
