// Removes entities that nothing is joined to any more.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
DELETE node
RETURN count(row) AS written
