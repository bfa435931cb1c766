// Forgets answers that were kept long enough, some thousand at a time.
MATCH (request:Request)
WHERE request.at < $before
WITH request
LIMIT $limit
DELETE request
RETURN count(*) AS forgotten
