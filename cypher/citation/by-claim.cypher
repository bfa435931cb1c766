// What each claim's report rests on, up to seven citations deep: who cites whom, and whose word the cited report gives for the same event.
UNWIND $keys AS key
MATCH way = (said:Entity {id: key})<-[:CONTAINS]-(:Report)-[:CITES*0..6]->(citing:Report)-[:CITES]->(cited:Entity)
WHERE along(way)
WITH DISTINCT key, said, citing, cited
OPTIONAL MATCH (cited)<-[by:PUBLISHED]-(publisher:Entity)
WHERE drawn(by) AND known(publisher)
RETURN key, citing.id AS citingId, cited:Report AS isReport, columns(cited), columns(publisher),
  [(cited)-[has:CONTAINS]->(other:Claim)-[word:ATTRIBUTED_TO]->(claimant:Entity)
    WHERE other.eventId = said.eventId AND known(other) AND known(other.eventId) AND asKnown(other.retractedAt) IS NULL AND drawn(has) AND drawn(word) AND known(claimant)
    | {id: claimant.id, label: claimant.label, independenceGroup: claimant.independenceGroup}] AS claimants,
  [(cited)-[has:CONTAINS]->(other:Claim)
    WHERE other.eventId = said.eventId AND asKnown(other.claimantId) IS NULL AND known(other) AND known(other.eventId) AND asKnown(other.retractedAt) IS NULL AND drawn(has) | other.id] AS unattributed
