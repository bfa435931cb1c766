// Entities found by a text: those whose name or an alias it is, then those whose name begins with it, then those in which all its words
// stand; within each by label. A page of the first $most, which are no more than a first page shows. A key is the name to compare and, each on
// its line, the words as the index is asked for them and those words that it is not asked for: it gives what has all of the first, up to 100,000
// of them, and only for the others is the text itself looked into. $word is for the engine whose index is asked for one word only.
// Each way keeps its first $most while it looks, and nothing of all others, so that a word of thousands costs little more than finding them.
UNWIND $keys AS key
CALL (key) {
  WITH split(key, '\n') AS lines
  WITH lines[0] AS name, lines[1] AS phrase, lines[2..] AS others
  CALL (name, phrase, others) {
    CALL db.index.fulltext.queryNodes('entity_text', phrase, {limit: 100000}) YIELD node
    WHERE all(word IN others WHERE node.searchText CONTAINS ' ' + word + ' ')
      AND ($labels IS NULL OR any(label IN labels(node) WHERE label IN $labels)) AND known(node)
    RETURN node, CASE
      WHEN name = node.foldedName OR name IN node.foldedAliases THEN '0'
      WHEN node.foldedName STARTS WITH name THEN '1'
      ELSE '2'
    END + node.byLabel AS cursor
    ORDER BY cursor
    LIMIT $most
    UNION
    MATCH (node:Entity)
    WHERE node.foldedName STARTS WITH name AND ($labels IS NULL OR any(label IN labels(node) WHERE label IN $labels)) AND known(node)
    RETURN node, CASE WHEN name = node.foldedName OR name IN node.foldedAliases THEN '0' ELSE '1' END + node.byLabel AS cursor
    ORDER BY cursor
    LIMIT $most
  }
  WITH node, cursor
  ORDER BY cursor
  LIMIT $most
  WITH node, cursor
  WHERE cursor > $after
  RETURN node, cursor
  ORDER BY cursor
  LIMIT $limit
}
RETURN key, cursor, columns(node)
