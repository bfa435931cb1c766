// One report by its id.
MATCH (report:Entity:Report {id: $id})
RETURN [report.id, report.label, report.title, report.publishedAt] AS answer
