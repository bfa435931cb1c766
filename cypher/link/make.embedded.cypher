// Draws relationships that are not there yet; this engine wants their type written out, so the text is repeated for each.
UNWIND $rows AS row
WITH row
WHERE row.type = 'LINK'
MATCH (near:Entity {id: row.from})
MATCH (far:Entity {id: row.to})
CREATE (near)-[link:LINK]->(far)
SET link += row.properties
RETURN count(link) AS written
