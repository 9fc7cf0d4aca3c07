package confidence

import (
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
)

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
	rows := []draft.Row{{Name: "Parents for Pools", Type: "organization"}, {Name: "P4P", Type: "organization"}, {Name: "Harbor Watch Salt Town", Type: "organization"}, {Name: "Harbor Watch", Type: "organization"}, {Name: "ZQX", Type: "organization"}}
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
		if got := countryAfterComma(&draft.Row{Name: name, Country: "France", Text: text}); got != want {
			t.Errorf("%q: a place before the country is %v", text, got)
		}
	}
}

func TestARowThatMayBeTwoAsks(t *testing.T) {
	of := func(name string) float64 {
		row := draft.Row{Name: name, Type: graph.TypeOrganization}
		Alone(&row, &entry.Entry{Text: name, Marked: true})
		return row.Confidence
	}
	if one, two := of("Coastline Riders Union"), of("Coastline Riders Union; Port Elm"); one <= most || two > most {
		t.Errorf("one name has %.2f, two have %.2f", one, two)
	}
	if coded, plain := of("Coastline &8211; Riders Union"), of("Coastline Riders Union"); coded <= most {
		t.Errorf("a character's number gives %.2f, none %.2f", coded, plain)
	}
}
