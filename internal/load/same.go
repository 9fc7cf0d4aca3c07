package load

import (
	"cmp"
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

// contentHash is the hash of a letter apart from the names of its documents, and from where and when those were got that were
// read from an address: copies of one document have one.
func contentHash(l *graph.Letter) string {
	same := *l
	same.Documents = make([]graph.Document, len(l.Documents))
	for i, d := range l.Documents {
		if d.Name = ""; d.Retrieved != "" {
			d.Published, d.Retrieved = "", ""
		}
		same.Documents[i] = d
	}
	return graph.RecordHash(same)
}

// newState returns the new state of a stored letter and whether it differs from the old one. Where documents differ in their
// names only, the file was copied or renamed: then the name that comes first stays, so that the order of two loads does not
// matter. So it is with a document that was got from an address: of two addresses the first stays, with the time at which it was
// first read there, and a copy of it as a file takes neither away. extracted says that the documents were read here; what a
// data set says about its documents is believed as it stands.
func newState(old, l *graph.Letter, extracted bool) (state *graph.Letter, differs bool) {
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
		was := old.Documents[i]
		d.Name = min(d.Name, was.Name)
		if extracted && was.Published != "" {
			switch cmp.Compare(was.Published, d.Published) {
			case 0:
				d.Retrieved = firstTime(was.Retrieved, d.Retrieved)
			case -1:
				d.Published, d.Retrieved = was.Published, was.Retrieved
			case 1:
				if d.Published == "" {
					d.Published, d.Retrieved = was.Published, was.Retrieved
				}
			}
		}
		out.Documents[i] = d
	}
	return &out, before != graph.RecordHash(out)
}

// firstTime returns the earlier of two times as text, the known one where one is "".
func firstTime(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return min(a, b)
}

func titleOf(l *graph.Letter) string {
	if l.Title != "" {
		return l.Title
	}
	return l.ID
}
