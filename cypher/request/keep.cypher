// Keeps the answer to a request under its idempotency key; one that is past its time makes room.
UNWIND $rows AS row
CALL (row) {
  MATCH (old:Request {key: row.key})
  WHERE old.at < row.forgotten
  DELETE old
  RETURN count(*) AS gone
}
CREATE (request:Request {key: row.key, input: row.input, at: row.at, answer: row.answer})
RETURN count(request) AS written
