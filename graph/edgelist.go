package graph

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// EdgeList is a two-mode edge list in a compact form: each name once, and for each row its ends and its place in the text. A file of half a million rows
// fits in less than a hundred bytes a row, the text among them.
type EdgeList struct {
	Text          string // that the rows are evidence of; they point into it
	Organizations []string
	Letters       []EdgeLetter
	Rows          []EdgeRow   // in the order of the text
	LeftOut       []LeftOut   // rows that were left out; the first letter tells them
	Judgements    []Judgement // about the names; they are no part of Records
}

// EdgeLetter is one letter of an EdgeList.
type EdgeLetter struct {
	Title   string
	Date    Date
	Targets []string
}

// EdgeRow is one row of an EdgeList: positions of its organization and letter, its line from 1, and where it stands in the text.
type EdgeRow struct {
	Organization, Letter, Line int32
	From, To                   uint32
}

// Records makes letters of the list as LettersFromEdges does, with the evidence of each row.
func (e *EdgeList) Records(source Document) []Letter {
	if source.ID == "" {
		source.ID = "edges"
	}
	letters := make([]Letter, len(e.Letters))
	by := byLetter(len(e.Letters), e.Rows)
	at := map[int32]int{}
	for i := range letters {
		letters[i] = e.record(i, source)
		clear(at)
		e.sign(&letters[i], i, by, at)
	}
	slices.SortFunc(letters, func(a, b Letter) int { return cmp.Compare(a.ID, b.ID) })
	return letters
}

// sign gives a letter its signatures: one for each name, with all its rows as evidence. at is empty.
func (e *EdgeList) sign(l *Letter, i int, by grouped, at map[int32]int) {
	rows := by.rows[by.start[i]:by.start[i+1]]
	l.Signatures = make([]Signature, 0, len(rows))
	for _, r := range rows {
		row := &e.Rows[r]
		evidence := Evidence{Document: l.Documents[0].ID, Line: int(row.Line), Text: e.Text[row.From:row.To], Extractor: "edges/1"}
		if k, again := at[row.Organization]; again {
			l.Signatures[k].Evidence = append(l.Signatures[k].Evidence, evidence)
			continue
		}
		at[row.Organization] = len(l.Signatures)
		evidence.Position = len(l.Signatures) + 1
		l.Signatures = append(l.Signatures, Signature{Name: e.Organizations[row.Organization], Type: TypeOrganization, Capacity: AsOrganization, Status: Listed,
			Position: evidence.Position, Evidence: []Evidence{evidence}})
	}
}

// Compact takes out letters and organizations that no row names, and orders both by their first row.
func (e *EdgeList) Compact() {
	e.Letters = renumber(e.Letters, e.Rows, func(r *EdgeRow) *int32 { return &r.Letter })
	e.Organizations = renumber(e.Organizations, e.Rows, func(r *EdgeRow) *int32 { return &r.Organization })
}

func renumber[T any](list []T, rows []EdgeRow, of func(r *EdgeRow) *int32) []T {
	at := make([]int32, len(list)) // the new position and 1
	kept := make([]T, 0, len(list))
	for i := range rows {
		k := of(&rows[i])
		if at[*k] == 0 {
			kept = append(kept, list[*k])
			at[*k] = int32(len(kept))
		}
		*k = at[*k] - 1
	}
	return kept
}

// record is a letter without its signatures.
func (e *EdgeList) record(i int, source Document) Letter {
	l := Letter{ID: LetterID(e.Letters[i].Title, e.Letters[i].Title), Title: e.Letters[i].Title, Kind: "letter", Date: e.Letters[i].Date, Documents: []Document{source}}
	for _, t := range e.Letters[i].Targets {
		l.Targets = append(l.Targets, TargetRef{Name: t})
	}
	if i == 0 {
		l.LeftOut = e.LeftOut
	}
	return l
}

// grouped are rows by their letter, each group in the order of the list.
type grouped struct{ start, rows []int32 }

func byLetter(letters int, rows []EdgeRow) grouped {
	g := grouped{make([]int32, letters+1), make([]int32, len(rows))}
	for i := range rows {
		g.start[rows[i].Letter+1]++
	}
	for i := range letters {
		g.start[i+1] += g.start[i]
	}
	next := slices.Clone(g.start[:letters])
	for i := range rows {
		l := rows[i].Letter
		g.rows[next[l]] = int32(i)
		next[l]++
	}
	return g
}

