package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/internal/names/search"
	"undersigned/internal/store"
)

// SearchNames implements store.Store. The full-text index holds the words of names as search.Words makes them, parted by blanks,
// so a query is a prefix of each. They hold letters, digits and marks only; what Lucene could take for syntax is escaped all the same.
func (s *Store) SearchNames(ctx context.Context, query string, limit int) ([]store.NameHit, error) {
	words, err := search.QueryWords(query)
	if err != nil {
		return nil, err
	}
	var hits []store.NameHit
	err = s.read(ctx, "searching names", func(t *tx, _ known) error {
		hits = []store.NameHit{}
		if len(words) == 0 || limit < 1 {
			return nil
		}
		return t.run("CALL db.index.fulltext.queryNodes('undersigned_words', $query) YIELD node AS n "+
			"MATCH (n)-[:NAME_OF {kind: 'printed'}]->(:Organization)-[s:SIGNED|WITHDREW]->(l:Letter) WHERE s.name = n.text "+
			"WITH n, count(DISTINCT l) AS letters RETURN n.text AS name, letters", values{"query": luceneQuery(words)}, func(r *row) error {
			hits = append(hits, store.NameHit{Name: r.text("name"), Letters: int(r.number("letters"))})
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(hits, func(a, b store.NameHit) int {
		return cmp.Or(cmp.Compare(b.Letters, a.Letters), compareText(a.Name, b.Name))
	})
	return hits[:min(len(hits), max(limit, 0))], nil
}

func luceneQuery(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(" +")
		for _, r := range w {
			if strings.ContainsRune(`+-&|!(){}[]^"~*?:\/`, r) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
		b.WriteByte('*')
	}
	return b.String()[1:]
}
