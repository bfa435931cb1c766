// Where relationships that an entity may have several of lead on, twelve steps and one more.
// Three steps at a time: ways that meet again are followed as one from there, since they multiply otherwise.
UNWIND $chains AS start
MATCH (first:Entity {id: start.id})
WHERE start.type = 'LINK'
MATCH (first)-[:LINK*0..3]->(third:Entity)
WITH DISTINCT third
MATCH (third)-[:LINK*0..3]->(sixth:Entity)
WITH DISTINCT sixth
MATCH (sixth)-[:LINK*0..3]->(ninth:Entity)
WITH DISTINCT ninth
MATCH (ninth)-[:LINK*0..3]->(here:Entity)
WITH DISTINCT here
MATCH (here)-[:LINK]->(next:Entity)
RETURN DISTINCT 'step' AS kind, null AS key, here.id AS from, next.id AS to, 'LINK' AS type, {from: here.label, to: next.label} AS properties
