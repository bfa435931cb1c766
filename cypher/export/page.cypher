// Entities of one type by id, a page at a time: how the whole graph is read out.
MATCH (node:Entity:LABEL)
WHERE node.id > $after AND known(node)
RETURN columns(node)
ORDER BY node_id
LIMIT $limit
