// Draws relationships of one type where they are not drawn yet, beginning at the end that has the fewer of them.
UNWIND $rows AS row
MATCH (near:Entity {id: row.from})
MATCH (far:Entity {id: row.to})
MERGE (near)-[link:LINK {disc: row.disc}]->(far)
ON CREATE SET link += row.properties
RETURN count(link) AS written
