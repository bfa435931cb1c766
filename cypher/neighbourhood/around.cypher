// Around each entity: of each relationship, in each direction, the first $perNode by the far end's label, and how many there are in all.
// What a source published and what it claims are tens of thousands; those come off an index, in order, and the others are read whole.
UNWIND $keys AS key
MATCH (near:Entity {id: key})
CALL (near) {
  MATCH (near)-[link:OTHERS]-(far:Entity)
  WHERE type(link) IN $types
  WITH near, link, far.byLabel + link.disc AS place
  ORDER BY place
  WITH type(link) AS type, startNode(link) = near AS isOut, collect(link) AS links
  UNWIND links[0..$perNode] AS link
  RETURN link, isOut, size(links) AS total
  UNION ALL
  MATCH (near)-[link:PUBLISHED|ATTRIBUTED_TO]-(:Entity)
  WHERE type(link) IN $types AND NOT near:Source
  RETURN link, startNode(link) = near AS isOut, 1 AS total
  UNION ALL
  MATCH (far:Report)
  WHERE 'PUBLISHED' IN $types AND far.publisherId = near.id AND far.byLabel > ''
  WITH near, far
  ORDER BY far.publisherId, far.byLabel
  LIMIT $perNode
  MATCH (near)-[link:PUBLISHED]->(far)
  RETURN link, true AS isOut, COUNT { (near)-[:PUBLISHED]->() } AS total
  UNION ALL
  MATCH (far:Claim)
  WHERE 'ATTRIBUTED_TO' IN $types AND far.claimantId = near.id AND far.byLabel > ''
  WITH near, far
  ORDER BY far.claimantId, far.byLabel
  LIMIT $perNode
  MATCH (near)<-[link:ATTRIBUTED_TO]-(far)
  RETURN link, false AS isOut, COUNT { (near)<-[:ATTRIBUTED_TO]-() } AS total
}
RETURN key, isOut, total, CASE WHEN isOut THEN endNode(link).byLabel ELSE startNode(link).byLabel END AS farByLabel, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link)
