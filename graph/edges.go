package graph

import (
	"slices"
	"strconv"
)

// Edge is one row of a generic two-mode edge list: an organization, the letter it signed, and what else the row says.
type Edge struct {
	Organization, Letter, Target string
	Date                         Date
	Row                          int    // from 1, for the evidence
	Text                         string // the row as it stands; made of the fields where it is empty
}

// LettersFromEdges groups edges into letters: one a distinct letter name, with the rows as evidence, in the order of ids. The
// source names and fingerprints the file that the rows come from. Repeated rows give one signature with several
// evidences. Two rows that disagree about a letter's date are Conflict; an empty name is Invalid.
func LettersFromEdges(edges []Edge, source Document) ([]Letter, error) {
	if source.ID == "" {
		source.ID = "edges"
	}
	letters := []Letter{}
	at := map[string]int{}
	signed := []map[string]int{}
	for _, e := range edges {
		org, name := CleanName(e.Organization), CleanName(e.Letter)
		if org == "" || name == "" {
			return nil, Errorf(Invalid, "row %d has no organization or no letter: fill both columns", e.Row)
		}
		i, known := at[name]
		if !known {
			i = len(letters)
			at[name] = i
			letters = append(letters, Letter{ID: LetterID(name, name), Title: name, Kind: "letter", Date: e.Date, Documents: []Document{source}})
			signed = append(signed, map[string]int{})
		}
		l := &letters[i]
		if !e.Date.IsZero() {
			if !l.Date.IsZero() && l.Date != e.Date {
				return nil, Errorf(Conflict, "row %d dates letter %q %s, an earlier row %s: give one date for each letter", e.Row, name, e.Date, l.Date)
			}
			l.Date = e.Date
		}
		if t := CleanName(e.Target); t != "" && !slices.ContainsFunc(l.Targets, func(r TargetRef) bool { return r.Name == t }) {
			l.Targets = append(l.Targets, TargetRef{Name: t})
		}
		text := e.Text
		if text == "" {
			text = org + "," + name
		}
		evidence := Evidence{Document: source.ID, Line: e.Row, Text: text, Extractor: "edges/1"}
		if k, again := signed[i][org]; again {
			l.Signatures[k].Evidence = append(l.Signatures[k].Evidence, evidence)
			continue
		}
		signed[i][org] = len(l.Signatures)
		evidence.Position = len(l.Signatures) + 1
		l.Signatures = append(l.Signatures, Signature{Name: org, Type: TypeOrganization, Capacity: AsOrganization, Status: Listed,
			Position: evidence.Position, Evidence: []Evidence{evidence}})
	}
	slices.SortFunc(letters, func(a, b Letter) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return letters, nil
}

// NetworkFromEdges builds a network from an edge list alone, without a store: what `analyze --edges` works on. It is the
// same network that loading the edges into an empty store gives, but for the revision.
func NetworkFromEdges(edges []Edge, source Document) (*Network, error) {
	letters, err := LettersFromEdges(edges, source)
	if err != nil {
		return nil, err
	}
	return NewNetwork(Data{Letters: letters, Hash: ContentHash(letters, nil, nil)})
}

// EdgePairs is a helper for tests and generators: it names organizations and letters by position.
func EdgePairs(pairs []Pair) []Edge {
	edges := make([]Edge, len(pairs))
	for i, p := range pairs {
		edges[i] = Edge{Organization: "o" + strconv.Itoa(int(p.Org)), Letter: "l" + strconv.Itoa(int(p.Letter)), Row: i + 2}
	}
	return edges
}
