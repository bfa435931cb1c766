// Two kinds of violence, in each of twelve months; with the month's last day as it stands in the order by newest first, each digit its complement to nine.
UNWIND ['STATE_BASED', 'ONE_SIDED'] AS kind
UNWIND ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] AS month
RETURN kind, '2017-' + month + '-01' AS from, '2017-' + month + '-28' AS to, '7982-' + toString(99 - toInteger(month)) + '-71' AS begin
