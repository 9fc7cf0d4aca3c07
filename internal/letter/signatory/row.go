package signatory

import (
	"cmp"
	"strings"
	"sync"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

var (
	goneMark   = lexicon.Pattern("signatory.goneMark", `(?i)\s*[\[(]\s*(({pattern gone-what} )?({pattern gone-mark})[^\])]*)[\])]$|\s+[–—-]\s+(({pattern gone-what} )?({pattern gone-after})\b.{0,40})$`)
	lateMark   = lexicon.Pattern("signatory.lateMark", `(?i)\s*[\[(]\s*(({pattern late-mark})\b[^\])]{0,60})[\])]$`)
	ownMark    = lexicon.Pattern("signatory.ownMark", `(?i)\s*[\[(]\s*(({pattern own-mark}))\s*[\])]$`)
	leadingAnd = lexicon.Pattern("signatory.leadingAnd", `^(?:({pattern leading-and}|&) +|[–—―] *)`)
)

// Read says what an entry is. why is set, and the row empty, where it is no signatory.
func Read(given *entry.Entry, h entry.Habit) (row draft.Row, why string) {
	if given.Why != "" {
		return draft.Row{}, given.Why
	}
	own := *given
	e := &own
	first := e.Lines[0]
	if t, cut := withoutLink(e.Text); cut {
		e.Text = t
	}
	whole := document.Line{Text: e.Text, Sort: first.Sort, Number: first.Number}
	if e.Marked && first.Sort != document.Cells {
		whole.Sort = document.Item
	}
	if i := strings.IndexAny(whole.Text, "«„“"); i > 2 && !text.IsLower(whole.Text) && text.WordCount(whole.Text[:i]) <= 4 {
		whole.Text = whole.Text[:i] // a name may quote a sentence: Collectif « Nous voilà ! »
	}
	if h.Dashed {
		if name, note := phrase.CutDescription(whole.Text); note != "" {
			whole.Text = name
		}
	}
	if section.Copied.MatchString(first.Text) {
		return draft.Row{}, "who gets a copy"
	}
	if e.Person == "" {
		if why := cue.WhyNot(&whole); why != "" {
			return draft.Row{}, why
		}
		if strings.ContainsAny(e.Text, "\"“«„") && cited.MatchString(e.Text) {
			return draft.Row{}, "a reference: somebody's work and its title"
		}
		if cue.Unnamed(e.Text) {
			return draft.Row{}, "says what those are who sign, not their names"
		}
		if table.Asks(whole.Text) {
			return draft.Row{}, "the fields that a signature has, not a name"
		}
	}
	row = draft.Row{Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Country: draft.Maybe(e.Country), Note: draft.Maybe(e.Note),
		Page: first.Page, Line: first.Number, Text: document.Printed(e.Lines), Box: document.BoxOf(e.Lines), Withdrawn: e.Gone || e.Struck, Sentence: e.Origin == section.Sentence, Order: cmp.Or(e.Order, first.Number)}
	if row.Country == "" {
		row.Country = draft.Maybe(e.Setting.Country)
	}
	row.Evidence = []draft.Printing{{Line: first.Number, Text: row.Text, Page: first.Page, Box: row.Box}}
	if len(e.Again) > 0 {
		row.Evidence = append(row.Evidence, draft.Printing{Line: e.Again[0].Number, Text: document.Printed(e.Again), Page: e.Again[0].Page, Box: document.BoxOf(e.Again),
			Form: phrase.CutMarks(e.Form)})
	}
	if e.Person != "" {
		readSignature(&row, e, h)
	} else {
		readName(&row, e, h)
	}
	row.Name = graph.CleanName(row.Name)
	if row.Evidence[0].Form = row.Name; len(row.Evidence) > 1 && h.Comma {
		row.Evidence[1].Form, _, _ = phrase.CutCountry(row.Evidence[1].Form, h.SetOff)
	}
	if head, _, _ := strings.Cut(row.Name, " ("); anonymous.Has(text.Fold(head)) || anonymous.Has(text.Fold(string(row.Note))) && row.Type == graph.TypePerson {
		return draft.Row{}, "an anonymous signature"
	}
	if furniture()[strings.Trim(text.Fold(row.Name), "\"' .…:→»>()*")] {
		return draft.Row{}, "a button, a label or a placeholder, not a name"
	}
	if wholeList.MatchString(row.Name) {
		return draft.Row{}, "a link to the whole list, not a name"
	}
	if row.Type == graph.TypeOrganization && phrase.BareOffice(row.Name) {
		return draft.Row{}, "an office, not a name"
	}
	if menu(row.Name) {
		return draft.Row{}, "a menu of the page, not a name"
	}
	if graph.Fold(row.Name) == "" {
		return draft.Row{}, "no name: it has no letters"
	}
	return row, ""
}

// cited finds references in notes below a list: `Ann Lee, "Why Maps Matter", 2020`.
var cited = text.Lazy("signatory.cited", `^[^,"“«„]{3,60}, ["“«„](?:\S+ ){3,}`)

// furniture is what pages and forms print where names stand.
var furniture = sync.OnceValue(func() map[string]bool { return phrases(lexicon.Furniture.Words("label")) })

func phrases(list []string) map[string]bool {
	out := map[string]bool{}
	for _, p := range list {
		out[text.Fold(p)] = true
	}
	return out
}

var anonymous = lexicon.Set("signatory.anonymous", "{furniture anonymous}")

// readName reads one entry that is a name with what stands around it.
func readName(row *draft.Row, e *entry.Entry, h entry.Habit) {
	t := phrase.WithoutClosing(leadingAnd.ReplaceAllString(e.Text, ""))
	own := false
	for {
		before := t
		if cut := phrase.CutMarks(t); cut != t {
			t = cut
			continue
		}
		if !strings.HasSuffix(t, ")") && !strings.HasSuffix(t, "]") && !strings.Contains(t, " – ") && !strings.Contains(t, " — ") && !strings.Contains(t, " - ") {
			break
		}
		if m := goneMark.FindStringSubmatchIndex(t); m != nil {
			row.Withdrawn, row.Note, t = true, draft.Maybe(matched(t, m)), text.Trim(t[:m[0]])
		}
		if m := lateMark.FindStringSubmatchIndex(t); m != nil {
			row.Note, t = draft.Maybe(matched(t, m)), text.Trim(t[:m[0]])
		}
		if m := ownMark.FindStringSubmatchIndex(t); m != nil {
			own, t = true, text.Trim(t[:m[0]])
		}
		if t == before {
			break
		}
	}
	column := h.SetOff
	column.Comma = h.Comma || e.Country != "" // a column has it, too
	reach := ""
	if column.Comma {
		t, reach = phrase.CutReach(t)
	}
	if name, country, by := phrase.CutCountry(t, column); by != 0 {
		if t = phrase.CutMarks(name); e.Country == "" {
			row.Country = draft.Maybe(country)
		}
	}
	t, signed, order := phrase.WithoutSignMark(t)
	h.Persons = h.Persons || signed
	if reach != "" {
		defer func() { row.Note = draft.Maybe(strings.Trim(string(row.Note)+", "+reach, ", ")) }()
	}
	if readBehalf(row, e, h, t) || readAsPerson(row, e, h, t, own, order) {
		return
	}
	if name, note := phrase.CutDescription(t); note != "" {
		t, row.Note = name, draft.Maybe(note)
		if name, country, by := phrase.CutCountry(t, phrase.SetOff{Comma: true, Bracket: true}); by != 0 && h.SetOff != (phrase.SetOff{}) {
			t, row.Country = name, draft.Maybe(country)
		}
	}
	t = text.Trim(phrase.Logo.ReplaceAllString(t, ""))
	if s, ok := orgWithPerson(t); ok && e.Company != section.People {
		row.Note, t = draft.Maybe(text.CutBrackets(strings.Trim(text.Trim(t[len(s):]), ",:–—- "))), s
		row.Capacity = graph.OnBehalf
	}
	if name, more, ok := strings.Cut(t, ", "); ok && h.Described && row.Note == "" && !lexicon.CorporateSuffix.Has(text.Fold(text.FirstWords(more, 1))) {
		t, row.Note = name, draft.Maybe(more)
	}
	row.Name = t
	if row.Capacity == graph.AsOrganization && h.Themselves && holds(t, string(row.Note)) {
		row.Type, row.Capacity = graph.TypePerson, graph.AsIndividual
	}
}

// holds reports whether what stands beside a name without a word of organizations is an office in something: "Wick", "Maintainer of Lampwick".
func holds(name, note string) bool {
	if rule.Off("signatory.holds") || text.WordCount(name) > 3 || phrase.HasWord(name, lexicon.OrgWords) || phrase.HasCompound(name) {
		return false
	}
	for _, of := range officeOf.All() {
		if head, _, ok := strings.Cut(text.Trim(note), " "+of+" "); ok && text.WordCount(head) <= 3 && (phrase.SaysOffice(head) || phrase.SaysOccupation(head)) {
			return true
		}
	}
	return false
}

var officeOf = lexicon.PartsOf("{function-word office-of}")

func matched(t string, m []int) string {
	for i := 2; i+1 < len(m); i += 2 {
		if m[i] >= 0 {
			return text.Trim(t[m[i]:m[i+1]])
		}
	}
	return ""
}

var linkAfter = text.Lazy("signatory.linkAfter", `[\s(\[<–—-]*(https?://|www\.)\S+[\s*_)\]>]*$`)

// contactIn finds brackets at the end of a name that say how to reach it: "(contact: Ann Lee, ann@example.org)", "(www.example.org)".
var contactIn = lexicon.Pattern("signatory.contactIn", `(?i)\s*\((?:(?:{pattern contact-in}) ?:[^)]*|[^)\s]*(?:@|://|www\.)[^)\s]*)\)$`)

// citing finds the words that stand before an address which a footnote or a remark refers to.
var citing = lexicon.Pattern("signatory.citing", `(?i)\b({pattern citing})\W*$`)

// setOffLink finds one word with an address of the web that a comma, a dash or a bracket sets off: "Saltunion, https://saltunion.example".
var setOffLink = text.Lazy("signatory.setOffLink", `^[^\s,:]{2,}(?:,|:| [–—-]| [(<])\s*(?:https?://|www\.)\S+$`)

// withoutLink takes an address of the web off the end of a name.
func withoutLink(t string) (string, bool) {
	if m := contactIn.FindStringIndex(t); m != nil && text.WordCount(t[:m[0]]) > 0 {
		return text.Trim(t[:m[0]]), true
	}
	if !strings.Contains(t, "://") && !strings.Contains(t, "www.") {
		return t, false
	}
	m := linkAfter.FindStringIndex(t)
	if m == nil || citing.MatchString(t[:m[0]]) || text.WordCount(t[:m[0]]) < 2 && !setOffLink.MatchString(t) || text.WordCount(t[:m[0]]) > 16 || phrase.IsSentence(t[:m[0]]) {
		return t, false
	}
	return text.Trim(t[:m[0]]), true
}

// wholeList finds the words of a link that shows all who signed: "See all 1155 signatures".
var wholeList = lexicon.Pattern("signatory.wholeList", `(?i)^(?:{pattern whole-list})(?: [\d.,' ]+)? ?(?:{pattern whole-list-of})(?: {pattern whole-list-show})?$`)

// menu reports whether a text is entries of a menu in one line, most of them known ones: "Press | Contact us | Donate".
func menu(s string) bool {
	if rule.Off("signatory.menu") || !strings.Contains(s, "|") {
		return false
	}
	known, n := 0, 0
	for part := range strings.SplitSeq(s, "|") {
		l := document.Line{Text: text.Trim(part), Sort: document.Heading}
		if n++; furniture()[text.Fold(l.Text)] || cue.Of(&l) == cue.Closes {
			known++
		}
	}
	return n >= 2 && 2*known > n
}
