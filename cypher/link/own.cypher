// Keeps with an entity the id of the one that owns it, as the relationship between them says.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
SET node.OWNER = row.owner
RETURN count(node) AS written
