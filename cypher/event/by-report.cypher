// Events that each report says something about, each once: a page for each report, by label.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Entity {id: key})-[:CONTAINS]->(:Claim)-[:ABOUT]->(event:Event)
  WITH DISTINCT event
  WHERE event.byLabel > $after
  RETURN event AS node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
