// Keeps with relationships their place in the lists of the entity they lead to: that entity's id, and the sort keys of where they begin.
// Claims are listed by label alone in such lists: their dates follow their report.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})-[link:LINKS]->(far:Entity)
SET link.endId = far.id,
  link.byLabel = node.byLabel + link.disc,
  link.byNewest = CASE WHEN node:Claim THEN null ELSE node.byNewest + link.disc END,
  link.byOldest = CASE WHEN node:Claim THEN null ELSE node.byOldest + link.disc END
RETURN count(link) AS written
