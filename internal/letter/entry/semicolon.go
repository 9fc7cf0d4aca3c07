package entry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// atSemicolons cuts entries that hold several names with semicolons between, as a list may set two in one line or item. A country behind a semicolon
// is the name's. Where it is not plain that all parts are names, the entry stays one, and its confidence asks.
func atSemicolons(entries []Entry) []Entry {
	if rule.Off("entry.atSemicolons") {
		return entries
	}
	var out []Entry
	for i, e := range entries {
		parts := namesBetween(&e)
		if parts != nil && out == nil {
			out = append(make([]Entry, 0, len(entries)+8), entries[:i]...)
		}
		switch {
		case parts != nil:
			for k, p := range parts {
				one := e
				one.Text, one.Unsure = p, e.Unsure
				if k > 0 {
					one.Doubts, one.Aside = nil, nil
				}
				out = append(out, one)
			}
		case out != nil:
			out = append(out, e)
		}
	}
	if out == nil {
		out = entries
	}
	for i := range out {
		if e := &out[i]; e.Person == "" && e.Country == "" {
			if parts := phrase.Divide(e.Text, ";", 0); len(parts) == 2 && lexicon.IsCountry(parts[1].Text) {
				e.Text, e.Country = parts[0].Text, parts[1].Text
			}
		}
	}
	return out
}

// namesBetween returns the names between the semicolons of an entry; nil where it holds one name, or may.
func namesBetween(e *Entry) []string {
	if e.Person != "" || e.Note != "" || e.Again != nil || !strings.Contains(e.Text, ";") || strings.Contains(e.Text, ": ") {
		return nil // a label says of what: "Examples: Harbor Watch; River Friends"
	}
	var out []string
	person := false // what stands behind one is hers, but for a second person
	for _, p := range phrase.Divide(e.Text, ";", 0) {
		if p.Text == "" {
			continue
		}
		who, _, _ := strings.Cut(phrase.CutMarks(p.Text), ",")
		sure := phrase.PersonCertainty(who) == 2
		if !standsAlone(p.Text) || len(out) > 0 && !signs(p.Text) || person && !sure {
			return nil
		}
		person = person || sure || phrase.PersonCertainty(who) == 1 && !phrase.HasWord(who, lexicon.OrgWords)
		out = append(out, p.Text)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// standsAlone reports whether a part between semicolons is a name by its looks, and not what is said of another: a place, an office, an address.
func standsAlone(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if !text.BeginsName(r) && !unicode.IsDigit(r) || text.WordCount(s) > 12 {
		return false
	}
	return !lexicon.IsPlace(s) && !lexicon.IsCountry(s) && !phrase.IsOffice(s) && !phrase.SaysOccupation(s) && !phrase.LooksLikeAddress(s) && !phrase.IsSentence(s)
}

// signs reports whether a name says itself that it is an organization's or a person's: what stands behind a semicolon may as well be a town or a project.
func signs(s string) bool {
	return phrase.HasWord(s, lexicon.OrgWords) || phrase.NamesCollective(s) || phrase.LegalEnd(s) || phrase.PersonCertainty(phrase.CutMarks(s)) == 2 || strings.HasSuffix(s, ")")
}

// endedByAuthor reports whether lines with semicolons end where their author ended them, and not where they were full: most of those that end in no
// mark would have had room for the next word. Where a single end is all there is to tell by, and no text is set so narrow, names of several words on
// both sides tell it.
func endedByAuthor(lines []document.Line) bool {
	if rule.Off("entry.endedByAuthor") || len(lines) < 2 || !slices.ContainsFunc(lines, func(l document.Line) bool { return strings.Contains(l.Text, ";") }) {
		return false
	}
	width := 0
	for i := range lines {
		width = max(width, utf8.RuneCountInString(lines[i].Text))
	}
	short := width < narrow
	if !short {
		width -= width / 10 // letters differ in width
	}
	ends, room, whole := 0, 0, 0
	for i := range lines[1:] {
		above, below := lines[i].Text, lines[i+1].Text
		if strings.HasSuffix(above, ";") || strings.HasSuffix(above, ",") {
			continue
		}
		ends++
		name, _, _ := strings.Cut(below, ";")
		if text.WordCount(name) > 1 && text.WordCount(above[strings.LastIndexByte(above, ';')+1:]) > 1 && standsAlone(name) && !phrase.GoesOn(above, below, true) {
			whole++
		}
		if utf8.RuneCountInString(above)+1+utf8.RuneCountInString(text.FirstWords(below, 1)) <= width && !phrase.GoesOn(above, below, true) {
			room++
		}
	}
	return ends > 0 && 2*room >= ends || ends == 1 && whole == 1 && short
}
