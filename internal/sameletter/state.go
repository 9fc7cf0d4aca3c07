package sameletter

import (
	"slices"

	"undersigned/graph"
)

// ContentHash is the hash of a letter apart from the names of its documents, from where and when those were got that were
// read from an address, and from who confirmed the reading: copies of one document have one.
func ContentHash(l *graph.Letter) string {
	same := *l
	same.Checked = nil
	same.Documents = slices.Clone(l.Documents)
	for i := range same.Documents {
		d := &same.Documents[i]
		if d.Name = ""; d.Retrieved != "" {
			d.Published, d.Retrieved = "", ""
		}
	}
	return graph.RecordHash(same)
}

// State returns what is to be stored where old is stored under a letter's id and l comes now, and whether that differs from old. What l says
// holds, but a document that old has too (same id) was copied, renamed or got again: of its names the first stays, and what is known of its
// origin, see origin. What a person confirmed in spite of doubts stays confirmed while the doubts are the same. read says that the documents of l were read here; what a data set says about its documents is believed as it
// stands, but for a name that is all that differs. Neither letter is changed.
func State(old, l *graph.Letter, read bool) (state *graph.Letter, differs bool) {
	before := graph.RecordHash(old)
	if before == graph.RecordHash(l) {
		return l, false
	}
	if !read && ContentHash(old) != ContentHash(l) {
		return l, true
	}
	out := *l
	if l.Checked == nil && slices.Equal(old.Doubtful, l.Doubtful) && len(l.Doubtful) > 0 {
		out.Checked = old.Checked
	}
	out.Documents = slices.Clone(l.Documents)
	for i := range out.Documents {
		d := &out.Documents[i]
		if at := slices.IndexFunc(old.Documents, func(o graph.Document) bool { return o.ID == d.ID }); at >= 0 {
			d.Name = first(d.Name, old.Documents[at].Name)
			if read {
				origin(d, &old.Documents[at])
			}
		}
	}
	return &out, before != graph.RecordHash(out)
}

// origin adds to a document what an earlier state knows of where it comes from. An address is better than none. Of two from which it was
// read the first in order stays, so that the order of loads does not matter, and of two times at one address the earlier. Of other
// addresses the newer holds: somebody has said it, or it was read there.
func origin(d, was *graph.Document) {
	if d.Repository == "" {
		d.Repository, d.Path = was.Repository, was.Path
	}
	switch {
	case was.Published == "":
	case d.Published == was.Published:
		d.Retrieved = first(d.Retrieved, was.Retrieved)
	case d.Published == "", d.Retrieved != "" && was.Retrieved != "" && was.Published < d.Published:
		d.Published, d.Retrieved = was.Published, was.Retrieved
	}
}

// first returns which of two texts comes first, the known one where one is "".
func first(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return min(a, b)
}
