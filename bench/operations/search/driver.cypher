// Reports with two words in their headlines.
CALL db.index.fulltext.queryNodes('entity_text', $phrase) YIELD node
WHERE node:Report
WITH node AS report
ORDER BY report.byLabel
LIMIT 20
RETURN collect([report.id, report.title, report.publishedAt]) AS answer
