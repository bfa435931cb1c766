// Claims that an import said to be about an event are about none in particular from now on; what a curator said stays.
UNWIND $rows AS row
MATCH (claim:Entity:Claim {id: row.id})-[about:ABOUT]->(:Event)
WHERE about.recordedBy = row.by
DELETE about
SET claim.eventId = null
RETURN count(claim) AS written
