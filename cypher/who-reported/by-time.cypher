// Claims about what began before a day ($begun) and had not ended by another ($lasting): a page in the order asked for, up to $until.
UNWIND $keys AS key
CALL (key) {
  MATCH (event:Event)
  WHERE event.byOldest < $begun AND coalesce(event.to, event.from) >= $lasting AND known(event)
  WITH DISTINCT event
  MATCH (event)<-[link:ABOUT]-(node:Claim)
  WHERE node.byLabel > $after AND node.byLabel < $until AND matches(node) AND known(node) AND drawn(link)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
