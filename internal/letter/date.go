package letter

import (
	"strconv"
	"strings"

	"undersigned/graph"
)

// token is a word or number of a line, with where it stands.
type token struct {
	text       string // lower case
	start, end int    // bytes
}

// dateTokens cuts a line into words and numbers; separators within numbers ("2021-05-06") are cut too.
func dateTokens(s string) []token {
	var out []token
	kind := func(r rune) int {
		switch {
		case r >= '0' && r <= '9':
			return 1
		case r == '\'' || r == '’' || r < 0x80 && !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'):
			return 0
		case r == '\u00a0' || r >= 0x2000 && r < 0x2070 || r == '–' || r == '—':
			return 0
		}
		return 2
	}
	start, state := 0, 0
	flush := func(end int) {
		if state != 0 {
			out = append(out, token{strings.ToLower(s[start:end]), start, end})
		}
	}
	for i, r := range s {
		if k := kind(r); k != state {
			flush(i)
			start, state = i, k
		}
	}
	flush(len(s))
	return out
}

// found is a date and where it stands in its line.
type found struct {
	date       graph.Date
	start, end int
}

var dateGlue = wordSet("st nd rd th er º ª o de of del d le den")

// findDates returns the dates of a line from left to right: "May 6, 2021", "6. Mai 2021", "6 de mayo de 2021", "May 2021",
// "2021-05-06", "6.5.2021", "5/6/2021". A numeric date with slashes is month first in English unless that month cannot be.
func findDates(s, language string) []found {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	ts := dateTokens(s)
	var out []found
	for i := 0; i < len(ts); i++ {
		if m := months[ts[i].text]; m > 0 {
			if f, next, ok := aroundMonth(ts, i, m); ok {
				out = append(out, f)
				i = next
			}
			continue
		}
		if f, ok := numericDate(s, ts, i, language); ok {
			out = append(out, f)
			i += 2
		}
	}
	return out
}

func number(t token) int {
	n, err := strconv.Atoi(t.text)
	if err != nil {
		return -1
	}
	return n
}

func isYear(t token) bool { n := number(t); return len(t.text) == 4 && n >= 1900 && n <= 2100 }

func aroundMonth(ts []token, i, month int) (found, int, bool) {
	day, start, k := 0, i, i-1
	for k >= 0 && k >= i-2 && dateGlue[ts[k].text] {
		k--
	}
	if k >= 0 && len(ts[k].text) <= 2 {
		if n := number(ts[k]); n >= 1 && n <= 31 {
			day, start = n, k
		}
	}
	k = i + 1
	if day == 0 && k < len(ts) && len(ts[k].text) <= 2 {
		if n := number(ts[k]); n >= 1 && n <= 31 {
			day = n
			k++
			// "May 5-6, 2021": the first day stands for the date.
			if k+1 < len(ts) && len(ts[k].text) <= 2 && number(ts[k]) > day && isYear(ts[k+1]) {
				k++
			}
		}
	}
	for k < len(ts) && dateGlue[ts[k].text] {
		k++
	}
	if k >= len(ts) || !isYear(ts[k]) || ts[k].start-ts[i].end > 16 {
		return found{}, 0, false
	}
	d, ok := makeDate(number(ts[k]), month, day)
	return found{d, ts[start].start, ts[k].end}, k, ok
}

func numericDate(s string, ts []token, i int, language string) (found, bool) {
	if i+2 >= len(ts) {
		return found{}, false
	}
	a, b, c := ts[i], ts[i+1], ts[i+2]
	if number(a) < 0 || number(b) < 0 || number(c) < 0 {
		return found{}, false
	}
	sep := trim(s[a.end:b.start])
	if sep != trim(s[b.end:c.start]) || (sep != "-" && sep != "/" && sep != "." && sep != "_") || c.start-a.end > 8 {
		return found{}, false
	}
	var d graph.Date
	ok := false
	switch {
	case isYear(a) && len(b.text) <= 2 && len(c.text) <= 2:
		d, ok = makeDate(number(a), number(b), number(c))
	case isYear(c) && len(a.text) <= 2 && len(b.text) <= 2:
		first, second := number(a), number(b)
		if sep == "/" && (language == "en" || language == "") && first <= 12 {
			first, second = second, first
		}
		if d, ok = makeDate(number(c), second, first); !ok {
			d, ok = makeDate(number(c), first, second)
		}
	}
	return found{d, a.start, c.end}, ok
}

