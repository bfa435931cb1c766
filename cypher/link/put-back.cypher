// Draws relationships of one type where they are not drawn yet, found from their end: their beginning is a hub.
UNWIND $rows AS row
MATCH (near:Entity {id: row.to})
MATCH (far:Entity {id: row.from})
MERGE (near)<-[link:LINK {disc: row.disc}]-(far)
ON CREATE SET link += row.properties
RETURN count(link) AS written
