package evaluate

import (
	"path"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/sameletter"
)

// SameLetter compares the proposals that two documents are one letter with the pairs that the golds name.
type SameLetter struct {
	Wanted  int      `json:"wanted"` // pairs of the golds whose documents are both measured
	Found   int      `json:"found"`  // pairs proposed, those that the written rule links included
	Right   int      `json:"right"`
	Missing []string `json:"missing"`
	Extra   []string `json:"extra"`
}

// sameLetters proposes among the documents that were read and whose golds say of what they are a version, "of none" included. A pair has no
// direction here.
func sameLetters(documents []Document) SameLetter {
	s := SameLetter{Missing: []string{}, Extra: []string{}}
	name := map[string]string{} // of the document, by id of the letter
	known := map[string]bool{}
	var letters []graph.Letter
	for i := range documents {
		d := &documents[i]
		if !d.gold.Gives("same_letter_as") {
			continue
		}
		known[path.Base(d.Name)] = true
		if d.Error == "" {
			l := d.draft.Letter("")
			name[l.ID] = path.Base(d.Name)
			letters = append(letters, l)
		}
	}
	wanted := map[string]bool{}
	for i := range documents {
		if of := path.Base(string(documents[i].gold.SameLetterAs)); known[of] {
			wanted[pair(path.Base(documents[i].Name), of)] = true
		}
	}
	s.Wanted = len(wanted)
	for _, p := range sameletter.Proposals(letters) {
		s.Found++
		both := pair(name[p.A], name[p.B])
		if wanted[both] {
			s.Right++
			delete(wanted, both)
		} else {
			s.Extra = append(s.Extra, both+": "+strings.Join(p.Reasons, " "))
		}
	}
	for both := range wanted {
		s.Missing = append(s.Missing, both)
	}
	slices.Sort(s.Missing)
	return s
}

func pair(a, b string) string { return min(a, b) + " = " + max(a, b) }
