package section

import (
	"slices"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/weights"
)

// A Candidate is a run of lines that may be signatories. Several finders propose them; none runs only because another found nothing. What
// decides is the score.
type Candidate struct {
	Blocks   []Block // of one list: what stands apart within it, and what goes on after a gap
	Finder   string  // which one proposed it
	Features Features
	Score    float64 // the probability that its lines are signatories
	Taken    bool
	order    int  // in which it was found
	certain  bool // a brief names its amici in places of its own
}

// first and last are the places of a candidate's outer lines.
func (c *Candidate) first() int { return c.Blocks[0].Lines[0].Place }

func (c *Candidate) last() int {
	b := &c.Blocks[len(c.Blocks)-1]
	return b.Lines[len(b.Lines)-1].Place
}

// Range returns the numbers of a candidate's first and last line.
func (c *Candidate) Range() (from, to int) {
	b := &c.Blocks[len(c.Blocks)-1]
	return c.Blocks[0].Lines[0].Number, b.Lines[len(b.Lines)-1].Number
}

// Reasons are what its score rests on, at most n; none for a brief's, which stand in places of their own.
func (c *Candidate) Reasons(n int) []weights.Reason {
	switch {
	case c.certain:
		return nil
	case c.Blocks[0].Origin == Shape:
		return builtIn().Shape.Reasons("section", FeatureNames[:], c.Features[:], n)
	}
	return builtIn().Announced.Reasons("section", FeatureNames[:], c.Features[:], n)
}

// Candidates are all that is proposed for a document, with their features, in the order of the document; and what the walk over its headings left
// out within its sections.
func Candidates(d *about.Facts) ([]Candidate, []draft.LeftOut) {
	f := walk(d)
	if isBrief(d) {
		var out []Candidate
		for i, b := range f.blocks {
			out = append(out, Candidate{Blocks: []Block{b}, Finder: "brief", order: i, certain: true})
		}
		return out, f.left
	}
	return propose(d, f.blocks, f.beside), f.left
}

// Unread are the candidates as they were if nothing in the document announced a list: the finder of shapes alone, from which its weights are learnt.
func Unread(d *about.Facts) []Candidate {
	if isBrief(d) {
		return nil
	}
	return propose(d, nil, map[int]bool{})
}

func propose(d *about.Facts, blocks []Block, taken map[int]bool) []Candidate {
	for i := range blocks {
		for k := range blocks[i].Lines {
			taken[blocks[i].Lines[k].Place] = true
		}
	}
	var out []Candidate
	headed := headings(d)
	for _, b := range blocks {
		if n := len(out) - 1; n >= 0 && out[n].Blocks[0].Setting == b.Setting && headed(out[n].first()) == headed(b.Lines[0].Place) {
			out[n].Blocks = append(out[n].Blocks, b)
			continue
		}
		out = append(out, Candidate{Blocks: []Block{b}, Finder: b.Origin.String()})
	}
	for _, b := range runs(d, taken) {
		b.Origin = Shape
		out = append(out, Candidate{Blocks: []Block{b}, Finder: b.Origin.String()})
	}
	for i := range out {
		out[i].order = i
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return a.first() - b.first() })
	measure(d, out)
	return out
}

// headings returns a function that counts the headings above a line.
func headings(d *about.Facts) func(place int) int {
	var at []int
	for i := range d.Lines {
		if d.Lines[i].Sort == document.Heading {
			at = append(at, i)
		}
	}
	return func(place int) int {
		n, _ := slices.BinarySearch(at, place)
		return n
	}
}
