// Gives places what a boundary file adds to them.
UNWIND $rows AS row
MATCH (node:Entity:Place {id: row.id})
SET node += row.properties
RETURN count(node) AS written
