// Reports that say something about each event, each once: a page for each event, in the order asked for.
UNWIND $keys AS key
CALL (key) {
  MATCH (claim:Claim)
  WHERE claim.eventId = key
  MATCH (report:Report)-[:CONTAINS]->(claim)
  WITH DISTINCT report
  WHERE report.byLabel > $after
  RETURN report AS node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
