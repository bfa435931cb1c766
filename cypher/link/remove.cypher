// Removes relationships.
UNWIND $rows AS row
MATCH (near:Entity {id: row.from})-[link]->(far:Entity {id: row.to})
WHERE type(link) = row.type AND link.disc = row.disc
DELETE link
RETURN count(row) AS written
