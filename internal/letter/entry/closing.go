package entry

import (
	"slices"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
)

// signedBelow joins organizations with the persons who sign for them below, where a letter ends with nothing else: "Kind regards / Salt Union / Jane Doe".
// In each run of lines organizations and persons have to alternate, an organization first.
func signedBelow(entries []Entry) []Entry {
	if rule.Off("entry.signedBelow") {
		return entries
	}
	var out []Entry
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].Setting == entries[from].Setting && entries[to].Lines[0].Number-entries[to-1].Lines[0].Number <= 4 {
			to++
		}
		if run := entries[from:to]; alternates(run) {
			if out == nil {
				out = append(make([]Entry, 0, len(entries)), entries[:from]...)
			}
			for k := 0; k < len(run); k += 2 {
				e := run[k]
				e.Person = run[k+1].Text
				e.Lines = append(slices.Clone(e.Lines), run[k+1].Lines...)
				out = append(out, e)
			}
		} else if out != nil {
			out = append(out, run...)
		}
		from = to
	}
	if out == nil {
		return entries
	}
	return out
}

func alternates(run []Entry) bool {
	if len(run)%2 != 0 || run[0].Origin != section.AfterGreet {
		return false
	}
	for i := range run {
		e := &run[i]
		t := phrase.CutMarks(e.Text)
		if e.Person != "" || e.Note != "" || e.Marked || len(e.Lines) > 1 || i%2 == 1 && !document.Adjoin(run[i-1].Lines, e.Lines) {
			return false
		}
		if person := phrase.PersonCertainty(t) == 2; i%2 == 1 && !person || i%2 == 0 && (person || !namesGroup(t)) {
			return false
		}
	}
	return true
}

func namesGroup(t string) bool {
	return phrase.HasWord(t, lexicon.OrgWords) || phrase.HasCompound(t) || phrase.LegalEnd(t)
}

// printedTwice makes one entry of names that a cover or an announcement prints and that sign below the letter again, with or without their legal form.
// The name is taken as it signs.
func printedTwice(entries []Entry) []Entry {
	at := -1
	for i := range entries {
		if entries[i].Origin == section.AfterGreet && i > 0 && entries[0].Origin != section.AfterGreet {
			at = i
			break
		}
	}
	if at < 0 || at > 60 || rule.Off("entry.printedTwice") {
		return entries
	}
	gone := make([]bool, len(entries))
	for k := len(entries) - 1; k >= at; k-- {
		e := &entries[k]
		if gone[k] || e.Again != nil || strings.TrimSpace(e.Text) == "" {
			continue
		}
		for i := range k {
			o := &entries[i]
			if !gone[i] && o.Person == e.Person || o.Person != "" && e.Person == "" {
				if a, b := section.BareName(o.Text), section.BareName(e.Text); len(a) > 0 && slices.Equal(a, b) {
					gone[i], e.Again, e.Form = true, o.Lines, o.Text
					if e.Person == "" {
						e.Person, e.Office = o.Person, o.Office
					}
				}
			}
		}
	}
	out := entries[:0:0]
	for i := range entries {
		if !gone[i] {
			out = append(out, entries[i])
		}
	}
	return out
}
