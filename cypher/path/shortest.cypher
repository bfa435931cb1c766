// The shortest chains of relationships between two entities, by the labels along the way; of very many equally short ones, the first 5,000 found are compared.
MATCH (from:Entity {id: $from})
WHERE known(from)
MATCH (to:Entity {id: $to})
WHERE known(to)
MATCH path = allShortestPaths((from)-[:LINKS*..LENGTH]-(to))
WHERE along(path)
WITH path
LIMIT 5000
WITH path,
     reduce(text = '', node IN nodes(path) | text + node.byLabel) AS along,
     reduce(text = '', link IN relationships(path) | text + type(link) + link.disc) AS by
ORDER BY along, by
LIMIT $first
RETURN [node IN nodes(path) | node.id] AS nodes,
       [link IN relationships(path) | type(link)] AS types,
       [link IN relationships(path) | startNode(link).id] AS fromIds,
       [link IN relationships(path) | endNode(link).id] AS toIds,
       [link IN relationships(path) | link {.*, retractedAt: asKnown(link.retractedAt)}] AS carried
