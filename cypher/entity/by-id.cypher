// Entities of one type by id; a missing id has no row.
UNWIND $keys AS key
MATCH (node:Entity:LABEL {id: key})
RETURN key, columns(node)
