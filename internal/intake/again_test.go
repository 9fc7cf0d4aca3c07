package intake

import (
	"testing"

	"undersigned/graph"
	"undersigned/internal/fetch"
	"undersigned/internal/letter"
)

// TestAsRead: a draft that no person saw is the letter that loading its document gives.
func TestAsRead(t *testing.T) {
	d := openDesk(t)
	for name, text := range map[string]string{
		"once":  letterText("Keep the river open", riverNames...),
		"twice": letterText("Keep the river open", append([]string{"River Watch", "Ada Lovelace, professor of numbers", "Ada Lovelace, professor of numbers"}, riverNames...)...),
	} {
		a := d.add("river.txt", text)
		draft, err := letter.Extract(t.Context(), "river.txt", []byte(text), letter.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if want, got := draft.Letter(""), asRead(d.drafts[a.ID].reading); graph.RecordHash(want) != graph.RecordHash(got) {
			t.Errorf("%s: the draft is\n%+v\nloading gives\n%+v", name, got, want)
		}
	}
}

// TestAddStored: where a copy of a stored letter's document is kept, it is read again; else the file has to be given.
func TestAddStored(t *testing.T) {
	d := openDesk(t)
	text := letterText("Keep the river open", riverNames...)
	a := d.add("river.txt", text)
	saved := d.save(a.ID, untouched(&a))
	if _, err := d.AddStored(t.Context(), saved.Letter); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("nothing keeps copies: %v", err)
	}
	folder := t.TempDir()
	d.kept = func(sum string) ([]byte, error) { return fetch.Kept(folder, sum) }
	if _, err := d.AddStored(t.Context(), saved.Letter); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("no copy is kept: %v", err)
	}
	if _, err := (fetch.Result{Data: []byte(text), Name: "river.txt"}).Keep(folder); err != nil {
		t.Fatal(err)
	}
	b, err := d.AddStored(t.Context(), saved.Letter)
	if err != nil || b.SHA256 != a.SHA256 || b.Name != "river.txt" {
		t.Fatalf("%v, %+v", err, b)
	}
	if again, err := d.Again(t.Context(), b.ID, saved.Letter); err != nil || !again.Same {
		t.Errorf("%v, %+v", err, again)
	}
	if _, err := d.AddStored(t.Context(), "nothing"); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("no such letter: %v", err)
	}
}
