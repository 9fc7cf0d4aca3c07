package letter

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"undersigned/graph"
)

// cutCountry takes a country off the end of a name where the list has the habit. by says how it was set off, 0 for not.
func cutCountry(text string, h setOff) (name, country string, by rune) {
	if h.tab {
		if m := wideGap.FindAllStringIndex(text); len(m) > 0 {
			at := m[len(m)-1]
			if c := trim(text[at[1]:]); isCountry(c) {
				return trim(text[:at[0]]), c, '\t'
			}
		}
	}
	if h.bracket && strings.HasSuffix(text, ")") {
		if open := strings.LastIndexByte(text, '('); open > 0 {
			if c := trim(text[open+1 : len(text)-1]); isCountry(c) || areCountries(c) {
				return trim(text[:open]), c, '('
			}
		}
	}
	if h.dash {
		for _, sep := range []string{" – ", " — ", " - ", " | ", ": "} {
			if i := strings.LastIndex(text, sep); i > 0 && isState(text[i+len(sep):]) {
				return trim(text[:i]), trim(text[i+len(sep):]), '-'
			}
		}
	}
	if i := strings.LastIndexByte(text, ','); i > 0 && (h.comma || strings.HasSuffix(text[:i], ")") || legalEnd(text[:i])) { // an acronym or a legal form ends a name
		if isState(text[i+1:]) {
			return trim(text[:i]), trim(text[i+1:]), ','
		}
	}
	return text, "", 0
}

// areCountries reports whether a text names several countries: "France / Switzerland".
func areCountries(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == ',' || r == '&' })
	if len(parts) < 2 || len(parts) > 4 {
		return false
	}
	for _, p := range parts {
		if !isCountry(trim(p)) {
			return false
		}
	}
	return true
}

// isState reports whether a text is a country's name or, where a list prints these in a place of their own, its code: "DE", "EU".
func isState(s string) bool {
	s = trim(s)
	if isCountry(s) || s == "EU" || s == "UE" {
		return true
	}
	if len(s) != 2 || s != strings.ToUpper(s) {
		return false
	}
	region, err := language.ParseRegion(s)
	return err == nil && region.IsCountry()
}

var (
	marks        = lazy(`(\s*([*†‡§¶#^¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\]|\(\d{1,2}\)))+$`)
	leadingMarks = lazy(`^[*†‡§¶^¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*`)
	goneMark     = lazy(`(?i)\s*[\[(]\s*((signature )?(withdrawn|withdrew|retracted|zurückgezogen|retiré|retirad[ao])[^\])]*)[\])]$|\s+[–—-]\s+((signature )?(withdrawn|withdrew|zurückgezogen)\b.{0,40})$`)
	lateMark     = lazy(`(?i)\s*[\[(]\s*((added|signed|joined|late signer|late signatory|nachträglich|ajouté)\b[^\])]{0,60})[\])]$`)
	ownMark      = lazy(`(?i)\s*[\[(]\s*((for identification( purposes)?( only)?|in (a |his |her |their )?(personal|individual|private) capacity|personal capacity|affiliation[^\])]*only))\s*[\])]$`)
	logo         = lazy(`(?i)^logo (of|de|du|von|der|des)( the)? | logo$`)
	leadingAnd   = lazy(`^(and|und|et|y|e|&) +`)
	abbreviation = lazy(`(?i)(\b(inc|corp|co|ltd|llc|jr|sr|esq|st|assn|dept|bros|e\.v|s\.a|u\.s|d\.c|n\.y|ph\.d|a\.c|b\.v|u\.k)|\b[a-z]|\.[a-z]{1,3})\.$`)
)

// markRunes are the signs of footnotes.
const markRunes = "*†‡§¶#^¹²³⁴⁵⁶⁷⁸⁹⁰"

// cutMarks takes footnote marks and punctuation off the ends of a name.
func cutMarks(t string) string {
	for {
		before := t
		t = trim(strings.TrimRight(t, " ,;"))
		if first, _ := utf8.DecodeRuneInString(t); strings.ContainsRune(markRunes, first) {
			t = leadingMarks.ReplaceAllString(t, "")
		}
		if last, _ := utf8.DecodeLastRuneInString(t); last == ')' || last == ']' || strings.ContainsRune(markRunes, last) {
			t = trim(marks.ReplaceAllString(t, ""))
		}
		if strings.HasSuffix(t, ".") && !abbreviation.MatchString(t) && !strings.HasSuffix(t, "..") {
			t = t[:len(t)-1]
		}
		t = strings.TrimSuffix(t, ":")
		if t == before {
			return t
		}
	}
}

