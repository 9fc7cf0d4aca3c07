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

// lookalikes finds the stored letters that may be the one of a draft, by the rule of package sameletter, which loading and `letters proposals`
// use too. Its index is made when a draft is first compared with a revision, in time that grows with the letters' names and texts (4,000
// letters of 500 words: .7 s; 20,000 letters of 50 names: 1.1 s, an eighth of what their network takes, and 77 MB), and kept until the
// next; a draft then takes a millisecond. It is safe for concurrent use.
type lookalikes struct {
	mu    sync.Mutex
	of    *graph.Network
	index *sameletter.Index
}

// like returns the proposals for a letter among those that somebody signed, the strongest first. The index has all records; the same
// letter under its own id is left aside.
func (x *lookalikes) like(n *graph.Network, l *graph.Letter) []sameletter.Proposal {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.of != n {
		index := sameletter.New(true)
		for _, w := range n.Letters() {
			for _, record := range w.Records {
				index.Add(record)
			}
		}
		x.of, x.index = n, index
	}
	return x.index.Like(l)
}

// similar is a proposal and the stored letter it is about.
type similar struct {
	sameletter.Proposal
	position int  // of the letter
	reversed bool // what is stored belongs to the new letter, as its report
	record   *graph.Letter
}

// similarTo finds the stored records that a letter may be a version, translation or report of, or that may be a report of it. Letters about
// which somebody has decided are passed over, and the letter's own other forms. Of two versions or translations the new letter is said to be
// the one of the stored, whichever has the longer list: that is what a person is asked.
func (in *Intake) similarTo(n *graph.Network, l *graph.Letter, judgements []graph.Judgement) []similar {
	decided := map[int]bool{}
	for _, j := range judgements {
		if j.Relation == "" || j.Undone != nil || j.A.Letter != l.ID && j.B.Letter != l.ID {
			continue
		}
		for _, id := range []string{j.A.Letter, j.B.Letter} {
			if at, ok := n.Letter(id); ok {
				decided[at] = true
			}
		}
	}
	if own, ok := n.Letter(l.ID); ok {
		decided[own] = true
	}
	var found []similar
	for _, p := range in.alike.like(n, l) {
		s := similar{Proposal: p, reversed: p.Relation == graph.ReportOf && p.A != l.ID}
		other := p.A
		if other == l.ID {
			other = p.B
		}
		at, ok := n.Letter(other)
		if !ok || decided[at] {
			continue
		}
		records := n.Letters()[at].Records
		s.position, s.record = at, records[slices.IndexFunc(records, func(r *graph.Letter) bool { return r.ID == other })]
		found = append(found, s)
	}
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

// ruleJudgement is what the written rule says of a report, as loading it would; not ok where it does not hold.
func ruleJudgement(report, of *graph.Letter) (graph.Judgement, bool) {
	share, quote, ok := sameletter.ReportOf(*report, *of)
	if !ok {
		return graph.Judgement{}, false
	}
	words := strings.Fields(quote)
	if len(words) > 12 {
		words = append(words[:12:12], "…")
	}
	return graph.NewJudgement(graph.Judgement{Verdict: graph.Same, Relation: graph.ReportOf, By: graph.RuleSameLetter,
		A: graph.NameRef{Letter: report.ID}, B: graph.NameRef{Letter: of.ID}, Score: share,
		Why: fmt.Sprintf("%.0f %% of its names stand in the letter, which it quotes: “%s”", 100*share, strings.Join(words, " "))}), true
}

// link adds what the written rule says of a letter and those that are stored.
func (m *judged) link(found []similar, l *graph.Letter) {
	for _, s := range found {
		report, of, says := l, s.record, "It is a report of “%s”: %s."
		if s.reversed {
			report, of, says = s.record, l, "“%s” is a report of it: %s."
		}
		if j, ok := ruleJudgement(report, of); ok && s.Rule {
			m.add(j)
			m.linked = append(m.linked, fmt.Sprintf(says, cmp.Or(s.record.Title, s.record.ID), j.Why))
		}
	}
}
