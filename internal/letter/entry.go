package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// blockEntries cuts a block into signatories: rows of a table, items of a list, names in a line, columns set with blanks,
// signatures of persons over several lines, or one name a line with wraps.
func blockEntries(b *block) []entry {
	switch {
	case b.sort == cells:
		return tableEntries(b)
	case b.sort == item:
		return itemEntries(b)
	}
	if b.list {
		return inlineEntries(b.lines, b.setting)
	}
	if columns := splitColumns(b.lines); columns != nil {
		var out []entry
		for _, c := range columns {
			out = append(out, plainEntries(c, b.setting)...)
		}
		for i := range out {
			out[i].order = b.lines[0].number
		}
		return out
	}
	if b.one && !strings.Contains(strings.TrimRight(b.lines[0].text, "; "), ";") {
		return joinWraps(b.lines, b.setting)
	}
	if !b.one && len(b.lines) == 1 && pairOfNames(b.lines[0].text) {
		return inlineEntries(b.lines, b.setting)
	}
	if e, ok := representedBlock(b.lines, b.setting); ok {
		return []entry{e}
	}
	return plainEntries(b.lines, b.setting)
}

// representedBlock reads a block that stands apart and begins with an organization, below which stands who signs or answers for it, with
// an office or an address: "River Watch / Jane Doe, Chair".
func representedBlock(lines []line, ctx setting) (entry, bool) {
	if len(lines) < 2 || len(lines) > 5 || ctx.company == people || personCertainty(lines[0].text) == 2 || whyNot(&lines[0]) != "" {
		return entry{}, false
	}
	offices := 0
	note := ""
	for i := 1; i < len(lines); i++ {
		l := &lines[i]
		if looksLikeAddress(l.text) {
			continue
		}
		w, ok := readPerson(cutMarks(l.text))
		if !ok || w.certainty < 2 || !w.office && offices == 0 && i > 1 {
			return entry{}, false
		}
		if w.office && w.organization == "" {
			offices++
		}
		note = strings.TrimPrefix(note+", "+l.text, ", ")
	}
	if offices == 0 {
		return entry{}, false
	}
	return entry{text: lines[0].text, lines: lines, note: note, setting: ctx}, true
}

// pairOfNames reports whether a line that stands alone names two organizations or three with one comma between: both its parts have words
// that organizations have.
func pairOfNames(t string) bool {
	a, b, ok := strings.Cut(t, ", ")
	if !ok || strings.Contains(b, ", ") || looksLikeAddress(t) {
		return false
	}
	named := func(s string) bool {
		return hasWord(s, orgWords) || namedByCompound(s) || corporateSuffix[strings.ToLower(strings.ReplaceAll(strings.TrimRight(s[max(0, len(s)-5):], " "), " ", ""))]
	}
	first := foldWord(firstWords(b, 1))
	return named(a) && named(b) && wordCount(a) > 1 && wordCount(b) > 1 && !strings.HasPrefix(first, "universi") && !strings.HasPrefix(first, "facult") && !isLower(b)
}

