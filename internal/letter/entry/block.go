package entry

import (
	"slices"
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// blockEntries cuts a block into signatories: rows of a table, items of a list, names in a line, columns set with blanks,
// signatures of persons over several lines, or one name a line with wraps.
func blockEntries(b *section.Block, below beneath, how How, tell func(*Choice)) []Entry {
	switch {
	case b.Sort == document.Cells:
		return tableEntries(b, how, tell)
	case b.Sort == document.Item:
		return itemEntries(b, below)
	}
	if b.List {
		return inlineEntries(b.Lines, b.Setting)
	}
	if columns, cells := splitColumns(b.Lines); columns != nil {
		if officesFirst(cells) {
			for i := range cells {
				slices.Reverse(cells[i])
			}
		}
		if persons := personRows(b.Lines, cells, b.Setting); persons != nil {
			return persons
		}
		var out []Entry
		signatures := personsAboveOffices(cells)
		for _, c := range columns {
			entries := plainEntries(c, b.Setting)
			if !signatures && slices.ContainsFunc(entries, func(e Entry) bool { return e.Person != "" && len(e.Lines) > 1 }) {
				entries = joinWraps(c, b.Setting) // what stands below in a column is no part of a signature: other cells stand between
			}
			out = append(out, entries...)
		}
		if signatures {
			out = upstanding(b.Lines, out)
		}
		for i := range out {
			out[i].Order = b.Lines[0].Number
		}
		return out
	}
	if b.One && !strings.Contains(strings.TrimRight(b.Lines[0].Text, "; "), ";") {
		return joinWraps(b.Lines, b.Setting)
	}
	if !b.One && len(b.Lines) == 1 && pairOfNames(b.Lines[0].Text) {
		return inlineEntries(b.Lines, b.Setting)
	}
	if e, ok := representedBlock(b.Lines, b.Setting); ok {
		return []Entry{e}
	}
	return plainEntries(b.Lines, b.Setting)
}

// representedBlock reads a block that stands apart and begins with an organization, below which stands who signs or answers for it, with
// an office or an address: "River Watch / Jane Doe, Chair".
func representedBlock(lines []document.Line, ctx section.Setting) (Entry, bool) {
	if len(lines) < 2 || len(lines) > 5 || ctx.Company == section.People || phrase.PersonCertainty(lines[0].Text) == 2 || cue.WhyNot(&lines[0]) != "" {
		return Entry{}, false
	}
	offices := 0
	note := ""
	for i := 1; i < len(lines); i++ {
		l := &lines[i]
		if phrase.LooksLikeAddress(l.Text) {
			continue
		}
		w, ok := phrase.ReadPerson(phrase.CutMarks(l.Text))
		if !ok || w.Certainty < 2 || !w.Office && offices == 0 && i > 1 {
			return Entry{}, false
		}
		if w.Office && w.Organization == "" {
			offices++
		}
		note = strings.TrimPrefix(note+", "+l.Text, ", ")
	}
	if offices == 0 {
		return Entry{}, false
	}
	return Entry{Text: lines[0].Text, Lines: lines, Note: note, Setting: ctx}, true
}

// pairOfNames reports whether a line that stands alone names two organizations or three with one comma between: both its parts have words
// that organizations have.
func pairOfNames(t string) bool {
	if rule.Off("entry.pairOfNames") {
		return false
	}
	a, b, ok := strings.Cut(t, ", ")
	if !ok || strings.Contains(b, ", ") || phrase.LooksLikeAddress(t) {
		return false
	}
	named := func(s string) bool {
		return phrase.HasWord(s, lexicon.OrgWords) || lexicon.CorporateSuffix.Has(strings.ToLower(strings.ReplaceAll(strings.TrimRight(s[max(0, len(s)-5):], " "), " ", "")))
	}
	first := text.Fold(text.FirstWords(b, 1))
	return named(a) && named(b) && text.WordCount(a) > 1 && text.WordCount(b) > 1 && academicStems.Begin(first) == 0 && !text.IsLower(b)
}

var weakFor = lexicon.PartsOf("{function-word weak-for}")

func plainEntries(lines []document.Line, ctx section.Setting) []Entry {
	if section.InlineBlock(lines) && !records(lines) {
		return inlineEntries(lines, ctx)
	}
	if e, ok := personBlock(lines, ctx); ok {
		return []Entry{e}
	}
	var out []Entry
	rest := 0
	even := len(lines) > 8 && lines[1].Sign != document.NoSign // a long list at even distances; signature blocks stand apart, where distances are known
	for i := 0; i < len(lines); {
		e, n := signatureBlock(lines[i:], ctx, len(lines) == 2)
		if n == 0 || even {
			i++
			continue
		}
		if i > rest {
			out = append(out, joinWraps(lines[rest:i], ctx)...)
		}
		out = append(out, e)
		i += n
		rest = i
	}
	if rest < len(lines) {
		out = append(out, joinWraps(lines[rest:], ctx)...)
	}
	return out
}

// inlineEntries cuts the names out of running lists. The whole printed lines that hold a name are its evidence.
func inlineEntries(lines []document.Line, ctx section.Setting) []Entry {
	printed, starts := joined(lines)
	var out []Entry
	from := 0
	for _, s := range phrase.SplitNames(printed) {
		for from+1 < len(lines) && starts[from+1] <= s.Start {
			from++
		}
		to := from
		for to+1 < len(lines) && starts[to+1] < s.End {
			to++
		}
		out = append(out, Entry{Text: strings.ReplaceAll(s.Text, lineEnd, " "), Lines: lines[from : to+1], Paragraph: true, Setting: ctx, Unsure: s.Unsure})
	}
	return out
}

// endsName reports whether a name ends where the upper of two lines does whose names a sign divides: the author ended the line, as in a letterhead, or
// both what stands before its end and what stands behind it are organizations.
func endsName(above, below *document.Line, sign string) bool {
	if below.Sign == document.NoSign || below.Sign == document.Follows || phrase.GoesOn(above.Text, below.Text, false) || rule.Off("entry.endsName") {
		return false
	}
	last := above.Text[strings.LastIndex(above.Text, sign)+len(sign):]
	first, _, _ := strings.Cut(below.Text, sign)
	return below.Sign == document.StandsOff || namesGroup(last) && namesGroup(first)
}

// splitColumns cuts lines that were set in columns with blanks or tabs, and returns the lines of each reading unit: column by
// column if that is closer to the alphabet than row by row, else row by row; and the cells of each line. It returns nil for a single column, and leaves
// "Name <tab> Country" alone, which package signatory understands.
func splitColumns(lines []document.Line) (columns [][]document.Line, cells [][]string) {
	wide, places := 0, 0
	parts := make([][]string, len(lines))
	most := 0
	for i := range lines {
		parts[i] = text.WideGap.Split(lines[i].Text)
		if len(parts[i]) > 1 {
			wide++
			if lexicon.IsPlace(parts[i][len(parts[i])-1]) {
				places++
			}
		}
		most = max(most, len(parts[i]))
	}
	if len(lines) < 2 || 2*wide < len(lines) || most > 6 || 2*places > wide {
		return nil, nil
	}
	byColumn := make([][]document.Line, most)
	var byRow []document.Line
	for i, row := range parts {
		for c, t := range row {
			if t = text.Trim(t); t != "" {
				l := lines[i]
				l.Text = t
				byColumn[c] = append(byColumn[c], l)
				byRow = append(byRow, l)
			}
		}
	}
	var all []document.Line
	for _, c := range byColumn {
		all = append(all, c...)
	}
	none := make([]int, len(all))
	_, down := phrase.Alphabetical(document.TextsOf(all), none)
	_, across := phrase.Alphabetical(document.TextsOf(byRow), none)
	if across > down && !personsAboveOffices(parts) {
		out := make([][]document.Line, len(byRow))
		for i := range byRow {
			out[i] = byRow[i : i+1]
		}
		return out, parts
	}
	// Blanks and a tab between them leave a column that has nothing in any line.
	return slices.DeleteFunc(byColumn, func(c []document.Line) bool { return len(c) == 0 }), parts
}

// beginsOffice reports whether an office stands first in a line, before what it is in: "Mandato da Vereadora ..." is an organization.
func beginsOffice(s string) bool {
	if rule.Off("entry.beginsOffice") {
		return false
	}
	end := 0
	for w := range strings.FieldsSeq(s) {
		if lexicon.SmallWords.Has(strings.ToLower(w)) {
			break
		}
		end += len(w) + 1
	}
	head := s[:min(end, len(s))]
	return phrase.SaysOffice(head) || phrase.SaysOccupation(head)
}

// signatureBlock reads a person's signature over two to four lines: name, office, organization. It returns how many lines it
// took, 0 where the lines do not begin with one. pair: they are all that stands there, so that a name and an organization below it
// belong together without an office between them; the last two lines of a list are two entries.
func signatureBlock(lines []document.Line, ctx section.Setting, pair bool) (Entry, int) {
	if len(lines) < 2 || lines[0].Sort != document.Plain {
		return Entry{}, 0
	}
	name := strings.TrimRight(lines[0].Text, ", ")
	sure := phrase.PersonCertainty(name)
	if sure == 0 || lines[1].Gap > 0 {
		return Entry{}, 0
	}
	e := Entry{Person: name, Setting: ctx}
	n := 1
	if t := lines[1].Text; bracketed(t) && phrase.HoldsOffice(t[1:len(t)-1]) {
		return Entry{}, 0 // of an organization above
	}
	for n < len(lines) && n < 4 && phrase.IsOffice(lines[n].Text) && (sure == 2 || beginsOffice(lines[n].Text)) && phrase.PersonCertainty(lines[n].Text) < 2 {
		e.Office = strings.TrimPrefix(e.Office+", "+strings.TrimRight(lines[n].Text, ", "), ", ")
		n++
	}
	e.Own = phrase.HasWord(e.Office, lexicon.OwnWords) && !phrase.HasWord(e.Office, lexicon.RoleWords)
	if e.Text = phrase.OrganizationIn(e.Office); n > 1 && n+1 == len(lines) && e.Text != "" && (!namesGroup(e.Text) || slices.ContainsFunc(weakFor.All(), func(w string) bool { return strings.Contains(e.Office, " "+w+" "+e.Text) })) && namesGroup(lines[n].Text) {
		e.Text = "" // "Dean for Maps and Charts / Harbor University": where she is stands below
	}
	if e.Text != "" && n > 1 {
		e.Office = phrase.WithoutOrganization(e.Office, e.Text)
	} else if n < len(lines) && (n > 1 || sure == 2 && pair && text.WordCount(name) <= 4 && phrase.HasWord(lines[1].Text, lexicon.OrgWords)) && !phrase.BeginsPerson(lines[n].Text) && cue.WhyNot(&lines[n]) == "" {
		e.Text = lines[n].Text
		for n++; n < len(lines) && lines[n].Sign >= document.MayFollow; n++ {
			e.Text = text.Join(e.Text, lines[n].Text)
		}
	}
	if n == 1 {
		return Entry{}, 0
	}
	said := make([]string, 0, 4)
	for _, l := range lines[1:n] {
		said = append(said, strings.TrimRight(l.Text, ", "))
	}
	e.Said = strings.Join(said, ", ")
	e.Lines = lines[:n:n]
	return e, n
}
