// Claims that name each entity, in whatever role: a page for each, in the order asked for.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Entity {id: key})<-[link:NAMES]-(named:Claim)
  WHERE drawn(link)
  WITH DISTINCT named AS node
  WHERE node.byLabel > $after AND matches(node) AND known(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
