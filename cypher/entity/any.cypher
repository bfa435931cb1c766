// One entity, whichever comes first: whether there is any.
MATCH (node:Entity)
RETURN node.id AS id
LIMIT 1
