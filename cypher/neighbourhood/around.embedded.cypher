// The relationships of each entity: of each type and direction the first few by the far end's label, and how many there are.
UNWIND $keys AS key
CALL (key) {
  MATCH (near:Entity {id: key})-[link:LINKS]-(node:Entity)
  WHERE type(link) IN $types AND drawn(link) AND known(node)
  WITH type(link) AS type, startNode(link) = near AS isOut, link, node
  ORDER BY node.byLabel, link.disc
  WITH type, isOut, collect(link) AS links, count(*) AS total
  RETURN links[0..$perNode] AS shown, total
}
UNWIND shown AS link
RETURN key, total, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link)
