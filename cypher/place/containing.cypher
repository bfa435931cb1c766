// The places that each place lies within, itself among them, up to eight steps up.
UNWIND $keys AS key
MATCH way = (:Entity {id: key})-[:WITHIN*0..12]->(place:Place)
WHERE along(way)
RETURN DISTINCT key, place.id AS id
