// Draws relationships of one type that are not there yet.
UNWIND $rows AS row
MATCH (near:Entity {id: row.from})
MATCH (far:Entity {id: row.to})
CREATE (near)-[link:LINK]->(far)
SET link += row.properties
RETURN count(link) AS written