// readRow says what an entry is. why is set, and the row empty, where it is no signatory.
func readRow(given *entry, h habit) (row Row, why string) {
	own := *given
	e := &own
	first := e.lines[0]
	if t, cut := withoutLink(e.text); cut {
		e.text = t
	}
	whole := line{text: e.text, sort: first.sort, number: first.number}
	if e.marked && first.sort != cells {
		whole.sort = item
	}
	if i := strings.IndexAny(whole.text, "«„“"); i > 2 && !isLower(whole.text) && wordCount(whole.text[:i]) <= 4 {
		whole.text = whole.text[:i] // a name may quote a sentence: Collectif « Nous voilà ! »
	}
	if e.person == "" {
		if why := whyNot(&whole); why != "" {
			return Row{}, why
		}
		if strings.ContainsAny(e.text, "\"“«„") && cited.MatchString(e.text) {
			return Row{}, "a reference: somebody's work and its title"
		}
	}
	row = Row{Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Country: Maybe(e.country), Note: Maybe(e.note),
		Page: first.page, Line: first.number, Text: printed(e.lines), Box: boxOf(e.lines), Withdrawn: e.gone || e.struck, Sentence: e.origin == sentence, Order: cmp.Or(e.order, first.number)}
	if row.Country == "" {
		row.Country = Maybe(e.setting.country)
	}
	row.Evidence = []Printing{{Line: first.number, Text: row.Text, Page: first.page, Box: row.Box}}
	if len(e.again) > 0 {
		row.Evidence = append(row.Evidence, Printing{Line: e.again[0].number, Text: printed(e.again), Page: e.again[0].page, Box: boxOf(e.again),
			Form: cutMarks(e.form)})
	}
	if e.person != "" {
		readSignature(&row, e)
	} else {
		readName(&row, e, h)
	}
	row.Name = graph.CleanName(row.Name)
	if row.Evidence[0].Form = row.Name; len(row.Evidence) > 1 && h.comma {
		row.Evidence[1].Form, _, _ = cutCountry(row.Evidence[1].Form, h.setOff)
	}
	if head, _, _ := strings.Cut(row.Name, " ("); anonymous[foldWord(head)] || anonymous[foldWord(string(row.Note))] && row.Type == graph.TypePerson {
		return Row{}, "an anonymous signature"
	}
	if graph.Fold(row.Name) == "" {
		return Row{}, "no name: it has no letters"
	}
	return row, ""
}

// cited finds references in notes below a list: `Ann Lee, "Why Maps Matter", 2020`.
var cited = lazy(`^[^,"“«„]{3,60}, ["“«„](?:\S+ ){3,}`)

var anonymous = wordSet("anonymous anonym anonyme anonymus anónimo anónima anônimo n.n nn")

func printed(lines []line) string {
	t := lines[0].text
	for i := 1; i < len(lines); i++ {
		t += "\n" + lines[i].text
	}
	return t
}

// readName reads one entry that is a name with what stands around it.
func readName(row *Row, e *entry, h habit) {
	t := leadingAnd.ReplaceAllString(e.text, "")
	own := false
	for {
		before := t
		if cut := cutMarks(t); cut != t {
			t = cut
			continue
		}
		if !strings.HasSuffix(t, ")") && !strings.HasSuffix(t, "]") && !strings.Contains(t, " – ") && !strings.Contains(t, " — ") && !strings.Contains(t, " - ") {
			break
		}
		if m := goneMark.FindStringSubmatchIndex(t); m != nil {
			row.Withdrawn, row.Note, t = true, Maybe(matched(t, m)), trim(t[:m[0]])
		}
		if m := lateMark.FindStringSubmatchIndex(t); m != nil {
			row.Note, t = Maybe(matched(t, m)), trim(t[:m[0]])
		}
		if m := ownMark.FindStringSubmatchIndex(t); m != nil {
			own, t = true, trim(t[:m[0]])
		}
		if t == before {
			break
		}
	}
	column := h.setOff
	column.comma = h.comma || e.country != "" // a column has it, too
	if name, country, by := cutCountry(t, column); by != 0 {
		if t = cutMarks(name); e.country == "" {
			row.Country = Maybe(country)
		}
	}
	t, signed, order := withoutSignMark(t)
	h.persons = h.persons || signed
	if readBehalf(row, e, t) || readAsPerson(row, e, h, t, own, order) {
		return
	}
	if name, note := cutDescription(t); note != "" {
		t, row.Note = name, Maybe(note)
		if name, country, by := cutCountry(t, setOff{comma: true, bracket: true}); by != 0 && h.setOff != (setOff{}) {
			t, row.Country = name, Maybe(country)
		}
	}
	t = trim(logo.ReplaceAllString(t, ""))
	if s, ok := orgWithPerson(t); ok && e.company != people {
		row.Note, t = Maybe(cutBrackets(strings.Trim(trim(t[len(s):]), ",:–—- "))), s
		row.Capacity = graph.OnBehalf
	}
	row.Name = t
}

