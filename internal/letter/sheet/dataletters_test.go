package sheet

import (
	"context"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
)

// A list of data whose entries are of several letters is refused with what to do, since as one letter it would tie those who never signed together.
func TestListsOfSeveralLettersAreRefused(t *testing.T) {
	const two = `{"organization":"Salt Union","letter":"Keep the pool"},{"organization":"Pier Friends","letter":"Keep the pool"},{"organization":"Salt Union","letter":"Keep the ferry"}`
	for name, c := range map[string]struct {
		file, data string
		says       string // "": it is read
		rows       int
	}{
		"records":            {"a.json", "[" + two + "]", "2 letters", 0},
		"lines":              {"a.jsonl", strings.ReplaceAll(two, "},{", "}\n{"), "2 letters", 0},
		"below a key":        {"a.json", `{"signatories":[` + two + "]}", "2 letters", 0},
		"YAML":               {"a.yaml", "- organization: Salt Union\n  letter: Keep the pool\n- organization: Pier Friends\n  letter: Keep the pool\n- organization: River Watch\n  letter: Keep the ferry\n", "save it as a table", 0},
		"a list in each":     {"a.json", `[{"letter":"Keep the pool","signatories":["Salt Union","Pier Friends"]},{"letter":"Keep the ferry","signatories":["Salt Union","River Watch"]}]`, "letters of its own (2)", 0},
		"one letter":         {"a.json", strings.ReplaceAll("["+two+"]", "ferry", "pool"), "", 3},
		"what somebody says": {"a.json", `[{"organization":"Salt Union","statement":"We swim."},{"organization":"Pier Friends","statement":"So do we."}]`, "", 2},
	} {
		d, err := extractData(context.Background(), medium.Source{Name: c.file, Data: []byte(c.data), Limits: medium.Limits{}.WithDefaults()})
		switch {
		case c.says == "" && (err != nil || len(d.Signatories) != c.rows):
			t.Errorf("%s: %v, want %d rows", name, err, c.rows)
		case c.says != "" && (graph.CodeOf(err) != graph.Unsupported || !strings.Contains(graph.MessageOf(err), c.says)):
			t.Errorf("%s: %v, want a refusal that says %q", name, err, c.says)
		}
	}
}