func makeDate(year, month, day int) (graph.Date, bool) {
	d := graph.Date{Year: year, Month: month, Day: day}
	parsed, err := graph.ParseDate(d.String())
	return parsed, err == nil && parsed == d && month > 0
}

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
	dateCue  = lazy(`(?i)\b(immediate release|date|dated|published|posted|updated|valid as of|as of|issued|release|datum|stand|fecha|publicad|publié|le|den|embargo)\b`)
	otherDay = lazy(`(?i)\b(deadline|sign by|by|before|until|bis|avant|antes|copyright|©|accessed|retrieved|abgerufen|since|seit|depuis)\b`)
)

// dateOf chooses the document's own date. What is written for the purpose counts most: front matter, then a line that is
// little more than a date, then "valid as of", then the title, then the first sentence, then the file name. Dates that the
// text merely mentions never count. Among equals the first wins.
func dateOf(p *paper, doc *document) graph.Date {
	if d, err := graph.ParseDate(p.meta.date); err == nil && !d.IsZero() {
		return d
	}
	if f := findDates(p.meta.date, "en"); len(f) > 0 {
		return f[0].date
	}
	best, bestScore := graph.Date{}, 0
	consider := func(d graph.Date, score int) {
		if score > bestScore {
			best, bestScore = d, score
		}
	}
	n := len(p.lines)
	for i := range p.lines {
		if i == 60 && n > 120 {
			continue
		}
		if i > 60 && i < n-60 {
			continue
		}
		l := &p.lines[i]
		fs := findDates(l.text, doc.language)
		if len(fs) == 0 {
			continue
		}
		f := fs[0]
		rest := trim(l.text[:f.start] + " " + l.text[f.end:])
		words, cue := wordCount(rest), dateCue.MatchString(rest)
		if words == 0 && i > 0 && l.gap == 0 {
			cue = cue || dateCue.MatchString(tail(p.lines[i-1].text, 24))
		}
		score := 0
		switch {
		case otherDay.MatchString(rest) && !cue:
		case words <= 3 && len(fs) == 1, cue && words <= 8:
			score = 80
		case words <= 9 && f.start < 40 && !isSentence(l.text) && l.sort == plain:
			score = 55
		case l.sort == heading || l.text == string(doc.title):
			score = 50
		case i < 12 && f.end < 90 && strings.ContainsAny(l.text[f.end:min(len(l.text), f.end+6)], "—–-:") && words > 9:
			score = 60 // dateline: "BERLIN, May 6, 2021 — Today ..."
		case cue && strings.Contains(strings.ToLower(rest), "as of") && i > n-12:
			score = 45
		case i < 12 && doc.firstProse == l.number && f.start < 60 && onDay.MatchString(l.text[:f.start]):
			score = 30
		}
		if score > 0 && i > 30 {
			score -= 20 // a date below the text is the date of something else more often
		}
		if score > 0 && f.date.Day == 0 {
			score -= 5
		}
		consider(f.date, score)
	}
	if d := fileDate(p.name); !d.IsZero() {
		switch d.Precision() {
		case "day":
			consider(d, 58)
		case "month":
			consider(d, 25)
		default:
			consider(d, 10)
		}
	}
	return best
}

var onDay = lazy(`(?i)^\W*(today,?|on|am|heute|le|el|this|,)?\s*\W*$`)

func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[len(s)-n:]
}
