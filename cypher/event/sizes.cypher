// About how many events occurred at a place or within it, up to 10,000, and how many there are in all: where a list of them is to begin.
CALL () {
  MATCH (:Entity {id: $within})<-[:WITHIN*0..12]-(place:Place)
  WITH DISTINCT place
  MATCH (place)<-[at:OCCURRED_AT]-()
  WITH at
  LIMIT 10000
  RETURN 'within' AS part, count(at) AS size
  UNION ALL
  MATCH (event:Event)
  WITH count(event) AS size
  RETURN 'all' AS part, size
}
RETURN part, size
