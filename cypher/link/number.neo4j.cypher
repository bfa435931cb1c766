// How many relationships each entity has among the types asked for. Of those that it may have thousands of, the store keeps the number.
UNWIND $keys AS key
CALL (key) {
  MATCH (near:Entity {id: key})
  CALL (near) {
    WITH near
    WHERE $direction <> 'IN'
    MATCH (near)-[link:FEW_OUT]->(node)
    WHERE type(link) IN $types AND drawn(link) AND known(node)
    RETURN count(*) AS some
    UNION ALL
    WITH near
    WHERE $direction <> 'OUT'
    MATCH (near)<-[link:FEW_IN]-(node)
    WHERE type(link) IN $types AND drawn(link) AND known(node)
    RETURN count(*) AS some
    UNION ALL
    WITH near
    WHERE 'MANY' IN $types AND $direction <> 'OUT'
    RETURN COUNT { MATCH (near)<-[link:MANY]-(node) WHERE drawn(link) AND known(node) } AS some
    UNION ALL
    WITH near
    WHERE 'ATTRIBUTED_TO' IN $types AND $direction <> 'OUT'
    RETURN COUNT { MATCH (near)<-[link:ATTRIBUTED_TO]-(node) WHERE drawn(link) AND known(node) } AS some
    UNION ALL
    WITH near
    WHERE 'PUBLISHED' IN $types AND $direction <> 'IN'
    RETURN COUNT { MATCH (near)-[link:PUBLISHED]->(node) WHERE drawn(link) AND known(node) } AS some
  }
  RETURN sum(some) AS total
}
RETURN key, total
