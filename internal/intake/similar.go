package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/sameletter"
)

// SimilarAnswer is a stored letter that a draft may belong to. A person decides; where the written rule holds, it decides for who does not.
type SimilarAnswer struct {
	Letter   explore.LetterRef `json:"letter"`
	Relation graph.Relation    `json:"relation" enum:"version-of,translation-of,report-of" doc:"what is proposed"`
	Shared   int               `json:"shared" doc:"organizations in common"`
	Share    float64           `json:"share" doc:"of the smaller list"`
	Reasons  []string          `json:"reasons"`
	Rule     bool              `json:"rule" doc:"the written rule says so: it is linked when saved, unless you say otherwise"`
}

const similarShown = 5

// lookalikes holds the index of all stored records that package sameletter answers from, as for loading and `letters proposals`. It is made
// when a draft is first compared with a revision, in time that grows with the letters' names and texts (4,000 letters of 500 words: .7 s;
// 20,000 letters of 50 names: 1.1 s, an eighth of what their network takes, and 77 MB), and kept until the next; a draft then takes a
// millisecond. It is safe for concurrent use.
type lookalikes struct {
	mu    sync.Mutex
	of    *graph.Network
	index *sameletter.Index
}

// ask hands over the index of a network's records.
func (x *lookalikes) ask(n *graph.Network, question func(*sameletter.Index)) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.of != n {
		index := sameletter.New(true)
		for _, works := range [][]graph.Work{n.Letters(), n.Unsigned()} {
			for _, w := range works {
				for _, record := range w.Records {
					index.Add(record)
				}
			}
		}
		x.of, x.index = n, index
	}
	question(x.index)
}

// similar is a proposal and the stored letter it is about.
type similar struct {
	sameletter.Proposal
	position int  // of the letter
	reversed bool // what is stored belongs to the new letter, as its report
	record   *graph.Letter
}

// settled tells of which stored records nothing is asked and nothing said: those about which somebody has decided, and the letter's own
// other forms.
func settled(n *graph.Network, l *graph.Letter, judgements []graph.Judgement) func(id string) bool {
	works, records := map[int]bool{}, map[string]bool{l.ID: true}
	for _, j := range judgements {
		if j.Relation != "" && j.Undone == nil && (j.A.Letter == l.ID || j.B.Letter == l.ID) {
			records[j.A.Letter], records[j.B.Letter] = true, true
		}
	}
	for id := range records {
		if at, ok := n.Letter(id); ok {
			works[at] = true
		}
	}
	return func(id string) bool {
		at, ok := n.Letter(id)
		return records[id] || ok && works[at]
	}
}

// similarTo finds the stored records that a letter may be a version, translation or report of, or that may be a report of it. Of two
// versions or translations the new letter is said to be the one of the stored, whichever has the longer list: that is what a person is asked.
// A letter that nobody signs is left out, since the page cannot show it.
func (in *Intake) similarTo(n *graph.Network, l *graph.Letter, judgements []graph.Judgement) (found []similar) {
	done := settled(n, l, judgements)
	in.alike.ask(n, func(index *sameletter.Index) {
		for _, p := range index.Like(l) {
			s := similar{Proposal: p, reversed: p.Relation == graph.ReportOf && p.A != l.ID}
			other := p.A
			if other == l.ID {
				other = p.B
			}
			at, ok := n.Letter(other)
			if !ok || done(other) {
				continue
			}
			records := n.Letters()[at].Records
			s.position, s.record = at, records[slices.IndexFunc(records, func(r *graph.Letter) bool { return r.ID == other })]
			found = append(found, s)
		}
	})
	return found
}

// similarAnswers returns the stored letters that a draft may belong to, each once, and those that may be reports of it.
func (in *Intake) similarAnswers(data *explore.Reading, d *draft) (answers []SimilarAnswer, reports []similar) {
	d.mu.Lock()
	own := slices.Clone(d.judgements)
	d.mu.Unlock()
	n := data.Graph()
	judgements := slices.DeleteFunc(slices.Clone(n.Judgements()), func(j graph.Judgement) bool { return slices.Contains(own, j.ID) })
	self := d.reading.whole()
	answers = []SimilarAnswer{}
	found := in.similarTo(n, &self, judgements)
	slices.SortStableFunc(found, func(a, b similar) int { return rank(a) - rank(b) })
	seen := map[int]bool{}
	for _, s := range found {
		switch {
		case seen[s.position]:
		case s.reversed:
			reports = append(reports, s)
		case len(answers) < similarShown:
			answers = append(answers, SimilarAnswer{data.LetterRef(s.position), s.Relation, s.Shared, s.Share, clauses(s.Reasons), s.Rule})
		}
		seen[s.position] = true
	}
	return answers, reports
}

// rank puts what the rule decides first.
func rank(s similar) int {
	if s.Rule {
		return 0
	}
	return 1
}

// whole returns the letter with a signature of each row.
func (r *reading) whole() graph.Letter {
	l := r.Letter
	l.Signatures = make([]graph.Signature, len(r.Rows))
	for i := range r.Rows {
		row := &r.Rows[i]
		l.Signatures[i] = graph.Signature{Name: row.Name, Type: row.Type, Capacity: row.Capacity, Status: row.Status, Evidence: row.Evidence}
	}
	return l
}

// clauses makes parts of one sentence of sentences.
func clauses(sentences []string) []string {
	list := make([]string, len(sentences))
	for i, s := range sentences {
		first, size := utf8.DecodeRuneInString(s)
		list[i] = strings.TrimSuffix(string(unicode.ToLower(first))+s[size:], ".")
	}
	return list
}

// link adds what the written rule says of a letter and those that are stored, as loading it would.
func (m *judged) link(links []sameletter.Link, l *graph.Letter, done func(id string) bool) {
	for _, found := range links {
		other, says := found.Letter, "It is a report of “%s”: %s."
		if other.ID == l.ID {
			other, says = found.Report, "“%s” is a report of it: %s."
		}
		if !done(other.ID) {
			j := found.Judgement()
			m.add(j)
			m.linked = append(m.linked, fmt.Sprintf(says, cmp.Or(other.Title, other.ID), j.Why))
		}
	}
}
