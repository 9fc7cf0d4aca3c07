package load

import (
	"path/filepath"

	"undersigned/graph"
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
		if first := r.origin["l"+l.ID]; first != "" && contentHash(r.stored[l.ID]) != contentHash(l) {
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

// contentHash is the hash of a letter apart from the names of its documents: copies of one file have one.
func contentHash(l *graph.Letter) string {
	same := *l
	same.Documents = make([]graph.Document, len(l.Documents))
	for i, d := range l.Documents {
		d.Name = ""
		same.Documents[i] = d
	}
	return graph.RecordHash(same)
}

// newState returns the new state of a stored letter and whether it differs from the old one. Where only documents' names
// differ, the file was copied or renamed: then the name that comes first stays, so that the order of two loads does not matter.
func newState(old, l *graph.Letter) (state *graph.Letter, differs bool) {
	before := graph.RecordHash(old)
	if before == graph.RecordHash(l) {
		return l, false
	}
	if len(old.Documents) != len(l.Documents) || contentHash(old) != contentHash(l) {
		return l, true
	}
	out := *l
	out.Documents = make([]graph.Document, len(l.Documents))
	for i, d := range l.Documents {
		d.Name = min(d.Name, old.Documents[i].Name)
		out.Documents[i] = d
	}
	return &out, before != graph.RecordHash(out)
}

func titleOf(l *graph.Letter) string {
	if l.Title != "" {
		return l.Title
	}
	return l.ID
}
