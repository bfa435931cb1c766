// Claims about what is at a place or lies within it: those that name such a place as theirs, and those that name no place as theirs but are
// about an event there. A page in the order asked for, up to $until.
UNWIND $keys AS key
CALL (key) {
  MATCH way = (:Entity {id: key})<-[:WITHIN*0..12]-(place:Place)
  WHERE along(way)
  WITH DISTINCT place
  CALL (place) {
    MATCH (place)<-[own:NAMES]-(node:Claim)
    WHERE own.role IN ['LOCATION', 'SCOPE'] AND drawn(own)
    RETURN node
    UNION ALL
    MATCH (place)<-[at:OCCURRED_AT]-(event:Event)<-[about:ABOUT]-(node:Claim)
    WHERE NOT (EXISTS { (node)-[:NAMES]->() } AND EXISTS { MATCH (node)-[own:NAMES]->(:Place) WHERE own.role IN ['LOCATION', 'SCOPE'] AND drawn(own) })
      AND known(event) AND drawn(at) AND drawn(about)
    RETURN node
  }
  WITH DISTINCT node
  WHERE node.byLabel > $after AND node.byLabel < $until AND matches(node) AND known(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
