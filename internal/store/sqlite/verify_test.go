package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/store"
)

// Every page that was zeroed is found, wherever it stands: in a table, in an index, in the middle of a long text. Free pages hold nothing.
func TestVerifyFindsZeroedPages(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	s := mustOpen(t, path)
	for i := range 30 {
		c := sample(fmt.Sprint("letter", i), slices.Collect(func(yield func(string) bool) {
			for k := range 40 {
				if !yield(fmt.Sprintf("Organization %d of %d%s", k, i, strings.Repeat(" and more", i%7))) {
					return
				}
			}
		})...)
		c.Letters[0].Documents[0].Text = strings.Repeat(fmt.Sprint("printed text ", i, "\n"), 900)
		mustPut(t, s, c)
	}
	if _, err := s.RemoveLetter(ctx, "letter3", "test"); err != nil {
		t.Fatal(err)
	}
	if found, err := store.Verify(ctx, s); err != nil || len(found) > 0 {
		t.Fatalf("a sound store: %v, %v", found, err)
	}
	s.Close()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const size = 4096
	pages, missed := len(content)/size, 0
	for page := 1; page < pages; page++ { // the first is the file's header: no store without it
		bad := slices.Clone(content)
		clear(bad[page*size : (page+1)*size])
		place := filepath.Join(t.TempDir(), "s.db")
		if err := os.WriteFile(place, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(ctx, place)
		if err != nil {
			continue // said at once
		}
		found, err := store.Verify(ctx, s)
		if err == nil && len(found) == 0 {
			missed++
		}
		s.Close()
	}
	free := int(content[36])<<24 | int(content[37])<<16 | int(content[38])<<8 | int(content[39])
	if pages < 80 || missed > free {
		t.Errorf("of %d pages, %d of them free, %d can be zeroed and nobody says so", pages, free, missed)
	}
}

func TestVerifyFindsLinksToNothing(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "s.db"))
	defer s.Close()
	mustPut(t, s, sample("a", "EFF"))
	for _, statement := range []string{"PRAGMA foreign_keys = 0", "DELETE FROM letter"} {
		if _, err := s.writer.exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	found, err := store.Verify(ctx, s)
	if err != nil || !strings.Contains(fmt.Sprint(found), "table document one row belongs to a row of letter that is not there") {
		t.Errorf("%v, %v", found, err)
	}
}
