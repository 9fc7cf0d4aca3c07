package entry

import (
	"strings"

	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/weights"
)

// Habit is what most entries of a list do, which a single one cannot tell: whether a country at the end is a column of the
// list or part of the name, and who signs for whom.
type Habit struct {
	phrase.SetOff
	Persons    bool    // most of the list are persons, and this may be one
	Officers   bool    // nearly all of the list sign for an organization in which they have an office
	Described  bool    // names stand before the first comma, and behind it what they do
	Dashed     bool    // most of the list say what they are behind a dash
	People     float64 // how much the list speaks for persons, as a logit; 0 where nothing is known
	Themselves bool    // persons of the list sign for themselves, whatever stands beside their names
}

// Judge returns the habit that each entry is to be read by. by is nil for what is built in.
func Judge(by *weights.Set, entries []Entry) []Habit {
	habits := make([]Habit, len(entries))
	judgeCompany(entries, habits, by)
	set, told := countriesOf(entries), describedIn(entries)
	for i := range habits {
		habits[i].SetOff, habits[i].Dashed = set, told
	}
	return habits
}

// describedIn reports whether most entries are a name and, behind a dash, what it is.
func describedIn(entries []Entry) bool {
	if rule.Off("entry.describedIn") {
		return false
	}
	n := 0
	for i := range entries {
		if strings.ContainsAny(entries[i].Text, "–—-:") {
			if _, note := phrase.CutDescription(entries[i].Text); note != "" {
				n++
			}
		}
	}
	return n >= 2 && 2*n > len(entries)
}

// countriesOf counts over all entries of a list. A third of them, and at least two, make a habit; and so do three where they are not lost
// among many: lists locate the signatories from abroad and leave the rest.
func countriesOf(entries []Entry) phrase.SetOff {
	var comma, dash, bracket, tab int
	n := 0
	for i := range entries {
		if phrase.LooksLikeAddress(entries[i].Text) {
			continue
		}
		n++
		switch _, _, by := phrase.CutCountry(phrase.CutMarks(entries[i].Text), phrase.SetOff{Comma: true, Dash: true, Bracket: true, Tab: true}); by {
		case ',':
			comma++
		case '-':
			dash++
		case '(':
			bracket++
		case '\t':
			tab++
		}
	}
	usual := func(some int) bool { return some >= 2 && 3*some >= n || some >= 3 && 50*some >= n }
	// A dash before a country may belong to the name ("Friends of Rivers - Kenya", "River Society – Peru"): only a list that sets countries
	// off with dashes says otherwise. Brackets with nothing but a country set it off where the list prints countries at all.
	set := usual(comma + dash + bracket)
	return phrase.SetOff{Comma: usual(comma), Dash: dash >= 2 && 3*dash >= n, Bracket: usual(bracket) || bracket > 0 && set, Tab: tab > 0}
}
