// The newest 20 events of one kind of violence in one month; the index on the order is read from the month's last day until there are enough.
MATCH (event:Event)
WHERE event.byNewest > $begin AND event.violenceType = $kind AND event.from <= $to AND event.to >= $from
WITH event
ORDER BY event.byNewest
LIMIT 20
RETURN collect([event.id, event.title, event.from, event.to, event.violenceType]) AS answer
