package sameletter

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"undersigned/graph"
)

// Proposal says that two letters may be one: a person decides, or the written rule where Rule is set.
type Proposal struct {
	A        string         `json:"a"` // ids: A is the version, translation or report of B
	B        string         `json:"b"`
	Relation graph.Relation `json:"relation"`
	Score    float64        `json:"score"`  // the reasons' weights added up, at most 1; 0.6 is needed
	Shared   int            `json:"shared"` // organizations that both print
	Share    float64        `json:"share"`  // of the shorter list
	Reasons  []string       `json:"reasons"`
	Rule     bool           `json:"rule"` // the written rule of a report holds (Link), which links the two by itself
}

// The weights of the reasons, and what is needed to propose. A text in common is enough by itself, and so is a long list that is
// nearly the same; most of a list, a title, a day or a target are not, because coalitions sign many letters together.
const (
	weightText      = 0.6
	weightList      = 0.6  // nine tenths of the shorter list, ten names or more
	weightLong      = 0.45 // seven tenths of it, twenty names or more
	weightMost      = 0.4  // four fifths, four names or more
	weightHalf      = 0.25 // half, three names or more
	weightQuote     = 0.4
	weightTitle     = 0.25
	weightDay       = 0.15 // the same or within a week
	weightMonth     = 0.08
	weightTarget    = 0.1
	proposeFrom     = 0.6
	textInCommon    = 0.3 // of the shorter text's passages
	titleInCommon   = 0.6 // Jaccard index of the titles' words
	daysOfOneLetter = 31
	daysOfOneWeek   = 7
)

// Same weighs whether two records are one letter. Order does not matter. It is false for a letter and itself and for two that say
// already that they belong together.
func Same(a, b graph.Letter) (Proposal, bool) { return same(sketchOf(&a), sketchOf(&b)) }

func same(a, b *sketch) (Proposal, bool) {
	if a.letter.ID == b.letter.ID || linked(a.letter, b.letter) || linked(b.letter, a.letter) {
		return Proposal{}, false
	}
	p := relate(a, b)
	if p.A != a.letter.ID {
		a, b = b, a
	}
	reason := func(weight float64, format string, args ...any) {
		p.Score += weight
		p.Reasons = append(p.Reasons, fmt.Sprintf(format, args...))
	}
	if link, ok := reportOf(a, b); ok {
		p.Rule = true
		reason(1, "It is a report that names the same signatories (%.0f %%) and quotes the letter: “%s”.", 100*link.Share, firstWords(link.Quote, 12))
	} else if quote := quoteBetween(a.letter, b.letter); quote != "" {
		reason(weightQuote, "One quotes a passage of the other: “%s”.", firstWords(quote, 12))
	}
	for key := range a.names() {
		if b.names()[key] {
			p.Shared++
		}
	}
	if shorter := min(len(a.names()), len(b.names())); shorter > 0 {
		p.Share = math.Round(1000*float64(p.Shared)/float64(shorter)) / 1000
		const words = "%d of the %d organizations of the shorter list stand in both."
		switch {
		case p.Share >= 0.9 && p.Shared >= 10:
			reason(weightList, words, p.Shared, shorter)
		case p.Share >= 0.7 && p.Shared >= 20:
			reason(weightLong, words, p.Shared, shorter)
		case p.Share >= 0.8 && p.Shared >= 4:
			reason(weightMost, words, p.Shared, shorter)
		case p.Share >= 0.5 && p.Shared >= 3:
			reason(weightHalf, words, p.Shared, shorter)
		}
	}
	if common := inCommon(a.passages(), b.passages()); common >= textInCommon {
		reason(weightText, "They have %.0f %% of the shorter text in common.", 100*common)
	}
	if jaccard(a.title(), b.title()) >= titleInCommon {
		reason(weightTitle, "Their titles are nearly the same.")
	}
	switch days, known := a.letter.Date.DaysTo(b.letter.Date); {
	case known && days == 0:
		reason(weightDay, "They have the same date (%s).", a.letter.Date)
	case known && days == 1:
		reason(weightDay, "Their dates are a day apart.")
	case known && days <= daysOfOneWeek:
		reason(weightDay, "Their dates are %d days apart.", days)
	case known && days <= daysOfOneLetter:
		reason(weightMonth, "Their dates are %d days apart.", days)
	}
	if t := commonTarget(a.letter, b.letter); t != "" {
		reason(weightTarget, "Both are about %s.", t)
	}
	p.Score = math.Round(100*min(p.Score, 1)) / 100
	return p, p.Rule || p.Score >= proposeFrom
}

func linked(a, b *graph.Letter) bool {
	return a.VersionOf == b.ID || a.TranslationOf == b.ID || a.ReportOf == b.ID
}

// relate says which is what of which. News belong to the letter, a translation to the record with the earlier date, a version to the
// one with the longer list; where their dates do not say which is newer, to the one with the shorter list, since a version-of then leads from the
// newer to the older (see package graph), and lists grow. Where these are equal, to the one with the smaller id.
func relate(a, b *sketch) Proposal {
	news := func(s *sketch) bool { return reportKind(s.letter.Kind) }
	languages := a.letter.Language != "" && b.letter.Language != "" && a.letter.Language != b.letter.Language
	order := cmp.Compare(b.letter.ID, a.letter.ID)
	relation := graph.VersionOf
	switch {
	case news(a) != news(b):
		relation = graph.ReportOf
		if order = 1; news(b) {
			order = -1
		}
	case languages:
		relation = graph.TranslationOf
		order = cmp.Or(a.letter.Date.Compare(b.letter.Date), -order)
	case a.letter.Date.IsZero() || b.letter.Date.IsZero() || a.letter.Date == b.letter.Date:
		order = cmp.Or(cmp.Compare(len(a.names()), len(b.names())), b.letter.Date.Compare(a.letter.Date), -order)
	default:
		order = cmp.Or(cmp.Compare(len(b.names()), len(a.names())), b.letter.Date.Compare(a.letter.Date), -order)
	}
	if order < 0 {
		a, b = b, a
	}
	return Proposal{A: a.letter.ID, B: b.letter.ID, Relation: relation, Reasons: []string{}}
}

// quoteBetween returns a passage that one quotes and the other's text has.
func quoteBetween(a, b *graph.Letter) string {
	for _, pair := range [][2]*graph.Letter{{a, b}, {b, a}} {
		if len(pair[0].Quotes) == 0 {
			continue
		}
		for _, d := range pair[1].Documents {
			if q := quotedFrom(pair[0].Quotes, d.Text); q != "" {
				return q
			}
		}
	}
	return ""
}

func commonTarget(a, b *graph.Letter) string {
	for _, t := range a.Targets {
		if slices.ContainsFunc(b.Targets, func(o graph.TargetRef) bool { return graph.Fold(o.Name) == graph.Fold(t.Name) }) {
			return t.Name
		}
	}
	return ""
}

// jaccard of two sets of words; titles of fewer than three words identify nothing.
func jaccard(a, b map[string]bool) float64 {
	if len(a) < 3 || len(b) < 3 {
		return 0
	}
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// inCommon is the part of the smaller set that the other one has; sets of fewer than four passages tell nothing.
func inCommon(a, b map[uint64]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 4 {
		return 0
	}
	both := 0
	for h := range a {
		if b[h] {
			both++
		}
	}
	return float64(both) / float64(len(a))
}
