// Makes entities of one type; one that is there already is an error of the store.
UNWIND $rows AS row
CREATE (node:Entity:LABEL {id: row.id})
SET node += row.properties
RETURN count(node) AS written