// NetworkFromEdgeList builds the network that NewNetwork gives for the list's Records, in less time and memory: signatures and the content hash are made
// when they are asked for, and the letters' own lists of signatures are empty. The list must not change afterwards.
func NetworkFromEdgeList(e *EdgeList, source Document) (*Network, error) {
	if source.ID == "" {
		source.ID = "edges"
	}
	letters := make([]Letter, len(e.Letters))
	order := make([]int32, len(e.Letters))
	for i := range letters {
		letters[i], order[i] = e.record(i, source), int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(letters[a].ID, letters[b].ID) })
	r := resolve(e.Organizations, e.Judgements, nil)
	n := &Network{rules: r.rules}
	position := make([]int32, len(order)) // of each letter of the list
	n.letterIndex = make(map[string]int, len(order))
	sorted := make([]Letter, len(order))
	for p, i := range order {
		position[i], sorted[p] = int32(p), letters[i]
		n.letterIndex[sorted[p].ID] = p
	}
	n.letters = make([]Work, len(sorted))
	for i := range sorted {
		n.letters[i] = Work{Letter: &sorted[i], Records: []*Letter{&sorted[i]}, Versions: []*Letter{&sorted[i]}, List: &sorted[i]}
	}
	if err := n.edgeIncidence(r, e, position); err != nil {
		return nil, err
	}
	n.buildTargets()
	n.coverage = n.buildCoverage(r, nil)
	n.coverage.OrganizationsByForms = len(e.Organizations)
	n.hashed = sync.OnceValue(func() string { return ContentHash(e.Records(source), nil, nil) })
	return n, nil
}

// edgeIncidence makes the organizations of the names and the incidence of the rows. position is that of each letter of the list.
func (n *Network) edgeIncidence(r *resolution, e *EdgeList, position []int32) error {
	component := make([]int32, len(e.Organizations))
	letters := make([]int, len(e.Organizations)) // that have the name
	for i, name := range e.Organizations {
		component[i] = int32(r.root(r.index[NameRef{Name: name}]))
	}
	g := byLetter(len(e.Letters), e.Rows)
	last := make([]int32, len(e.Organizations))
	for l := range e.Letters {
		for _, row := range g.rows[g.start[l]:g.start[l+1]] {
			if o := e.Rows[row].Organization; last[o] != int32(l)+1 {
				last[o] = int32(l) + 1
				letters[o]++
			}
		}
	}
	at := n.edgeOrganizations(r, e, component, letters)
	pairs := make([]Pair, len(e.Rows))
	for i := range e.Rows {
		pairs[i] = Pair{at[component[e.Rows[i].Organization]], position[e.Rows[i].Letter]}
	}
	x, err := NewIncidence(len(n.organizations), len(n.letters), pairs)
	if err != nil {
		return err
	}
	n.incidence = x
	n.rowStart = make([]int32, x.Organizations()+1)
	for o := range x.Organizations() {
		n.rowStart[o+1] = n.rowStart[o] + int32(x.Degree(o))
	}
	n.edgesOf = sync.OnceValue(func() *edgeSource {
		s := &edgeSource{EdgeList: e, document: n.letters, by: g, letters: make([]int32, len(position)), named: make([]int32, len(component))}
		for l, p := range position {
			s.letters[p] = int32(l)
		}
		for i, c := range component {
			s.named[i] = at[c]
		}
		return s
	})
	return nil
}

// edgeOrganizations describes the components of the names and returns the position of each. letters says how many have a name. Most components have one.
func (n *Network) edgeOrganizations(r *resolution, e *EdgeList, component []int32, letters []int) []int32 {
	first := make([]int32, len(r.refs)) // a name of the component, and 1
	forms := map[int]map[string]int{}   // of those that have several
	var components []int
	for i, name := range e.Organizations {
		c := int(component[i])
		if letters[i] == 0 {
			continue
		}
		if first[c] == 0 {
			first[c] = int32(i) + 1
			components = append(components, c)
			continue
		}
		if forms[c] == nil {
			forms[c] = map[string]int{e.Organizations[first[c]-1]: letters[first[c]-1]}
		}
		forms[c][name] = letters[i]
	}
	members := map[int][]int{}
	for i := range r.refs {
		if c := r.root(i); forms[c] != nil {
			members[c] = append(members[c], i)
		}
	}
	return n.place(r, components, func(c int) Organization {
		if forms[c] != nil {
			return describe(r, c, members[c], forms[c], nil, nil, nil)
		}
		name := e.Organizations[first[c]-1]
		return Organization{ID: OrganizationID(name, ""), Name: name, Names: []Name{{Text: name, Kind: Printed}}, Printed: 1}
	})
}

// edgeSource makes the signatures of an edge list when they are asked for.
type edgeSource struct {
	*EdgeList
	document []Work
	by       grouped // rows by letter of the list
	letters  []int32 // of each letter of the network its position in the list
	named    []int32 // of each name the organization of the network
}

// signatures are those of organization o in letter l, in the order of the list.
func (s *edgeSource) signatures(o, l int) []SignatureRef {
	record := *s.document[l].Letter
	s.sign(&record, int(s.letters[l]), s.by, map[int32]int{})
	var out []SignatureRef
	k := 0
	seen := map[int32]bool{}
	for _, row := range s.by.rows[s.by.start[s.letters[l]]:s.by.start[s.letters[l]+1]] {
		name := s.Rows[row].Organization
		if seen[name] {
			continue
		}
		seen[name] = true
		if s.named[name] == int32(o) {
			out = append(out, SignatureRef{&record, &record.Signatures[k]})
		}
		k++
	}
	return out
}
