package about

import (
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

var (
	// docket is what a court's system prints at the head or foot of each page: "Case: 21-1234, 12/20/2023, DktEntry: 22.1, Page 1 of 38".
	docket = lexicon.Pattern("about.docket", `(?i)\b(?:{pattern docket})\b`)
	// usDay is how American courts print a day in figures: the month first.
	usDay = text.Lazy("about.usDay", `\b(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/((?:19|20)?\d\d)\b`)
	// signedOn stands before the day on which counsel signed.
	signedOn = lexicon.Pattern("about.signedOn", `(?i)^\W*(?:{pattern signed-on})\b`)
)

// filedOn finds the day on which a brief was filed: as the court's system prints it, else the first that its cover or its counsel prints on a
// line of its own. The days that its text and tables mention are of cases and laws.
func (d *Facts) filedOn() graph.Date {
	if d.Caption == nil {
		return graph.Date{}
	}
	for i := range d.Aside {
		if day := docketDay(d.Aside[i].Text); !day.IsZero() {
			return day
		}
	}
	for i := range min(len(d.Lines), 8) {
		if day := docketDay(d.Lines[i].Text); !day.IsZero() {
			return day
		}
	}
	for i := range d.Lines {
		l := &d.Lines[i]
		if len(l.Text) > 90 || l.Sort == document.Cells || cue.Leaders(l.Text) || phrase.LooksLikeAddress(l.Text) || strings.Contains(l.Text, "/20") && !usDay.MatchString(l.Text) || strings.Count(l.Text, ")") > strings.Count(l.Text, "(") || !cue.JustDate(l.Text) && !signedOn.MatchString(l.Text) {
			continue
		}
		if fs := phrase.FindDates(l.Text, d.Language); len(fs) > 0 && fs[0].Date.Month > 0 {
			return fs[0].Date
		}
	}
	return graph.Date{}
}

func docketDay(s string) graph.Date {
	if len(s) > 200 || !docket.MatchString(s) {
		return graph.Date{}
	}
	m := usDay.FindStringSubmatch(s)
	if m == nil {
		return graph.Date{}
	}
	month, _ := strconv.Atoi(m[1])
	day, _ := strconv.Atoi(m[2])
	year, _ := strconv.Atoi(m[3])
	if year < 100 {
		year += 2000
	}
	date, _ := phrase.MakeDate(year, month, day)
	return date
}
