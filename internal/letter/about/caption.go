package about

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

// Caption is where a brief says on its cover, or in its title, what it is and whose: "Brief of Amici Curiae A, B, and C in Support of ...".
type Caption struct {
	Lines    []document.Line
	Starts   []int // where each line begins in Text
	Text     string
	From, To int // the names in Text
	End      int // index of the first line of the document below it
}

// How far down a caption begins, and how many lines it may take. The names of fifty States take twenty.
const (
	captionWithin = 120
	captionLines  = 40
)

// captionOf finds the caption of a brief. It begins with a word for a brief, at the head of a line, and ends where the lines stand apart or
// something else begins, but not before the word for those who file it: covers centre such lines with room between them.
func (d *Facts) captionOf() *Caption {
	if !d.mayCaption() {
		return nil
	}
	p, within := d.Document, d.within()
	for i := range min(len(p.Lines), captionWithin) {
		l := &p.Lines[i]
		if l.Page > p.Lines[0].Page+1 {
			break
		}
		if l.Sort == document.Cells || text.IsLower(l.Text) || within[i] && l.Text != strings.ToUpper(l.Text) || !cue.BeginsCaption(l.Text) || cue.Interest(l.Text) || phrase.IsSentence(l.Text) {
			continue
		}
		if c := captionAt(p, i); c != nil {
			return c
		}
	}
	return nil
}

// mayCaption reports whether the lines that may hold a caption have a part of the words that every caption has.
func (d *Facts) mayCaption() bool {
	if rule.Off("about.Facts.mayCaption") {
		return false
	}
	for i := range min(len(d.Lines), captionWithin+captionLines) {
		if text.ContainsAny(strings.ToLower(d.Lines[i].Text), cue.FriendlyStems()) {
			return true
		}
	}
	return false
}

// captionAt joins the lines of a caption that begins at a line.
func captionAt(p *document.Document, i int) *Caption {
	c := &Caption{}
	found := false
	for k := i; k < len(p.Lines) && k < i+captionLines; k++ {
		l := &p.Lines[k]
		if k > i && (l.Page != p.Lines[i].Page || l.Sort == document.Cells || endsCaption(l.Text) || found && (l.Gap > 0 || l.Sort == document.Heading) && whole(c.Text, l.Text)) {
			break
		}
		if t := text.Join(c.Text, l.Text); c.Text == "" {
			c.Starts, c.Text = append(c.Starts, 0), l.Text
		} else {
			c.Starts, c.Text = append(c.Starts, len(t)-len(l.Text)), t
		}
		c.Lines, c.End = append(c.Lines, *l), k+1
		c.From, c.To, found = cue.Caption(c.Text)
	}
	if !found || text.WordCount(c.Text) < 3 || c.Text != strings.ToUpper(c.Text) && tellsOf.MatchString(c.Text) {
		return nil
	}
	return c
}

// whole reports whether a caption is complete without the line that stands apart below it.
func whole(s, below string) bool {
	if rule.Off("about.whole") {
		return false
	}
	from, to, _ := cue.Caption(s)
	if to < len(s) {
		return true // what is said of the names has begun
	}
	if from == len(s) && (cue.BeginsCaption(below) || !phrase.IsSentence(below)) {
		return false
	}
	return !phrase.GoesOn(strings.ToLower(s), strings.ToLower(below), false) && !strings.HasSuffix(s, ";") && !cue.Friendly(below)
}

func endsCaption(s string) bool {
	if rule.Off("about.endsCaption") {
		return false
	}
	if strings.Trim(s, "_-–—=* ") == "" {
		return true // a rule
	}
	_, _, counsel := cue.OfCounsel(s)
	return counsel || cue.Leaders(s) || cue.BriefPart(s) || phrase.LooksLikeAddress(s) || cue.JustDate(s) || Greets(s)
}

// titleByCaption takes the caption for the title: above it stand the court and the parties.
func (d *Facts) titleByCaption() {
	d.Title = draft.Maybe(d.Caption.Text)
	for i := range d.Pieces {
		if d.Pieces[i].Lines[0].Number >= d.Caption.Lines[0].Number {
			d.TitlePiece = i
			return
		}
	}
}

// tellsOf finds the verbs of a sentence about a brief.
var tellsOf = lexicon.Pattern("about.tellsOf", `\b(?:{pattern tells-of})\b`)
