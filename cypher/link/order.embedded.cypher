// Keeps nothing: this engine has no ordered index that a relationship's place in a list could be found by.
UNWIND $rows AS row
RETURN 0 * count(row) AS written
