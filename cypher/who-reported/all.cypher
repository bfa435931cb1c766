// All claims, in the order asked for, up to $until: where nothing that is asked for names a better place to begin. A page at a time.
UNWIND $keys AS key
CALL (key) {
  MATCH (node:Claim)
  WHERE node.byLabel > $after AND node.byLabel < $until AND matches(node) AND known(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
