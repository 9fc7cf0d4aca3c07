package entry

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// groupCard reads an organization with a line below it that says what it is, in a list most of whose blocks are persons with what they are below their
// names: what holds of these holds of it. false where the lines are one name that was broken, or more than one.
func groupCard(b *section.Block) (Entry, bool) {
	if rule.Off("entry.groupCard") || b.Sort != document.Plain || b.List || len(b.Lines) < 2 || len(b.Lines) > 3 {
		return Entry{}, false
	}
	name := b.Lines[0].Text
	if phrase.PersonCertainty(phrase.CutMarks(name)) > 0 || phrase.IsOffice(name) || !namesGroup(name) || cue.WhyNot(&b.Lines[0]) != "" || text.WordCount(name) > 12 {
		return Entry{}, false
	}
	e := opening(b)
	for i, l := range b.Lines[1:] {
		first, _ := utf8.DecodeRuneInString(l.Text)
		if l.Sort != document.Plain || l.Gap > 0 || i == 0 && (!unicode.IsUpper(first) || l.Sign == document.Follows || phrase.GoesOn(name, l.Text, false)) || phrase.PersonCertainty(phrase.CutMarks(beforeComma(l.Text))) == 2 {
			return Entry{}, false
		}
		e.Note = text.Join(e.Note, l.Text)
	}
	return e, true
}

// speltOut makes one entry of an acronym and the name below it that it stands for.
func speltOut(entries []Entry) []Entry {
	if rule.Off("entry.speltOut") {
		return entries
	}
	var out []Entry
	for i := range entries {
		e := &entries[i]
		if i > 0 && spells(&entries[i-1], e) {
			if out == nil {
				out = append(make([]Entry, 0, len(entries)), entries[:i]...)
			}
			above := &out[len(out)-1]
			above.Note = e.Text
			above.Lines = append(above.Lines[:len(above.Lines):len(above.Lines)], e.Lines...)
			continue
		}
		if out != nil {
			out = append(out, *e)
		}
	}
	if out == nil {
		return entries
	}
	return out
}

// spells reports whether an entry is an acronym, perhaps with a legal form, and the one right below it is the name that the letters stand for.
func spells(above, below *Entry) bool {
	for _, e := range []*Entry{above, below} {
		if e.Person != "" || e.Note != "" || e.Marked || e.Paragraph || len(e.Lines) != 1 || e.Lines[0].Sort != document.Plain {
			return false
		}
	}
	if above.Setting != below.Setting || !document.Adjoin(above.Lines, below.Lines) || below.Lines[0].Number-above.Lines[0].Number > 2 || text.WordCount(above.Text) > 2 {
		return false
	}
	short, form, _ := strings.Cut(above.Text, " ")
	n := utf8.RuneCountInString(short)
	if n < 3 || n > 10 || short != strings.ToUpper(short) || strings.ContainsFunc(short, func(r rune) bool { return !unicode.IsLetter(r) }) || form != "" && !strings.HasSuffix(form, ".") {
		return false
	}
	return phrase.Abbreviates(short, below.Text)
}
