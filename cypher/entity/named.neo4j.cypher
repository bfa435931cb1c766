// What is called by one of these names, each of them one folded term. The names come in lists, since the index takes a thousand at once;
// of each list the first $most.
UNWIND $terms AS some
CALL (some) {
  CALL db.index.fulltext.queryNodes('entity_names', some, {limit: $most}) YIELD node
  WHERE known(node)
  RETURN node
}
RETURN DISTINCT columns(node)
