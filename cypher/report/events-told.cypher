// The events that what some reports say is about, at most a hundred of each: whether they have others than those at hand.
UNWIND $ids AS id
CALL (id) {
  MATCH (claim:Claim)
  WHERE claim.reportId = id AND claim.eventId IS NOT NULL
  RETURN DISTINCT claim.eventId AS eventId
  LIMIT 100
}
RETURN id, eventId
