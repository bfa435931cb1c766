// The boundary of each place, as a GeoJSON geometry, and whom to credit for it; null where none is kept.
UNWIND $keys AS key
MATCH (place:Entity:Place {id: key})
RETURN key, columns(place)
