// An event with its claims, their reports and publishers, its places and its groups.
MATCH (event:Entity:Event {id: $id})
CALL (event) {
  MATCH (claim:Claim)
  WHERE claim.eventId = event.id
  WITH claim
  ORDER BY claim.byNewest
  LIMIT 100
  OPTIONAL MATCH (claimant:Entity {id: claim.claimantId})
  OPTIONAL MATCH (report:Entity {id: claim.reportId})
  OPTIONAL MATCH (publisher:Entity {id: report.publisherId})
  WITH claim, claimant, report, publisher
  ORDER BY claim.byNewest
  RETURN collect([
    claim.id, claim.label, claim.claimType,
    CASE WHEN claimant IS NULL THEN null ELSE [claimant.id, claimant.name] END,
    CASE WHEN report IS NULL THEN null ELSE [report.id, report.title, report.publishedAt,
      CASE WHEN publisher IS NULL THEN null ELSE [publisher.id, publisher.name] END] END
  ]) AS claims
}
CALL (event) {
  MATCH (event)-[link:OCCURRED_AT]->(place:Place)
  WITH link, place
  ORDER BY place.byLabel
  LIMIT 20
  RETURN collect([place.id, place.name, place.kind, link.precisionCode]) AS places
}
CALL (event) {
  MATCH (event)-[link:INVOLVES]->(group:Group)
  WITH link, group
  ORDER BY group.byLabel
  LIMIT 20
  RETURN collect([group.id, group.label, link.role]) AS groups
}
RETURN [event.id, event.title, event.from, claims, places, groups] AS answer
