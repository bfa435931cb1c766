// The files whose rows a dataset has, each with the position of its last row, by name: there are few.
MATCH (record:SourceRecord)
WHERE record.dataset = $dataset
RETURN record.file AS file, count(record) AS total, max(record.position) AS last
ORDER BY file
