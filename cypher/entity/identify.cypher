// Gives entities further external keys; a key that stands for another entity already keeps standing for it.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
MERGE (key:Key {value: row.key})
ON CREATE SET key.entityId = row.id, node.keys = node.keys + [row.key]
WITH node, key, row
WHERE key.entityId = row.id
MERGE (key)-[:IDENTIFIES]->(node)
RETURN count(node) AS written
