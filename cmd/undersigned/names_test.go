package main

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// given runs a command line with a text as standard input.
func given(input string, args ...string) (out, note string, status int) {
	var o, e bytes.Buffer
	status = run(context.Background(), args, stdio{strings.NewReader(input), &o, &e})
	return o.String(), e.String(), status
}

// TestNamesPairs: the answer has the shape that the documentation gives, whatever the table's form.
func TestNamesPairs(t *testing.T) {
	for form, table := range map[string]string{
		"comma":     "name1,name2\nLantern Works,\"Lantern Works, Inc.\"\nFAIR,Fair\n",
		"semicolon": "NAME1;x;Name2\nLantern Works;1;Lantern Works, Inc.\nFAIR;2;Fair\n",
		"mark":      "\xEF\xBB\xBFname1\tname2\nLantern Works\tLantern Works, Inc.\nFAIR\tFair\n",
	} {
		out, _, status := given(table, "names", "pairs", "-", "--json")
		var answer struct {
			Pairs []judgedPair `json:"pairs"`
		}
		if err := json.Unmarshal([]byte(out), &answer); err != nil || status != 0 || len(answer.Pairs) != 2 {
			t.Fatalf("%s: status %d, %v: %s", form, status, err, out)
		}
		if p := answer.Pairs[0]; p.A != "Lantern Works" || p.B != "Lantern Works, Inc." || p.Verdict != "same" || p.Score < .9 || p.Why == "" {
			t.Errorf("%s: %+v", form, p)
		}
		if p := answer.Pairs[1]; p.Verdict != "ask" {
			t.Errorf("%s: %+v", form, p)
		}
	}
}

func TestNamesCluster(t *testing.T) {
	table := "id,name\n1,Lantern Works\n2,Tide Watch\n3,The Lantern Works\n4,\n"
	out, _, status := given(table, "names", "cluster", "-", "--column", "name", "--json")
	var answer struct {
		Rows []groupedRow `json:"rows"`
	}
	if err := json.Unmarshal([]byte(out), &answer); err != nil || status != 0 || len(answer.Rows) != 4 {
		t.Fatalf("status %d, %v: %s", status, err, out)
	}
	for i, want := range []int{1, 2, 1, 3} {
		if r := answer.Rows[i]; r.Row != i+1 || r.Group != want {
			t.Errorf("row %d: %+v, want group %d", i+1, r, want)
		}
	}
}

// TestNamesTables: what is no table of names is refused with what to do.
func TestNamesTables(t *testing.T) {
	for table, want := range map[string]string{
		"":                        "has no header",
		"a,b\n1,2\n":              `it has "a", "b"`,
		"\x00\x01\x02name1,name2": "save it as CSV",
	} {
		_, note, status := given(table, "names", "pairs", "-")
		if status != 2 || !strings.Contains(note, want) {
			t.Errorf("%q: status %d, %s", table, status, note)
		}
	}
	if out, _, _ := given("Name,name\nTide Watch,Heron Trust\n", "names", "cluster", "-", "--column", "name"); !strings.Contains(out, "Heron Trust") {
		t.Errorf("of Name and name the other is read: %s", out)
	}
	_, note, status := given("name\nx\n", "names", "cluster", "-", "--column", "name", "--at", "sure")
	if status != 2 || !strings.Contains(note, "likely") {
		t.Errorf("an unknown level: status %d, %s", status, note)
	}
}
