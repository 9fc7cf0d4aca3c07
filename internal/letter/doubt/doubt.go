package doubt

import (
	"math"
	"sync"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/weights"
)

// Source is what a draft was read from, as far as doubts ask for it.
type Source struct {
	Pieces     []document.Piece    // what stands in the document; of a table its rows
	Fields     [][]string          // of data, the fields that the cells of each piece are
	Titled     int                 // the piece that is the title; -1
	Unread     []string            // what the medium did not read, as sentences
	Candidates []section.Candidate // what was proposed
	Behind     []*entry.Entry      // what each row was read from; nil where the document says itself who signed
}

// reason is one way in which a document may have been read wrongly. say states it in a sentence, "" where it does not hold.
type reason struct {
	keeps  float64 // what is left of the confidence of rows where it holds
	always bool    // it is said whatever the confidence of the document: nearly all that have it were read wrongly, or it is a fact to know
	say    func(l *look) string
}

// reasons in the order in which they are said: what is missing first, then what may be wrong. What each keeps is about the mean F1 of the documents
// of ../shared/data/gold and gold2 that have it, at least .1, and .5 where fewer than three have it: a doubt is no proof.
var reasons = []reason{
	{0.4, true, claimFarMissed},
	{0.4, false, claimMissed},
	{0.5, true, columnUnread},
	{0.5, false, listUntaken},
	{0.2, false, linesDropped},
	{0.2, true, alone},
	{0.2, false, few},
	{0.2, false, nameless},
	{0.1, true, repeated},
	{0.4, false, mixed},
	{0.5, true, unannouncedPlace},
	{0.5, false, unannounced},
	{0.5, false, forOthers},
}

// unreadKeeps is what is left where the medium could not read a part: nobody knows what stands there.
const unreadKeeps = 0.5

// look is what the reasons look at.
type look struct {
	*draft.Draft
	Source
	organizations []int          // rows that are
	persons       int            // rows that are not
	printed       map[place]bool // lines that gave a row
	left          map[int]bool   // the numbers of lines that were left out, and said to be
	listed        bool           // a list of names was not taken
	unlisted      int            // lines of list shape that nothing announced
	closely       *survey        // once it was made
}

// place is a printed line.
type place struct{ page, line int }

// State finds the doubts about the structure of a draft, which hold whatever the confidence of its rows. It is to be called once, when all rows
// are read; rows are then rated with what it keeps, and Sum says the rest.
func State(d *draft.Draft, from Source) {
	l := &look{Draft: d, Source: from, printed: map[place]bool{}, left: map[int]bool{}}
	for i := range d.Signatories {
		r := &d.Signatories[i]
		if r.Type == graph.TypeOrganization {
			l.organizations = append(l.organizations, i)
		} else {
			l.persons++
		}
		for _, p := range r.Evidence {
			l.printed[place{p.Page, p.Line}] = true
		}
	}
	for _, o := range d.LeftOut {
		l.left[o.Line] = true
	}
	d.Structure, d.Kept = nil, 1
	for _, u := range from.Unread {
		d.Structure = append(d.Structure, draft.Doubt{Says: u, Always: true})
		d.Kept *= unreadKeeps
	}
	for _, r := range reasons {
		if s := r.say(l); s != "" {
			d.Structure = append(d.Structure, draft.Doubt{Says: s, Always: r.always})
			d.Kept *= r.keeps
		}
	}
	f := l.measure()
	d.Traits = f[:]
}

// Bar is the confidence below which a document says that it is doubtful. With publishers left out, four in five of the documents of ../shared/data/gold2
// with an F1 below .9 do so, and one in seven of the others.
const Bar = 0.7

// builtIn is the model that weights.tsv holds.
var builtIn = sync.OnceValue(func() *weights.Model { return weights.Of("doubt", FeatureNames[:]) })

// Sum makes a draft's confidence and doubts of what State found and of the confidence of its rows; m nil means the weights that are built in. Whoever
// rates the rows anew calls it again.
func Sum(d *draft.Draft, m *weights.Model) {
	if m == nil {
		m = builtIn()
	}
	f := FeaturesOf(d)
	d.Confidence, d.Doubtful = math.Round(m.Probability(f[:])*100)/100, []string{}
	doubtful := d.Confidence < Bar
	for _, s := range d.Structure {
		if s.Always || doubtful {
			d.Doubtful = append(d.Doubtful, s.Says)
		}
	}
	if s, all := rowsUnsure(d); s != "" && (all || doubtful) {
		d.Doubtful = append(d.Doubtful, s)
	}
	if doubtful && len(d.Doubtful) == 0 {
		d.Doubtful = append(d.Doubtful, strongest(m, &f))
	}
	if len(d.Doubtful) > 0 {
		d.Confidence = min(d.Confidence, Bar) // what has doubts is no surer than what needs none
	}
}

// strongest says what speaks most against a reading.
func strongest(m *weights.Model, f *Features) string {
	least, at := 0.0, -1
	for i, v := range f {
		if by := float64(m.Weights[i] * v); by < least {
			least, at = by, i
		}
	}
	if at < 0 {
		return "little speaks for its having been read rightly"
	}
	return weights.Words("doubt", FeatureNames[at])
}
