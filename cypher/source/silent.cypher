// Sources that published anything between two days but said nothing about an event, in their own reports or in others': a page for each "event from until", by label.
// What has to be known of a report is asked of one for each source: a hub has thousands between two days.
UNWIND $keys AS key
WITH key, split(key, ' ') AS asked
CALL (asked) {
  MATCH (claim:Claim)
  WHERE claim.eventId = asked[0] AND known(claim) AND known(claim.eventId)
  WITH asked, collect(DISTINCT asKnown(claim.publisherId)) + collect(DISTINCT asKnown(claim.claimantId)) AS spoke
  MATCH (report:Report)
  WHERE report.byOldest >= asked[1] AND report.byOldest < asked[2]
  WITH DISTINCT asked, spoke, report.publisherId AS sourceId
  WHERE NOT sourceId IN spoke AND EXISTS {
    MATCH (one:Report)
    WHERE one.publisherId = sourceId AND one.byOldest >= asked[1] AND one.byOldest < asked[2] AND known(one) AND known(one.publisherId)
  }
  MATCH (node:Entity {id: sourceId})
  WHERE node.byLabel > $after AND known(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
