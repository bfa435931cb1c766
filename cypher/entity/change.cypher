// Changes properties of entities; null takes one away.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
SET node += row.properties
RETURN count(node) AS written
