// Entities that keep their owner's id (reports their publisher's, claims their report's): a page for each owner, in the order asked for.
// Ordered by owner and order together, so that a page of a hub's thousands is read off one composite index.
UNWIND $keys AS key
CALL (key) {
  MATCH (node:LABEL)
  WHERE node.OWNER = key AND node.byLabel > $after AND matches(node) AND known(node) AND known(node.OWNER)
  RETURN node
  ORDER BY node.OWNER, node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
