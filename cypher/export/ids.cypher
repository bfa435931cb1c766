// The ids of entities of one type, a page at a time: how what begins at them is read out.
MATCH (node:Entity:LABEL)
WHERE node.id > $after AND known(node)
RETURN node.id AS id
ORDER BY id
LIMIT $limit
