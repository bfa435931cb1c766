// Twenty of a source's thousands of reports with what they claim, of which events, and where those occurred.
MATCH (source:Entity {id: $id})
CALL () {
  MATCH (report:Report)
  WHERE report.publisherId = $id AND report.byNewest > $position
  WITH report
  ORDER BY report.publisherId, report.byNewest
  LIMIT 20
  CALL (report) {
    MATCH (claim:Claim)
    WHERE claim.reportId = report.id
    WITH claim
    ORDER BY claim.byNewest
    LIMIT 10
    OPTIONAL MATCH (event:Entity {id: claim.eventId})
    CALL (event) {
      MATCH (event)-[:OCCURRED_AT]->(place:Place)
      WITH place
      ORDER BY place.byLabel
      LIMIT 3
      RETURN collect([place.id, place.name]) AS places
    }
    WITH claim, event, places
    ORDER BY claim.byNewest
    RETURN collect([claim.id, claim.label, CASE WHEN event IS NULL THEN null ELSE [event.id, event.title, places] END]) AS claims
  }
  WITH report, claims
  ORDER BY report.byNewest
  RETURN collect([report.id, report.title, report.publishedAt, claims]) AS reports
}
RETURN [source.id, source.name, reports] AS answer
