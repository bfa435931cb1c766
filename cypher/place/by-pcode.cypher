// Places that have these p-codes, with the boundary that is kept of them; a p-code that no place has has no row.
UNWIND $pcodes AS pcode
MATCH (node:Place)
WHERE node.pcode = pcode
RETURN columns(node)
ORDER BY node_id
