// Events that were split from the same reports as each event, with its days and dyad: a page for each event, by label.
UNWIND $keys AS key
CALL (key) {
  MATCH (one:Entity:Event {id: key})-[:SPLIT_FROM]->(:Report)<-[:SPLIT_FROM]-(event:Event)
  WHERE event.id <> one.id AND event.from = one.from AND event.to = one.to AND event.dyadId = one.dyadId
  WITH DISTINCT event
  WHERE event.byLabel > $after
  RETURN event AS node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
