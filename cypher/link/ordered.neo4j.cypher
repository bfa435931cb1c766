// What one relationship leads to against its direction, where that may be thousands: each relationship keeps its place in the list of its end,
// so a page is a range of an index.
UNWIND $keys AS key
CALL (key) {
  MATCH (node:LABEL)-[link:LINK]->(:Entity)
  USING INDEX SEEK link:LINK(endId, byLabel)
  WHERE link.endId = key AND link.byLabel > $after
    AND ($roles IS NULL OR link.role IN $roles)
    AND ($labels IS NULL OR any(label IN labels(node) WHERE label IN $labels))
    AND drawn(link) AND known(node)
  RETURN node, link, link.byLabel AS cursor
  ORDER BY link.endId, link.byLabel
  LIMIT $limit
}
RETURN key, cursor, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link), columns(node)
