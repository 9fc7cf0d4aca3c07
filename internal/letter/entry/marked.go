package entry

import (
	"slices"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// markedAbove joins a mark that stands for a signature with the printed name below it, which says who signed and for whom: "/s/ Jane Doe", and below it
// "Jane Doe, River Watch". They are one signatory.
func markedAbove(entries []Entry) []Entry {
	if rule.Off("entry.markedAbove") {
		return entries
	}
	var out []Entry
	for i := range entries {
		e := entries[i]
		if i > 0 {
			if above := &entries[i-1]; marks(above, &e) {
				if out == nil {
					out = append(make([]Entry, 0, len(entries)), entries[:i]...)
				}
				out = out[:len(out)-1]
				e.Lines = append(slices.Clone(above.Lines), e.Lines...)
				if name, rest, ok := strings.Cut(e.Text, ", "); ok && e.Person == "" && phrase.HasWord(rest, lexicon.OrgWords) && !phrase.SaysOffice(rest) && !phrase.SaysOccupation(rest) {
					e.Person, e.Text = name, rest
				}
			}
		}
		if out != nil {
			out = append(out, e)
		}
	}
	if out == nil {
		return entries
	}
	return out
}

// marks reports whether an entry is nothing but a mark of signing and a name, and the next begins with that name, right below.
func marks(above, below *Entry) bool {
	if above.Person != "" || len(above.Lines) != 1 || !document.Adjoin(above.Lines, below.Lines) || below.Lines[0].Number-above.Lines[0].Number > 3 || above.Setting != below.Setting {
		return false
	}
	name, signed, _ := phrase.WithoutSignMark(above.Text)
	if !signed || name == "" {
		return false
	}
	printed := below.Person
	if printed == "" {
		printed = below.Text
	}
	rest, ok := strings.CutPrefix(text.Fold(printed), text.Fold(name))
	return ok && (rest == "" || strings.ContainsAny(rest[:1], " ,(-:"))
}
