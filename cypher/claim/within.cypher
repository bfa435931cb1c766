// Claims about each place and all that lies within it: those that name such a place, and those about events that occurred there.
// A page for each, in the order asked for; the filter decides which of a claim's places count.
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH way = (:Entity {id: key})<-[:WITHIN*0..8]-(:Place)<-[:OCCURRED_AT]-(:Event)<-[:ABOUT]-(claim:Claim)
    WHERE along(way)
    RETURN claim
    UNION
    MATCH way = (:Entity {id: key})<-[:WITHIN*0..8]-(:Place)<-[:NAMES]-(claim:Claim)
    WHERE along(way)
    RETURN claim
  }
  WITH claim AS node
  WHERE node.byLabel > $after AND matches(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
