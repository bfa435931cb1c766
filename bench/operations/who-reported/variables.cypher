// SOHR, in each of the fourteen governorates.
MATCH (place:Place {kind: 'ADM1'})<-[:WITHIN]-(:Place)
RETURN DISTINCT $knownSource AS publisher, place.id AS place
ORDER BY place
LIMIT 14
