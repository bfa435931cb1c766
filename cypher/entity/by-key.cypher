// The ids of the entities that have these external keys: by the id that a key gives, or by a further key of an entity.
UNWIND $rows AS row
CALL (row) {
  MATCH (entity:Entity)
  WHERE entity.id IN row.ids
  RETURN entity.id AS id
  UNION
  MATCH (:Key {value: row.key})-[:IDENTIFIES]->(entity:Entity)
  RETURN entity.id AS id
}
RETURN row.key AS key, id
