// About how many claims meet each condition by itself, so that the smallest can be begun with; a condition that is not given counts nothing.
// Read off counts that are kept and off indexes: sources by degree, an event by its first day, each up to 10,000.
CALL () {
  MATCH (claim:Claim)
  WITH count(claim) AS size
  RETURN 'all' AS condition, size
  UNION ALL
  MATCH (event:Entity {id: $about})
  RETURN 'about' AS condition, COUNT { (event)<-[:ABOUT]-() } AS size
  UNION ALL
  MATCH (source:Entity {id: $claimant})
  RETURN 'claimant' AS condition, COUNT { (source)<-[:ATTRIBUTED_TO]-() } AS size
  UNION ALL
  MATCH (source:Entity {id: $publisher})
  RETURN 'publisher' AS condition, COUNT { (source)-[:PUBLISHED]->() } AS size
  UNION ALL
  MATCH (named:Entity {id: $naming})
  RETURN 'naming' AS condition, COUNT { (named)<-[:NAMES]-() } AS size
  UNION ALL
  MATCH (:Entity {id: $within})<-[:WITHIN*0..12]-(place:Place)
  WITH DISTINCT place
  WITH COUNT { (place)<-[:OCCURRED_AT]-() } + COUNT { (place)<-[:NAMES]-() } AS some
  RETURN 'where' AS condition, sum(some) AS size
  UNION ALL
  MATCH (event:Event)
  WHERE event.byOldest >= $happenedFrom AND event.byOldest < $happenedTo
  WITH event.byOldest AS begun
  LIMIT 10000
  RETURN 'happened' AS condition, count(begun) AS size
  UNION ALL
  MATCH (claim:Claim)
  WHERE claim.byOldest >= $publishedFrom AND claim.byOldest < $publishedTo
  WITH claim.byOldest AS published
  LIMIT 10000
  RETURN 'published' AS condition, count(published) AS size
  UNION ALL
  MATCH (claim:Claim)
  WHERE claim.claimType IN $types AND claim.byNewest > ''
  WITH claim.byNewest AS published
  LIMIT 10000
  RETURN 'types' AS condition, count(published) AS size
  UNION ALL
  MATCH (claim:Claim)
  WHERE claim.metric = $metric AND claim.byNewest > ''
  WITH claim.byNewest AS published
  LIMIT 10000
  RETURN 'metric' AS condition, count(published) AS size
  UNION ALL
  MATCH (claim:Claim)
  WHERE claim.population = $population AND claim.byNewest > ''
  WITH claim.byNewest AS published
  LIMIT 10000
  RETURN 'population' AS condition, count(published) AS size
}
RETURN condition, size
