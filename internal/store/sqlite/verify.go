package sqlite

import (
	"context"
	"fmt"

	lib "modernc.org/sqlite/lib"

	"undersigned/graph"
	"undersigned/internal/store"
)

// CheckDatabase lets SQLite look at every page of the file and at every link between rows: what is damaged there may be in no record that is
// read, in an index for instance. store.Verify calls it.
func (s *Store) CheckDatabase(ctx context.Context) (found []store.Finding, err error) {
	if err := s.enter(ctx); err != nil {
		return nil, err
	}
	defer s.open.RUnlock()
	rows, err := s.reader.QueryContext(ctx, "PRAGMA integrity_check(100)")
	if err != nil {
		return s.damaged(ctx, found, err)
	}
	defer rows.Close()
	for rows.Next() {
		var what string
		if err := rows.Scan(&what); err != nil {
			return s.damaged(ctx, found, err)
		}
		if what != "ok" {
			found = append(found, store.Finding{Subject: "file", What: "SQLite says: " + what})
		}
	}
	if err := rows.Err(); err != nil {
		return s.damaged(ctx, found, err)
	}
	if len(found) > 0 {
		return found, nil
	}
	links, err := s.reader.QueryContext(ctx, `SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2`)
	if err != nil {
		return s.damaged(ctx, found, err)
	}
	defer links.Close()
	for links.Next() {
		var table, parent string
		var n int
		if err := links.Scan(&table, &parent, &n); err != nil {
			return s.damaged(ctx, found, err)
		}
		found = append(found, store.Finding{Subject: "table " + table, What: pointAtNothing(n, parent)})
	}
	if err := links.Err(); err != nil {
		return s.damaged(ctx, found, err)
	}
	return found, nil
}

// damaged adds what stopped the check where that is damage; anything else is an error.
func (s *Store) damaged(ctx context.Context, found []store.Finding, err error) ([]store.Finding, error) {
	failure := s.translate(ctx, err, "looking at every page")
	if code := codeOf(err); code != lib.SQLITE_CORRUPT && code != lib.SQLITE_NOTADB && code != lib.SQLITE_IOERR {
		return nil, failure
	}
	return append(found, store.Finding{Subject: "file", What: graph.MessageOf(failure)}), nil
}

func pointAtNothing(n int, parent string) string {
	if n == 1 {
		return "one row belongs to a row of " + parent + " that is not there"
	}
	return fmt.Sprintf("%d rows belong to rows of %s that are not there", n, parent)
}
