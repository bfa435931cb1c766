// The relationships of some entities among the types asked for, each with the far end's place in the order by label. In no order; no more than $most.
UNWIND $keys AS key
MATCH (near:Entity {id: key})-[link]-(node:Entity)
WHERE type(link) IN $types AND drawn(link) AND known(node)
RETURN key, node.id AS far, node.byLabel AS place, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link)
LIMIT $most
