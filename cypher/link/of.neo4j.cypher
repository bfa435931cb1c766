// Every relationship of each entity among the types asked for: a page for each, by type, then the far end's label, then id.
// Of an entity with many, those that it may have thousands of are read off their indexes, no more than a page of each type: MANY stands for
// each type that keeps its place in the list of its end, and what somebody published and claimed is a list of owned reports and claims.
UNWIND $keys AS key
CALL (key) {
  MATCH (near:Entity {id: key})
  WITH key, near, COUNT { (near)--() } > 200 AS isHub
  CALL (key, near, isHub) {
    WITH near, isHub
    WHERE NOT isHub
    MATCH (near)-[link:LINKS]-(node)
    WHERE type(link) IN $types AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(link) = near))
      AND ($after = '' OR type(link) + ' ' + node.byLabel + link.disc > $after)
      AND drawn(link) AND known(node)
    RETURN node, link, type(link) + ' ' + node.byLabel + link.disc AS cursor
    UNION ALL
    WITH near, isHub
    WHERE isHub AND $direction <> 'IN'
    MATCH (near)-[link:FEW_OUT]->()
    WHERE type(link) IN $types
    WITH link, endNode(link) AS node
    WHERE ($after = '' OR type(link) + ' ' + node.byLabel + link.disc > $after) AND drawn(link) AND known(node)
    RETURN node, link, type(link) + ' ' + node.byLabel + link.disc AS cursor
    UNION ALL
    WITH near, isHub
    WHERE isHub AND $direction <> 'OUT'
    MATCH (near)<-[link:FEW_IN]-()
    WHERE type(link) IN $types
    WITH link, startNode(link) AS node
    WHERE ($after = '' OR type(link) + ' ' + node.byLabel + link.disc > $after) AND drawn(link) AND known(node)
    RETURN node, link, type(link) + ' ' + node.byLabel + link.disc AS cursor
    UNION ALL
    WITH key, isHub, CASE WHEN $after < 'MANY ' THEN '' WHEN $after STARTS WITH 'MANY ' THEN substring($after, size('MANY ')) END AS since
    WHERE isHub AND $direction <> 'OUT' AND 'MANY' IN $types AND since IS NOT NULL
    MATCH (node:Entity)-[link:MANY]->(:Entity)
    USING INDEX SEEK link:MANY(endId, byLabel)
    WHERE link.endId = key AND link.byLabel > since AND drawn(link) AND known(node)
    WITH node, link
    ORDER BY link.endId, link.byLabel
    LIMIT $limit
    RETURN node, link, 'MANY ' + link.byLabel AS cursor
    UNION ALL
    WITH key, isHub, CASE WHEN $after < 'ATTRIBUTED_TO ' THEN '' WHEN $after STARTS WITH 'ATTRIBUTED_TO ' THEN substring($after, size('ATTRIBUTED_TO ')) END AS since
    WHERE isHub AND $direction <> 'OUT' AND 'ATTRIBUTED_TO' IN $types AND since IS NOT NULL
    MATCH (node:Claim)
    USING INDEX node:Claim(claimantId, byLabel)
    WHERE node.claimantId = key AND node.byLabel > since AND known(node)
    MATCH (node)-[link:ATTRIBUTED_TO]->(:Entity)
    WHERE drawn(link)
    WITH node, link
    ORDER BY node.claimantId, node.byLabel
    LIMIT $limit
    RETURN node, link, 'ATTRIBUTED_TO ' + node.byLabel + link.disc AS cursor
    UNION ALL
    WITH key, isHub, CASE WHEN $after < 'PUBLISHED ' THEN '' WHEN $after STARTS WITH 'PUBLISHED ' THEN substring($after, size('PUBLISHED ')) END AS since
    WHERE isHub AND $direction <> 'IN' AND 'PUBLISHED' IN $types AND since IS NOT NULL
    MATCH (node:Report)
    USING INDEX node:Report(publisherId, byLabel)
    WHERE node.publisherId = key AND node.byLabel > since AND known(node)
    MATCH (node)<-[link:PUBLISHED]-(:Entity)
    WHERE drawn(link)
    WITH node, link
    ORDER BY node.publisherId, node.byLabel
    LIMIT $limit
    RETURN node, link, 'PUBLISHED ' + node.byLabel + link.disc AS cursor
  }
  RETURN node, link, cursor
  ORDER BY cursor
  LIMIT $limit
}
RETURN key, cursor, type(link) AS type, startNode(link).id AS fromId, endNode(link).id AS toId, columns(link), columns(node)
