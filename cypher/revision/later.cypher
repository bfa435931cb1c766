// Revisions that touched any of these entities after one revision did, latest first.
UNWIND $ids AS id
MATCH (touch:Touch)
WHERE touch.entityId = id AND touch.byNewest < $than
WITH DISTINCT touch.revisionId AS revisionId
MATCH (node:Entity:Revision {id: revisionId})
RETURN columns(node)
ORDER BY node.byNewest
LIMIT 1000
