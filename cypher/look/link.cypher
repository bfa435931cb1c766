// Relationships of one type between two entities, told apart by role and evidence.
UNWIND $links AS wanted
MATCH (:Entity {id: wanted.near})-[link]-(:Entity {id: wanted.far})
WHERE type(link) = wanted.type AND link.disc = wanted.disc
RETURN 'link' AS kind, null AS key, startNode(link).id AS from, endNode(link).id AS to, type(link) AS type, properties(link) AS properties
