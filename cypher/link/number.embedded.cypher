// How many relationships each entity has among the types asked for.
UNWIND $keys AS key
CALL (key) {
  MATCH (near:Entity {id: key})-[link]-(node:Entity)
  WHERE type(link) IN $types
    AND ($direction = 'BOTH' OR ($direction = 'OUT' AND startNode(link) = near) OR ($direction = 'IN' AND endNode(link) = near))
    AND drawn(link) AND known(node)
  RETURN count(*) AS total
}
RETURN key, total
