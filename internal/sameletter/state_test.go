package sameletter

import (
	"reflect"
	"testing"

	"undersigned/graph"
)

// printed is a state of one letter, of one document.
func printed(name, published, retrieved string, names ...string) *graph.Letter {
	l := record("l", "letter", "We ask you to keep the pool.", nil, names...)
	l.Documents[0].Name, l.Documents[0].Published, l.Documents[0].Retrieved = name, published, retrieved
	return &l
}

func TestState(t *testing.T) {
	const a, b, early, late = "https://a.example/", "https://b.example/", "2026-01-02T03:04:05Z", "2026-02-02T03:04:05Z"
	for name, c := range map[string]struct {
		old, new                   *graph.Letter
		file, published, retrieved string
		differs                    bool
	}{
		"the same":                            {printed("x", a, early, "Salt"), printed("x", a, early, "Salt"), "x", a, early, false},
		"a copy with another name":            {printed("x", "", "", "Salt"), printed("y", "", "", "Salt"), "x", "", "", false},
		"a copy whose name comes first":       {printed("y", "", "", "Salt"), printed("x", "", "", "Salt"), "x", "", "", true},
		"a document of no name gets one":      {printed("", "", "", "Salt"), printed("x", "", "", "Salt"), "x", "", "", true},
		"the page as a file":                  {printed("x", a, early, "Salt"), printed("x", "", "", "Salt"), "x", a, early, false},
		"the page as a file, with other rows": {printed("x", a, early, "Salt"), printed("x", "", "", "Pier"), "x", a, early, true},
		"an address that was said":            {printed("x", a, "", "Salt"), printed("x", "", "", "Salt"), "x", a, "", false},
		"an address at last":                  {printed("x", "", "", "Salt"), printed("x", b, late, "Salt"), "x", b, late, true},
		"the same address later":              {printed("x", a, early, "Salt"), printed("x", a, late, "Salt"), "x", a, early, false},
		"the same address earlier":            {printed("x", a, late, "Salt"), printed("x", a, early, "Salt"), "x", a, early, true},
		"read where it was said to be":        {printed("x", a, "", "Salt"), printed("x", a, late, "Salt"), "x", a, late, true},
		"a second address":                    {printed("x", a, early, "Salt"), printed("x", b, late, "Salt"), "x", a, early, false},
		"a second address that comes first":   {printed("x", b, early, "Salt"), printed("x", a, late, "Salt"), "x", a, late, true},
		"somebody says another address":       {printed("x", a, early, "Salt"), printed("x", b, "", "Salt"), "x", b, "", true},
		"read elsewhere than was said":        {printed("x", a, "", "Salt"), printed("x", b, late, "Salt"), "x", b, late, true},
	} {
		old, l := *c.old, *c.new
		was, came := *printed(old.Documents[0].Name, old.Documents[0].Published, old.Documents[0].Retrieved, old.Signatures[0].Name),
			*printed(l.Documents[0].Name, l.Documents[0].Published, l.Documents[0].Retrieved, l.Signatures[0].Name)
		state, differs := State(&old, &l, true)
		d := state.Documents[0]
		if d.Name != c.file || d.Published != c.published || d.Retrieved != c.retrieved || differs != c.differs || state.Signatures[0].Name != l.Signatures[0].Name {
			t.Errorf("%s: the document is %+v, differs is %v", name, d, differs)
		}
		if !reflect.DeepEqual(old, was) || !reflect.DeepEqual(l, came) {
			t.Errorf("%s: the letters were changed", name)
		}
		if again, more := State(state, &l, true); more {
			t.Errorf("%s: the same again gives %+v", name, again.Documents)
		}
	}
}

// TestStateOfADataSet: what it says about its documents holds, but a name alone is no new state.
func TestStateOfADataSet(t *testing.T) {
	old := printed("x", "https://a.example/", "", "Salt")
	if state, differs := State(old, printed("x", "", "", "Salt"), false); !differs || state.Documents[0].Published != "" {
		t.Errorf("an address taken back stays: %+v", state.Documents)
	}
	if state, differs := State(old, printed("y", "https://a.example/", "", "Salt"), false); differs || state.Documents[0].Name != "x" {
		t.Errorf("another name alone: %+v", state.Documents)
	}
	if state, differs := State(old, printed("y", "https://a.example/", "", "Pier"), false); !differs || state.Documents[0].Name != "y" {
		t.Errorf("another name and other rows: %+v", state.Documents)
	}
}

// TestStateKeepsTheRepository of a document that is read again, and nothing of another document.
func TestStateKeepsTheRepository(t *testing.T) {
	old, l := printed("x", "", "", "Salt"), printed("x", "", "", "Pier")
	old.Documents[0].Repository, old.Documents[0].Path = "pool/letters", "2021/letter.md"
	if state, _ := State(old, l, true); state.Documents[0].Repository != "pool/letters" || state.Documents[0].Path != "2021/letter.md" {
		t.Errorf("%+v", state.Documents)
	}
	l.Documents[0].ID = "another"
	if state, _ := State(old, l, true); !reflect.DeepEqual(state.Documents, l.Documents) {
		t.Errorf("%+v", state.Documents)
	}
}
