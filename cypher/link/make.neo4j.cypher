// Draws relationships that are not there yet, each of the type that its row says: a type of the model, never the client's own word.
// A row may say where it stands in the lists of its end (`place`).
UNWIND $rows AS row
MATCH (near:Entity {id: row.from})
MATCH (far:Entity {id: row.to})
CREATE (near)-[link:$(row.type)]->(far)
SET link = row.properties, link += coalesce(row.place, {})
RETURN count(link) AS written
