package letter

import (
	"context"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
)

// A table that is called a text is refused with what to do: read as a text, all its rows would be of one letter, or none.
func TestTablesCalledTexts(t *testing.T) {
	for name, c := range map[string]struct {
		data  string
		table bool
	}{
		"commas":            {"organization,letter\nSalt Union,Keep the pool\nPier Friends,Keep the ferry\n", true},
		"tabs":              {"Organisation\tLetter\tDate\r\nSalt Union\tKeep the pool\t2019\r\n", true},
		"a mark in front":   {"\ufeff\n\"organization\";\"letter\"\nSalt Union;Keep the pool\n", true},
		"nothing below":     {"organization,letter\n", false},
		"one letter":        {"organization,country\nSalt Union,Norway\nPier Friends,Chile\n", false},
		"a list":            {"Open letter, signed by\nSalt Union\nPier Friends\n", false},
		"a sentence":        {"Our organization, our letter, our pool\nSalt Union\n", false},
		"a word and others": {"organization,letter,we\nSalt Union,Keep the pool,no\n", false},
	} {
		_, err := Extract(context.Background(), "list.txt", []byte(c.data), medium.Limits{})
		if got := graph.CodeOf(err) == graph.Unsupported && strings.Contains(graph.MessageOf(err), ".csv"); got != c.table || err != nil && !c.table {
			t.Errorf("%s: %v", name, err)
		}
	}
}
