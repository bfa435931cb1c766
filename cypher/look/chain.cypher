// Where a relationship that each entity has at most one of leads on: there is one way, so it is followed to its end.
UNWIND $chains AS start
MATCH (first:Entity {id: start.id})
WHERE start.type = 'LINK'
MATCH (first)-[:LINK*0..1000]->(here:Entity)-[:LINK]->(next:Entity)
RETURN DISTINCT 'step' AS kind, null AS key, here.id AS from, next.id AS to, 'LINK' AS type, {from: here.label, to: next.label} AS properties
