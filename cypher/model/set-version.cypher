// Records which version of the model writes this store.
MERGE (store:Store {id: 'attested'})
SET store.version = $version
RETURN store.version AS version
