package sheet

import (
	"strings"
	"testing"
)

// TestNamesOfSheets: those that programs give, and parts of one list.
func TestNamesOfSheets(t *testing.T) {
	for _, n := range []string{"Sheet1", "Tabelle 2", "Feuil1", "Respuestas de formulario 1", "Form Yanıtları 1", "Лист1", "工作表1", "7"} {
		if !bareSheet.MatchString(n) {
			t.Errorf("%q is not known as a name that programs give", n)
		}
	}
	for _, n := range []string{"Signatories", "signatories_2", "Einzelpersonen", "Particuliers", "Organizações", "İmzacılar", "All names"} {
		if !listSheet.In(strings.ToLower(n)) {
			t.Errorf("%q is not known as a part of one list", n)
		}
	}
	for _, n := range []string{"Pool", "Night ferry", "Pageant", "Mainland link", "Allotments"} {
		if bareSheet.MatchString(n) || listSheet.In(strings.ToLower(n)) {
			t.Errorf("%q does not pass for a letter's name", n)
		}
	}
}

func TestUnfinished(t *testing.T) {
	for line, want := range map[string]bool{"Friends of": true, "FRIENDS OF": true, "Amis de la": true, "Föreningen för": true, "Salt-": true, "Vitamin A": false, "Plan Y": false, "Salt Union": false} {
		if got := unfinished(line); got != want {
			t.Errorf("%q goes on below: %v, want %v", line, got, want)
		}
	}
}
