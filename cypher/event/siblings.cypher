// Events that were split from the same reports as each event, with its days and dyad: a page for each event, by label.
UNWIND $keys AS key
CALL (key) {
  MATCH (one:Entity:Event {id: key})-[own:SPLIT_FROM]->(report:Report)<-[split:SPLIT_FROM]-(event:Event)
  WHERE drawn(own) AND known(report) AND drawn(split)
  WITH DISTINCT one, event
  WHERE event.id <> one.id AND event.from = one.from AND event.to = one.to AND event.dyadId = one.dyadId AND event.byLabel > $after AND known(event)
  RETURN event AS node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
