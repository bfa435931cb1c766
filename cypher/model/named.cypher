// Whatever has a name of its own, by id: a page after $after.
MATCH (node:Entity)
WHERE node.id > $after AND (node:Group OR node:Community OR node:Place OR node:Person)
RETURN columns(node)
ORDER BY node_id
LIMIT $limit
