// Claims follow their report: its publisher, and its place in the orders by publication.
UNWIND $rows AS row
MATCH (report:Entity:Report {id: row.id})-[:CONTAINS]->(claim:Claim)
SET claim.publisherId = report.publisherId,
    claim.byNewest = report.newest + claim.id,
    claim.byOldest = report.oldest + claim.id
RETURN count(claim) AS written
