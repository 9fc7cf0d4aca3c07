package letter

import (
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
)

var (
	fileDay   = lazy(`(?:^|[^0-9])((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[^0-9]|$)`)
	fileMonth = lazy(`(?:^|[^0-9])((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])(?:[^0-9]|$)`)
	fileYear  = lazy(`(?:^|[^0-9])((?:19|20)\d\d)(?:[^0-9]|$)`)
)

// fileDate reads a date in a file name, with the precision that is written there.
func fileDate(name string) graph.Date {
	name = strings.TrimSuffix(name, "."+extension(name))
	part := func(m []string, i int) int { n, _ := strconv.Atoi(m[i]); return n }
	if m := fileDay.FindStringSubmatch(name); m != nil {
		if d, ok := makeDate(part(m, 1), part(m, 2), part(m, 3)); ok {
			return d
		}
	}
	if f := findDates(strings.NewReplacer("-", " ", "_", " ").Replace(name), "en"); len(f) > 0 {
		return f[0].date
	}
	if m := fileMonth.FindStringSubmatch(name); m != nil {
		if d, ok := makeDate(part(m, 1), part(m, 2), 0); ok {
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
	dateCue  = lazy(`(?i)\b(immediate release|date|dated|published|posted|valid as of|as of|as on|issued|release|datum|stand|fecha|publicad[oa]|publi(?:e|ée)|le|den|dnia|dne|embargo|veröffentlicht|erstellt|pubblicat[oa]|gepubliceerd)\b|\bpublié\s`)
	laterCue = lazy(`(?i)\b(updated?|last modified|revised|aktualisiert|zuletzt|mis à jour|actualizad[oa]|aggiornat[oa]|bijgewerkt)\b`)
	otherDay = lazy(`(?i)\b(deadline|sign by|by|before|until|bis|avant|antes|hasta|até|entro|jusqu|d[’']ici|copyright|©|accessed|retrieved|abgerufen|consulté|since|seit|depuis|desde|born|geboren|effective)\b|©`)
	dateline = lazy(`^\s*(?:\)|\.|,|:)?\s*[—–:-]`)
	onDay    = lazy(`(?i)^\W*(today,?|on|am|heute|le|el|em|il|op|den|this|,)?\s*\W*$`)
)

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
func dateOf(p *paper, doc *document) graph.Date {
	own := metaDate(p.meta.date)
	file, page := fileDate(p.name), metaDate(p.hints.date)
	c := chooser{paper: p, doc: doc, year: file.Year}
	if c.year == 0 {
		c.year = page.Year
	}
	n, greets := len(p.lines), doc.greetingLine()
	c.within = doc.within()
	for i := range p.lines {
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
	if fs := findDates(p.meta.title, doc.language); len(fs) > 0 {
		c.consider(fs[0].date, inTitle)
	}
	for i := range p.aside {
		t := p.aside[i].Text
		if fs := findDates(t, doc.language); len(fs) == 1 && wordCount(t[:fs[0].start]+" "+t[fs[0].end:]) <= 3 {
			c.consider(fs[0].date, pageHead)
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
	if f := findDates(s, "en"); len(f) > 0 {
		return f[0].date
	}
	return graph.Date{}
}

// greetingLine returns the index of the line that greets, 0 where none does.
func (d *document) greetingLine() int {
	if d.salutation < 0 {
		return 0
	}
	n := 0
	for i := range d.salutation {
		n += len(d.pieces[i].lines)
	}
	return n
}

// within tells of each line whether it stands inside a paragraph of running text that is wrapped over several lines, below its first.
func (d *document) within() []bool {
	inside := make([]bool, 0, len(d.lines))
	for i := range d.pieces {
		p := &d.pieces[i]
		for k := range p.lines {
			inside = append(inside, k > 0 && p.prose && p.sort == plain)
		}
	}
	return inside
}

// chooser keeps the best date seen so far.
type chooser struct {
	*paper
	doc    *document
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
	l := &c.lines[i]
	if c.within[i] && wordCount(l.text) > 5 {
		return // a sentence goes on
	}
	fs := slices.DeleteFunc(datesOf(l.text, c.doc.language, true), func(f found) bool { return f.date.Year == 0 && c.year == 0 })
	if len(fs) == 0 {
		return
	}
	f := fs[0]
	rest := trim(l.text[:f.start] + " " + l.text[f.end:])
	words, cue, update := wordCount(rest), dateCue.MatchString(rest), laterCue.MatchString(rest)
	if words == 0 && i > 0 && l.gap == 0 {
		cue = cue || dateCue.MatchString(tail(c.lines[i-1].text, 24))
	}
	bare := f.short || f.date.Year == 0 // such a date is one only where the line is nothing else
	score := 0
	switch {
	case otherDay.MatchString(rest) && !cue:
	case update && words <= 8:
		score = later
	case words <= 3 && len(fs) == 1, cue && words <= 8:
		score = ownLine
	case bare:
	case words <= 9 && f.start < 40 && !isSentence(l.text) && l.sort == plain && !c.begun(i):
		score = shortLine
	case l.sort == heading || l.text == string(c.doc.title):
		score = inTitle
	case i < 12 && f.end < 90 && dateline.MatchString(l.text[f.end:]) && words > 9:
		score = leading
	case cue && strings.Contains(strings.ToLower(rest), "as of") && i > len(c.lines)-12:
		score = shortLine - 10
	case i < 12 && c.doc.firstProse == l.number && f.start < 60 && onDay.MatchString(l.text[:f.start]):
		score = begins
	}
	if score == 0 {
		return
	}
	if below {
		score -= faraway
	}
	if f.date.Day == 0 || f.short {
		score -= 5
	}
	if f.date.Year == 0 {
		f.date.Year = c.year
		score -= 5
		if f.date.Month == 2 && f.date.Day == 29 && c.year%4 != 0 {
			return
		}
	}
	c.consider(f.date, score)
}

// begun reports whether a line is the first of a paragraph of running text that goes on.
func (c *chooser) begun(i int) bool { return i+1 < len(c.within) && c.within[i+1] }

func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[len(s)-n:]
}
