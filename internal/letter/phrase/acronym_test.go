package phrase

import (
	"testing"
)

func TestCutAcronym(t *testing.T) {
	for name, want := range map[string]string{"League of Salt Workers (LSW)": "League of Salt Workers", "League of Salt Workers (LOSW)": "League of Salt Workers"} {
		if got, ok := CutAcronym(name); !ok || got != want {
			t.Errorf("cutAcronym(%q) is %q, %v", name, got, ok)
		}
	}
	for _, name := range []string{"The Legal Circle (NYC)", "ALBA (Alliance of Bakers)", "Salt Union", "(LSW)"} {
		if got, ok := CutAcronym(name); ok {
			t.Errorf("cutAcronym(%q) cuts to %q", name, got)
		}
	}
}

func TestAbbreviates(t *testing.T) {
	for name, letters := range map[string]string{"League of Salt Workers": "LSW", "The League of Salt Workers": "LOSW", "Large Scale Observers of the Western Lakes": "LOWL", "Réseau École et Mer": "RÉM"} {
		if !Abbreviates(letters, name) {
			t.Errorf("%s is not read as short for %q", letters, name)
		}
	}
	for name, letters := range map[string]string{"League of Salt Workers": "LSP", "League of Salt and Pepper Workers": "LSW", "Salt Union": "SUN", "Union of Salt": "SU"} {
		if Abbreviates(letters, name) {
			t.Errorf("%s is read as short for %q", letters, name)
		}
	}
}
