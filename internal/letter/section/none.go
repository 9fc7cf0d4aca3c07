package section

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

const (
	fewCounts   = 3  // entries with a number that make a statistic
	mostCounts  = .6 // share of entries
	headOffices = .3 // share of entries above a greeting that name an office or have a title
	fewFields   = 4  // different labels that make a form
	mostFields  = .3 // share of entries
)

// isNone reports whether a candidate is a list of something else, whatever announces it.
func (c *Candidate) isNone(entries []string) bool {
	return statistic(entries, c.Features[fCounted]) || c.addressees(entries) || form(entries)
}

var (
	countBehind = text.Lazy("section.countBehind", `^\p{L}[^\d]{2,60}[\s:]\s*[\d.,' ]*\d[\d.,' ]*\d ?%?$`)
	countBefore = text.Lazy("section.countBefore", `^(?:\p{L}+ (?:\p{Ll}+ )?)?\d[\d.,']* \p{Ll}{3}`)
	yearBehind  = text.Lazy("section.yearBehind", `\b(?:19|20)\d\d$`)
)

// statistic reports whether most entries count something: "Employees 2255", "18 medical staff". numbered is the share of entries that number the list.
func statistic(entries []string, numbered float64) bool {
	if rule.Off("section.statistic") || numbered > .5 {
		return false
	}
	n := 0
	for _, t := range entries {
		if countBehind.MatchString(t) && !yearBehind.MatchString(t) || countBefore.MatchString(t) {
			n++
		}
	}
	return n >= fewCounts && float64(n) >= mostCounts*float64(len(entries))
}

// addressees reports whether lines above the greeting, which nothing announces, name officers: those to whom the letter goes, or a letterhead's.
func (c *Candidate) addressees(entries []string) bool {
	if rule.Off("section.Candidate.addressees") || c.Blocks[0].Origin != Shape || c.Features[fAbove] == 0 {
		return false
	}
	n := 0
	for _, t := range entries {
		if _, titled := phrase.WithoutTitles(t); titled == 2 || phrase.SaysOffice(t) {
			n++
		}
	}
	return float64(n) >= headOffices*float64(len(entries))
}

// labels are what forms and pages print as labels, fields and buttons.
var labels = lexicon.Set("section.labels", "{furniture label}")

// form reports whether the entries are the labels and buttons of a form, as text taken from a page has them in lines of their own.
func form(entries []string) bool {
	if rule.Off("section.form") {
		return false
	}
	n, groups, seen := 0, 0, map[string]bool{}
	for _, t := range entries {
		head, _, _ := strings.Cut(t, " (")
		head = text.Fold(strings.Trim(head, " *.:"))
		switch {
		case labels.Has(head):
			n++
			seen[head] = true
		case phrase.HasWord(t, lexicon.OrgWords):
			groups++
		}
	}
	return len(seen) >= fewFields && float64(n) >= mostFields*float64(len(entries)) && n > groups
}
