package section

import (
	"slices"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
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
	order    int    // in which it was found
	Beaten   bool   // another reading of its lines was taken
	from     origin // the finder of what nothing announces that proposed it, or its lines too; Announced for none
	certain  bool   // a brief names its amici in places of its own, and the score is that of the way in which it is read

	Brief BriefFeatures // of its way
	apart BriefFeatures // what tells it from the next
	way   int           // from 1, the best first; 0 where the document is no brief
}

// first and last are the places of a candidate's outer lines.
func (c *Candidate) first() int { return c.Blocks[0].Lines[0].Place }

func (c *Candidate) last() int {
	b := &c.Blocks[len(c.Blocks)-1]
	return b.Lines[len(b.Lines)-1].Place
}

// featureAt finds a feature by its name.
var featureAt = func() map[string]int {
	at := map[string]int{}
	for i, name := range FeatureNames {
		at[name] = i
	}
	return at
}()

// Feature is one of a candidate's features, by its name.
func (c *Candidate) Feature(name string) float64 { return c.Features[featureAt[name]] }

// Range returns the numbers of a candidate's first and last line.
func (c *Candidate) Range() (from, to int) {
	b := &c.Blocks[len(c.Blocks)-1]
	return c.Blocks[0].Lines[0].Number, b.Lines[len(b.Lines)-1].Number
}

// Reasons are what its score rests on, at most n; of a brief, what tells the way in which it was read from the next.
func (c *Candidate) Reasons(n int) []weights.Reason {
	switch {
	case c.certain:
		return builtIn().Brief.Reasons("section", BriefNames[:], c.apart[:], n)
	case c.Blocks[0].Origin == Shape:
		return builtIn().Shape.Reasons("section", FeatureNames[:], c.Features[:], n)
	}
	return builtIn().Announced.Reasons("section", FeatureNames[:], c.Features[:], n)
}

// Candidates are all that is proposed for a document, with their features, in the order of the document; and what the walk over its headings left
// out within its sections.
func Candidates(d *about.Facts, m *Model) ([]Candidate, *Left) {
	f := walk(d)
	switch {
	case isBrief(d):
		return ofWays(f.read, m.brief()), &Left{lines: f.left}
	case f.unnamed && len(f.blocks) == 0:
		return nil, &Left{lines: f.left}
	}
	return propose(d, f), &Left{f.left, f.aside}
}

// Unread are the candidates as they were if nothing in the document announced a list: the finder of shapes alone, from which its weights are learnt.
func Unread(d *about.Facts) []Candidate {
	if isBrief(d) {
		return nil
	}
	return propose(d, &finder{})
}

// propose makes candidates of what the walk over the headings found, and of runs of lines that neither it took nor it put aside for a reason of their
// own or read as headings within a list: running text may be an entry of another list.
func propose(d *about.Facts, f *finder) []Candidate {
	taken, names := map[int]bool{}, map[int]bool{}
	for place := range f.heads {
		taken[place] = true
	}
	for i := range f.left {
		if f.left[i].Why != runningText {
			taken[f.left[i].Place] = true
		}
	}
	for i := range f.blocks {
		for k := range f.blocks[i].Lines {
			l := &f.blocks[i].Lines[k]
			names[l.Place] = true
			taken[l.Place] = taken[l.Place] || f.blocks[i].from == Announced
		}
	}
	var out []Candidate
	headed := headings(d, names)
	for _, b := range f.blocks {
		if n := len(out) - 1; n >= 0 && sameBut(out[n].Blocks[0].Setting, b.Setting) && out[n].from == b.from && headed(out[n].first()) == headed(b.Lines[0].Place) {
			out[n].Blocks = append(out[n].Blocks, b)
			continue
		}
		out = append(out, Candidate{Blocks: []Block{b}, Finder: b.Origin.String(), from: b.from})
	}
	for _, b := range runs(d, taken) {
		if sentTo(d, b.Lines, b.List) {
			continue
		}
		b.Origin = Shape
		c := Candidate{Blocks: []Block{b}, Finder: b.Origin.String()}
		for i := range b.Lines {
			c.from = max(c.from, f.over[b.Lines[i].Place])
		}
		out = append(out, c)
	}
	for i := range out {
		out[i].order = i
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return a.first() - b.first() })
	measure(d, out)
	return out
}

// sameBut reports whether two settings differ in nothing but the country.
func sameBut(a, b Setting) bool {
	a.Country, b.Country = "", ""
	return a == b
}

// headings returns a function that counts the headings above a line. Letters and countries that head parts of a list are none of these: what stands
// below all of them is one list. Those that were taken for names are none either.
func headings(d *about.Facts, names map[int]bool) func(place int) int {
	var at []int
	for i := range d.Lines {
		if l := &d.Lines[i]; l.Sort == document.Heading && !names[l.Place] && !isInitial(l.Text) && !lexicon.IsCountry(l.Text) {
			at = append(at, i)
		}
	}
	return func(place int) int {
		n, _ := slices.BinarySearch(at, place)
		return n
	}
}
