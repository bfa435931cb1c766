// Every relationship of each entity among the types asked for: a page for each, by type, then the far end's label, then id.
UNWIND $keys AS key
CALL (key) {
  MATCH (near:Entity {id: key})-[link]-(node:Entity)
  WHERE type(link) IN $types
    AND ($direction = 'BOTH' OR ($direction = 'OUT' AND startNode(link) = near) OR ($direction = 'IN' AND endNode(link) = near))
    AND ($after = '' OR type(link) + ' ' + node.byLabel + link.disc > $after)
    AND drawn(link) AND known(node)
  RETURN node, link, type(link) + ' ' + node.byLabel + link.disc AS cursor
  ORDER BY cursor
  LIMIT $limit
}
RETURN key, cursor, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link), columns(node)
