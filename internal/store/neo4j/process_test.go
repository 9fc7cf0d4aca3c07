package neo4j

// Some tests need another process to kill: it is this test program, started with the name of its part.
var parts = map[string]func(uri, password string) error{}
