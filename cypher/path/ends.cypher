// The two ends of a path, those that are there, each with how many relationships it has: the one with fewer is followed first.
UNWIND $keys AS key
MATCH (node:Entity {id: key})
RETURN key AS id, COUNT { (node)--() } AS degree
