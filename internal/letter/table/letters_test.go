package table

import "testing"

func TestLetters(t *testing.T) {
	header := []string{"organization", "letter"}
	for name, c := range map[string]struct {
		header []string
		rows   [][]string
		want   int
	}{
		"somebody again":      {header, [][]string{{"Salt Union", "Keep the pool"}, {"Salt Union", "Keep the ferry"}}, 2},
		"a letter again":      {header, [][]string{{"Salt Union", "Keep the pool"}, {"Pier Friends", "Keep the pool"}, {"River Watch", "Keep the ferry"}}, 2},
		"one letter":          {header, [][]string{{"Salt Union", "Keep the pool"}, {"Pier Friends", "keep the pool"}}, 0},
		"each row another":    {header, [][]string{{"Salt Union", "We swim"}, {"Pier Friends", "So do we"}}, 0},
		"no such column":      {[]string{"organization", "city"}, [][]string{{"Salt Union", "Lota"}, {"Salt Union", "Oslo"}}, 0},
		"a name is not there": {header, [][]string{{"Salt Union", "Keep the pool"}, {"", "Keep the ferry"}, {"Pier Friends", ""}}, 0},
	} {
		if _, n := Judge(nil, c.header, c.rows).Letters(c.rows); n != c.want {
			t.Errorf("%s: %d letters, want %d", name, n, c.want)
		}
	}
}
