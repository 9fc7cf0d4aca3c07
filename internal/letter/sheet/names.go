package sheet

import (
	"strings"
	"unicode"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// apart divides a cell that holds several names: at bars, semicolons and line breaks where the parts are names, at slashes and commas where each part stands
// alone in another row. What may be several names and is read as one is said.
func (t *tableReader) apart(r *record, said table.Row) []table.Row {
	at := t.read.Name()
	if at < 0 || at >= len(r.Cells) || said.Affiliation != "" || said.Behalf || t.read.IsFlag(at) || r.form != "" || r.key != "" {
		return []table.Row{said}
	}
	if _, _, halves := t.read.Halves(); halves || rule.Off("sheet.tableReader.apart") {
		return []table.Row{said}
	}
	cell := r.Cells[at]
	if lines := r.Odd[at].Lines; lines != "" {
		cell = lines
	}
	names, perhaps := t.namesOf(cell)
	switch {
	case len(names) > 1:
		t.several = append(t.several, r.Number)
	case perhaps:
		t.unsplit = append(t.unsplit, r.Number)
		fallthrough
	default:
		return []table.Row{said}
	}
	rows := make([]table.Row, len(names))
	for i, n := range names {
		rows[i] = said
		rows[i].Name = n
	}
	return rows
}

// listMark is what stands between the names of a cell that lists them.
func listMark(cell string) string {
	for _, by := range []string{";", "|", "\n"} {
		if strings.Contains(cell, by) {
			return by
		}
	}
	return ";"
}

// formula finds a formula of a spreadsheet that was written as text: "=HYPERLINK(...)".
var formula = text.Lazy("sheet.formula", `^=\s*[A-Z][A-Z0-9.]*\(.*\)$`)

// entity finds the references of HTML, whose semicolons divide nothing.
var entity = text.Lazy("sheet.entity", `&#?\w{2,8};`)

// namesOf divides a cell. perhaps says that it looks like several names and was not divided.
func (t *tableReader) namesOf(cell string) (names []string, perhaps bool) {
	for _, by := range []string{"|", ";", "\n"} {
		if !strings.Contains(cell, by) || by == ";" && entity.MatchString(cell) {
			continue
		}
		all := partsOf(cell, by)
		if len(all) < 2 {
			continue
		}
		switch {
		case !namelikeAll(all):
			return nil, by != "\n"
		case by == "\n" && !t.standAlone(all) && !severalLines(all):
			return nil, len(all) > 2
		}
		return all, false
	}
	for _, by := range []string{" / ", "/", ", "} {
		if all := partsOf(cell, by); len(all) > 1 && namelikeAll(all) && t.standAlone(all) {
			return all, false
		}
	}
	all := partsOf(cell, ", ")
	return nil, len(all) > 2 && namelikeAll(all) && severalLines(all)
}

func partsOf(cell, by string) []string {
	var out []string
	for p := range strings.SplitSeq(cell, by) {
		if p = text.OneLine(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// namelikeAll reports whether each part may be a name: it has letters and is no place, address, office or continuation of the one before.
func namelikeAll(all []string) bool {
	for i, p := range all {
		if !strings.ContainsFunc(p, unicode.IsLetter) || text.IsLower(p) || lexicon.IsPlace(p) || phrase.LooksLikeAddress(p) || strings.ContainsAny(p[:1], "(,&") || strings.Contains(p, "@") ||
			strings.Contains(p, "://") || i < len(all)-1 && unfinished(p) {
			return false
		}
	}
	return true
}

// standAlone reports whether each part stands alone in a cell of another row.
func (t *tableReader) standAlone(all []string) bool {
	for _, p := range all {
		if !t.names[graph.Fold(p)] {
			return false
		}
	}
	return true
}

// severalLines reports whether the lines of a cell are names and not one name that is wrapped: each has several words, and there are three, or each
// has a word of organizations.
func severalLines(all []string) bool {
	words := true
	for _, p := range all {
		if text.WordCount(p) < 2 {
			return false
		}
		words = words && (phrase.HasWord(p, lexicon.OrgWords) || phrase.HasCompound(p))
	}
	return len(all) > 2 || words
}

// joiners are words that no name ends with.
var joiners = lexicon.Set("sheet.joiners", "{function-word small}")

// unfinished reports whether a line goes on below.
func unfinished(line string) bool {
	if strings.HasSuffix(line, "-") || strings.HasSuffix(line, ",") {
		return true
	}
	last := line[strings.LastIndexByte(line, ' ')+1:]
	return joiners.Has(last) || len(last) > 1 && joiners.Has(strings.ToLower(last)) // "Vitamin A" is whole
}
