// Which of these ids the graph has.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN node.id AS id
