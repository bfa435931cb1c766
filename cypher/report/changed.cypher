// Of some reports those that were set right since they were recorded.
UNWIND $ids AS id
MATCH (report:Entity:Report {id: id})
WHERE report.updatedAt <> report.recordedAt
RETURN report.id AS id, report.title AS title, report.publishedAtRaw AS date
