package section

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// subHeading handles "Organizations", "Individuals", "National", "Withdrawn" above a part of the list. Outside a section such a heading opens
// one only where it is marked as a heading below the text of a letter.
func (f *finder) subHeading(c cue.Cue, l *document.Line, p *document.Piece, k int) bool {
	if rule.Off("section.finder.subHeading") {
		return false
	}
	marked := l.Sort == document.Heading || text.EndsColon(l.Text) || len(p.Lines) == 1 || k == 0 && p.Sort != document.Item
	if !marked || l.Sort == document.Item {
		return false
	}
	if !f.open {
		below := f.doc.FirstProse > 0 && l.Number > f.doc.FirstProse || f.doc.Kind == draft.KindList
		if l.Sort != document.Heading && !text.EndsColon(l.Text) || !below || !f.doc.Addresses() && f.doc.Kind != draft.KindList || c == cue.SubOther || c == cue.SubGone {
			return false
		}
		f.begin(Setting{Origin: Announced}, l.Level)
	}
	f.flush()
	f.ctx.Gone = c == cue.SubGone
	switch c {
	case cue.SubOrgs:
		f.ctx.Company = Organizations
	case cue.SubPeople:
		f.ctx.Company = People
	}
	if place := strings.TrimRight(l.Text, ":： "); lexicon.IsCountry(place) && !lexicon.Anywhere.Has(strings.ToLower(place)) {
		f.ctx.Country = place
	} else {
		f.ctx.Country = ""
	}
	return true
}

// labelled cuts the label off "National organizations: A, B, C" within a section.
func (f *finder) labelled(l *document.Line) (document.Line, bool) {
	head, rest, ok := strings.Cut(l.Text, ":")
	if before, after, wide := strings.Cut(l.Text, "："); wide && (!ok || len(before) < len(head)) {
		head, rest, ok = before, after, true
	}
	if !f.open || !ok || l.Sort != document.Plain || len(text.Trim(rest)) < 3 || !strings.ContainsAny(rest, ",;") && phrase.WideSeparator(rest) == "" || phrase.IsSentence(rest) {
		return document.Line{}, false
	}
	label := document.Line{Text: text.Trim(head) + ":", Sort: document.Heading}
	switch c := cue.Of(&label); c {
	case cue.SubOrgs, cue.SubPeople, cue.SubOther, cue.SubGone:
		f.flush()
		f.ctx.Gone = c == cue.SubGone
		if c == cue.SubOrgs {
			f.ctx.Company = Organizations
		} else if c == cue.SubPeople {
			f.ctx.Company = People
		}
		part := *l
		part.Text = text.Trim(rest)
		return part, true
	case cue.None, cue.Opens:
		if t := cue.TopicsAbroad(head); t&(cue.AboutGroups|cue.AboutPersons) != 0 && t&cue.AboutElse == 0 && text.WordCount(head) <= 6 {
			f.flush()
			f.ctx.Company = f.settingOf(cue.Opens, head).Company
			part := *l
			part.Text = text.Trim(rest)
			return part, true
		}
	}
	return document.Line{}, false
}

// heading handles a heading without a cue in an open section: a country's name, or the end where it is of the same level as
// the one that opened.
func (f *finder) heading(i int, l *document.Line) {
	f.flush()
	f.told = false
	if f.letters[l.Place] {
		return
	}
	switch {
	case lexicon.IsPlace(l.Text):
		if f.ctx.Country = ""; lexicon.IsCountry(l.Text) {
			f.ctx.Country = l.Text
		}
	case isInitial(l.Text):
		f.ctx.Country = "" // a list by the alphabet
	case l.Level > 6 && f.boldName(i), (f.fresh || f.level > 0 && l.Level > f.level) && f.headingNames(i):
		fresh := f.fresh
		f.add(i, cutLine(l, l.Text))
		f.flush()
		f.fresh, f.told = fresh, true
	case l.Level > 6 && f.level > 6 && text.WordCount(l.Text) <= 6 && i+1 < len(f.doc.Pieces) && !f.doc.Pieces[i+1].Prose && f.doc.Pieces[i+1].Sort != document.Plain:
		f.ctx.Country = "" // bold type ranks nothing: a list below goes on with the list above
	case f.level > 0 && l.Level <= f.level:
		f.open = false
	default:
		f.ctx.Country = ""
	}
}

// described takes a line "Name – what it is" or "Name: what it is" within a list that has begun.
func (f *finder) described(i int) bool {
	if rule.Off("section.finder.described") {
		return false
	}
	p := &f.doc.Pieces[i]
	l := p.Lines[0]
	name, note := phrase.CutDescription(l.Text)
	beside := f.tells(i-1) || f.tells(i+1)
	if f.ctx.Origin != Announced || len(p.Lines) > 1 || note == "" || text.WordCount(name) < 2 && !beside || len(f.blocks) == 0 && !beside || text.IsLower(name) || phrase.IsSentence(name) || hasVerb(name) {
		return false
	}
	if head := (document.Line{Text: name}); cue.Of(&head) != cue.None || cue.WhyNot(&head) != "" {
		return false
	}
	l.Sort = document.Item
	f.blocks = append(f.blocks, Block{Lines: []document.Line{l}, Sort: document.Item, Setting: f.ctx})
	f.prose = 0
	return true
}

