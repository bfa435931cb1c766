// Some consecutive rows of a file, each with what became of it: its event, where that occurred and whom it involves. In no order; a block has a
// few hundred rows.
MATCH (record:SourceRecord)
WHERE record.block = $block
OPTIONAL MATCH (record)<-[:DERIVED_FROM]-(event:Event)
RETURN columns(record), columns(event),
  [(event)-[at:OCCURRED_AT]->(place:Place) | {id: place.id, key: place.keys[0], name: place.name, latitude: place.latitude, longitude: place.longitude, precision: at.precisionCode}] AS places,
  [(event)-[part:INVOLVES]->(party:Entity) | {role: part.role, id: party.id, name: party.label, keys: party.keys}] AS parties
