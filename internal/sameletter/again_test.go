package sameletter

import (
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

// listOf is a letter of names, one a line; a name may have more after it: "=FORM" its printed form where a person corrected it, "@LINE" its line.
func listOf(id string, names ...string) *graph.Letter {
	l := &graph.Letter{ID: id, Title: "Lamps", Kind: "letter", Documents: []graph.Document{{ID: "d", Name: "a.txt", SHA256: "d"}}, Signatures: []graph.Signature{}}
	for i, n := range names {
		name, form, corrected := strings.Cut(n, "=")
		e := graph.Evidence{Document: "d", Line: 10 + i, Position: i + 1, Text: name, Extractor: "letter/1"}
		if corrected {
			e.Text, e.Form, e.Extractor = form, form, "letter/1; corrected by person: Ada"
		}
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: i + 1,
			Confidence: .9, Evidence: []graph.Evidence{e}})
	}
	return l
}

func namesOf(rows []Row) (names []string) {
	for _, r := range rows {
		names = append(names, r.Name)
	}
	return names
}

func signers(l *graph.Letter) (names []string) {
	for _, s := range l.Signatures {
		names = append(names, s.Name)
	}
	return names
}

func TestAgain(t *testing.T) {
	for _, c := range []struct {
		name                  string
		old, fresh            *graph.Letter
		want, new, gone, kept string // names with bars between them
	}{
		{"nothing else", listOf("l", "Moon", "Sun"), listOf("m", "Moon", "Sun"), "Moon|Sun", "", "", ""},
		{"a row more and a row fewer", listOf("l", "Moon", "Sun"), listOf("m", "Moon", "Star"), "Moon|Star", "Star", "Sun", ""},
		{"a corrected name stays", listOf("l", "Moon", "Sun Club=Sun Cub"), listOf("m", "Moon", "Sun Cub"), "Moon|Sun Club", "", "", "Sun Club"},
		{"a corrected name stays where the reader finds no row any more", listOf("l", "Moon", "Sun Club=Sun Cub"), listOf("m", "Moon"), "Moon|Sun Club", "", "", ""},
		{"the reader now reads what the person wrote", listOf("l", "Moon", "Sun Club=Sun Cub"), listOf("m", "Moon", "Sun Club"), "Moon|Sun Club", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, after := graph.RecordHash(*c.old), graph.RecordHash(*c.fresh)
			l, d := Again(c.old, c.fresh, false)
			for what, pair := range map[string][2]string{"the letter has": {strings.Join(signers(&l), "|"), c.want}, "new is": {strings.Join(namesOf(d.New), "|"), c.new},
				"gone is": {strings.Join(namesOf(d.Gone), "|"), c.gone}, "kept is": {strings.Join(namesOf(d.Kept), "|"), c.kept}} {
				if pair[0] != pair[1] {
					t.Errorf("%s %q, want %q", what, pair[0], pair[1])
				}
			}
			if l.ID != "l" || d.None() != (c.new == "" && c.gone == "") {
				t.Errorf("the letter is %s, and none: %t", l.ID, d.None())
			}
			if before != graph.RecordHash(*c.old) || after != graph.RecordHash(*c.fresh) {
				t.Error("a letter that was given was changed")
			}
		})
	}
}

func TestAgainKeepsWhatPersonsLeftOut(t *testing.T) {
	old, fresh := listOf("l", "Moon"), listOf("l", "Moon", "Contact us")
	old.LeftOut = []graph.LeftOut{{Line: 11, Text: "Contact us", Why: "left out by person: Ada"}, {Line: 3, Text: "x", Why: "no name"}}
	fresh.LeftOut = []graph.LeftOut{{Line: 4, Text: "y", Why: "no name"}}
	l, d := Again(old, fresh, false)
	if got := signers(&l); !slices.Equal(got, []string{"Moon"}) || !d.None() || !slices.Equal(namesOf(d.Kept), []string{"Contact us"}) {
		t.Errorf("the letter has %q, the difference is %+v", got, d)
	}
	if want := []graph.LeftOut{fresh.LeftOut[0], old.LeftOut[0]}; !slices.Equal(l.LeftOut, want) {
		t.Errorf("left out is %+v, want %+v", l.LeftOut, want)
	}
}

func TestAgainKeepsWhatPersonsSaw(t *testing.T) {
	old, fresh := listOf("l", "Moon", "Ada Lamp"), listOf("m", "Moon", "Ada Lamp")
	old.Signatures[1].Type, old.Signatures[1].Capacity = graph.TypePerson, graph.AsIndividual
	old.Date, fresh.Date = graph.Date{Year: 2021}, graph.Date{Year: 2020}
	fresh.Title, fresh.Documents[0].Name = "Other lamps", "b.txt"
	if l, d := Again(old, fresh, true); !d.None() || l.Date != old.Date || l.Title != "Lamps" || l.Signatures[1].Type != graph.TypePerson || l.Documents[0].Name != "a.txt" {
		t.Errorf("saved by a person: %+v, %+v", l, d)
	}
	l, d := Again(old, fresh, false)
	if l.Date != fresh.Date || len(d.Fields) != 2 || len(d.Changed) != 1 || d.Changed[0].Name != "Ada Lamp" || d.Changed[0].Fields[0] != (Field{"type", "person", "organization"}) {
		t.Errorf("loaded: %+v, %+v", l, d)
	}
}

// TestAgainKeepsConfirmations asks that a reading that a person confirmed stays so while its doubts are the same.
func TestAgainKeepsConfirmations(t *testing.T) {
	old, fresh := listOf("l", "Moon"), listOf("l", "Moon")
	old.Doubtful, old.Checked = []string{"2 organizations claimed, 1 found"}, &graph.Check{By: "person: Ada"}
	fresh.Doubtful = slices.Clone(old.Doubtful)
	if l, _ := Again(old, fresh, false); l.Checked == nil || l.Checked.By != "person: Ada" {
		t.Errorf("the same doubts: %+v", l.Checked)
	}
	fresh.Doubtful = []string{"page 2 is a picture"}
	if l, d := Again(old, fresh, false); l.Checked != nil || d.None() {
		t.Errorf("another doubt: %+v, %+v", l.Checked, d)
	}
}
