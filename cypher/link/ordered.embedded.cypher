// What one relationship leads to against its direction, where that may be thousands; this engine has no ordered index, and reads them all.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Entity {id: key})<-[link:LINK]-(node:LABEL)
  WHERE node.byLabel + link.disc > $after
    AND ($roles IS NULL OR link.role IN $roles)
    AND ($labels IS NULL OR any(label IN labels(node) WHERE label IN $labels))
    AND drawn(link) AND known(node)
  RETURN node, link, node.byLabel + link.disc AS cursor
  ORDER BY cursor
  LIMIT $limit
}
RETURN key, cursor, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link), columns(node)
