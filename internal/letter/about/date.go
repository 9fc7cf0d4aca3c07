package about

import (
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

var (
	fileDay   = text.Lazy("about.fileDay", `(?:^|[^0-9])((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[^0-9]|$)`)
	fileMonth = text.Lazy("about.fileMonth", `(?:^|[^0-9])((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])(?:[^0-9]|$)`)
	fileYear  = text.Lazy("about.fileYear", `(?:^|[^0-9])((?:19|20)\d\d)(?:[^0-9]|$)`)
)

// FileDate reads a date in a file name, with the precision that is written there.
func FileDate(name string) graph.Date {
	name = strings.TrimSuffix(name, "."+text.Extension(name))
	part := func(m []string, i int) int { n, _ := strconv.Atoi(m[i]); return n }
	if m := fileDay.FindStringSubmatch(name); m != nil {
		if d, ok := phrase.MakeDate(part(m, 1), part(m, 2), part(m, 3)); ok {
			return d
		}
	}
	if f := phrase.FindDates(strings.NewReplacer("-", " ", "_", " ").Replace(name), "en"); len(f) > 0 {
		return f[0].Date
	}
	if m := fileMonth.FindStringSubmatch(name); m != nil {
		if d, ok := phrase.MakeDate(part(m, 1), part(m, 2), 0); ok {
			return d
		}
	}
	if m := fileYear.FindStringSubmatch(name); m != nil {
		return graph.Date{Year: part(m, 1)}
	}
	return graph.Date{}
}

// Words that stand with the date of a document on its line, and words that say the date is another one's.
var (
	dateCue  = said{dateCuePattern, dateCueAbroad}
	laterCue = said{laterCuePattern, laterCueAbroad}
	otherDay = said{otherDayPattern, otherDayAbroad}
	dateline = text.Lazy("about.dateline", `^\s*(?:\)|\.|,|:)?\s*[—–:-]`)
	onDay    = lexicon.Pattern("about.onDay", `(?i)^\W*({pattern on-day}|,)?\s*\W*$`)
)

// placeBefore is a place that begins a paragraph, before its date: "Talheim, den 14. Mai 2020. Ein Bündnis ...".
var placeBefore = lexicon.Pattern("about.placeBefore", `^\p{Lu}[\p{L}-]+(?:[ /]\p{Lu}[\p{L}-]+){0,2}(?:,| –| -|/)\s*(?i:(?:{pattern place-day})\s+)?$`)

// How much a date says about its document, by where it stands. Only the order matters.
const (
	ownLine   = 80 // a line that is little more than a date, or says "date", "published", "as of"
	later     = 66 // the same for a later state: "updated"
	leading   = 60 // a dateline before the text: "BERLIN, May 6, 2021 - Today ..."
	pageHead  = 59 // the head or foot of every page is little more than a date
	named     = 58 // the file's name, to the day
	property  = 57 // what a page's properties say, which is when it was put up
	shortLine = 55 // a short line that is no sentence
	inTitle   = 50
	begins    = 30 // the first sentence begins with it
	namedPart = 25 // the file's name, to the month; to the year less still
	faraway   = 25 // taken off below the text: there dates belong to something else more often
)

// dateOf chooses the document's own date. What is written for the purpose counts most: front matter, then a line that is
// little more than a date, then "valid as of", then the title, then the first sentence, then the file name. Dates that the
// text merely mentions never count. Among equals the first wins. A line that prints day and month alone takes the year of the
// file's name or of the page's properties.
func dateOf(p *document.Document, doc *Facts) graph.Date {
	own := metaDate(p.Meta.Date)
	file, page := FileDate(p.Name), metaDate(p.Hints.Date)
	c := chooser{Document: p, doc: doc, year: file.Year}
	if c.year == 0 {
		c.year = page.Year
	}
	n, greets := len(p.Lines), doc.greetingLine()
	c.within = doc.within()
	for i := range p.Lines {
		above := i < greets && i > greets-20 // a letter inside a release has its date above its greeting
		if i < 60 || i > n-60 || above {
			c.line(i, i > 30 && !above)
		}
	}
	if !own.IsZero() {
		// Front matter has the day on which a page was put up, at times in another time zone: a line made for the date is nearer.
		if days, known := own.DaysTo(c.best); c.score >= ownLine && known && days <= 2 && c.best.Day > 0 {
			return c.best
		}
		return own
	}
	if fs := phrase.FindDates(p.Meta.Title, doc.Language); len(fs) > 0 {
		c.consider(fs[0].Date, inTitle)
	}
	for i := range p.Aside {
		t := p.Aside[i].Text
		if fs := phrase.FindDates(t, doc.Language); len(fs) == 1 && text.WordCount(t[:fs[0].Start]+" "+t[fs[0].End:]) <= 3 {
			c.consider(fs[0].Date, pageHead)
		}
	}
	c.consider(page, property)
	switch file.Precision() {
	case "day":
		c.consider(file, named)
	case "month":
		c.consider(file, namedPart)
	case "year":
		c.consider(file, namedPart-15)
	}
	return c.best
}

func metaDate(s string) graph.Date {
	if d, err := graph.ParseDate(s); err == nil {
		return d
	}
	if f := phrase.FindDates(s, "en"); len(f) > 0 {
		return f[0].Date
	}
	return graph.Date{}
}

// greetingLine returns the index of the line that greets, 0 where none does.
func (d *Facts) greetingLine() int {
	if d.Salutation < 0 {
		return 0
	}
	n := 0
	for i := range d.Salutation {
		n += len(d.Pieces[i].Lines)
	}
	return n
}

// within tells of each line whether it stands inside a paragraph of running text that is wrapped over several lines, below its first.
func (d *Facts) within() []bool {
	inside := make([]bool, 0, len(d.Lines))
	for i := range d.Pieces {
		p := &d.Pieces[i]
		for k := range p.Lines {
			inside = append(inside, k > 0 && p.Prose && p.Sort == document.Plain)
		}
	}
	return inside
}

// chooser keeps the best date seen so far.
type chooser struct {
	*document.Document
	doc    *Facts
	within []bool
	year   int // of a date that is printed without one; 0 where nothing says it
	best   graph.Date
	score  int
}

func (c *chooser) consider(d graph.Date, score int) {
	if score > c.score && !d.IsZero() {
		c.best, c.score = d, score
	}
}

// line weighs the first date of a line.
func (c *chooser) line(i int, below bool) {
	l := &c.Lines[i]
	if c.within[i] && text.WordCount(l.Text) > 5 {
		return // a sentence goes on
	}
	fs := slices.DeleteFunc(phrase.DatesOf(l.Text, c.doc.Language, true), func(f phrase.Found) bool { return f.Date.Year == 0 && c.year == 0 })
	if len(fs) == 0 {
		return
	}
	f := fs[0]
	rest := text.Trim(l.Text[:f.Start] + " " + l.Text[f.End:])
	words, cue, update := text.WordCount(rest), dateCue.MatchString(rest), laterCue.MatchString(rest)
	if words == 0 && i > 0 && l.Gap == 0 {
		cue = cue || dateCue.MatchString(text.Tail(c.Lines[i-1].Text, 24))
	}
	bare := f.Short || f.Date.Year == 0 // such a date is one only where the line is nothing else
	score := 0
	switch {
	case otherDay.MatchString(rest) && !cue:
	case update && words <= 8:
		score = later
	case words <= 3 && len(fs) == 1, cue && words <= 8:
		score = ownLine
	case bare:
	case words <= 9 && f.Start < 40 && !phrase.IsSentence(l.Text) && l.Sort == document.Plain && !c.begun(i):
		score = shortLine
	case l.Sort == document.Heading || l.Text == string(c.doc.Title):
		score = inTitle
	case i < 12 && f.End < 90 && (dateline.MatchString(l.Text[f.End:]) || placeBefore.MatchString(l.Text[:f.Start]) && strings.HasPrefix(l.Text[f.End:], ". ")) && words > 9:
		score = leading
	case cue && asOf.In(strings.ToLower(rest)) && i > len(c.Lines)-12:
		score = shortLine - 10
	case i < 12 && c.doc.FirstProse == l.Number && f.Start < 60 && onDay.MatchString(l.Text[:f.Start]):
		score = begins
	}
	if score == 0 {
		return
	}
	if below {
		score -= faraway
	}
	if f.Date.Day == 0 || f.Short {
		score -= 5
	}
	if f.Date.Year == 0 {
		f.Date.Year = c.year
		score -= 5
		if f.Date.Month == 2 && f.Date.Day == 29 && c.year%4 != 0 {
			return
		}
	}
	c.consider(f.Date, score)
}

// begun reports whether a line is the first of a paragraph of running text that goes on.
func (c *chooser) begun(i int) bool {
	if rule.Off("about.chooser.begun") {
		return false
	}
	return i+1 < len(c.within) && c.within[i+1]
}
