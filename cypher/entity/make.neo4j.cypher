// Makes entities, each with the label that its row says; one that is there already is an error of the store.
UNWIND $rows AS row
CREATE (node:Entity:$(row.label))
SET node = row.properties
RETURN count(node) AS written
