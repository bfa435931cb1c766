// Draws relationships that are not there yet, each of the type that its row says: a type of the model, never the client's own word.
// One that stands in the lists of its end is given its place in them, as order.neo4j.cypher does for those that are there.
UNWIND $rows AS row
MATCH (near:Entity {id: row.from})
MATCH (far:Entity {id: row.to})
CREATE (near)-[link:$(row.type)]->(far)
SET link += row.properties,
  link += CASE WHEN link:LISTED THEN {
    endId: far.id,
    byLabel: near.byLabel + row.disc,
    byNewest: CASE WHEN near:Claim THEN null ELSE near.byNewest + row.disc END,
    byOldest: CASE WHEN near:Claim THEN null ELSE near.byOldest + row.disc END
  } ELSE {} END
RETURN count(link) AS written
