// What one publisher's reports claim of what happened in a place and all that lies within it, newest first.
// The publisher's claims are read in order until enough of them are about the place.
MATCH (claim:Claim)
WHERE claim.publisherId = $publisher AND claim.byNewest > ''
  AND EXISTS { MATCH (:Place {id: $place})<-[:WITHIN*0..8]-(:Place)<-[:OCCURRED_AT]-(event:Event) WHERE event.id = claim.eventId }
WITH claim
ORDER BY claim.publisherId, claim.byNewest
LIMIT 20
OPTIONAL MATCH (claimant:Entity {id: claim.claimantId})
OPTIONAL MATCH (report:Entity {id: claim.reportId})
OPTIONAL MATCH (event:Entity {id: claim.eventId})
WITH claim, claimant, report, event
ORDER BY claim.byNewest
RETURN collect([claim.id, claim.label, CASE WHEN claimant IS NULL THEN null ELSE [claimant.id, claimant.name] END,
  [report.id, report.title, report.publishedAt], CASE WHEN event IS NULL THEN null ELSE [event.id, event.title] END]) AS answer
