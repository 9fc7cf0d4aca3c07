package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExtractWhy asks for both outputs of a letter of our own: a row with what decided it, and a line that was left out.
func TestExtractWhy(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pool.txt")
	if err := os.WriteFile(file, []byte("We keep the pool open because our town needs it and we all swim.\n\nSigned by the following organizations:\n\nSalt Union [2]\nPier Friends\nwww.salt.example\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out := must(t, t.TempDir(), "extract", file, "--why")
	for _, s := range []string{
		"list 1  lines 5 to 7, 3 entries, announced: taken at ",
		"    1  Salt Union  organization, line 5, list 1, confidence ",
		"         found: a heading or sentence announces it; what announces it speaks of organizations\n",
		"         read as a line\n",
		`         organization: a heading or sentence says that organizations sign here; "Union" is a word that organizations have` + "\n",
		`         rule phrase.marks: Marks of footnotes at the end of a name are cut off. Without it, it would be read as "Salt Union [2]".` + "\n",
		"       www.salt.example, line 7: an address or a link, not a name\n",
		"rules that decided for the document\n",
	} {
		if !strings.Contains(out, s) {
			t.Errorf("it does not say %q but\n%s", s, out)
		}
	}
	var why struct {
		Draft struct {
			Signatories []struct{ Name string }
		}
		Rows []struct {
			List  int
			Found []string
			Rules []struct{ ID, Kind, Says, Without string }
		}
		LeftOut []struct {
			Line int
			Why  string
		} `json:"left_out"`
	}
	if err := json.Unmarshal([]byte(must(t, t.TempDir(), "extract", file, "--why", "--json")), &why); err != nil {
		t.Fatal(err)
	}
	if len(why.Rows) != 2 || len(why.Rows) != len(why.Draft.Signatories) || why.Rows[0].List != 0 || len(why.Rows[0].Found) != 2 {
		t.Fatalf("the JSON has %+v", why)
	}
	if last := why.LeftOut[len(why.LeftOut)-1]; last.Line != 7 || last.Why != "an address or a link, not a name" {
		t.Errorf("the last line is left out so: %+v", last)
	}
	found := false
	for _, r := range why.Rows[0].Rules {
		found = found || r.ID == "phrase.marks" && r.Kind == "pattern" && strings.Contains(r.Without, "[2]")
	}
	if !found {
		t.Errorf("the first row's rules are %+v", why.Rows[0].Rules)
	}
}
