package letter_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

func table(t *testing.T, name, text string) []graph.Letter {
	t.Helper()
	letters, err := letter.Table(context.Background(), name, []byte(text), letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return letters
}

func TestTableOfManyLetters(t *testing.T) {
	data, err := os.ReadFile("testdata/table-of-letters/input.csv")
	if err != nil {
		t.Fatal(err)
	}
	letters := table(t, "folder/signatures.csv", string(data))
	if len(letters) != 2 {
		t.Fatalf("%d letters, want 2", len(letters))
	}
	l := letters[0]
	if l.Title != "Keep the ferry" || l.Date.String() != "2020-05-01" || len(l.Targets) != 1 || l.Targets[0].Name != "Harbor Authority" || l.ID != graph.LetterID("Keep the ferry", "Keep the ferry") {
		t.Errorf("the first letter is %+v", l)
	}
	if l.Documents[0].Name != "signatures.csv" || l.Documents[0].Medium != "table" || strings.Contains(l.Documents[0].Text, "archive") {
		t.Errorf("its document is %+v", l.Documents[0])
	}
	s := l.Signatures[0]
	if s.Name != "Islanders' Assembly" || s.Country != "Norway" || s.Note != `signed "early"` || s.Status != graph.Listed || s.Evidence[0].Line != 2 || !strings.Contains(s.Evidence[0].Text, "Harbor Authority") {
		t.Errorf("its first signature is %+v", s)
	}
	if l.Signatures[1].Status != graph.Withdrawn {
		t.Errorf("its second signature is %+v", l.Signatures[1])
	}
	if d := letters[1].Date.String(); d != "2021-03" || letters[1].Signatures[0].Name != "Reading Rooms, Inc." {
		t.Errorf("the second letter: %s, %+v", d, letters[1].Signatures)
	}
}

// TestTableWithLettersInTurns: rows of one letter need not stand together.
func TestTableWithLettersInTurns(t *testing.T) {
	var text strings.Builder
	text.WriteString("organization,letter\n")
	for _, name := range []string{"Salt Union", "Pier Friends", "River Watch"} {
		for _, l := range []string{"a", "b", "c", "d", "e"} {
			text.WriteString(name + "," + l + "\n")
		}
	}
	letters := table(t, "x.csv", text.String())
	if len(letters) != 5 {
		t.Fatalf("%d letters, want 5", len(letters))
	}
	for _, l := range letters {
		if len(l.Signatures) != 3 || strings.Count(l.Documents[0].Text, "\n") != 2 || !strings.HasPrefix(l.Documents[0].Text, "Salt Union") {
			t.Errorf("letter %q has %d signatures and the text %q", l.Title, len(l.Signatures), l.Documents[0].Text)
		}
	}
}

// TestTableForms reads the same two signatures in several forms of file.
func TestTableForms(t *testing.T) {
	for name, text := range map[string]string{
		"a.csv": "Organization,Country\nSalt Union,Chile\nPier Friends,Ghana\n",
		"b.csv": "\ufeff\"Name of Organisation\";\"Land\"\n\"Salt Union\";Chile\n\"Pier Friends\";Ghana\n",
		"c.tsv": "SIGNATORY\tCOUNTRY\tExtra\nSalt Union\tChile\tx\n\nPier Friends\tGhana\n",
		"d.csv": "No.|Group|Country\r\n1|Salt Union|Chile\r\n2|Pier Friends|Ghana\r\n",
		"e.csv": "country,organização\nChile, Salt Union\nGhana,Pier   Friends\n",
	} {
		letters := table(t, name, text)
		if len(letters) != 1 || len(letters[0].Signatures) != 2 || letters[0].Signatures[0].Name != "Salt Union" || letters[0].Signatures[1].Name != "Pier Friends" || letters[0].Signatures[1].Country != "Ghana" {
			t.Errorf("%s: %+v", name, letters)
		}
	}
}

func TestTableOfPersonsAndLists(t *testing.T) {
	l := table(t, "2021-05-06_pool.csv", "Name,Affiliation,Type\nRosa Lind,Swim School,person\nSalt Union,,organization\n")[0]
	if l.Signatures[0].Type != graph.TypePerson || l.Signatures[0].Affiliation != "Swim School" || l.Signatures[1].Type != graph.TypeOrganization || l.Date.String() != "2021-05-06" || l.Title != "2021 05 06 pool" {
		t.Errorf("%+v", l)
	}
	letters := table(t, "x.csv", "Letter,Date,Signed by\nKeep the pool,5 May 2021,Salt Union; Pier Friends;\nKeep the pier,,River Watch\n")
	if len(letters) != 2 || len(letters[0].Signatures) != 2 || letters[0].Date.String() != "2021-05-05" || letters[1].Signatures[0].Name != "River Watch" {
		t.Errorf("%+v", letters)
	}
}

func TestTableRefused(t *testing.T) {
	for _, c := range []struct {
		text string
		code graph.Code
		says []string
	}{
		{"", graph.Invalid, []string{"empty"}},
		{"a,b\n1,2\n", graph.Invalid, []string{"row 1", "organization", `"a", "b"`}},
		{"organization\n", graph.Invalid, []string{"no rows"}},
		{"letter,organization\nx,\n", graph.Invalid, []string{"row 2", `"organization" is empty`}},
		{"letter,organization\n,y\n", graph.Invalid, []string{"row 2", `"letter" is empty`}},
		{"organization,date\ny,soon\n", graph.Invalid, []string{"row 2", `"date"`, "soon"}},
		{"letter,organization,date\nx,y,2020\nx,z,2021\n", graph.Conflict, []string{"row 3", "2021", "2020"}},
		{"organization,status\ny,perhaps\n", graph.Invalid, []string{"row 2", "perhaps", "withdrawn"}},
		{"organization,kind\ny,song\n", graph.Invalid, []string{"row 2", "song"}},
		{"organization\n***\n", graph.Invalid, []string{"row 2", "no letters"}},
		{"organization,letter\n\"Salt Union,x\n", graph.Invalid, []string{"row 2", "not closed"}},
		{"organization,letter\nSalt Union, Inc.,x\n", graph.Invalid, []string{"row 2", "3 cells", "in quotation marks"}},
		{"organization,organization,letter\nA,B,x\n", graph.Invalid, []string{"row 1", `"organization" and "organization"`}},
		{"organization,letter,title\nA,x,y\n", graph.Invalid, []string{"row 1", `"letter" and "title"`}},
		{"\x89PNG\r\n", graph.Unsupported, []string{"PNG"}},
	} {
		_, err := letter.Table(context.Background(), "x.csv", []byte(c.text), letter.Limits{})
		if graph.CodeOf(err) != c.code {
			t.Errorf("%q: %v, want %s", c.text, err, c.code)
		}
		for _, s := range c.says {
			if !strings.Contains(graph.MessageOf(err), s) {
				t.Errorf("%q: the message %q does not say %q", c.text, graph.MessageOf(err), s)
			}
		}
	}
	_, err := letter.Table(context.Background(), "x.csv", []byte("organization\n"+strings.Repeat("Salt\n", 20)), letter.Limits{Rows: 10})
	if graph.CodeOf(err) != graph.TooLarge {
		t.Errorf("too many rows: %v", err)
	}
}

// Rows are counted once against the limit.
func TestRowsAreCountedOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("organization,letter\n")
	for i := range 60 {
		fmt.Fprintf(&b, "Pier %d Union,Letter %d\n", i, i/20)
	}
	letters, err := letter.Table(t.Context(), "a.csv", []byte(b.String()), letter.Limits{Lines: 100})
	if err != nil || len(letters) != 3 {
		t.Errorf("60 rows where 100 are allowed: %d letters, %v", len(letters), err)
	}
	if _, err := letter.Table(t.Context(), "a.csv", []byte(b.String()), letter.Limits{Lines: 50}); graph.CodeOf(err) != graph.TooLarge {
		t.Errorf("60 rows where 50 are allowed: %v", err)
	}
}

// A column that says it is of targets is, though the names in it look like those of organizations.
func TestTargetsByTheirHeader(t *testing.T) {
	for _, head := range []string{"organization,country,letter,date,target", "Organization,Country,Letter,Date,Addressee"} {
		letters := table(t, "a.csv", head+"\nSalt Club,Malta,Pool letter,2019-01-02,City Council\nMoon Club,Malta,Pool letter,2019-01-02,City Council\nSun Club,Malta,Dam letter,2021-05-01,Ministry of Water\n")
		var targets []string
		for _, l := range letters {
			for _, to := range l.Targets {
				targets = append(targets, l.Title+": "+to.Name)
			}
		}
		if got := strings.Join(targets, "; "); len(letters) != 2 || !strings.Contains(got, "Pool letter: City Council") || !strings.Contains(got, "Dam letter: Ministry of Water") {
			t.Errorf("%s: %d letters, %s", head, len(letters), got)
		}
	}
}
