// Claims that keep something of the question themselves, such as their claimant's id: a page in the order asked for, up to $until.
// Ordered by that and the order together, so that a page of a hub's thousands is read off one composite index.
UNWIND $keys AS key
CALL (key) {
  MATCH (node:Claim)
  WHERE node.OWN = key AND node.byLabel > $after AND node.byLabel < $until AND matches(node) AND known(node) AND known(node.OWN)
  RETURN node
  ORDER BY node.OWN, node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
