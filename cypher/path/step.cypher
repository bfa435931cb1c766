// One step from each of some entities: every relationship among the types asked for, with the entity at its far end. At most $most of them.
UNWIND $keys AS key
MATCH (near:Entity {id: key})-[link]-(far:Entity)
WHERE type(link) IN $types
RETURN key AS nearId, far.id AS farId, far.byLabel AS farByLabel, type(link) AS type, link.disc AS disc, startNode(link).id = key AS isOut
LIMIT $most
