package printed

import (
	"slices"
	"strings"
	"unicode"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
)

// judge returns what is shown of each part, and whether something went out.
func (l *Line) judge(parts []part, known []span, row bool) (out []piece, cut bool) {
	named := slices.ContainsFunc(known, func(s span) bool { return s.name })
	for _, p := range parts {
		inside := within(known, p)
		rest := strings.TrimSpace(without(l.Text, p, inside))
		if harmless(rest, len(inside) > 0, row) || l.may(rest, len(inside) > 0, named, row) {
			if t := l.Text[p.from:p.to]; strings.TrimSpace(t) != "" || strings.ContainsAny(p.separator, ")]）") {
				out = append(out, piece{p.separator, t})
			}
			continue
		}
		cut = true
		if len(inside) > 0 {
			out = append(out, piece{p.separator, l.Text[inside[0].from:inside[0].to]})
			for _, s := range inside[1:] {
				out = append(out, piece{" ", l.Text[s.from:s.to]})
			}
		}
	}
	return out, cut
}

// harmless reports whether what is not known of a part has no words, and figures only as a line is numbered or a year is.
func harmless(rest string, known, row bool) bool {
	if wordy(rest) || personal(rest) {
		return false
	}
	n := digits(rest)
	return n == 0 || n <= 4 && (known || !row)
}

// may reports whether the words of a part that are not known may be shown.
func (l *Line) may(rest string, known, named, row bool) bool {
	if personal(rest) || l.person(rest) {
		return false
	}
	if label, after, ok := strings.Cut(rest, ":"); ok && len(strings.Fields(label)) <= 3 && !contact(label) {
		if rest = strings.TrimSpace(after); rest == "" { // "country: Fiji"
			return known
		}
	}
	bare := strings.Trim(rest, " \t\"'“”«».:/*_")
	switch {
	case lexicon.IsCountry(bare):
		return true
	case row:
		return false
	case contact(bare):
		return false
	}
	certainty := phrase.PersonCertainty(bare)
	return certainty == 0 || certainty == 1 && (known || !named && !reachable(l.Text)) || lexicon.IsPlace(bare)
}

// person reports whether a text names a person who signs in the line.
func (l *Line) person(t string) bool {
	return slices.ContainsFunc(l.Persons, func(name string) bool { return name != "" && strings.Contains(t, name) })
}

// contact reports whether words say that a person comes behind them.
func contact(words string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && r != '/' }) {
		if contactWords[w] {
			return true
		}
	}
	return false
}

// contactWords say so in the languages in which letters are read most.
var contactWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("contact contacts kontakt kontaktperson ansprechpartner ansprechpartnerin ansprechperson contacto contato contatto contactpersoon " +
		"c/o represented vertreten vertegenwoordigd représenté représentée representada representado rappresentato rappresentata reprezentowana reprezentowany " +
		"spokesperson pressesprecher pressesprecherin portavoz email mail courriel correo tel telephone phone telefon téléphone teléfono telefono контакт контакты тел телефон") {
		set[w] = true
	}
	return set
}()

// personal reports whether a text says how to reach a person, or when one filled in a form.
func personal(t string) bool { return reachable(t) || clock(t) }

// reachable reports whether a text has an address of mail or a telephone number.
func reachable(t string) bool { return len(reaches(t)) > 0 }

