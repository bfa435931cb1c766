// How many of the events that match occurred at each place, by how precisely that is known; most first. At most $limit rows.
MATCH (it:Event)-[at:OCCURRED_AT]->(place:Place)
WHERE matches(it) AND drawn(at) AND known(it) AND known(place)
WITH place, at.precisionScheme AS scheme, at.precisionCode AS code, max(at.radiusKm) AS radiusKm, count(DISTINCT it) AS events, min(it.from) AS first, max(it.from) AS last
ORDER BY events DESC, place.id, code
LIMIT $limit
RETURN columns(place), scheme, code, radiusKm, events, first, last
ORDER BY events DESC, place_id, code
