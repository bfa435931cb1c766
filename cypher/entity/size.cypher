// How many entities and relationships there are in all.
CALL () {
  MATCH (node:Entity)
  RETURN count(node) AS nodes
}
CALL () {
  MATCH ()-[link]->()
  RETURN count(link) AS links
}
RETURN nodes, links
