package evaluate

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
)

func run(t *testing.T, only ...string) *Extraction {
	t.Helper()
	e, err := Extract(context.Background(), []string{"testdata/gold"}, only)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestExtract adds up by hand: 2 of 3 names right in one letter, nothing in a document that names somebody only, one name missing in a picture.
func TestExtract(t *testing.T) {
	e := run(t)
	if len(e.Documents) != 3 {
		t.Fatalf("%d documents, want 3: JSON of another form is passed over", len(e.Documents))
	}
	news, pool, scan := e.Documents[0], e.Documents[1], e.Documents[2]
	if news.F1 != 1 || news.Expected != 0 || news.Found != 0 {
		t.Errorf("mentioned names count: %+v", news)
	}
	if pool.Expected != 3 || pool.Found != 3 || pool.Right != 2 || len(pool.Missing) != 1 || pool.Missing[0] != "Moon Club" || len(pool.Extra) != 1 || pool.Extra[0] != "River Watch Network" {
		t.Errorf("the letter's names: %+v", pool)
	}
	if !pool.Date.Right || !pool.Kind.Right || !pool.Claimed.Right || pool.Claimed.Wanted != "3/-" || pool.Targets.Right || pool.Targets.Both != 0 || !pool.Persons.Right {
		t.Errorf("the letter's other values: %+v", pool)
	}
	if scan.Error == "" || scan.F1 != 0 || scan.Date.Right || scan.Persons.Right || len(scan.Missing) != 1 {
		t.Errorf("what cannot be read counts as a miss: %+v", scan)
	}
	o := e.Overall
	if o.Expected != 4 || o.Found != 3 || o.Right != 2 || o.F1 != 0.57143 || o.Unread != 1 || o.Good != (Tally{0, 2}) || o.Macro != 0.33333 || o.Lowest != 0 {
		t.Errorf("overall: %+v", o)
	}
	if o.Dates != (Tally{1, 2}) || o.Negatives != (Tally{1, 1}) || o.Claims != (Tally{2, 3}) || o.Persons != (Tally{2, 3}) {
		t.Errorf("overall counts: %+v", o)
	}
}

func TestOnly(t *testing.T) {
	names, err := ReadList("testdata/two.txt")
	if err != nil {
		t.Fatal(err)
	}
	if e := run(t, names...); len(e.Documents) != 2 || e.Overall.Unread != 0 {
		t.Errorf("the list keeps %d documents, want 2", len(e.Documents))
	}
	if _, err := Extract(context.Background(), []string{"testdata/gold"}, []string{"letters/none.txt"}); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a listed document without gold gives %v, want not found", err)
	}
	if _, err := ReadList("testdata/none.txt"); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a missing list gives %v, want not found", err)
	}
}

// TestOutput asks that all three forms hold the figures and are the same bytes twice.
func TestOutput(t *testing.T) {
	write := func() (text, table, object []byte) {
		e := run(t)
		var a, b bytes.Buffer
		if err := e.WriteText(&a, true); err != nil {
			t.Fatal(err)
		}
		if err := e.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		c, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		return a.Bytes(), b.Bytes(), c
	}
	text, table, object := write()
	text2, table2, object2 := write()
	if !bytes.Equal(text, text2) || !bytes.Equal(table, table2) || !bytes.Equal(object, object2) {
		t.Error("two runs write other bytes")
	}
	for _, want := range []string{"F1 0.5714 (micro; 4 in the gold, 3 found, 2 right)", "missing Moon Club", "extra   River Watch Network", "NOT READ", "negatives 1 of 1"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the text has no %q:\n%s", want, text)
		}
	}
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil || len(rows) != 5 || rows[4][0] != "all" || rows[4][10] != "0.57143" {
		t.Errorf("the CSV is %q (%v)", rows, err)
	}
	if strings.Contains(string(object), "null") {
		t.Errorf("the JSON has null where a list is expected: %s", object)
	}
}

func TestBadGold(t *testing.T) {
	for name, content := range map[string]string{
		"broken JSON":      `{"document": `,
		"a way out":        `{"document": "../../x", "signatories": []}`,
		"no gold file":     `[]`,
		"wrong value type": `{"document": "a.txt", "signatories": [], "individuals": "many"}`,
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.json"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Extract(context.Background(), []string{dir}, nil); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%s gives %v, want invalid", name, err)
		}
	}
	if _, err := Extract(context.Background(), []string{"testdata/none"}, nil); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a missing folder gives %v, want not found", err)
	}
}
