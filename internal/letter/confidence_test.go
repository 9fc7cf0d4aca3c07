package letter

import (
	"slices"
	"testing"
)

// TestConfidence asks for the order of rows: what speaks against a row makes it less sure than the same row without it.
func TestConfidence(t *testing.T) {
	const head = "Keep the pool\n\nWe ask the council to keep the old pool open, because our town needs it.\n\nSignatories:\n\n"
	of := func(text, name string) float64 {
		t.Helper()
		d := extract(t, "x.txt", text)
		i := slices.IndexFunc(d.Signatories, func(r Row) bool { return r.Name == name })
		if i < 0 {
			t.Fatalf("%q is not among the rows of\n%s", name, text)
		}
		return d.Signatories[i].Confidence
	}
	plain := of(head+"- Salt Union\n- Pier Friends\n- River Watch\n- Moon Club\n", "Pier Friends")
	if plain < 0.9 {
		t.Errorf("an ordinary item has confidence %.2f", plain)
	}
	for what, text := range map[string]string{
		"a bracket without its partner": head + "- Salt Union\n- Pier Friends (of the\n- River Watch\n- Moon Club\n",
		"an end that goes on":           head + "- Salt Union\n- Pier Friends and\n- River Watch\n- Moon Club\n",
	} {
		name := map[string]string{"a bracket without its partner": "Pier Friends (of the", "an end that goes on": "Pier Friends and"}[what]
		if c := of(text, name); c > plain-0.1 {
			t.Errorf("%s: confidence %.2f, beside %.2f without it", what, c, plain)
		}
	}
	claimed := of("Keep the pool\n\nWe, 4 organizations, ask the council to keep the old pool open.\n\nSignatories:\n\n- Salt Union\n- Pier Friends\n- River Watch\n- Moon Club\n", "Pier Friends")
	missed := of("Keep the pool\n\nWe, 40 organizations, ask the council to keep the old pool open.\n\nSignatories:\n\n- Salt Union\n- Pier Friends\n- River Watch\n- Moon Club\n", "Pier Friends")
	if claimed < plain || missed > plain {
		t.Errorf("confidence %.2f where the claimed number is met, %.2f without a claim, %.2f where it is missed", claimed, plain, missed)
	}
}

// TestLooksOfNames asks what the features of a name see.
func TestLooksOfNames(t *testing.T) {
	for name, want := range map[string][3]bool{ // uneven, speaks, goes open
		"Salt Union":                         {},
		"Our World Is Not For Sale":          {},
		"Salt Union (SU)":                    {},
		"Salt Union (SU":                     {true, false, false},
		"“Salt Union":                        {true, false, false},
		"which was founded by the Salt Club": {false, true, false},
		"Federation of Bakers, Millers and":  {false, false, true},
		"the Parliament’s":                   {false, false, true},
		"Plan B":                             {},
	} {
		if got := [3]bool{uneven(name), speaks(name), goesOpen(name)}; got != want {
			t.Errorf("%q is seen as %v, want %v", name, got, want)
		}
	}
}

// TestRowsBesideRows asks what rows say of each other.
func TestRowsBesideRows(t *testing.T) {
	rows := []Row{{Name: "Parents for Pools", Type: "organization"}, {Name: "P4P", Type: "organization"}, {Name: "Harbor Watch Salt Town", Type: "organization"}, {Name: "Harbor Watch", Type: "organization"}, {Name: "ZQX", Type: "organization"}}
	for i, want := range []bool{false, true, false, false, false} {
		if got := shortFor(rows, i); got != want {
			t.Errorf("%q as an abbreviation of another row: %v", rows[i].Name, got)
		}
	}
	if begins := firstWordsOf(rows); !begins["harborwatch"] || begins["parentsforpools"] {
		t.Errorf("the first words are %v", begins)
	}
	for text, want := range map[string]bool{"Salt Union, Paris, France": true, "Salt Union, A. C., France": false, "Salt Union, Paris | France": false} {
		name := text[:len(text)-len(", France")]
		if got := countryAfterComma(&Row{Name: name, Country: "France", Text: text}); got != want {
			t.Errorf("%q: a place before the country is %v", text, got)
		}
	}
}
