// Draws relationships that are not there yet, each of the type that its row says: a type of the model, never the client's own word.
UNWIND $rows AS row
MATCH (near:Entity {id: row.from})
MATCH (far:Entity {id: row.to})
CREATE (near)-[link:$(row.type)]->(far)
SET link = row.properties
RETURN count(link) AS written
