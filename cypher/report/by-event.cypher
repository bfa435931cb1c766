// Reports that say something about each event, each once: a page for each event, in the order asked for.
UNWIND $keys AS key
CALL (key) {
  MATCH (claim:Claim)
  WHERE claim.eventId = key AND known(claim) AND known(claim.eventId)
  MATCH (report:Report)-[has:CONTAINS]->(claim)
  WHERE drawn(has)
  WITH DISTINCT report
  WHERE report.byLabel > $after AND known(report)
  RETURN report AS node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
