// Gives groups and people that publish or claim the role label Source.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
SET node:Source
RETURN count(node) AS written
