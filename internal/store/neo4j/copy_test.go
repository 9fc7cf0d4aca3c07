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
	for _, writes := range []int{1, 4} { // in the log, among the letters; what a killed server does is seen in TestServerKilledDuringLoad
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
