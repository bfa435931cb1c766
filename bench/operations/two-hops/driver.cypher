// What lies around an event: its groups and places, and what else those took part in and saw.
MATCH (event:Entity:Event {id: $id})
CALL (event) {
  MATCH (event)-[link:INVOLVES]->(group:Group)
  WITH link, group
  ORDER BY group.byLabel
  LIMIT 10
  CALL (group) {
    MATCH (other:Event)-[part:INVOLVES]->(:Entity)
    WHERE part.endId = group.id AND part.byLabel > ''
    WITH part, other
    ORDER BY part.endId, part.byLabel
    LIMIT 10
    RETURN collect([other.id, other.label, part.role]) AS events
  }
  WITH link, group, events
  ORDER BY group.byLabel
  RETURN collect([group.id, group.label, link.role, events]) AS groups
}
CALL (event) {
  MATCH (event)-[:OCCURRED_AT]->(place:Place)
  WITH place
  ORDER BY place.byLabel
  LIMIT 10
  CALL (place) {
    MATCH (other:Event)-[at:OCCURRED_AT]->(:Entity)
    WHERE at.endId = place.id AND at.byLabel > ''
    WITH at, other
    ORDER BY at.endId, at.byLabel
    LIMIT 10
    RETURN collect([other.id, other.label]) AS events
  }
  WITH place, events
  ORDER BY place.byLabel
  RETURN collect([place.id, place.label, events]) AS places
}
RETURN [event.id, event.label, groups, places] AS answer
