// Entities by the ids that a name may stand for, or by a further key: all that is kept of them, or only what is needed to know that they are there.
UNWIND $entities AS wanted
CALL (wanted) {
  MATCH (node:Entity)
  WHERE node.id IN wanted.ids
  RETURN node
  UNION
  MATCH (:Key {value: wanted.key})-[:IDENTIFIES]->(node:Entity)
  RETURN node
}
RETURN 'entity' AS kind, wanted.name AS key, node.id AS from, node.id AS to, null AS type,
  CASE WHEN wanted.whole THEN properties(node) ELSE {label: node.label, retractedAt: node.retractedAt} END AS properties
