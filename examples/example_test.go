package examples

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/dataset"
	"undersigned/internal/ruling"
)

func read(t *testing.T) graph.Data {
	t.Helper()
	c, err := Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return graph.Data{Letters: c.Letters, Profiles: c.Profiles, Judgements: c.Judgements}
}

func network(t *testing.T) *graph.Network {
	t.Helper()
	data, err := ruling.Complete(t.Context(), read(t))
	if err != nil {
		t.Fatal(err)
	}
	n, err := graph.NewNetwork(data)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestFigures(t *testing.T) {
	c := network(t).Coverage()
	got := [...]int{c.Letters, c.Organizations, c.SeveralLetters, c.Signatures, c.Documents, c.Undated, c.Reported, c.Refused, len(c.Ambiguous)}
	want := [...]int{24, 1643, 384, 2312, 28, 1, 3, 0, 0}
	if got != want {
		t.Errorf("letters, organizations, on several letters, signatures, documents, undated, reported, refused, ambiguous: %v, want %v", got, want)
	}
	if c.First.String() != "2012-04-22" || c.Last.Year != 2021 {
		t.Errorf("the letters date from %s to %s, not 2012 to 2021", c.First, c.Last)
	}
}

func TestHomonymsAreTwoOrganizations(t *testing.T) {
	n := network(t)
	for name, country := range map[string]string{"Common Cause (US)": "United States", "Common Cause (India)": "India"} {
		i, ok := n.Organization(name)
		if !ok {
			t.Errorf("%s is not there", name)
			continue
		}
		if o := n.Organizations()[i]; o.Name != name || o.Country != country {
			t.Errorf("%s is shown as %q of %q", name, o.Name, o.Country)
		}
	}
	us, _ := n.Organization("Common Cause (US)")
	india, _ := n.Organization("Common Cause (India)")
	if a, b := n.Incidence().LettersOf(us), n.Incidence().LettersOf(india); len(a) != 2 || len(b) != 1 {
		t.Errorf("they signed %d and %d letters, not 2 and 1 (in two versions)", len(a), len(b))
	}
}

// TestFactsOnly guards what may stand in the file: no texts, no notes, no persons.
func TestFactsOnly(t *testing.T) {
	f, err := dataset.Parse(Name, Data())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range f.Letters {
		for _, a := range l.Addressees {
			if a.Name != "" {
				t.Errorf("%s: an addressee has a personal name", l.ID)
			}
		}
		if len(l.Quotes)+len(l.LeftOut) > 0 || len(l.Claimed.Text) > 30 {
			t.Errorf("%s holds text of the letter", l.ID)
		}
		for _, d := range l.Documents {
			if d.Text != "" {
				t.Errorf("%s holds the text of %s", l.ID, d.Name)
			}
		}
		for _, s := range l.Signatories {
			if s.Type != "" || s.Note != "" || s.Text != "" || s.Affiliation != "" || s.Evidence != nil || len(s.Country) > 40 || len(s.As) > 150 {
				t.Errorf("%s: signatory %q holds more than its name and country", l.ID, s.As)
			}
		}
	}
	for _, name := range []string{"Bezos", "Zapolsky"} { // addressees whose names the letters print
		if bytes.Contains(Data(), []byte(name)) {
			t.Errorf("the name of a person stands in the file: %s", name)
		}
	}
	var all any
	if err := json.Unmarshal(Data(), &all); err != nil {
		t.Fatal(err)
	}
	eachText(all, func(text string) {
		if len(text) > 240 || strings.Count(text, ". ") > 3 {
			t.Errorf("a long text stands in the file: %.60s...", text)
		}
	})
}

func eachText(v any, see func(string)) {
	switch v := v.(type) {
	case string:
		see(v)
	case []any:
		for _, e := range v {
			eachText(e, see)
		}
	case map[string]any:
		for _, e := range v {
			eachText(e, see)
		}
	}
}

func BenchmarkChange(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Change(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
