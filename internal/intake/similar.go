package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/letter"
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

const (
	similarShown = 5
	similarTried = 40 // by shared signers; only these are compared as a whole
	pointsNeeded = 3
)

// similar is a proposal on its way.
type similar struct {
	position int // of the work
	points   int
	answer   SimilarAnswer
	rule     *graph.Judgement // that the draft is a report of it, or it of the draft
	reported bool             // it of the draft
}

// similarTo finds the stored letters that a reading may be a version, translation or report of, among those that share signers, by an
// index, or the title. Each reason has points: a text in common or a long list that is nearly the same are enough by themselves; most
// of the list, a title, a date, a target are not, since coalitions sign many letters together. What it costs grows with the signatures of its
// signers and the texts of the 40 letters that share most of them.
func similarTo(data *explore.Reading, r *reading) []similar {
	n := data.Graph()
	self, own := signersOf(n, r)
	shared := map[int32]int{}
	for o := range own {
		for _, l := range n.Incidence().LettersOf(o) {
			shared[l]++
		}
	}
	for l := range n.Letters() { // titles are few and short: each is looked at
		if _, known := shared[int32(l)]; !known && titlePoints(&r.Letter, n.Letters()[l].Letter) > 0 {
			shared[int32(l)] = 0
		}
	}
	tried := make([]int32, 0, len(shared))
	for l := range shared {
		tried = append(tried, l)
	}
	slices.SortFunc(tried, func(a, b int32) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b)) })
	var found []similar
	for _, l := range tried[:min(len(tried), similarTried)] {
		if s, ok := compare(data, r, &self, len(own), int(l), shared[l]); ok {
			found = append(found, s)
		}
	}
	slices.SortStableFunc(found, func(a, b similar) int {
		return cmp.Or(boolFirst(a.rule != nil, b.rule != nil), cmp.Compare(b.points, a.points), cmp.Compare(b.answer.Share, a.answer.Share),
			cmp.Compare(a.answer.Letter.ID, b.answer.Letter.ID))
	})
	return found[:min(len(found), similarShown)]
}

func similarAnswers(data *explore.Reading, r *reading) []SimilarAnswer {
	answers := []SimilarAnswer{}
	for _, s := range similarTo(data, r) {
		if !s.reported { // that is said of the other one, and done when the draft is saved
			answers = append(answers, s.answer)
		}
	}
	return answers
}

func boolFirst(a, b bool) int {
	switch {
	case a && !b:
		return -1
	case b && !a:
		return 1
	}
	return 0
}

// signersOf returns the reading as a letter with its rows, and the stored organizations among them with the rows that name them.
func signersOf(n *graph.Network, r *reading) (graph.Letter, map[int][]int) {
	self := r.Letter
	own := map[int][]int{}
	for i := range r.Rows {
		row := &r.Rows[i]
		self.Signatures = append(self.Signatures, graph.Signature{Name: row.Name, Type: row.Type, Capacity: row.Capacity, Status: row.Status})
		if row.Type == graph.TypeOrganization && row.Status != graph.Withdrawn {
			if o, ok := n.Organization(row.Name); ok {
				own[o] = append(own[o], i)
			}
		}
	}
	return self, own
}

func compare(data *explore.Reading, r *reading, self *graph.Letter, own, l, shared int) (similar, bool) {
	n := data.Graph()
	w := n.Letters()[l]
	if slices.ContainsFunc(w.Records, func(record *graph.Letter) bool { return record.ID == self.ID }) {
		return similar{}, false // it is stored already, which is another warning
	}
	s := similar{position: l, answer: SimilarAnswer{Letter: data.LetterRef(l), Relation: graph.VersionOf, Shared: shared, Reasons: []string{}}}
	s.weigh(self, &w, organizations(r), n.Incidence().Size(l))
	switch {
	case self.Kind == "news" || self.Kind == "press-release":
		s.answer.Relation = graph.ReportOf
	case self.Language != "" && w.Language != "" && self.Language != w.Language:
		s.answer.Relation = graph.TranslationOf
	}
	for _, record := range w.Records {
		if share, quote, ok := letter.ReportOf(*self, *record); ok {
			j := reportJudgement(self.ID, record.ID, share, quote)
			s.rule, s.answer.Rule, s.answer.Relation = &j, true, graph.ReportOf
			s.answer.Reasons = append(s.answer.Reasons, "it quotes the letter")
			return s, true
		}
		if share, quote, ok := letter.ReportOf(*record, *self); ok {
			j := reportJudgement(record.ID, self.ID, share, quote)
			s.rule, s.reported = &j, true
			return s, true
		}
	}
	return s, s.points >= pointsNeeded
}

// weigh adds up what speaks for the two being one letter.
func (s *similar) weigh(self *graph.Letter, w *graph.Work, names, size int) {
	smaller, shared := min(names, size), s.answer.Shared
	if shared > 0 && smaller > 0 {
		s.answer.Share = float64(min(shared, smaller)) / float64(smaller)
		points := 0
		switch {
		case s.answer.Share >= .9 && shared >= 10:
			points = 3
		case s.answer.Share >= .8 && shared >= 4:
			points = 2
		case s.answer.Share >= .5 && shared >= 2:
			points = 1
		}
		s.points += points
		s.answer.Reasons = append(s.answer.Reasons, fmt.Sprintf("%d of %d organizations in common", shared, smaller))
	}
	reason := func(points int, text string) {
		if points > 0 {
			s.points += points
			s.answer.Reasons = append(s.answer.Reasons, text)
		}
	}
	reason(titlePoints(self, w.Letter), "the same title")
	reason(point(!self.Date.IsZero() && self.Date == w.Date), "the same date")
	reason(point(sameTarget(self, w.Letter)), "the same target")
	if s.points > 0 && slices.ContainsFunc(w.Records, func(record *graph.Letter) bool { return sameText(self, record) }) {
		reason(pointsNeeded, "much of the text is the same")
	}
}

func point(is bool) int {
	if is {
		return 1
	}
	return 0
}

func organizations(r *reading) int {
	n := 0
	for i := range r.Rows {
		if r.Rows[i].Type == graph.TypeOrganization {
			n++
		}
	}
	return n
}

// reportJudgement is what the written rule says of a report, as loading it would.
func reportJudgement(report, of string, share float64, quote string) graph.Judgement {
	words := strings.Fields(quote)
	if len(words) > 12 {
		words = append(words[:12:12], "…")
	}
	return graph.NewJudgement(graph.Judgement{Verdict: graph.Same, Relation: graph.ReportOf, By: graph.RuleSameLetter,
		A: graph.NameRef{Letter: report}, B: graph.NameRef{Letter: of}, Score: share,
		Why: fmt.Sprintf("%.0f %% of its names stand in the letter, which it quotes: “%s”", 100*share, strings.Join(words, " "))})
}
