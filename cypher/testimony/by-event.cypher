// All claims about each event, each with what it is judged by: who says it, who printed it and when, which part of the event it counts,
// what it repeats and replaces, and who takes part in the event. In no order; one event's claims more than $most at once are refused by the caller.
UNWIND $keys AS key
MATCH (event:Entity {id: key})
WHERE known(event)
WITH key, [(event)-[involved:INVOLVES]->(party:Entity) WHERE NOT coalesce(involved.role, '') IN ['WITNESS', 'MENTIONED'] AND asKnown(involved.retractedAt) IS NULL AND drawn(involved) AND known(party)
    | {id: party.id, independenceGroup: party.independenceGroup}] AS parties
CALL (key) {
  MATCH (claim:Claim)
  WHERE claim.eventId = key AND known(claim) AND known(claim.eventId)
  RETURN claim
  LIMIT $most
}
OPTIONAL MATCH (claim)<-[has:CONTAINS]-(report:Report)
WHERE drawn(has) AND known(report)
OPTIONAL MATCH (report)<-[by:PUBLISHED]-(publisher:Entity)
WHERE drawn(by) AND known(publisher)
OPTIONAL MATCH (claim)-[word:ATTRIBUTED_TO]->(claimant:Entity)
WHERE drawn(word) AND known(claimant)
RETURN key, columns(claim), columns(report), columns(publisher), columns(claimant), parties,
  [(claim)-[named:NAMES]->(part:Entity) WHERE drawn(named) AND known(part) | {role: named.role, id: part.id, label: part.label}] AS names,
  [(claim)-[step:SUPERSEDES]->(old:Claim) WHERE drawn(step) AND known(old) | {id: old.id, basis: step.basis, at: step.at, retractedAt: asKnown(step.retractedAt)}] AS supersedes,
  [(claim)-[relays:REPEATS]->(root:Claim) WHERE asKnown(relays.retractedAt) IS NULL AND drawn(relays) AND known(root) | root.id] AS repeats,
  [(report)-[cites:CITES]->(cited:Entity) WHERE drawn(cites) AND known(cited) | cited.id] AS cites,
  EXISTS { MATCH (claim)<-[relayed:REPEATS]-(relay:Claim) WHERE relay.id <> claim.id AND asKnown(relayed.retractedAt) IS NULL AND drawn(relayed) AND known(relay) AND asKnown(relay.retractedAt) IS NULL } AS isRepeated,
  EXISTS { MATCH (report)<-[cited:CITES]-(citing:Report) WHERE citing.id <> report.id AND drawn(cited) AND known(citing) AND asKnown(citing.retractedAt) IS NULL } AS isCited
