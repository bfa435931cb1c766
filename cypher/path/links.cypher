// Relationships by their ends, type and what tells them apart, with what they carry.
UNWIND $rows AS row
MATCH (near:Entity {id: row.fromId})-[link]->(far:Entity {id: row.toId})
WHERE type(link) = row.type AND link.disc = row.disc
RETURN type(link) AS type, row.fromId AS fromId, row.toId AS toId, columns(link)
