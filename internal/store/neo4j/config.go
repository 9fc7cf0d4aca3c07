package neo4j

import (
	"log/slog"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"undersigned/graph"
)

// Config says where the database is and who asks. The zero values of all but URI and Password are right for most.
type Config struct {
	URI      string // bolt://HOST:PORT, neo4j://HOST:PORT (a cluster, Aura), each also with +s or +ssc; a path names the database
	Username string // "" means neo4j
	Password string
	Database string // "" means the address's, else the user's home database
	Force    bool   // make a store in a database that holds something else; that is left alone
	Existing bool   // make none: NotFound where there is no store
	Limits   Limits
	Log      *slog.Logger // nil: silent
}

// Limits are the longest times that the store waits. A zero field means its default.
type Limits struct {
	Connect     time.Duration // for a connection, and for a first answer on it: 10 s
	Call        time.Duration // for the answer to one statement, and for each row of it: 30 s
	Commit      time.Duration // 2 min
	Retry       time.Duration // how long a write is tried again after a deadlock or a cut: 30 s
	Transaction time.Duration // after which the server ends a transaction whose client is silent: 15 min
	Quiet       time.Duration // after the last write, until organizations are brought up to date: 2 s
	Rows        int           // rows sent with one statement: 5,000
	Calls       int           // calls at one time; more wait, as long as for a connection: 20
}

func (l Limits) withDefaults() Limits {
	for _, f := range []struct {
		field *time.Duration
		value time.Duration
	}{{&l.Connect, 10 * time.Second}, {&l.Call, 30 * time.Second}, {&l.Commit, 2 * time.Minute}, {&l.Retry, 30 * time.Second},
		{&l.Transaction, 15 * time.Minute}, {&l.Quiet, 2 * time.Second}} {
		if *f.field <= 0 {
			*f.field = f.value
		}
	}
	if l.Rows <= 0 {
		l.Rows = 5000
	}
	if l.Calls <= 0 {
		l.Calls = 20
	}
	return l
}

var schemes = []string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}

// IsAddress reports whether a store's address is one of Neo4j's.
func IsAddress(address string) bool {
	scheme, _, found := strings.Cut(address, "://")
	return found && slices.Contains(schemes, strings.ToLower(scheme))
}

// Credentials reads user name and password from the environment: NEO4J_USERNAME, and NEO4J_PASSWORD or the file that
// NEO4J_PASSWORD_FILE names (a line end at its end is not part of the password).
func Credentials(getenv func(string) string) (username, password string, err error) {
	username, password = getenv("NEO4J_USERNAME"), getenv("NEO4J_PASSWORD")
	file := getenv("NEO4J_PASSWORD_FILE")
	switch {
	case file != "" && password != "":
		return "", "", graph.Errorf(graph.Invalid, "both NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are set; take one of them away")
	case file == "":
		return username, password, nil
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return "", "", graph.Wrap(graph.Invalid, err, "the file that NEO4J_PASSWORD_FILE names cannot be read: "+file)
	}
	return username, strings.TrimRight(string(content), "\r\n"), nil
}

// normalize checks the configuration and takes the database out of the address. Messages never repeat a password.
func (c Config) normalize() (Config, error) {
	u, err := url.Parse(c.URI)
	if err != nil || !IsAddress(c.URI) || u.Hostname() == "" {
		return c, graph.Errorf(graph.Invalid, "the address of a Neo4j store reads like bolt://localhost:7687 or neo4j+s://HOST; give one with --store")
	}
	if u.User != nil {
		return c, graph.Errorf(graph.Invalid, "take user name and password out of the address, where everybody on this computer can see them; set NEO4J_USERNAME and NEO4J_PASSWORD_FILE (or NEO4J_PASSWORD) instead")
	}
	if u.Fragment != "" || u.RawQuery != "" && !strings.HasPrefix(u.Scheme, "neo4j") {
		return c, graph.Errorf(graph.Invalid, "the address %s://%s may have a path (the database) and nothing after it", u.Scheme, u.Host)
	}
	if name := strings.Trim(u.Path, "/"); name != "" {
		if c.Database != "" && c.Database != name {
			return c, graph.Errorf(graph.Invalid, "the address names the database %q and the settings name %q; give one of them", name, c.Database)
		}
		c.Database = name
	}
	if c.Password == "" {
		return c, graph.Errorf(graph.Invalid, "Neo4j wants a password: set NEO4J_PASSWORD_FILE to a file that holds it, or NEO4J_PASSWORD (user: NEO4J_USERNAME, neo4j where that is not set)")
	}
	if c.Username == "" {
		c.Username = "neo4j"
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	u.Path = ""
	c.URI = u.String()
	c.Limits = c.Limits.withDefaults()
	return c, nil
}

// host is the address to dial for a look at who is there.
func (c Config) host() string {
	u, err := url.Parse(c.URI)
	if err != nil {
		return ""
	}
	if u.Port() == "" {
		return u.Hostname() + ":7687"
	}
	return u.Host
}
