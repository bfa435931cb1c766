// Files a revision under each entity it touched, so that an entity's history is an index range, also after the entity is gone.
UNWIND $rows AS row
CREATE (touch:Touch {entityId: row.entityId, revisionId: row.revisionId, byNewest: row.byNewest})
RETURN count(touch) AS written
