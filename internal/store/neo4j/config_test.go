package neo4j

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
)

func TestConfig(t *testing.T) {
	good := Config{URI: "neo4j+s://host.example/graph", Password: "p"}
	c, err := good.normalize()
	if err != nil || c.URI != "neo4j+s://host.example" || c.Database != "graph" || c.Username != "neo4j" || c.host() != "host.example:7687" || c.Limits.Call <= 0 {
		t.Errorf("%+v, %v", c, err)
	}
	for _, bad := range []struct {
		config Config
		words  string
	}{
		{Config{URI: "bolt://neo4j:hunter2@localhost", Password: "p"}, "out of the address"},
		{Config{URI: "bolt://neo4j@localhost", Password: "p"}, "out of the address"},
		{Config{URI: "bolt://localhost"}, "NEO4J_PASSWORD_FILE"},
		{Config{URI: "http://localhost:7474", Password: "p"}, "bolt://localhost:7687"},
		{Config{URI: "bolt://", Password: "p"}, "bolt://localhost:7687"},
		{Config{URI: "bolt://a b", Password: "p"}, "bolt://localhost:7687"},
		{Config{URI: "bolt://h?x=1", Password: "p"}, "nothing after it"},
		{Config{URI: "bolt://h/a", Database: "b", Password: "p"}, "one of them"},
	} {
		_, err := bad.config.normalize()
		if graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), bad.words) {
			t.Errorf("%+v: %v", bad.config, err)
		}
		if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("the message repeats the password: %v", err)
		}
	}
	for address, want := range map[string]bool{"bolt://h": true, "NEO4J+SSC://h": true, "file.db": false, "http://h": false, "bolt:": false, `C:\bolt`: false} {
		if IsAddress(address) != want {
			t.Errorf("IsAddress(%q) = %t", address, !want)
		}
	}
}

func TestCredentials(t *testing.T) {
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte(" from file\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		environment    map[string]string
		user, password string
		code           graph.Code
	}{
		{map[string]string{}, "", "", ""},
		{map[string]string{"NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p"}, "u", "p", ""},
		{map[string]string{"NEO4J_PASSWORD_FILE": file}, "", " from file", ""},
		{map[string]string{"NEO4J_PASSWORD_FILE": file, "NEO4J_PASSWORD": "p"}, "", "", graph.Invalid},
		{map[string]string{"NEO4J_PASSWORD_FILE": file + "x"}, "", "", graph.Invalid},
	} {
		user, password, err := Credentials(func(key string) string { return c.environment[key] })
		if user != c.user || password != c.password || graph.CodeOf(err) != c.code {
			t.Errorf("%v: %q, %q, %v", c.environment, user, password, err)
		}
	}
}
