package explore

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
)

// How numbers, dates and names read on every screen. Sentences are made here and in the use cases, so that a page, a
// figure and the command line say the same.

// count writes a whole number with commas: 1,642.
func count[T int | int32 | int64](n T) string {
	s := strconv.FormatInt(int64(n), 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// counted writes a number and its noun: 1 letter, 12 letters.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok && !strings.HasSuffix(stem, "a") {
		return count(n) + " " + stem + "ies"
	}
	return count(n) + " " + noun + "s"
}

var spelled = [...]string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// inWords spells numbers up to ten.
func inWords(n int) string {
	if n >= 0 && n < len(spelled) {
		return spelled[n]
	}
	return count(n)
}

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// longDate writes a date as sentences have it: 30 September 2020, September 2021, 2017; "" for none.
func longDate(d graph.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return months[d.Month] + " " + strconv.Itoa(d.Year)
	}
	return strconv.Itoa(d.Day) + " " + months[d.Month] + " " + strconv.Itoa(d.Year)
}

// monthOf writes a date to the month: September 2020.
func monthOf(d graph.Date) string {
	d.Day = 0
	return longDate(d)
}

// years writes a span with an en dash: 2012–2021, or one year, or "" without dates.
func years(from, to int) string {
	switch {
	case from == 0 && to == 0:
		return ""
	case from == to:
		return strconv.Itoa(from)
	case from == 0:
		return "until " + strconv.Itoa(to)
	case to == 0:
		return "since " + strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "–" + strconv.Itoa(to)
}

// listed joins names: A; A and B; A, B and C; of more than most, A, B and 3 more.
func listed(names []string, most int) string {
	if len(names) > most {
		return strings.Join(names[:most-1], ", ") + " and " + count(len(names)-most+1) + " more"
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// shorten cuts a text to at most n characters, at the end of a word where one ends in the second half.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n-1])
	if at := strings.LastIndexAny(cut, " ,;:"); at > len(cut)/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.–-") + "…"
}
