// All that a mutation has to know before it writes, one row for each thing found; what it may touch is locked first, in one order.
CALL () {
  UNWIND $locks AS id
  MERGE (lock:Store {id: id})
  SET lock:Store
  RETURN count(lock) AS locks
}
CALL () {
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
}
CALL () {
  UNWIND $requests AS key
  MATCH (request:Request {key: key})
  RETURN 'request' AS kind, request.input AS key, null AS from, null AS to, request.at AS type, {answer: request.answer} AS properties
  UNION ALL
  UNWIND $entities AS wanted
  MATCH (node:Entity)
  WHERE node.id IN wanted.ids
  RETURN 'entity' AS kind, wanted.name AS key, node.id AS from, node.id AS to, null AS type, CASE WHEN wanted.whole THEN properties(node) ELSE {label: node.label, status: node.status} END AS properties
  UNION ALL
  UNWIND $entities AS wanted
  MATCH (:Key {value: wanted.key})-[:IDENTIFIES]->(node:Entity)
  RETURN 'entity' AS kind, wanted.name AS key, node.id AS from, node.id AS to, null AS type, CASE WHEN wanted.whole THEN properties(node) ELSE {label: node.label, status: node.status} END AS properties
  UNION ALL
  UNWIND $links AS wanted
  MATCH (:Entity {id: wanted.near})-[link]-(:Entity {id: wanted.far})
  WHERE type(link) = wanted.type AND link.disc = wanted.disc
  RETURN 'link' AS kind, null AS key, startNode(link).id AS from, endNode(link).id AS to, type(link) AS type, properties(link) AS properties
  UNION ALL
  UNWIND $single AS id
  MATCH (:Entity {id: id})-[link:ATTRIBUTED_TO|ABOUT|SUPERSEDES|REPEATS|PART_OF_TOTAL|ASSESSES|BY|PART_OF]->(:Entity)
  RETURN 'link' AS kind, null AS key, startNode(link).id AS from, endNode(link).id AS to, type(link) AS type, properties(link) AS properties
  UNION ALL
  UNWIND $single AS id
  MATCH (:Entity {id: id})<-[link:PUBLISHED|CONTAINS|SUPERSEDES]-(:Entity)
  RETURN 'link' AS kind, null AS key, startNode(link).id AS from, endNode(link).id AS to, type(link) AS type, properties(link) AS properties
  UNION ALL
  UNWIND $every AS id
  MATCH (:Entity {id: id})-[link]-(:Entity)
  RETURN 'link' AS kind, null AS key, startNode(link).id AS from, endNode(link).id AS to, type(link) AS type, properties(link) AS properties
  UNION ALL
  UNWIND $chains AS start
  MATCH (first:Entity {id: start.id})
  WHERE start.type = 'PART_OF'
  MATCH (first)-[:PART_OF*0..1000]->(here:Entity)-[:PART_OF]->(next:Entity)
  RETURN DISTINCT 'step' AS kind, null AS key, here.id AS from, next.id AS to, 'PART_OF' AS type, {from: here.label, to: next.label} AS properties
  UNION ALL
  UNWIND $chains AS start
  MATCH (first:Entity {id: start.id})
  WHERE start.type = 'SUPERSEDES'
  MATCH (first)-[:SUPERSEDES*0..1000]->(here:Entity)-[:SUPERSEDES]->(next:Entity)
  RETURN DISTINCT 'step' AS kind, null AS key, here.id AS from, next.id AS to, 'SUPERSEDES' AS type, {from: here.label, to: next.label} AS properties
  UNION ALL
  UNWIND $chains AS start
  MATCH (first:Entity {id: start.id})
  WHERE start.type = 'REPEATS'
  MATCH (first)-[:REPEATS*0..1000]->(here:Entity)-[:REPEATS]->(next:Entity)
  RETURN DISTINCT 'step' AS kind, null AS key, here.id AS from, next.id AS to, 'REPEATS' AS type, {from: here.label, to: next.label} AS properties
  UNION ALL
  UNWIND $chains AS start
  MATCH (first:Entity {id: start.id})
  WHERE start.type = 'PART_OF_TOTAL'
  MATCH (first)-[:PART_OF_TOTAL*0..1000]->(here:Entity)-[:PART_OF_TOTAL]->(next:Entity)
  RETURN DISTINCT 'step' AS kind, null AS key, here.id AS from, next.id AS to, 'PART_OF_TOTAL' AS type, {from: here.label, to: next.label} AS properties
  UNION ALL
  UNWIND $chains AS start
  MATCH (first:Entity {id: start.id})
  WHERE start.type = 'WITHIN' OR start.type = 'SUCCEEDS'
  WITH collect(DISTINCT first) AS level0
  CALL (level0) {
    UNWIND level0 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level1
  }
  CALL (level1) {
    UNWIND level1 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level2
  }
  CALL (level2) {
    UNWIND level2 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level3
  }
  CALL (level3) {
    UNWIND level3 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level4
  }
  CALL (level4) {
    UNWIND level4 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level5
  }
  CALL (level5) {
    UNWIND level5 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level6
  }
  CALL (level6) {
    UNWIND level6 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level7
  }
  CALL (level7) {
    UNWIND level7 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level8
  }
  CALL (level8) {
    UNWIND level8 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level9
  }
  CALL (level9) {
    UNWIND level9 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level10
  }
  CALL (level10) {
    UNWIND level10 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level11
  }
  CALL (level11) {
    UNWIND level11 AS here
    MATCH (here)-[:WITHIN|SUCCEEDS]->(next:Entity)
    RETURN collect(DISTINCT next) AS level12
  }
  UNWIND level0 + level1 + level2 + level3 + level4 + level5 + level6 + level7 + level8 + level9 + level10 + level11 + level12 AS here
  WITH DISTINCT here
  MATCH (here)-[link:WITHIN|SUCCEEDS]->(next:Entity)
  RETURN 'step' AS kind, null AS key, here.id AS from, next.id AS to, type(link) AS type, {from: here.label, to: next.label} AS properties
}
RETURN kind, key, from, to, type, properties
