// The version of the model that wrote this store; no row for a store that nothing has written.
MATCH (store:Store {id: 'attested'})
RETURN store.version AS version
