// The event ucdp:event:261850 and fifteen others with 20 to 30 claims.
MATCH (known:Entity {id: $knownEvent})
CALL () {
  MATCH (claim:Claim)
  WITH claim.eventId AS id, count(*) AS claims
  WHERE claims >= 20 AND claims <= 30
  RETURN id
  ORDER BY id
  LIMIT 15
}
WITH known.id AS first, collect(id) AS others
UNWIND [first] + others AS id
RETURN DISTINCT id
