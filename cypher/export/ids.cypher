// The ids of entities of one type, a page at a time: how the whole graph is read out. They lie between $after and $end, since one index has every type's.
MATCH (node:Entity:LABEL)
WHERE node.id > $after AND node.id < $end AND known(node)
RETURN node.id AS id
ORDER BY id
LIMIT $limit
