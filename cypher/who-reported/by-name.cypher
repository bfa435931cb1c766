// Claims that name somebody or somewhere, in whichever role: a page in the order asked for, up to $until.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Entity {id: key})<-[link:NAMES]-(node:Claim)
  WHERE drawn(link)
  WITH DISTINCT node
  WHERE node.byLabel > $after AND node.byLabel < $until AND matches(node) AND known(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
