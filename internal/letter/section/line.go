package section

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Copied finds lines that say who gets a copy.
var Copied = lexicon.Pattern("section.Copied", `^(?i:{pattern copied}) ?: `)

func (f *finder) line(i int, p *document.Piece, k int) {
	l := &p.Lines[k]
	if k > 0 && l.Sign == document.Follows && cue.Of(&p.Lines[k-1]) == cue.SignOff {
		return // "... nos salutations" goes on
	}
	if k > 0 && f.copies == p {
		leaveOut(&f.left, l, "who gets a copy")
		return
	}
	if l.Sort == document.Plain && Copied.MatchString(l.Text) {
		f.copies = p // the lines below name others
	}
	if f.open && f.contact == p {
		leaveOut(&f.left, l, "a contact below a name")
		return
	}
	if l.Sort == document.Heading && l.Level <= 6 {
		defer func() { f.rank = l.Level }()
	}
	c := cue.Of(l)
	if c == cue.None && l.Sort != document.Item && cue.LeadIn(l.Text) {
		c = cue.Opens
	}
	if i == f.doc.TitlePiece && c != cue.Opens {
		return
	}
	if c == cue.None || c == cue.Opens || c >= cue.SubOrgs && c <= cue.SubGone {
		if part, ok := f.labelled(l); ok {
			f.add(i, part)
			f.now.List = true
			f.flush()
			return
		}
	}
	if c == cue.None || c == cue.Opens {
		if c == cue.Opens && f.doc.Kind == draft.KindBrief && cue.Farewell.Match(text.FoldLine(l.Text)) {
			return // counsel signs a brief, for others
		}
		if head, rest, ok := inlineLead(l.Text); ok && (f.doc.Addresses() || !sponsored.MatchString(text.FoldLine(head))) {
			f.begin(f.settingOf(cue.Opens, head), 0)
			part := *l
			part.Text = rest
			f.add(i, part)
			f.now.List = true
			return
		}
	}
	if c == cue.Opens && ((!f.doc.Addresses() || len(f.blocks) > 0) && sponsored.MatchString(text.FoldLine(l.Text)) || f.sponsors(l.Text)) {
		c = cue.Closes // of an event, not of a letter
	}
	if rest, ok := cue.CutFarewell(l.Text); ok && l.Sort == document.Plain && f.doc.Addresses() && f.doc.Kind != draft.KindBrief && (len(p.Lines) < 4) {
		f.begin(Setting{Origin: AfterGreet}, 0)
		f.add(i, cutTo(l, rest))
		return
	}
	if f.open && cue.Placeholder(l.Text) {
		f.form(l)
		return
	}
	if namesColumns(l) && (c == cue.Opens || c != cue.None && f.open) {
		if c == cue.Opens {
			f.begin(f.settingOf(c, l.Text), l.Level)
		}
		f.add(i, *l) // for entry, which reads the columns below by it
		return
	}
	switch c {
	case cue.Opens:
		f.begin(f.settingOf(c, l.Text), l.Level)
		return
	case cue.SignOff:
		if f.doc.Addresses() && f.doc.Kind != draft.KindBrief && (!f.open || f.ctx.Origin != Announced) {
			f.begin(f.settingOf(c, l.Text), 0)
			return
		}
	case cue.Closes:
		if f.open && k > 0 && l.Sort == document.Plain && cue.ContactLine.MatchString(text.FoldLine(l.Text)) && f.doc.ContactBlocks() {
			f.contact = p
			leaveOut(&f.left, l, "a contact below a name")
			return
		}
		if f.open && (l.Sort == document.Heading || k == 0) {
			f.flush()
			f.open = false
			return
		}
	case cue.SubNote:
		if f.open {
			leaveOut(&f.left, l, "a remark on the list")
			return
		}
	case cue.SubOrgs, cue.SubPeople, cue.SubOther, cue.SubGone:
		if f.subHeading(c, l, p, k) {
			return
		}
	}
	if !f.open {
		return
	}
	if c == cue.None && leadsAside(l) {
		f.flush()
		f.open = false // a list of others
		return
	}
	if l.Sort == document.Item && (l.Marker == "*" || l.Marker == "-") && f.marker != "" && f.marker != l.Marker && strings.HasSuffix(l.Text, ".") {
		leaveOut(&f.left, l, "a footnote")
		return
	}
	if l.Sort == document.Item && f.marks[l.Marker] {
		leaveOut(&f.left, l, "a footnote")
		return
	}
	if l.Sort == document.Heading {
		f.heading(i, l)
		return
	}
	if f.otherItems(i, p) {
		f.flush()
		f.open = false // a heading of other items
		return
	}
	if f.letters[l.Place] {
		f.flush()
		leaveOut(&f.left, l, "a heading within the list")
		return
	}
	if text.EndsColon(l.Text) && l.Sort == document.Plain && len(p.Lines) == 1 && i+1 < len(f.doc.Pieces) && f.doc.Pieces[i+1].Prose && f.doc.Pieces[i+1].Sort == document.Plain && text.WordCount(l.Text) <= 9 && len(f.blocks) > 0 {
		f.flush()
		f.open = false // a label of what is told next
		return
	}
	if text.EndsColon(l.Text) && text.WordCount(l.Text) > 0 && len(l.Text) > 2 && l.Sort == document.Plain && (k+1 < len(p.Lines) || i+1 < len(f.doc.Pieces) && !f.doc.Pieces[i+1].Prose) && !lexicon.IsCountry(strings.TrimRight(l.Text, ":： ")) {
		f.flush()
		leaveOut(&f.left, l, "a heading within the list")
		return
	}
	if l.Sort == document.Plain && tellsOfOthers(l.Text) {
		leaveOut(&f.left, l, "names others than signatories")
		return
	}
	if i+1 < len(f.doc.Pieces) && headsGroups(p, &f.doc.Pieces[i+1]) {
		f.flush()
		leaveOut(&f.left, l, "a heading within the list")
		return
	}
	if country := strings.TrimRight(l.Text, ":： "); l.Sort == document.Plain && (f.countries[l.Place] || (k == 0 || f.now == nil) && len(p.Lines) > k+1 && lexicon.IsPlace(country) && p.Lines[k+1].Gap == 0 && !lexicon.IsPlace(p.Lines[k+1].Text)) {
		f.flush()
		f.heads[l.Place] = true
		if f.ctx.Country = ""; lexicon.IsCountry(country) {
			f.ctx.Country = country
		}
		return
	}
	if f.told && describes(p) {
		leaveOut(&f.left, l, "what is said of a name")
		return
	}
	f.told = false
	if l.Sort != document.Cells && cue.Kinds(l.Text) {
		leaveOut(&f.left, l, "says which kinds sign, with examples")
		return
	}
	f.add(i, *l)
}

// otherItems reports whether a line by itself heads items of another sort than the bulleted names above: numbered, and sentences.
func (f *finder) otherItems(i int, p *document.Piece) bool {
	if rule.Off("section.finder.otherItems") || p.Sort != document.Plain || len(p.Lines) != 1 || i+1 >= len(f.doc.Pieces) || f.marker == "" || !strings.ContainsAny(f.marker, document.Bullets) {
		return false
	}
	next := &f.doc.Pieces[i+1]
	if next.Sort != document.Item || next.Lines[0].Marker == f.marker {
		return false
	}
	sentences := 0
	for k := range next.Lines {
		if t := next.Lines[k].Text; strings.HasSuffix(t, ".") || strings.HasSuffix(t, ";") || next.Prose {
			sentences++
		}
	}
	return 2*sentences > len(next.Lines)
}

// namesColumns reports whether a line is the header of several columns, and so no heading of all that stands below it.
func namesColumns(l *document.Line) bool {
	if rule.Off("section.namesColumns") || !l.Header {
		return false
	}
	n := 0
	for _, c := range l.Cells {
		if c != "" {
			n++
		}
	}
	return n > 1
}
