package evaluate

import (
	"slices"
	"testing"

	"undersigned/graph"
)

// TestReadGold asks for every field of the form, and which ones a file gives.
func TestReadGold(t *testing.T) {
	g, err := ReadGold("a.json", []byte(`{"document": "letters/a.txt", "id": "a", "date": null, "dates_ok": ["2021"], "claimed": {"individuals": null}, "signatory_kind": "signed",
		"signatories": [{"as": "Salt Union", "type": "organization"}, {"as": "Rosa", "type": "person"}],
		"accept": {"Salt Union": ["SU", "Union of Salt"], "Pier": ["SU"], "A {b}": []}, "optional": ["Moon"], "notes": "a field that nobody reads"}`))
	if err != nil {
		t.Fatal(err)
	}
	if g.ID != "a" || !slices.Equal(g.dates(), []string{"2021"}) || !slices.Equal(g.organizations(), []string{"Salt Union"}) || !slices.Equal(g.Optional, []string{"Moon"}) {
		t.Errorf("the gold is %+v", g)
	}
	if len(g.Accept) != 3 || g.Accept[0].Name != "Salt Union" || !slices.Equal(g.Accept[0].Forms, []string{"SU", "Union of Salt"}) || g.Accept[1].Name != "Pier" || g.Accept[2].Name != "A {b}" {
		t.Errorf("other forms, in the file's order: %q", g.Accept)
	}
	for field, want := range map[string]bool{"date": true, "kind": false, "individuals": false, "claimed.individuals": true, "claimed.organizations": false, "targets": false} {
		if g.Gives(field) != want {
			t.Errorf("the gold gives %s: %v", field, !want)
		}
	}
	for _, broken := range []string{"{", `{"accept": ["Salt Union"]}`, `{"accept": {"Salt Union": "SU"}}`} {
		if _, err := ReadGold("x/g.json", []byte(broken)); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("a broken gold file: %v", err)
		}
	}
}

// TestNotGiven asks that nothing is counted of what a gold does not give.
func TestNotGiven(t *testing.T) {
	g, err := ReadGold("a.json", []byte(`{"document": "a.txt", "signatories": [], "claimed": {"organizations": 3}}`))
	if err != nil {
		t.Fatal(err)
	}
	three, four := 3, 4
	d := Document{draft: draftOf("2021", "Salt Union"), gold: g}
	d.draft.Kind, d.draft.Targets, d.draft.Claimed.Organizations, d.draft.Claimed.Individuals = "letter", []string{"Pools"}, &three, &four
	d.score()
	o := addUp([]Document{d})
	if none := (Tally{}); o.Persons != none || o.Dates != none || o.Invented != 0 || o.Kinds != none || o.Targets != none || o.Addressed != none || o.Claims != (Tally{1, 1}) {
		t.Errorf("counted: %+v", o)
	}
	g.given["date"] = true
	d.gold = g
	d.score()
	if o := addUp([]Document{d}); o.Invented != 1 {
		t.Errorf("a date where the gold says that there is none is counted %d times", o.Invented)
	}
}
