package section

import (
	"strings"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// A brief names those who file it on its cover, in a list or an appendix, below its counsel, where it discloses who owns them, and where they
// present themselves. All else in it (parties, counsel, tables of cases, certificates, the forms of courts) is full of names of others, so
// that nothing opens a section there but these.

// isBrief reports whether a document is a brief as a court gets it, and no page about one.
func isBrief(d *about.Facts) bool {
	if rule.Off("section.isBrief") {
		return false
	}
	return d.Kind == draft.KindBrief && d.Caption != nil
}

// brief finds the blocks of a brief.
func (f *finder) brief() {
	n := f.captionNames()
	parted := *f.doc
	parted.Pieces, parted.TitlePiece, parted.Salutation = partsOf(f.doc.Pieces), -1, -1
	f.doc = &parted
	listed := n.inAppendix || cue.ListedInAppendix(f.doc.Caption.Text)
	for i := range f.doc.Pieces {
		p := &f.doc.Pieces[i]
		first := &p.Lines[0]
		if first.Number < f.doc.Caption.Lines[len(f.doc.Caption.Lines)-1].Number {
			continue
		}
		listed = listed || !f.open && p.Prose && cue.ListedInAppendix(p.Text())
		_, _, counsel := cue.OfCounsel(first.Text)
		switch {
		case cue.AmiciList(first.Text), cue.AmiciList(headOf(p)), (first.Sort == document.Heading || len(p.Lines) == 1) && !cue.Leaders(first.Text) && cue.Of(first) == cue.Opens && cue.Listing(first.Text):
			f.flush()
			f.begin(f.briefSetting(n, headOf(p)), first.Level)
			f.belowHead(i, p)
			continue
		case listed && cue.Appendix(first.Text):
			f.flush()
			f.begin(f.briefSetting(n, first.Text), first.Level)
			f.belowHead(i, p)
			continue
		case cue.AmiciLead(p.Text()), cue.LeadIn(p.Text()) && cue.Brief(p.Text()):
			f.flush()
			f.begin(f.briefSetting(n, p.Text()), 0)
			continue
		case f.open && (cue.BriefPart(first.Text) || counsel || cue.Interest(first.Text) || cue.CounselSigns(first.Text)):
			f.flush()
			f.open = false
		}
		if f.open && !f.goesOn(p) {
			f.piece(i)
		}
	}
	f.flush()
	f.read = f.ways(n, f.blocks)
	for i := range f.read {
		f.blocks = f.read[i].blocks
		f.repeatedBlocks()
	}
}

// partsOf cuts pieces before the headings of a brief's parts: texts without room between their lines have them anywhere.
func partsOf(pieces []document.Piece) []document.Piece {
	out := make([]document.Piece, 0, len(pieces))
	for _, p := range pieces {
		from := 0
		for k := 1; k < len(p.Lines) && p.Sort == document.Plain; k++ {
			t := p.Lines[k].Text
			if len(t) > 100 || strings.HasSuffix(t, ".") || !cue.AmiciList(t) && !cue.BriefPart(t) && !cue.Interest(t) && !cue.CounselSigns(t) {
				continue
			}
			part := document.Piece{Lines: p.Lines[from:k], Sort: p.Sort}
			part.Prose = p.Prose && phrase.IsSentence(part.Text())
			out, from = append(out, part), k
		}
		if from > 0 {
			p.Lines = p.Lines[from:]
			p.Prose = p.Prose && phrase.IsSentence(p.Text())
		}
		out = append(out, p)
	}
	return out
}

// goesOn takes lines that are set in below an item for its end, where the room between a brief's lines is as wide as between paragraphs.
func (f *finder) goesOn(p *document.Piece) bool {
	if rule.Off("section.finder.goesOn") {
		return false
	}
	if len(f.blocks) == 0 || p.Sort != document.Plain || p.Prose || f.now != nil {
		return false
	}
	b := &f.blocks[len(f.blocks)-1]
	last := b.Lines[len(b.Lines)-1]
	if b.Sort != document.Item || b.Setting != f.ctx || last.Page != p.Lines[0].Page || last.Number+1 != p.Lines[0].Number {
		return false
	}
	for i := range p.Lines {
		if p.Lines[i].Indent <= b.Lines[0].Indent || p.Lines[i].Page == 0 {
			return false
		}
	}
	for _, l := range p.Lines {
		l.Sign, l.Gap = document.Follows, 0
		b.Lines = append(b.Lines, l)
	}
	return true
}

// headOf is the heading of a piece: its first line, or both lines of one that is set over two.
func headOf(p *document.Piece) string {
	if len(p.Lines) == 2 {
		return p.Text()
	}
	return p.Lines[0].Text
}

// belowHead takes the lines below a heading that stand in its piece.
func (f *finder) belowHead(i int, p *document.Piece) {
	from := 1
	if len(p.Lines) == 2 && cue.AmiciList(p.Text()) && !cue.AmiciList(p.Lines[0].Text) {
		from = 2
	}
	for k := from; k < len(p.Lines); k++ {
		if cue.BriefPart(p.Lines[k].Text) {
			f.flush()
			f.open = false
			return
		}
		if f.open {
			f.line(i, p, k)
		}
	}
	f.flush()
}

// briefSetting says who stands in a list: persons, where the cover names no organization and says "law professors".
func (f *finder) briefSetting(n *named, head string) Setting {
	ctx := f.settingOf(cue.Opens, head)
	switch {
	case ctx.Company == Anyone && n.people:
		ctx.Company = People
	case ctx.Company == Anyone && n.groups:
		ctx.Company = Organizations
	}
	return ctx
}

// partyTable takes the first column of a table that names whom counsel represents: the others hold parents and owners.
func (f *finder) partyTable(n *named) {
	rows := 0
	for i := range f.doc.Lines {
		l := &f.doc.Lines[i]
		switch {
		case l.Sort != document.Cells || len(l.Cells) == 0:
			rows = 0
		case rows == 0 && cue.PartyColumn(l.Cells[0]):
			rows = 1
		case rows > 0 && text.Trim(l.Cells[0]) != "":
			part := cutLine(l, text.Trim(l.Cells[0]))
			if part.Sort = document.Plain; cue.WhyNot(&part) == "" && !cue.HeadGoesOn(part.Text) {
				n.add(part.Text, []document.Line{*l})
				n.listed = true
			}
		}
	}
}

// counselList takes the names below or behind "Attorneys for Amici Curiae", unless the counsel's own name and address stand there. One
// printing is enough.
func (f *finder) counselList(n *named) {
	lines := f.doc.Lines
	for i := range lines {
		rest, known, ok := cue.OfCounsel(lines[i].Text)
		if !ok || f.doc.Caption.Text == lines[i].Text {
			continue
		}
		var run []document.Line
		if l := lines[i]; rest != "" {
			l.Text = rest
			run = append(run, l)
		} else if !known {
			continue
		}
		for k := i + 1; k < len(lines) && len(run) < maxNames && lines[k].Page == lines[i].Page && !endsRun(&lines[k], len(run) > 0); k++ {
			run = append(run, lines[k])
		}
		if len(run) > 0 && n.takeRun(run) {
			return
		}
	}
}

func endsRun(l *document.Line, begun bool) bool {
	if rule.Off("section.endsRun") {
		return false
	}
	return begun && l.Gap > 1 || l.Sort != document.Plain || cue.BriefPart(l.Text) || cue.AmiciList(l.Text) || cue.Interest(l.Text) || cue.JustDate(l.Text) || cue.Farewell.Match(text.FoldLine(l.Text))
}
