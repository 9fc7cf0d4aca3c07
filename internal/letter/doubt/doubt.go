package doubt

import (
	"math"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
)

// Source is what a draft was read from, as far as doubts ask for it.
type Source struct {
	Pieces []document.Piece // what stands in the document; of a table its rows
	Fields [][]string       // of data, the fields that the cells of each piece are
	Titled int              // the piece that is the title; -1
	Unread []string         // what the medium did not read, as sentences
	Behind []*entry.Entry   // what each row was read from; nil where the document says itself who signed
}

// reason is one way in which a document may have been read wrongly. say states it in a sentence, "" where it does not hold.
type reason struct {
	keeps float64 // what is left of the confidence where it holds
	say   func(l *look) string
}

// reasons in the order in which they are said: what is missing first, then what may be wrong. What each keeps is about the mean F1 of the documents
// of ../shared/data/gold and gold2 that have it, at least .1, and .5 where fewer than three have it: a doubt is no proof.
var reasons = []reason{
	{0.4, claimMissed},
	{0.5, columnUnread},
	{0.5, listUntaken},
	{0.2, linesDropped},
	{0.2, few},
	{0.2, nameless},
	{0.1, repeated},
	{0.4, mixed},
	{0.5, unannounced},
	{0.5, forOthers},
}

// unsureKeeps is what is left where many rows are unsure: they lower the mean already.
const unsureKeeps = 0.8

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
	d.Structure, d.Kept = slices.Clone(from.Unread), 1
	for range from.Unread {
		d.Kept *= unreadKeeps
	}
	for _, r := range reasons {
		if s := r.say(l); s != "" {
			d.Structure = append(d.Structure, s)
			d.Kept *= r.keeps
		}
	}
}

// Sum makes a draft's confidence and doubts of those about its structure, which State found, and of its rows: the confidence is the mean of its
// organizations' rows (of all rows where there is none, 1 without any), times what each doubt keeps of it. Whoever rates the rows anew
// calls it again.
func Sum(d *draft.Draft) {
	d.Doubtful, d.Confidence = append([]string{}, d.Structure...), d.Kept*mean(d)
	if s := rowsUnsure(d); s != "" {
		d.Doubtful = append(d.Doubtful, s)
		d.Confidence *= unsureKeeps
	}
	d.Confidence = math.Round(d.Confidence*100) / 100
}

func mean(d *draft.Draft) float64 {
	sure, organizations, all := 0.0, 0, 0.0
	for i := range d.Signatories {
		r := &d.Signatories[i]
		all += r.Confidence
		if r.Type == graph.TypeOrganization {
			organizations++
			sure += r.Confidence
		}
	}
	switch {
	case organizations > 0:
		return sure / float64(organizations)
	case len(d.Signatories) > 0:
		return all / float64(len(d.Signatories))
	}
	return 1
}
