package printed

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
)

// Line is a printed line with what is known of it.
type Line struct {
	Text    string
	Names   []string   // the signatory, as it reads there first
	Facts   []string   // what else it may say: the letter's title, its targets, the country
	Date    graph.Date // the letter's
	Persons []string   // who sign in the same line
	Row     bool       // a row of a table, or a person signs for the signatory: what is not known goes out
}

// Shown returns what of the line is shown: the line itself where nothing has to go out of it.
func (l *Line) Shown() string {
	if l.bare() {
		return l.Text
	}
	row := l.Row || strings.ContainsAny(l.Text, "\t|")
	known := spansOf(l.Text, l.Names, l.Facts)
	parts := partsOf(l.Text, known)
	out, cut := l.judge(parts, known, row)
	if cut && strings.ContainsFunc(l.Text, unicode.IsDigit) { // a date may have a comma in it
		known = l.withDates(known, row)
		parts = partsOf(l.Text, known)
		out, cut = l.judge(parts, known, row)
	}
	s := l.Text
	if cut {
		s = joined(out)
	}
	named := slices.ContainsFunc(known, func(k span) bool { return k.name })
	switch {
	case len(l.Names) == 0:
		if reachable(s) { // parts that are harmless alone
			return ""
		}
	case reachable(s), cut && !named:
		return l.Names[0]
	}
	return s
}

// bare reports whether a line is the name alone, with at most a bullet or a number before it. Most lines are.
func (l *Line) bare() bool {
	for _, n := range l.Names {
		if n == "" {
			continue
		}
		before, after, found := strings.Cut(l.Text, n)
		if found && len(before) <= 8 && digits(before) <= 4 && digits(after) == 0 && !wordy(before) && !wordy(after) && !strings.Contains(before, "@") && !strings.Contains(after, "@") &&
			whole(l.Text, span{from: len(before), to: len(before) + len(n)}) {
			return true
		}
	}
	return false
}

func wordy(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// span is a stretch of a line.
type span struct {
	from, to int
	name     bool // the signatory
}

// spansOf finds what is known in a line, the longest first, none within another.
func spansOf(t string, names, facts []string) []span {
	type sought struct {
		text string
		name bool
	}
	var all []sought
	for i, list := range [][]string{names, facts} {
		for _, s := range list {
			if s = strings.TrimSpace(s); s == "" {
				continue
			}
			all = append(all, sought{s, i == 0})
			if quoted := strings.ReplaceAll(s, `"`, `""`); quoted != s { // as CSV writes it
				all = append(all, sought{quoted, i == 0})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b sought) int { return len(b.text) - len(a.text) })
	var out []span
	for _, s := range all {
		for at := 0; ; {
			i := strings.Index(t[at:], s.text)
			if i < 0 {
				break
			}
			found := span{at + i, at + i + len(s.text), s.name}
			at = found.to
			if whole(t, found) && !slices.ContainsFunc(out, func(o span) bool { return found.from < o.to && o.from < found.to }) {
				out = append(out, found)
			}
		}
	}
	slices.SortFunc(out, func(a, b span) int { return a.from - b.from })
	return out
}

// whole reports whether a stretch is not a part of a longer word or of an address.
func whole(t string, s span) bool {
	before, _ := utf8.DecodeLastRuneInString(t[:s.from])
	after, size := utf8.DecodeRuneInString(t[s.to:])
	first, _ := utf8.DecodeRuneInString(t[s.from:])
	last, _ := utf8.DecodeLastRuneInString(t[:s.to])
	if letter(before) && letter(first) && !ideographic(first) || letter(after) && letter(last) && !ideographic(last) || before == '@' || after == '@' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(t[s.to+size:])
	return !(after == '.' && letter(next) && letter(last)) // ada.example@...
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// ideographic scripts put no blanks between words.
func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// part is what stands between two separators, with the separator before it.
type part struct {
	separator string
	from, to  int
}

// partsOf cuts a line at its separators, none of them within what is known.
func partsOf(t string, known []span) []part {
	var out []part
	from, separator := 0, ""
	for i := 0; i < len(t); {
		if k := slices.IndexFunc(known, func(s span) bool { return s.from == i }); k >= 0 {
			i = known[k].to
			continue
		}
		n := separatorAt(t[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(t[i:])
			i += size
			continue
		}
		out = append(out, part{separator, from, i})
		separator, i = t[i:i+n], i+n
		from = i
	}
	return append(out, part{separator, from, len(t)})
}

// separatorAt returns the length of the separator at the head of a text, blanks around it included; 0 for none.
func separatorAt(t string) int {
	blank := len(t) - len(strings.TrimLeft(t, " "))
	r, size := utf8.DecodeRuneInString(t[blank:])
	switch r {
	case '\n', '\r', '\t', '|', ';', ',', '(', ')', '[', ']', '·', '•', '，', '、', '；', '（', '）':
	case '-', '–', '—':
		if blank == 0 || !strings.HasPrefix(t[blank+size:], " ") {
			return 0
		}
	default:
		return 0
	}
	n := blank + size
	return n + len(t[n:]) - len(strings.TrimLeft(t[n:], " "))
}

// piece is a part as it is shown.
type piece struct{ separator, text string }

// joined puts the pieces together. A bracket is closed only where it was opened.
func joined(pieces []piece) string {
	var b strings.Builder
	open := 0
	for _, p := range pieces {
		s := p.separator
		switch {
		case b.Len() == 0:
			s = ""
			if strings.ContainsAny(p.separator, "([（") {
				s = strings.TrimLeft(p.separator, " ")
			}
		case strings.ContainsAny(s, ")]）") && open == 0:
			if s = ""; p.text != "" {
				s = " "
			}
		}
		if strings.ContainsAny(s, "([（") {
			open++
		} else if strings.ContainsAny(s, ")]）") {
			open--
		}
		b.WriteString(s)
		b.WriteString(p.text)
	}
	for ; open > 0; open-- {
		b.WriteString(")")
	}
	return strings.Trim(b.String(), " \t\r\n,;|·•–—-，、；")
}
