// Events that each report says something about, each once: a page for each report, by label.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Entity {id: key})-[has:CONTAINS]->(claim:Claim)-[about:ABOUT]->(event:Event)
  WHERE drawn(has) AND known(claim) AND drawn(about)
  WITH DISTINCT event
  WHERE event.byLabel > $after AND known(event)
  RETURN event AS node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
