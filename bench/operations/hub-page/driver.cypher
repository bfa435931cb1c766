// Twenty of a source's thousands of reports, newest first.
MATCH (source:Entity {id: $id})
CALL () {
  MATCH (report:Report)
  WHERE report.publisherId = $id AND report.byNewest > $position
  WITH report
  ORDER BY report.publisherId, report.byNewest
  LIMIT 20
  RETURN collect([report.id, report.title, report.publishedAt]) AS reports
}
RETURN [source.id, source.name, reports] AS answer
