// Of each place the units that it is or lies within and that a boundary is kept of, nearest first.
UNWIND $keys AS key
MATCH way = (:Entity:Place {id: key})-[:WITHIN*0..12]->(unit:Place)
WHERE unit.boundary IS NOT NULL AND along(way)
RETURN key, length(way) AS steps, columns(unit)
ORDER BY steps, unit.id
