// Takes turns at what no single entity can be locked for: that there is no way round.
UNWIND $locks AS id
MERGE (lock:Store {id: id})
SET lock:Store
RETURN count(lock) AS locked
