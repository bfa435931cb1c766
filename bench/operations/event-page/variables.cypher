// The event ucdp:event:261850, with its 26 claims, and the fifteen others of the table that the most is claimed about.
MATCH (known:Entity {id: $knownEvent})
CALL () {
  MATCH (claim:Claim)
  WITH claim.eventId AS id, count(*) AS claims
  MATCH (event:Entity {id: id})
  WHERE any(key IN event.keys WHERE key STARTS WITH 'ucdp:')
  RETURN id
  ORDER BY claims DESC, id
  LIMIT 16
}
WITH known.id AS first, collect(id) AS most
UNWIND [first] + [id IN most WHERE id <> first] AS id
RETURN id
LIMIT 16
