// What is called by one of these names, each of them one folded term. The names come in lists, which are one to this engine's index;
// the first $most.
CALL grafeo.search.text('Entity', 'nameTerms', reduce(all = '', some IN $terms | all + ' ' + some), $most) YIELD node_id
MATCH (node:Entity)
WHERE id(node) = node_id AND known(node)
RETURN DISTINCT columns(node)
