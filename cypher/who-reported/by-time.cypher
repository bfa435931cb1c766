// Claims about what happened on or after a day (the key) and began before another ($begun): a page in the order asked for, up to $until.
UNWIND $keys AS key
CALL (key) {
  MATCH (event:Event)
  WHERE event.byOldest < $begun AND coalesce(event.to, event.from) >= key AND known(event)
  WITH DISTINCT event
  MATCH (event)<-[link:ABOUT]-(node:Claim)
  WHERE node.byLabel > $after AND node.byLabel < $until AND matches(node) AND known(node) AND drawn(link)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
