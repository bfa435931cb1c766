// Claims whose report was published on or after a day ($since) and before another ($before): a page in the order asked for, up to $until.
UNWIND $keys AS key
CALL (key) {
  MATCH (node:Claim)
  WHERE node.byOldest >= $since AND node.byOldest < $before AND node.reportId IS NOT NULL AND known(node.reportId)
    AND node.byLabel > $after AND node.byLabel < $until AND matches(node) AND known(node)
  RETURN node
  ORDER BY node.byLabel
  LIMIT $limit
}
RETURN key, node.byLabel AS cursor, columns(node)