// tells reports whether a piece is a line "Name – what it is".
func (f *finder) tells(i int) bool {
	if rule.Off("section.finder.tells") || i < 0 || i >= len(f.doc.Pieces) || f.doc.Pieces[i].Sort != document.Plain || len(f.doc.Pieces[i].Lines) > 1 {
		return false
	}
	name, note := phrase.CutDescription(f.doc.Pieces[i].Lines[0].Text)
	return note != "" && text.IsLower(note) && text.WordCount(name) <= 12 && !text.IsLower(name) && !hasVerb(name)
}

var forWhom = lexicon.Pattern("section.forWhom", `(?i)^(?:{pattern for-whom})(?: {pattern for-article})? +(\p{Lu}[^.!?]{2,80}?):?$`)

// SignsFor reads a label that says for whom the persons below it sign: "For the River Watch:". Those who sign below it are its
// persons.
func SignsFor(s string) (org string, ok bool) {
	m := forWhom.FindStringSubmatch(s)
	if m == nil || text.WordCount(m[1]) > 9 || cue.Ends(text.FoldLine(s)) || phrase.PersonCertainty(m[1]) == 2 || cue.Of(&document.Line{Text: m[1], Sort: document.Heading}) != cue.None {
		return "", false
	}
	return text.Trim(m[1]), true
}

// MostlyPersons reports whether more than half of the lines read like persons.
func MostlyPersons(lines []document.Line) bool {
	if rule.Off("section.MostlyPersons") {
		return false
	}
	n := 0
	for i := range lines {
		if _, ok := phrase.ReadPerson(phrase.CutMarks(lines[i].Text)); ok {
			n++
		}
	}
	return n > 0 && 2*n > len(lines)
}

// cutLine is a line with a part of its text.
func cutLine(l *document.Line, text string) document.Line {
	part := *l
	part.Text, part.Sort, part.Cells, part.Header = text, document.Item, nil, false
	return part
}

// cutTo is a line with a part of its text, which stays what it is.
func cutTo(l *document.Line, text string) document.Line {
	part := *l
	part.Text = text
	return part
}

// boldName reports whether a line in bold type within a list is a name: what stands below it is how to reach somebody, or
// nothing but the next one. Below the headings of a list stand names.
func (f *finder) boldName(i int) bool {
	if rule.Off("section.finder.boldName") {
		return false
	}
	d := f.doc
	if text.WordCount(d.Pieces[i].Lines[0].Text) > 16 || i+1 == len(d.Pieces) {
		return false
	}
	below := &d.Pieces[i+1]
	if below.Sort != document.Plain {
		return false
	}
	for k := range below.Lines {
		if phrase.LooksLikeAddress(below.Lines[k].Text) {
			f.reach = i + 1
			return true
		}
	}
	return false
}

// headingNames reports whether headings within a list are its names: three or more of one rank, below each of which stands what describes
// it and no list. It looks at those around the heading.
func (f *finder) headingNames(i int) bool {
	if rule.Off("section.finder.headingNames") {
		return false
	}
	d := f.doc
	level := d.Pieces[i].Lines[0].Level
	n := 0
	for _, step := range []int{1, -1} {
		named := false // the last heading of the rank, until what stands below it is seen
		for k, seen := i+step, 0; k >= 0 && k < len(d.Pieces) && seen < 40; k, seen = k+step, seen+1 {
			p := &d.Pieces[k]
			if p.Sort != document.Heading {
				if describes(p) {
					continue
				}
				if named && step > 0 {
					n-- // a list stands below it
				}
				if k == i+1 {
					return false
				}
				break
			}
			if p.Lines[0].Level < level {
				break
			}
			if named = p.Lines[0].Level == level && cue.Of(&p.Lines[0]) == cue.None; named {
				n++
			}
		}
	}
	return n >= 2
}

// describes reports whether a piece tells about a name above it: running text, or how to reach somebody.
func describes(p *document.Piece) bool {
	if rule.Off("section.describes") {
		return false
	}
	if p.Prose {
		return p.Sort == document.Plain
	}
	for k := range p.Lines {
		t := p.Lines[k].Text
		if p.Sort != document.Plain || !phrase.LooksLikeAddress(t) && !phrase.IsSentence(t) && (!strings.HasSuffix(t, ".") || text.WordCount(t) < 4 || phrase.LegalEnd(t)) {
			return false
		}
	}
	return true
}

// hasVerb reports whether a text has a verb or pronoun in small letters, as sentences have and names have not.
func hasVerb(s string) bool {
	if rule.Off("section.hasVerb") {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if lexicon.SentenceWords.Has(w) {
			return true
		}
	}
	return false
}
