// The relationships that begin at each entity, among the types asked for: a page for each, by type, then where they lead, then what tells them apart.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Entity {id: key})-[link]->(to:Entity)
  WHERE type(link) IN $types AND type(link) + ' ' + to.id + ' ' + link.disc > $after
    AND drawn(link) AND known(to)
  RETURN link, to, type(link) + ' ' + to.id + ' ' + link.disc AS cursor
  ORDER BY cursor
  LIMIT $limit
}
RETURN key, cursor, type(link) AS type, to.id AS toId, columns(link)
