// The statement that each claim belongs to: the claim, what it repeats up to a hundred steps back, and all that repeat those, each with what it is
// judged by. In no order.
UNWIND $keys AS key
MATCH way = (:Entity {id: key})-[:REPEATS*0..100]->(earlier:Claim)
WHERE along(way)
WITH DISTINCT key, earlier
MATCH back = (earlier)<-[:REPEATS*0..100]-(claim:Claim)
WHERE along(back)
WITH DISTINCT key, claim
OPTIONAL MATCH (claim)-[about:ABOUT]->(event:Event)
WHERE drawn(about) AND known(event)
OPTIONAL MATCH (claim)<-[has:CONTAINS]-(report:Report)
WHERE drawn(has) AND known(report)
OPTIONAL MATCH (report)<-[by:PUBLISHED]-(publisher:Entity)
WHERE drawn(by) AND known(publisher)
OPTIONAL MATCH (claim)-[word:ATTRIBUTED_TO]->(claimant:Entity)
WHERE drawn(word) AND known(claimant)
RETURN key, columns(claim), columns(report), columns(publisher), columns(claimant),
  [(event)-[involved:INVOLVES]->(party:Entity) WHERE NOT coalesce(involved.role, '') IN ['WITNESS', 'MENTIONED'] AND asKnown(involved.retractedAt) IS NULL AND drawn(involved) AND known(party)
    | {id: party.id, independenceGroup: party.independenceGroup}] AS parties,
  [(claim)-[named:NAMES]->(part:Entity) WHERE drawn(named) AND known(part) | {role: named.role, id: part.id, label: part.label}] AS names,
  [(claim)-[step:SUPERSEDES]->(old:Claim) WHERE drawn(step) AND known(old) | {id: old.id, basis: step.basis, at: step.at, retractedAt: asKnown(step.retractedAt)}] AS supersedes,
  [(claim)-[relays:REPEATS]->(root:Claim) WHERE asKnown(relays.retractedAt) IS NULL AND drawn(relays) AND known(root) | root.id] AS repeats,
  [(report)-[cites:CITES]->(cited:Entity) WHERE drawn(cites) AND known(cited) | cited.id] AS cites,
  EXISTS { MATCH (claim)<-[relayed:REPEATS]-(relay:Claim) WHERE relay.id <> claim.id AND asKnown(relayed.retractedAt) IS NULL AND drawn(relayed) AND known(relay) AND asKnown(relay.retractedAt) IS NULL } AS isRepeated,
  EXISTS { MATCH (report)<-[cited:CITES]-(citing:Report) WHERE citing.id <> report.id AND drawn(cited) AND known(citing) AND asKnown(citing.retractedAt) IS NULL } AS isCited
