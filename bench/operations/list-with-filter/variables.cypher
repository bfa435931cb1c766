// Two kinds of violence, in each of twelve months.
UNWIND ['STATE_BASED', 'ONE_SIDED'] AS kind
UNWIND ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] AS month
RETURN kind, '2017-' + month + '-01' AS from, '2017-' + month + '-28' AS to
