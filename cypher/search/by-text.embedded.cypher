// Entities found by a text: those whose name or an alias it is, then those whose name begins with it, then those in which all its words
// stand; within each by label. A page of the first $most, which are no more than a first page shows. A key is the name to compare and, each on
// its line, the words as the other engine's index is asked for them and the words besides. The index gives what has $word, up to 100,000 of them.
UNWIND $keys AS key
CALL (key) {
  WITH key, split(key, '\n') AS lines
  WITH lines[0] AS name, [word IN split(replace(lines[1], '+', ''), ' ') + lines[2..] | ' ' + word + ' '] AS words
  CALL (name) {
    CALL grafeo.search.text('Entity', 'searchText', $word, 100000) YIELD node_id
    MATCH (node:Entity)
    WHERE id(node) = node_id
    RETURN node
    UNION
    MATCH (node:Entity)
    WHERE node.foldedName STARTS WITH name
    RETURN node
  }
  WITH node, words, CASE WHEN node.foldedName = name OR name IN node.foldedAliases THEN '0' WHEN node.foldedName STARTS WITH name THEN '1' ELSE '2' END AS rank
  WHERE ($labels IS NULL OR any(label IN labels(node) WHERE label IN $labels)) AND (rank < '2' OR all(word IN words WHERE node.searchText CONTAINS word)) AND known(node)
  WITH node, rank + node.byLabel AS cursor
  ORDER BY cursor
  LIMIT $most
  WITH node, cursor
  WHERE cursor > $after
  RETURN node, cursor
  ORDER BY cursor
  LIMIT $limit
}
RETURN key, cursor, columns(node)
