// The earlier request under an idempotency key: what it asked, when, and what it was answered.
UNWIND $requests AS key
MATCH (request:Request {key: key})
RETURN 'request' AS kind, request.input AS key, null AS from, null AS to, request.at AS type, {answer: request.answer} AS properties
