// Every relationship of an entity.
UNWIND $every AS id
MATCH (:Entity {id: id})-[link]-(:Entity)
RETURN 'link' AS kind, null AS key, startNode(link).id AS from, endNode(link).id AS to, type(link) AS type, properties(link) AS properties
