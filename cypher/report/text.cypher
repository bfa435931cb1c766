// The text of each report; null where it is not kept.
UNWIND $keys AS key
MATCH (report:Entity:Report {id: key})
WHERE known(report)
RETURN key, columns(report)
