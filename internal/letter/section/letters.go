package section

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// alphabetLetter finds a letter under which names stand, or several: "A", "Ł", "A–C", "– B –", "0-9", "#".
var alphabetLetter = text.Lazy("section.alphabetLetter", `^(?:[–—*-] ?)?(\p{L}|#|0 ?[-–] ?9)[.:]?(?: ?[-–—/] ?\p{L}[.:]?)?(?: ?[–—*-])?$`)

// isInitial reports whether a heading is such a letter, in capitals.
func isInitial(s string) bool {
	m := alphabetLetter.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	r, _ := utf8.DecodeRuneInString(m[1])
	return !unicode.IsLetter(r) || unicode.IsUpper(r)
}

// lettersOf are the lines that are letters of the alphabet above names, as a register has them: "A", "A – C". Three that ascend are such letters,
// and so is one above a name that begins with it.
func lettersOf(d *about.Facts) map[int]bool {
	if rule.Off("section.lettersOf") {
		return nil
	}
	var out map[int]bool
	var run []int
	last := ""
	take := func(keys ...int) {
		if out == nil {
			out = map[int]bool{}
		}
		for _, k := range keys {
			out[k] = true
		}
	}
	for i := range d.Lines {
		l := &d.Lines[i]
		if len(l.Text) > 12 || l.Sort != document.Plain && l.Sort != document.Heading {
			continue
		}
		m := alphabetLetter.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		letter := strings.ToLower(m[1])
		if i+1 < len(d.Lines) {
			next := d.Lines[i+1].Text
			if d.Lines[i+1].Sort != document.Heading && (strings.HasPrefix(strings.ToLower(next), letter) || phrase.Initial(next) == text.Fold(m[1])) && (l.Gap > 0 || l.Sort == document.Heading) {
				take(l.Place)
			}
		}
		if letter <= last {
			run = run[:0]
		}
		last = letter
		if run = append(run, l.Place); len(run) >= 3 {
			take(run...)
		}
	}
	return out
}
