// Pages 500 to 507 of SOHR's reports: each as the place in the order that it begins behind, and as the number of reports before it.
MATCH (report:Report)
WHERE report.publisherId = $knownSource
WITH report.byNewest AS position
ORDER BY position
WITH [''] + collect(position) AS positions
UNWIND range(499, 506) AS page
RETURN $knownSource AS id, positions[page * 20] AS position, page * 20 AS offset
