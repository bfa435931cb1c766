// A place, what happened there, who says so, in which report, and who published it.
MATCH (place:Entity:Place {id: $id})
CALL (place) {
  MATCH (event:Event)-[at:OCCURRED_AT]->(:Entity)
  WHERE at.endId = place.id AND at.byLabel > ''
  WITH at, event
  ORDER BY at.endId, at.byLabel
  LIMIT 10
  CALL (event) {
    MATCH (claim:Claim)
    WHERE claim.eventId = event.id
    WITH claim
    ORDER BY claim.byNewest
    LIMIT 10
    OPTIONAL MATCH (report:Entity {id: claim.reportId})
    OPTIONAL MATCH (publisher:Entity {id: report.publisherId})
    WITH claim, report, publisher
    ORDER BY claim.byNewest
    RETURN collect([claim.id, claim.label, CASE WHEN report IS NULL THEN null ELSE [report.id, report.title,
      CASE WHEN publisher IS NULL THEN null ELSE [publisher.id, publisher.name] END] END]) AS claims
  }
  WITH event, claims
  ORDER BY event.byLabel
  RETURN collect([event.id, event.title, claims]) AS events
}
RETURN [place.id, place.name, events] AS answer