// cutBrackets takes brackets off that enclose a text or are not closed.
func cutBrackets(t string) string {
	if strings.HasPrefix(t, "(") || strings.Count(t, ")") > strings.Count(t, "(") {
		t = strings.TrimSuffix(strings.TrimPrefix(t, "("), ")")
	}
	return trim(t)
}

func matched(t string, m []int) string {
	for i := 2; i+1 < len(m); i += 2 {
		if m[i] >= 0 {
			return trim(t[m[i]:m[i+1]])
		}
	}
	return ""
}

// cutDescription splits a name from the description that follows it: after a dash or colon in lower case or as a sentence, or
// as "is a ...".
func cutDescription(t string) (name, note string) {
	if wordCount(t) < 6 {
		return t, ""
	}
	for _, sep := range []string{" – ", " — ", " - ", ": ", ". "} {
		i := strings.Index(t, sep)
		if i <= 2 {
			continue
		}
		rest := trim(t[i+len(sep):])
		if sep == ". " && (wordCount(t[:i]) < 2 || shortened(t[:i])) {
			continue
		}
		if isSentence(rest) || isLower(rest) && wordCount(rest) >= 4 || wordCount(rest) > 14 && !isNameList(rest) {
			return cutMarks(t[:i]), rest
		}
	}
	if m := isA.FindStringIndex(t); m != nil && wordCount(t[m[1]:]) >= 4 && wordCount(t[:m[0]]) <= 14 {
		return cutMarks(t[:m[0]]), trim(t[m[0]:])
	}
	return t, ""
}

var isA = lazy(`,? (which |who )?(is|are|ist|est|es|was founded|works|brings) (an?|the|eine?|der|die|das|une?|un|una|to|together|as)\b`)

// shortened reports whether a text ends with a word that a full stop may shorten: "River Assoc".
func shortened(t string) bool {
	w := t[strings.LastIndexByte(t, ' ')+1:]
	return len(w) <= 5 || abbreviation.MatchString(t+".")
}

var linkAfter = lazy(`[\s(\[<–—-]*(https?://|www\.)\S+[\s*_)\]>]*$`)

// contactIn finds brackets at the end of a name that say how to reach it: "(contact: Ann Lee, ann@example.org)", "(www.example.org)".
var contactIn = lazy(`(?i)\s*\((?:(?:contact|kontakt|ansprechpartner(?:in)?|e-?mail|mail|courriel|web(?:site)?|site|internet|tel\.?|phone|contacto) ?:[^)]*|[^)\s]*(?:@|://|www\.)[^)\s]*)\)$`)

// citing finds the words that stand before an address which a footnote or a remark refers to.
var citing = lazy(`(?i)\b(see|e\.g|cf|siehe|vgl|unter|z\. ?b|voir|véase|at|in|here|hier|ici|available|via|from|read|more)\W*$`)

// withoutLink takes an address of the web off the end of a name.
func withoutLink(t string) (string, bool) {
	if m := contactIn.FindStringIndex(t); m != nil && wordCount(t[:m[0]]) > 0 {
		return trim(t[:m[0]]), true
	}
	if !strings.Contains(t, "://") && !strings.Contains(t, "www.") {
		return t, false
	}
	m := linkAfter.FindStringIndex(t)
	if m == nil || citing.MatchString(t[:m[0]]) || wordCount(t[:m[0]]) < 2 || wordCount(t[:m[0]]) > 16 || isSentence(t[:m[0]]) {
		return t, false
	}
	return trim(t[:m[0]]), true
}
