// Records what a mutation changed, and when, and who did it.
UNWIND $rows AS row
CREATE (revision:Entity:Revision {id: row.id})
SET revision += row.properties
RETURN count(revision) AS written
