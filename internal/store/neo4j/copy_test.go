package neo4j

import (
	"fmt"
	"testing"

	"undersigned/internal/store"
	"undersigned/internal/store/storetest"
)

// A copy that is killed goes on when it is made again, and the log has each line once.
func TestOwnProcessKilledDuringCopy(t *testing.T) {
	server := emptyServer(t)
	for _, writes := range []int{1, 4} { // in the log, among the letters
		t.Run(fmt.Sprint("after ", writes), func(t *testing.T) {
			emptyStore(t, server)
			p := startPart(t, "copy", server)
			p.says(t, "open")
			for range writes {
				p.says(t, "copied")
			}
			p.kill(t, 0)
			s := openStore(t, server)
			from := storetest.NewSource(copyLetters)
			if _, err := store.Copy(ctx, from, s, nil); err != nil {
				t.Fatal(err)
			}
			from.Check(t, s)
		})
	}
}

// The server dies in the middle of a copy; started again on its home it has every acknowledged part, and the copy goes on.
func TestServerKilledDuringCopy(t *testing.T) {
	server := emptyServer(t)
	s := openStore(t, server)
	from := storetest.NewSource(copyLetters)
	writes := 0
	_, err := store.Copy(ctx, from, s, func(int, int) {
		if writes++; writes == 4 {
			server.Kill(t)
		}
	})
	if err == nil {
		t.Fatal("the copy does not notice that its target is gone")
	}
	if err := server.Run(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Copy(ctx, from, s, nil); err != nil {
		t.Fatal(err)
	}
	from.Check(t, s)
}
