// Sixteen places where 20 to 60 events occurred.
MATCH (place:Place)<-[:OCCURRED_AT]-(event:Event)
WITH place, count(event) AS events
WHERE events >= 20 AND events <= 60
RETURN place.id AS id
ORDER BY id
LIMIT 16
