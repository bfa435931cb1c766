// Changes what relationships carry; null takes a property away.
UNWIND $rows AS row
MATCH (near:Entity {id: row.from})-[link]->(far:Entity {id: row.to})
WHERE type(link) = row.type AND link.disc = row.disc
SET link += row.properties
RETURN count(link) AS written
