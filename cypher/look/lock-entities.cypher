// Locks all entities that a mutation may touch, in one order, so that two mutations wait for each other instead of crossing.
UNWIND $entities AS wanted
CALL (wanted) {
  MATCH (node:Entity)
  WHERE node.id IN wanted.ids
  RETURN node
  UNION
  MATCH (:Key {value: wanted.key})-[:IDENTIFIES]->(node:Entity)
  RETURN node
}
WITH DISTINCT node
ORDER BY node.id
SET node:Entity
RETURN count(node) AS locked
