package fetch

import (
	"os"
	"strings"
	"testing"

	"undersigned/graph"
)

func TestKept(t *testing.T) {
	folder := t.TempDir()
	file, err := Result{Data: []byte("a letter"), Name: "a.txt"}.Keep(folder)
	if err != nil {
		t.Fatal(err)
	}
	name := file[len(folder)+1:]
	sum := strings.TrimSuffix(name, ".txt")
	if data, err := Kept(folder, sum); err != nil || string(data) != "a letter" {
		t.Errorf("%q, %v", data, err)
	}
	for _, other := range []string{"", "..", name, strings.Repeat("0", 64), sum[:63]} {
		if _, err := Kept(folder, other); graph.CodeOf(err) != graph.NotFound {
			t.Errorf("%q: %v", other, err)
		}
	}
	if err := os.WriteFile(file, []byte("another letter"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Kept(folder, sum); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a copy that was changed: %v", err)
	}
}
