// How many of the events that match occurred at a place and at each that lies within it, by how precisely that is known; most first. At most $limit rows.
MATCH way = (:Entity:Place {id: $within})<-[:WITHIN*0..12]-(place:Place)
WHERE along(way)
WITH DISTINCT place
MATCH (place)<-[at:OCCURRED_AT]-(it:Event)
WHERE matches(it) AND drawn(at) AND known(it) AND known(place)
WITH place, at.precisionScheme AS scheme, at.precisionCode AS code, max(at.radiusKm) AS radiusKm, count(DISTINCT it) AS events, min(it.from) AS first, max(it.from) AS last
ORDER BY events DESC, place.id, code
LIMIT $limit
RETURN columns(place), scheme, code, radiusKm, events, first, last
ORDER BY events DESC, place_id, code
