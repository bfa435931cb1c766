// The ids of the groups that are called one of these names, as names are compared.
UNWIND $names AS name
MATCH (node:Group)
WHERE node.comparedName = name
RETURN name, node.id AS id
