// Claims about what is at a place or lies within it: those that name such a place as theirs, and those that name no place as theirs but are
// about an event there. A page in the order asked for, up to $until.
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (:Entity {id: key})<-[:WITHIN*0..8]-(place:Place)
    WITH DISTINCT place
    MATCH (place)<-[own:NAMES]-(node:Claim)
    WHERE own.role IN ['LOCATION', 'SCOPE']
    RETURN node
    UNION
    MATCH (:Entity {id: key})<-[:WITHIN*0..8]-(place:Place)
    WITH DISTINCT place
    MATCH (place)<-[:OCCURRED_AT]-(:Event)<-[:ABOUT]-(node:Claim)
    WHERE NOT EXISTS { MATCH (node)-[own:NAMES]->(:Place) WHERE own.role IN ['LOCATION', 'SCOPE'] }
    RETURN node
  }
  WITH node
  WHERE node.byLabel > $after AND node.byLabel < $until AND matches(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
