package sqlite

import (
	"context"
	"strings"

	"undersigned/internal/names/search"
	"undersigned/internal/store"
)

// nameNumber returns the number of a name and makes it where there is none.
func (c *change) nameNumber(text string) (int64, error) {
	if n, ok := c.names[text]; ok {
		return n, nil
	}
	var number int64
	found, err := c.row("SELECT number FROM name WHERE text = ?", []any{text}, []any{&number})
	if err != nil {
		return 0, err
	}
	if !found {
		result, err := c.exec("INSERT INTO name (text) VALUES (?)", text)
		if err != nil {
			return 0, err
		}
		if number, err = result.LastInsertId(); err != nil {
			return 0, err
		}
		for _, word := range search.Words(text) {
			if _, err := c.exec("INSERT INTO name_word (word, name) VALUES (?, ?)", word, number); err != nil {
				return 0, err
			}
		}
	}
	c.names[text] = number
	return number, nil
}

// dropLooseNames deletes the names that no signature bears any more: what was removed leaves nothing behind.
func (c *change) dropLooseNames() error {
	for _, used := range c.names {
		delete(c.loose, used)
	}
	for number := range c.loose {
		var text string
		gone, err := c.row("DELETE FROM name WHERE number = ? AND NOT EXISTS (SELECT 1 FROM signature WHERE name = ?) RETURNING text",
			[]any{number, number}, []any{&text})
		if err != nil {
			return err
		}
		if !gone {
			continue
		}
		for _, word := range search.Words(text) {
			if _, err := c.exec("DELETE FROM name_word WHERE word = ? AND name = ?", word, number); err != nil {
				return err
			}
		}
	}
	return nil
}

// SearchNames implements store.Store. Words are compared as bytes in UTF-8, whose order is that of code points; the words
// that begin with w are those from w up to w followed by the last code point.
func (s *Store) SearchNames(ctx context.Context, query string, limit int) ([]store.NameHit, error) {
	hits := []store.NameHit{}
	words, err := search.QueryWords(query)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, "searching names", func(v *view) error {
		if len(words) == 0 || limit < 1 {
			return nil
		}
		var found []string
		var args []any
		for _, w := range words {
			found = append(found, "SELECT name FROM name_word WHERE word >= ? AND word < ?")
			args = append(args, w, w+"\U0010ffff")
		}
		rows, err := v.query(`SELECT name.text, hit.letters FROM (
				SELECT signature.name AS number, count(DISTINCT signature.letter) AS letters FROM signature
				WHERE signature.name IN (`+strings.Join(found, " INTERSECT ")+`) AND signature.type = 'organization'
				GROUP BY signature.name) AS hit
			JOIN name ON name.number = hit.number ORDER BY hit.letters DESC, name.text LIMIT ?`, append(args, limit)...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var h store.NameHit
			if err := rows.Scan(&h.Name, &h.Letters); err != nil {
				return err
			}
			hits = append(hits, h)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, err
	}
	return hits, nil
}
