// Gives entities the terms that their names are looked up by.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
SET node.nameTerms = row.terms
RETURN count(node) AS written
