// Events that occurred at each place or at one that lies within it: a page for each place, in the order asked for.
UNWIND $keys AS key
CALL (key) {
  MATCH way = (:Entity {id: key})<-[:WITHIN*0..12]-(place:Place)
  WHERE along(way)
  WITH DISTINCT place
  MATCH (place)<-[at:OCCURRED_AT]-(node)
  WHERE drawn(at)
  WITH DISTINCT node
  WHERE node.byLabel > $after AND matches(node) AND known(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
