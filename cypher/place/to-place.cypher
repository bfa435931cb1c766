// Places without a p-code, either administrative units or all others, a page at a time by label.
// Each with what it is said to lie within by more than its coordinates and name, and with how many events occurred there.
MATCH (node:Place)
WHERE node.byLabel > $after AND node.pcode IS NULL AND (coalesce(node.kind, '') IN $kinds) = $units
WITH node
ORDER BY node.byLabel
LIMIT $limit
RETURN node.byLabel AS cursor, columns(node), [(node)-[link:WITHIN]->(parent:Place) WHERE link.foundBy IS NULL | parent.id] AS parents, COUNT { (node)<-[:OCCURRED_AT]-(:Event) } AS events
ORDER BY cursor
