// The relationships of each entity: of each type and direction the first few by the far end's label, and how many there are.
// Of an entity with many, the first few of those that it may have thousands of are read off their indexes, and the store keeps their number: MANY
// stands for each type that keeps its place in the list of its end, and what somebody published and claimed is a list of owned reports and claims.
UNWIND $keys AS key
CALL (key) {
  MATCH (near:Entity {id: key})
  WITH key, near, COUNT { (near)--() } > 200 AS isHub
  CALL (key, near, isHub) {
    WITH near, isHub
    WHERE NOT isHub
    MATCH (near)-[link:LINKS]-(node)
    WHERE type(link) IN $types AND drawn(link) AND known(node)
    WITH type(link) AS type, startNode(link) = near AS isOut, link, node
    ORDER BY node.byLabel, link.disc
    WITH type, isOut, collect(link) AS links, count(*) AS total
    RETURN links[0..$perNode] AS shown, total
    UNION ALL
    WITH near, isHub
    WHERE isHub
    MATCH (near)-[link:FEW_OUT]->(node)
    WHERE type(link) IN $types AND drawn(link) AND known(node)
    WITH type(link) AS type, link, node
    ORDER BY node.byLabel, link.disc
    WITH type, collect(link) AS links, count(*) AS total
    RETURN links[0..$perNode] AS shown, total
    UNION ALL
    WITH near, isHub
    WHERE isHub
    MATCH (near)<-[link:FEW_IN]-(node)
    WHERE type(link) IN $types AND drawn(link) AND known(node)
    WITH type(link) AS type, link, node
    ORDER BY node.byLabel, link.disc
    WITH type, collect(link) AS links, count(*) AS total
    RETURN links[0..$perNode] AS shown, total
    UNION ALL
    WITH key, near, isHub
    WHERE isHub AND 'MANY' IN $types
    CALL (key) {
      MATCH (node:Entity)-[link:MANY]->(:Entity)
      USING INDEX SEEK link:MANY(endId, byLabel)
      WHERE link.endId = key AND link.byLabel > '' AND drawn(link) AND known(node)
      WITH link
      ORDER BY link.endId, link.byLabel
      LIMIT $perNode
      RETURN collect(link) AS shown
    }
    RETURN shown, COUNT { MATCH (near)<-[link:MANY]-(node) WHERE drawn(link) AND known(node) } AS total
    UNION ALL
    WITH key, near, isHub
    WHERE isHub AND 'ATTRIBUTED_TO' IN $types
    CALL (key) {
      MATCH (node:Claim)
      USING INDEX node:Claim(claimantId, byLabel)
      WHERE node.claimantId = key AND node.byLabel > '' AND known(node)
      MATCH (node)-[link:ATTRIBUTED_TO]->(:Entity)
      WHERE drawn(link)
      WITH node, link
      ORDER BY node.claimantId, node.byLabel
      LIMIT $perNode
      RETURN collect(link) AS shown
    }
    RETURN shown, COUNT { MATCH (near)<-[link:ATTRIBUTED_TO]-(node) WHERE drawn(link) AND known(node) } AS total
    UNION ALL
    WITH key, near, isHub
    WHERE isHub AND 'PUBLISHED' IN $types
    CALL (key) {
      MATCH (node:Report)
      USING INDEX node:Report(publisherId, byLabel)
      WHERE node.publisherId = key AND node.byLabel > '' AND known(node)
      MATCH (node)<-[link:PUBLISHED]-(:Entity)
      WHERE drawn(link)
      WITH node, link
      ORDER BY node.publisherId, node.byLabel
      LIMIT $perNode
      RETURN collect(link) AS shown
    }
    RETURN shown, COUNT { MATCH (near)-[link:PUBLISHED]->(node) WHERE drawn(link) AND known(node) } AS total
  }
  RETURN shown, total
}
UNWIND shown AS link
RETURN key, total, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link)