func namedByCompound(t string) bool {
	for _, w := range wordsOf(t) {
		if compound(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

func isLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func plainEntries(lines []line, ctx setting) []entry {
	if inlineBlock(lines) {
		return inlineEntries(lines, ctx)
	}
	if e, ok := personBlock(lines, ctx); ok {
		return []entry{e}
	}
	var out []entry
	rest := 0
	even := len(lines) > 8 && lines[1].sign != noSign // a long list at even distances; signature blocks stand apart, where distances are known
	for i := 0; i < len(lines); {
		e, n := signatureBlock(lines[i:], ctx)
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

// inlineBlock reports whether lines hold several names each: few lines, many separators.
func inlineBlock(lines []line) bool {
	semicolons, commas, chars, lists, bars := 0, 0, 0, 0, 0
	for i := range lines {
		t := lines[i].text
		if looksLikeAddress(t) && strings.Count(t, ";") < 2 && (strings.Count(t, ",") < 5 || !isNameList(t)) {
			return false
		}
		for _, bar := range []string{" • ", " · ", " | ", " ● "} {
			bars += strings.Count(t, bar)
		}
		semicolons += strings.Count(strings.TrimRight(t, ";"), ";")
		commas += strings.Count(strings.TrimRight(t, ","), ",")
		chars += len(t)
		if isNameList(t) {
			lists++
		}
	}
	n := len(lines)
	if n >= 4 && linedUp(lines) {
		return false
	}
	if n == 1 && semicolons == 1 { // "Ann Lee, poet; Ida Holm, chair"
		left, right, _ := strings.Cut(lines[0].text, ";")
		a, ok := readPerson(trim(left))
		b, also := readPerson(trim(strings.TrimRight(right, "; ")))
		if ok && also && a.certainty == 2 && b.certainty == 2 {
			return true
		}
	}
	return bars >= 2 && bars >= n || semicolons >= 2 && semicolons >= n || 2*lists > n && commas >= 3 && chars/n > 50 || n == 1 && isNameList(lines[0].text) && (commas >= 3 || commas == 2 && pairWord.MatchString(lines[0].text[strings.LastIndexByte(lines[0].text, ','):]))
}

// linedUp reports whether most lines are records of one signatory each: they end with a country after a comma, as "Ann Lee, Chair, River
// Watch, Norway" does. A running list breaks its lines anywhere.
func linedUp(lines []line) bool {
	records := 0
	for i := range lines {
		t := strings.TrimRight(lines[i].text, " .;")
		if at := strings.LastIndexByte(t, ','); at > 0 && isState(t[at+1:]) {
			records++
		}
	}
	return 2*records > len(lines)
}

// inlineEntries cuts the names out of running lists. The whole printed lines that hold a name are its evidence.
func inlineEntries(lines []line, ctx setting) []entry {
	var b strings.Builder
	starts := make([]int, len(lines))
	for i := range lines {
		if i > 0 && !strings.HasSuffix(lines[i-1].text, "-") && !strings.HasSuffix(lines[i-1].text, "\u00ad") {
			b.WriteByte(' ')
		}
		starts[i] = b.Len()
		b.WriteString(lines[i].text)
	}
	var out []entry
	from := 0
	for _, s := range splitNames(b.String()) {
		for from+1 < len(lines) && starts[from+1] <= s.start {
			from++
		}
		to := from
		for to+1 < len(lines) && starts[to+1] < s.end {
			to++
		}
		out = append(out, entry{text: s.text, lines: lines[from : to+1], paragraph: true, setting: ctx, unsure: s.unsure})
	}
	return out
}

var wideGap = lazy(`\t+|[ \x{a0}]{3,}`)

// splitColumns cuts lines that were set in columns with blanks or tabs, and returns the lines of each reading unit: column by
// column if that is closer to the alphabet than row by row, else row by row. It returns nil for a single column, and leaves
// "Name <tab> Country" alone, which readRow understands.
func splitColumns(lines []line) [][]line {
	wide, places := 0, 0
	parts := make([][]string, len(lines))
	most := 0
	for i := range lines {
		parts[i] = wideGap.Split(lines[i].text)
		if len(parts[i]) > 1 {
			wide++
			if isPlace(parts[i][len(parts[i])-1]) {
				places++
			}
		}
		most = max(most, len(parts[i]))
	}
	if len(lines) < 2 || 2*wide < len(lines) || most > 6 || 2*places > wide {
		return nil
	}
	byColumn := make([][]line, most)
	var byRow []line
	for i, row := range parts {
		for c, t := range row {
			if t = trim(t); t != "" {
				l := lines[i]
				l.text = t
				byColumn[c] = append(byColumn[c], l)
				byRow = append(byRow, l)
			}
		}
	}
	var all []line
	for _, c := range byColumn {
		all = append(all, c...)
	}
	none := make([]int, len(all))
	_, columns := alphabetical(textsOf(all), none)
	_, rows := alphabetical(textsOf(byRow), none)
	if rows > columns {
		out := make([][]line, len(byRow))
		for i := range byRow {
			out[i] = byRow[i : i+1]
		}
		return out
	}
	return byColumn
}

// signatureBlock reads a person's signature over two to four lines: name, office, organization. It returns how many lines it
// took, 0 where the lines do not begin with one.
func signatureBlock(lines []line, ctx setting) (entry, int) {
	if len(lines) < 2 || lines[0].sort != plain {
		return entry{}, 0
	}
	name := strings.TrimRight(lines[0].text, ", ")
	sure := personCertainty(name)
	if sure == 0 || lines[1].gap > 0 {
		return entry{}, 0
	}
	e := entry{person: name, setting: ctx}
	n := 1
	for n < len(lines) && n < 4 && isOffice(lines[n].text) && personCertainty(lines[n].text) < 2 {
		e.office = strings.TrimPrefix(e.office+", "+strings.TrimRight(lines[n].text, ", "), ", ")
		n++
	}
	e.own = hasWord(e.office, ownWords) && !hasWord(e.office, roleWords)
	if e.text = organizationIn(e.office); e.text != "" && n > 1 {
		e.office = trim(strings.TrimRight(strings.Replace(e.office, e.text, "", 1), ", "))
	} else if n < len(lines) && (n > 1 || sure == 2 && len(lines) == 2 && hasWord(lines[1].text, orgWords)) && !beginsPerson(lines[n].text) && whyNot(&lines[n]) == "" {
		e.text = lines[n].text
		for n++; n < len(lines) && lines[n].sign >= mayFollow; n++ {
			e.text = joinText(e.text, lines[n].text)
		}
	}
	if n == 1 {
		return entry{}, 0
	}
	e.lines = lines[:n:n]
	return e, n
}

// isOffice reports whether a line says a person's office or occupation.
func isOffice(s string) bool {
	if w, ok := readPerson(s); ok && w.rest != "" && !hasWord(w.name, roleWords) && !hasWord(w.name, ownWords) {
		return false // the next person, with hers
	}
	s = firstWords(s, 6)
	return (saysOffice(s) || saysOccupation(s)) && !looksLikeAddress(s)
}
