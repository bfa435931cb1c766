// All entities of one type, in the order asked for, a page at a time.
UNWIND $keys AS key
CALL (key) {
  MATCH (node:LABEL)
  WHERE node.byLabel > $after AND matches(node) AND known(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
