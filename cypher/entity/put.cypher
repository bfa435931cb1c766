// Puts entities of one type: makes those that are not there, and leaves those that are as they are.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node:LABEL, node += row.properties
RETURN count(node) AS written
