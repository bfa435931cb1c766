// Entities of one type by id; a missing id has no row.
UNWIND $keys AS key
MATCH (node:Entity:LABEL {id: key})
WHERE known(node)
RETURN key, columns(node)
