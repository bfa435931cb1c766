// What a relationship that there is at most one of leads to against its direction: the one that stands, else the last of those that were taken back.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Entity {id: key})<-[link:LINK]-(node:LABEL)
  WHERE node.byLabel + link.disc > $after
    AND ($roles IS NULL OR link.role IN $roles)
    AND ($labels IS NULL OR any(label IN labels(node) WHERE label IN $labels))
    AND drawn(link) AND known(node)
  RETURN node, link, node.byLabel + link.disc AS cursor
  ORDER BY CASE WHEN asKnown(link.retractedAt) IS NULL THEN 0 ELSE 1 END, coalesce(link.recordedAt, '') DESC, cursor
  LIMIT $limit
}
RETURN key, cursor, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link), columns(node)
