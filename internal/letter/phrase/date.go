package phrase

import (
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
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
		case r >= '0' && r <= '9', r >= 0x660 && text.Digit(r) >= 0:
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
			word := strings.ToLower(s[start:end])
			if state == 1 {
				word = text.Figures(word)
			}
			out = append(out, token{word, start, end})
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

// Found is a date and where it stands in its line.
type Found struct {
	Date       graph.Date // Year is 0 where only month and day are printed
	Start, End int
	Short      bool // the year has two digits
}

// dateGlue are the words that stand between the parts of a date: ordinal endings, articles and prepositions.
var dateGlue = lexicon.Set("phrase.dateGlue", "{function-word date-glue}")

// FindDates returns the dates of a line from left to right: "May 6, 2021", "6. Mai 2021", "6 de mayo de 2021", "le 1er mai 2021", "May 2021",
// "2021-05-06", "2021/05/06", "6.5.2021", "5/6/2021". A numeric date with slashes is month first in English unless that month cannot
// be. Of a span of days the first stands for it.
func FindDates(s, language string) []Found { return DatesOf(s, language, false) }

// DatesOf also returns, if loose, dates that are so only where the line is nothing else: with two digits for the year ("06.05.21"), which may be
// a name, too, and without a year.
func DatesOf(s, language string, loose bool) []Found {
	if out := wideDates(s, loose); len(out) > 0 || !text.HasDigit(s) {
		return out
	}
	ts := joinMonths(dateTokens(s))
	var out []Found
	for i := 0; i < len(ts); i++ {
		if m := lexicon.MonthIn(ts[i].text, language); m > 0 {
			if f, next, ok := aroundMonth(s, ts, i, m, loose); ok && (len(out) == 0 || f.Start >= out[len(out)-1].End) {
				out = append(out, f)
				i = next
			}
			continue
		}
		if f, ok := numericDate(s, ts, i, language); ok && (loose || !f.Short) {
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

func isYear(t token) bool {
	if rule.Off("phrase.isYear") {
		return false
	}
	n := number(t)
	return len(t.text) == 4 && n >= 1900 && n <= 2100
}

func isDay(t token) bool {
	if rule.Off("phrase.isDay") {
		return false
	}
	n := number(t)
	return len(t.text) <= 2 && n >= 1 && n <= 31
}

func aroundMonth(s string, ts []token, i, month int, yearless bool) (Found, int, bool) {
	day, start, k := 0, i, i-1
	for k >= 0 && k >= i-3 && dateGlue.Has(ts[k].text) {
		k--
	}
	if k >= 0 && isDay(ts[k]) && ts[i].start-ts[k].end < 12 {
		day, start = number(ts[k]), k
		// "5.-6. May": the first day stands for the date.
		if k > 0 && isDay(ts[k-1]) && number(ts[k-1]) < day && isSpan(s[ts[k-1].end:ts[k].start]) {
			day, start = number(ts[k-1]), k-1
		}
	}
	k = i + 1
	if day == 0 && k < len(ts) && isDay(ts[k]) && ts[k].start-ts[i].end < 4 {
		day = number(ts[k])
		k++
		// "May 5-6, 2021"
		if k+1 < len(ts) && isDay(ts[k]) && number(ts[k]) > day && isYear(ts[k+1]) {
			k++
		}
	}
	end := ts[max(i, k-1)].end
	for k < len(ts) && dateGlue.Has(ts[k].text) {
		k++
	}
	if first := i - 1; (k >= len(ts) || !isYear(ts[k])) && first >= 0 && day > 0 && isYear(ts[first]) && start == i && yearStands(s[ts[first].end:ts[i].start]) {
		d, ok := MakeDate(number(ts[first]), month, day)
		return Found{Date: d, Start: ts[first].start, End: end}, k - 1, ok // "2021. május 6."
	}
	if k >= len(ts) || !isYear(ts[k]) || ts[k].start-ts[i].end > 16 {
		if !yearless || day == 0 {
			return Found{}, 0, false
		}
		if _, ok := MakeDate(2000, month, day); !ok { // a leap year has every day
			return Found{}, 0, false
		}
		return Found{Date: graph.Date{Month: month, Day: day}, Start: ts[start].start, End: end}, max(i, k-1), true
	}
	d, ok := MakeDate(number(ts[k]), month, day)
	return Found{Date: d, Start: ts[start].start, End: ts[k].end}, k, ok
}

// yearStands reports whether a year stands directly before its month; behind a comma it does so in references: "(2021, May 6)".
func yearStands(between string) bool {
	if rule.Off("phrase.yearStands") {
		return false
	}
	between = strings.Trim(between, " \u00a0")
	return between == "" || between == "."
}

func isSpan(between string) bool {
	if rule.Off("phrase.isSpan") {
		return false
	}
	between = strings.Trim(between, " .")
	return between == "-" || between == "–" || between == "/" || between == "—"
}

func numericDate(s string, ts []token, i int, language string) (Found, bool) {
	if i+2 >= len(ts) {
		return Found{}, false
	}
	a, b, c := ts[i], ts[i+1], ts[i+2]
	if number(a) < 0 || number(b) < 0 || number(c) < 0 {
		return Found{}, false
	}
	sep := text.Trim(s[a.end:b.start])
	if sep != text.Trim(s[b.end:c.start]) || (sep != "-" && sep != "/" && sep != "." && sep != "_") || c.start-a.end > 8 {
		return Found{}, false
	}
	f := Found{Start: a.start, End: c.end}
	ok := false
	monthFirst := sep == "/" && (language == "en" || language == "")
	dayMonth := func(year int) (graph.Date, bool) {
		first, second := number(a), number(b)
		if monthFirst && first <= 12 {
			first, second = second, first
		}
		if d, ok := MakeDate(year, second, first); ok {
			return d, true
		}
		return MakeDate(year, first, second)
	}
	switch {
	case isYear(a) && len(b.text) <= 2 && len(c.text) <= 2:
		f.Date, ok = MakeDate(number(a), number(b), number(c))
	case isYear(c) && len(a.text) <= 2 && len(b.text) <= 2:
		f.Date, ok = dayMonth(number(c))
	case len(a.text) <= 2 && len(b.text) == 2 && len(c.text) == 2 && sep != "_" && sep != "-":
		f.Date, ok = dayMonth(2000 + number(c))
		f.Short = true
	}
	return f, ok
}

// MakeDate makes a date; ok is false where there is no such day.
func MakeDate(year, month, day int) (graph.Date, bool) {
	d := graph.Date{Year: year, Month: month, Day: day}
	parsed, err := graph.ParseDate(d.String())
	return parsed, err == nil && parsed == d && month > 0
}
