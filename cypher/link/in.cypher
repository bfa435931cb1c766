// What one relationship leads to against its direction: a page for each entity, by the far end's label, with what the relationship carries.
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
