// Sixty-four reports.
MATCH (report:Report)
RETURN report.id AS id
ORDER BY id
LIMIT 64
