package neo4j

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/store"
)

//go:embed migrations/*.cypher
var files embed.FS

// migration is one file: number, name, and statements that may run again after a kill.
type migration struct {
	number     int64
	name       string
	checksum   string // SHA-256 of the file
	statements []string
}

// readMigrations returns the files in the order of their numbers, which begin with 1 and have no gap.
func readMigrations(schema fs.FS) ([]migration, error) {
	broken := func(name string) error {
		return graph.Errorf(graph.Internal, "this program was built with broken migrations (%s); install it again", name)
	}
	names, err := fs.Glob(schema, "*.cypher")
	if err != nil || len(names) == 0 {
		return nil, broken("none")
	}
	slices.Sort(names)
	var all []migration
	for i, name := range names {
		digits, _, _ := strings.Cut(name, "_")
		number, err := strconv.ParseInt(digits, 10, 64)
		if err != nil || number != int64(i+1) {
			return nil, broken(name)
		}
		text, err := fs.ReadFile(schema, name)
		if err != nil {
			return nil, broken(name)
		}
		sum := sha256.Sum256(text)
		all = append(all, migration{number, name, hex.EncodeToString(sum[:]), statements(string(text))})
	}
	return all, nil
}

// statements parts a file at semicolons that end a line, and leaves out lines that are comments.
func statements(text string) []string {
	var list []string
	var one strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimSpace(line), "//") {
			continue
		}
		one.WriteString(line)
		if whole := strings.TrimSpace(one.String()); strings.HasSuffix(whole, ";") {
			list = append(list, strings.TrimSuffix(whole, ";"))
			one.Reset()
		}
	}
	if rest := strings.TrimSpace(one.String()); rest != "" {
		list = append(list, rest)
	}
	return list
}

func latest(schema fs.FS) (int64, error) {
	all, err := readMigrations(schema)
	return int64(len(all)), err
}

// migrate applies the migrations that the database does not have. Version first: nothing is written to a store that a newer
// program made, or whose migrations were others than ours.
func (s *Store) migrate(ctx context.Context, schema fs.FS, applied map[int64]string) error {
	all, err := readMigrations(schema)
	if err != nil {
		return err
	}
	for number := range applied {
		if number > int64(len(all)) {
			return store.Newer("at "+s.config.URI, number, int64(len(all)))
		}
	}
	for _, m := range all {
		checksum, has := applied[m.number]
		if has && checksum != m.checksum {
			return graph.Errorf(graph.Unsupported, "the store at %s was made with another %s than this program has; use the version of undersigned that made it to back it up, then restore the backup into an empty database", s.config.URI, m.name)
		}
		if has {
			continue
		}
		for _, statement := range m.statements {
			if err := s.server.schema(ctx, statement); err != nil {
				return err
			}
		}
		if err := s.applied(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// applied notes a migration once all of it is there, full-text indexes included.
func (s *Store) applied(ctx context.Context, m migration) error {
	return s.server.retry(ctx, func() error {
		t, err := s.server.beginWrite(ctx)
		if err != nil {
			return err
		}
		defer t.close()
		if err := t.run("CALL db.awaitIndexes($seconds)", values{"seconds": int64(s.config.Limits.Call.Seconds())}, nil); err != nil {
			return err
		}
		if err := t.run("MERGE (m:Migration {number: $number}) SET m.program = 'undersigned', m.name = $name, m.checksum = $checksum",
			values{"number": m.number, "name": m.name, "checksum": m.checksum}, nil); err != nil {
			return err
		}
		return t.commit()
	})
}
