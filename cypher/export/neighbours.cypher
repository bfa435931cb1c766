// The ids of what each entity is joined to, in either direction, by the relationships asked for: a page for each, by id.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Entity {id: key})-[link]-(far:Entity)
  WHERE type(link) IN $types AND far.id > $after AND drawn(link) AND known(far)
  RETURN DISTINCT far.id AS id
  ORDER BY id
  LIMIT $limit
}
RETURN key, id
