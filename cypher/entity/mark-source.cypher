// Gives groups and people that publish or claim the role label Source.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
SET node:Source
RETURN count(node) AS written
