// The figure of each claim; a missing id has no row.
UNWIND $keys AS key
MATCH (claim:Entity:Claim {id: key})
RETURN key, columns(claim)
