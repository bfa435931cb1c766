// Takes the role label Source from groups and people that publish and claim nothing any more.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
WHERE NOT EXISTS { (node)-[:PUBLISHED]->() } AND NOT EXISTS { (node)<-[:ATTRIBUTED_TO|BY]-() }
REMOVE node:Source
RETURN count(node) AS written
