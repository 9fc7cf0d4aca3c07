package load

import (
	"path/filepath"

	"undersigned/graph"
	"undersigned/internal/sameletter"
	"undersigned/internal/store"
)

// conflict reports the first record of a file that an earlier file of this run holds with other content. Which of two would
// win must not depend on their order, so neither replaces the other.
func (r *run) conflict(f file, c store.Change) error {
	here := make(map[string]bool, len(c.Letters))
	for i := range c.Letters {
		l := &c.Letters[i]
		if here[l.ID] {
			return graph.Errorf(graph.Conflict, "%s: the letter %q stands in it twice; give the two names of their own", filepath.Base(f.path), titleOf(l))
		}
		here[l.ID] = true
		if first := r.origin["l"+l.ID]; first != "" && sameletter.ContentHash(r.taken[l.ID]) != sameletter.ContentHash(l) {
			return graph.Errorf(graph.Conflict, "%s: the letter %q stands in %s too, with other content; load one of them, or give one another name",
				filepath.Base(f.path), titleOf(l), filepath.Base(first))
		}
	}
	for _, p := range c.Profiles {
		key := "p" + graph.ProfileKey(p)
		if first := r.origin[key]; first != "" && r.profiles[key] != graph.RecordHash(p) {
			return graph.Errorf(graph.Conflict, "%s: it describes %q in another way than %s; make them agree", filepath.Base(f.path), p.Of.Name, filepath.Base(first))
		}
	}
	return nil
}

func titleOf(l *graph.Letter) string {
	if l.Title != "" {
		return l.Title
	}
	return l.ID
}
