package letter

import (
	"testing"

	"undersigned/internal/letter/draft"
)

// TestPressFile asks that a file's name may say that it is a release.
func TestPressFile(t *testing.T) {
	for name, want := range map[string]bool{"2021-04-27-pm-pool.txt": true, "Press_release_pool.txt": true, "rpm-pool.txt": false} {
		d := extract(t, name, "The pool\n\nWe ask the council to keep the old pool open for everybody in our town, and we say so with many who swim in it each day of the year and teach their children there, as our parents did with us when the town was young.\n\nSignatories:\n\nSalt Union\nPier Friends\n")
		if (d.Kind == draft.KindPress) != want {
			t.Errorf("%s is taken for %s", name, d.Kind)
		}
	}
}
