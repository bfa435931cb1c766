// Makes entities; one that is there already is an error of the store. This engine wants their label written out, so the text is repeated for each.
UNWIND $rows AS row
WITH row
WHERE row.label = 'LABEL'
CREATE (node:Entity:LABEL {id: row.id})
SET node += row.properties
RETURN count(node) AS written
