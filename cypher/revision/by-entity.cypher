// Revisions that touched each entity: a page for each, newest first.
UNWIND $keys AS key
CALL (key) {
  MATCH (touch:Touch)
  WHERE touch.entityId = key AND touch.byNewest > $after AND known(touch.revisionId)
  RETURN touch.revisionId AS id, touch.byNewest AS cursor
  ORDER BY touch.entityId, touch.byNewest
  LIMIT $limit
}
MATCH (node:Entity:Revision {id: id})
RETURN key, cursor, columns(node)
ORDER BY cursor