// reaches finds addresses of mail and telephone numbers.
func reaches(t string) (out []span) {
	for i := strings.IndexByte(t, '@'); i >= 0; {
		from, to := i, i+1
		for from > 0 && mailByte(t[from-1]) {
			from--
		}
		for to < len(t) && mailByte(t[to]) {
			to++
		}
		if from < i && to > i+1 {
			out = append(out, span{from: from, to: to})
		}
		next := strings.IndexByte(t[to:], '@')
		if next < 0 {
			break
		}
		i = to + next
	}
	for i := 0; i < len(t); i++ {
		if c := t[i]; c != '+' && c != '(' && !figure(c) || i > 0 && (figure(t[i-1]) || wordByte(t[i-1])) {
			continue
		}
		to, n := i, 0
		for to < len(t) && (figure(t[to]) || strings.IndexByte(" +()/.-", t[to]) >= 0) {
			if figure(t[to]) {
				n++
			}
			to++
		}
		number := strings.TrimRight(t[i:to], " +(/.-")
		if strings.Count(number, ")") > strings.Count(number, "(") {
			number = strings.TrimRight(number, ")")
		}
		if strings.HasPrefix(number, "(") && strings.IndexByte(number, ')') == len(number)-1 { // brackets around the whole
			i, number = i+1, number[1:len(number)-1]
		}
		if n >= 7 && n <= 16 && !dated(number) && (to == len(t) || !wordByte(t[to])) {
			out = append(out, span{from: i, to: i + len(number)})
		}
		i = max(i, to-1)
	}
	slices.SortFunc(out, func(a, b span) int { return a.from - b.from })
	return out
}

func mailByte(c byte) bool {
	return wordByte(c) || figure(c) || c >= 0x80 || strings.IndexByte("._%+-'", c) >= 0
}
func wordByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' }
func figure(c byte) bool   { return '0' <= c && c <= '9' }

// dated reports whether figures are dates, a number that is cut at thousands, or years, and no telephone number.
func dated(number string) bool {
	if found := phrase.DatesOf(number, "", true); len(found) > 0 {
		return true
	}
	years := true
	for f := range strings.FieldsFuncSeq(number, func(r rune) bool { return !unicode.IsDigit(r) }) {
		years = years && len(f) == 4 && (f[0] == '1' || f[0] == '2')
	}
	return years
}

// clock reports whether a text has a time of day that somebody was at: 10:11, 9.30 Uhr; not midnight, which dates in workbooks have.
func clock(t string) bool {
	for i := 1; i+2 < len(t); i++ {
		if t[i] != ':' || !figure(t[i-1]) || !figure(t[i+1]) || !figure(t[i+2]) || i+3 < len(t) && figure(t[i+3]) {
			continue
		}
		from := i - 1
		for from > 0 && figure(t[from-1]) {
			from--
		}
		if strings.Trim(t[from:i]+t[i+1:i+3], "0") != "" && i-from <= 2 {
			return true
		}
	}
	return false
}

// same reports whether two dates are one as far as both are known.
func same(a, b graph.Date) bool {
	return a.Year == b.Year && (a.Month == b.Month || a.Month == 0 || b.Month == 0) && (a.Day == b.Day || a.Day == 0 || b.Day == 0)
}

func digits(s string) (n int) {
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// within returns the stretches that stand in a part.
func within(known []span, p part) (out []span) {
	for _, s := range known {
		if s.from >= p.from && s.to <= p.to {
			out = append(out, s)
		}
	}
	return out
}

// without returns a part without what is known of it.
func without(t string, p part, known []span) string {
	var b strings.Builder
	at := p.from
	for _, s := range known {
		b.WriteString(t[at:s.from])
		b.WriteByte(' ')
		at = s.to
	}
	b.WriteString(t[at:p.to])
	return b.String()
}

// withDates adds the dates of a line to what is known, unless a time of day stands beside. Of a row only the letter's own date is: another
// one says when somebody filled in a form.
func (l *Line) withDates(known []span, row bool) []span {
	t, out := l.Text, slices.Clone(known)
	for _, f := range phrase.FindDates(t, "") {
		d := span{from: f.Start, to: f.End}
		if row && !same(f.Date, l.Date) {
			continue
		}
		after := t[d.to:]
		if end := strings.IndexAny(after, ",;|\t\n"); end >= 0 {
			after = after[:end]
		}
		if clock(after) || slices.ContainsFunc(out, func(o span) bool { return d.from < o.to && o.from < d.to }) {
			continue
		}
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b span) int { return a.from - b.from })
	return out
}
