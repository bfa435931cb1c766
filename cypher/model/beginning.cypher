// Entities that relationships of some types begin at, by id: a page after $after.
MATCH (node:Entity)
WHERE node.id > $after AND EXISTS { MATCH (node)-[:LINKS]->(:Entity) }
RETURN node.id AS id
ORDER BY id
LIMIT $limit
