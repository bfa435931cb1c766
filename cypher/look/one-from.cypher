// The relationships of which an entity may begin only one.
UNWIND $single AS id
MATCH (:Entity {id: id})-[link:LINKS]->(:Entity)
RETURN 'link' AS kind, null AS key, startNode(link).id AS from, endNode(link).id AS to, type(link) AS type, properties(link) AS properties
