package load

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

const lamps = "12 May 2021\n\nOpen letter on lamps\n\nDear Members of the Board,\n\nPlease keep the lamps of the town lit, at once and for good.\n\nSigned by the following organizations:\n\nFriends of the Lamp\nNorthern Readers League\nOpen Shelf Foundation\n"

// asOlderReader changes the stored letter as a reader might have left it, and a person after that.
func asOlderReader(t *testing.T, s store.Store, change func(l *graph.Letter), actor string) graph.Letter {
	t.Helper()
	data, err := s.Snapshot(t.Context())
	if err != nil || len(data.Letters) != 1 {
		t.Fatalf("%d letters, %v", len(data.Letters), err)
	}
	l := data.Letters[0]
	change(&l)
	if _, err := s.Put(t.Context(), store.Change{Letters: []graph.Letter{l}, Actor: actor}); err != nil {
		t.Fatal(err)
	}
	return l
}

func names(l graph.Letter) (out []string) {
	for _, s := range l.Signatures {
		out = append(out, s.Name)
	}
	return out
}

func TestReadAgain(t *testing.T) {
	s := openStore(t)
	dir := folder(t, map[string]string{"lamps.txt": lamps})
	mustLoad(t, &Loader{Store: s}, Input{Paths: []string{dir}})
	again := func(write bool, paths ...string) *Again {
		t.Helper()
		a, err := (&Loader{Store: s}).ReadAgain(t.Context(), paths, write)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	if a := again(true, dir); len(a.Letters) != 1 || !a.Letters[0].None() || a.Letters[0].Differs || a.Written != 0 || len(a.NotGiven) != 0 {
		t.Fatalf("the same reader again: %+v", a)
	}

	// An older reader did not see the last name; a person corrected the second, and left a line out.
	old := asOlderReader(t, s, func(l *graph.Letter) {
		l.Signatures = slices.Clone(l.Signatures[:2])
		e := slices.Clone(l.Signatures[1].Evidence)
		e[0].Form, e[0].Extractor = l.Signatures[1].Name, e[0].Extractor+"; corrected by person: Ada"
		l.Signatures[1].Name, l.Signatures[1].Evidence = "Northern League of Readers", e
		l.ID, l.Title = l.ID+"-old", "An older title"
	}, "person: Ada")
	first, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range first.Letters { // the older reader gave another id
		if l.ID != old.ID {
			if _, err := s.RemoveLetter(t.Context(), l.ID, "test"); err != nil {
				t.Fatal(err)
			}
		}
	}
	before := contentOf(t, s)
	a := again(false, dir)
	r := a.Letters[0]
	if r.Letter != old.ID || len(r.New) != 1 || r.New[0].Name != "Open Shelf Foundation" || len(r.Gone) != 0 || len(r.Kept) != 1 || r.Kept[0].Name != "Northern League of Readers" || r.Title != "An older title" {
		t.Errorf("the difference is %+v", r)
	}
	if a.Written != 0 || r.Written || contentOf(t, s) != before {
		t.Error("something was written unasked")
	}
	if a := again(true, dir); a.Written != 1 || !a.Letters[0].Written {
		t.Errorf("asked to write: %+v", a)
	}
	l, err := s.Letter(t.Context(), old.ID)
	if want := []string{"Friends of the Lamp", "Northern League of Readers", "Open Shelf Foundation"}; err != nil || !slices.Equal(names(l), want) {
		t.Errorf("stored are %q (%v), want %q", names(l), err, want)
	}
	if a := again(true, dir); !a.Letters[0].None() || a.Written != 0 || a.Letters[0].Title != "An older title" {
		t.Errorf("once more: %+v", a)
	}
	entries, err := s.Audit(t.Context(), 0, 100)
	if err != nil || entries[len(entries)-1].Actor != store.ActorAgain {
		t.Errorf("the log ends with %+v (%v)", entries[len(entries)-1], err)
	}
}

func TestReadAgainSaysWhatIsNotGivenOrNotStored(t *testing.T) {
	s := openStore(t)
	mustLoad(t, &Loader{Store: s}, Input{Paths: []string{folder(t, map[string]string{"lamps.txt": lamps})}})
	other := folder(t, map[string]string{"other.txt": strings.Replace(lamps, "lamps", "bridges", 1)})
	a, err := (&Loader{Store: s}).ReadAgain(t.Context(), []string{other}, true)
	if err != nil || len(a.Letters) != 1 || a.Letters[0].Letter != "" || a.Written != 0 || len(a.NotGiven) != 1 || a.NotGiven[0].Document != "lamps.txt" {
		t.Errorf("%+v, %v", a, err)
	}
	data := folder(t, map[string]string{"set.json": dataSet("one", "A")})
	if a, err := (&Loader{Store: s}).ReadAgain(t.Context(), []string{data}, true); graph.CodeOf(err) != graph.Invalid || len(a.Failed) != 1 {
		t.Errorf("a data set: %+v, %v", a, err)
	}
	if _, err := (&Loader{Store: s, Copies: filepath.Join(data, "copies")}).ReadAgain(t.Context(), nil, false); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("nothing given and no copy: %v", err)
	}
}

func TestReadAgainTakesKeptCopies(t *testing.T) {
	s := openStore(t)
	mustLoad(t, &Loader{Store: s}, Input{Paths: []string{folder(t, map[string]string{"2019-03-04 lamps.txt": lamps})}})
	sum := sha256.Sum256([]byte(lamps))
	copies := folder(t, map[string]string{hex.EncodeToString(sum[:]) + ".txt": lamps, strings.Repeat("0", 64) + ".txt": "of another store"})
	a, err := (&Loader{Store: s, Copies: copies}).ReadAgain(t.Context(), nil, true)
	if err != nil || len(a.Letters) != 1 || a.Letters[0].Differs || len(a.NotGiven) != 0 {
		t.Errorf("%+v, %v", a, err)
	}
}
