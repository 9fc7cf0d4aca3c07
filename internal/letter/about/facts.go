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

// Facts is what a document says about itself.
type Facts struct {
	*document.Document
	Pieces     []document.Piece
	Language   string
	Kind       string
	Title      draft.Maybe
	Date       draft.Maybe
	Addressees []draft.Addressee
	Claimed    draft.Claimed
	Quotes     []string
	TitlePiece int      // -1 where the title is in no piece
	Salutation int      // the piece that greets; -1
	FirstProse int      // line number of the first running text; 0
	Caption    *Caption // of a brief; nil
}

// Of finds the facts of a document.
func Of(p *document.Document) *Facts {
	for i := range p.Lines {
		p.Lines[i].Place = i
	}
	d := &Facts{Document: p, Pieces: document.Pieces(p.Lines), Language: languageOf(p), TitlePiece: -1, Salutation: -1}
	for i := range d.Pieces {
		d.Pieces[i].Prose = isProse(&d.Pieces[i])
	}
	for i := range d.Pieces {
		if pc := &d.Pieces[i]; pc.Prose && pc.Sort == document.Plain && text.WordCount(pc.Text()) > 8 {
			d.FirstProse = pc.Lines[0].Number
			break
		}
	}
	d.findSalutation()
	d.Caption = d.captionOf()
	d.findTitle()
	d.Kind = kindOf(d)
	if d.Date = draft.Maybe(d.filedOn().String()); d.Date == "" {
		d.Date = draft.Maybe(dateOf(p, d).String())
	}
	d.Addressees = addresseesOf(d)
	d.Claimed = claimOf(d)
	d.Quotes = quotesOf(d)
	return d
}

// greetings begin a letter.
var greetings = lexicon.PhrasesOf("about.greetings", lexicon.Cue, "greeting")

// Greets reports whether a line begins with a greeting.
func Greets(s string) bool {
	if rule.Off("about.Greets") {
		return false
	}
	return greetings.In(text.FoldLine(s))
}

// findSalutation notes the piece that greets the addressees: a short line that begins with a word of greeting, in the upper
// part of the document. A line of prose may follow in the same paragraph.
func (d *Facts) findSalutation() {
	for i := range d.Pieces {
		l := &d.Pieces[i].Lines[0]
		if l.Sort == document.Cells || !Greets(l.Text) {
			continue
		}
		words := text.WordCount(l.Text)
		ends := strings.HasSuffix(l.Text, ",") || strings.HasSuffix(l.Text, "，") || strings.HasSuffix(l.Text, "،") || text.EndsColon(l.Text) || strings.HasSuffix(l.Text, "!") || strings.HasSuffix(l.Text, "！") || len(d.Pieces[i].Lines) == 1 && !phrase.IsSentence(l.Text)
		if words <= 40 && ends || words <= 12 {
			d.Salutation = i
			return
		}
	}
	for i := range min(len(d.Pieces)-1, 10) {
		p, next := &d.Pieces[i], &d.Pieces[i+1]
		t := p.Lines[0].Text
		if len(p.Lines) == 1 && p.Sort != document.Cells && p.Sort != document.Item && next.Prose && next.Sort == document.Plain && addressing.MatchString(t) && text.WordCount(t) <= 16 && !phrase.IsSentence(t) {
			d.Salutation = i
			return
		}
	}
}

// addressing finds a line that says to whom in place of a greeting, above the text: "To the City Council,".
var addressing = lexicon.Pattern("about.addressing", `(?i)^({pattern addressing}) ?\S.*[,:!]$`)

// findTitle takes front matter's title, else the first heading that is not a list's, else a line that stands alone above the
// first running text and reads like a title.
func (d *Facts) findTitle() {
	if d.Meta.Title != "" {
		d.Title = draft.Maybe(d.Meta.Title)
		return
	}
	if d.Caption != nil {
		d.titleByCaption()
		return
	}
	for i := range min(len(d.Lines), 4) {
		if m := titleKey.FindStringSubmatch(d.Lines[i].Text); m != nil {
			d.Title = draft.Maybe(strings.Trim(m[1], " \"'"))
			return
		}
	}
	for i := range min(len(d.Lines), 20) {
		if m := subject.FindStringSubmatch(d.Lines[i].Text); m != nil {
			d.Title = draft.Maybe(m[1])
			return
		}
	}
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if h := p.Lines[0].Text; p.Sort == document.Heading && (text.IsLower(h) || phrase.PersonCertainty(titleBefore.ReplaceAllString(h, "")) == 2) {
			continue // a line of a sentence that is set as one, or the name above an address
		}
		if p.Sort == document.Heading && i < d.Salutation && d.letterhead(i) {
			continue
		}
		if p.Sort == document.Heading && p.Lines[0].Level <= 3 && text.WordCount(p.Lines[0].Text) >= 2 && (cue.Of(&p.Lines[0]) == cue.None || text.WordCount(p.Lines[0].Text) > 4) {
			d.Title, d.TitlePiece = draft.Maybe(p.Lines[0].Text), i
			if m := subject.FindStringSubmatch(p.Lines[0].Text); m != nil {
				d.Title = draft.Maybe(m[1])
			}
			return
		}
		if i > 12 {
			break
		}
	}
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if i > 6 || i == d.Salutation || p.Prose && text.WordCount(p.Text()) > 24 || len(p.Lines) > 3 && p.Sort == document.Plain || p.Sort == document.Item || p.Sort == document.Cells {
			return
		}
		if i < d.Salutation && d.letterhead(i) {
			continue
		}
		if d.titleLike(i) {
			t := p.Text()
			if last := p.Lines[len(p.Lines)-1].Text; len(p.Lines) == 2 && len(phrase.FindDates(last, d.Language)) > 0 && text.WordCount(last) < 9 {
				t = p.Lines[0].Text // place and date below the title
			}
			d.Title, d.TitlePiece = draft.Maybe(t), i
			return
		}
	}
}

// letterhead reports whether a piece above a greeting is a name and no title: it has a noun that organizations are, capitals throughout, no verb, and
// nothing of letters or their like.
func (d *Facts) letterhead(i int) bool {
	p := &d.Pieces[i]
	t := p.Text()
	if rule.Off("about.Facts.letterhead") || len(p.Lines) > 2 || text.WordCount(t) > 7 || titleNoun.MatchString(t) || p.Sort == document.Item {
		return false
	}
	for w := range strings.FieldsSeq(t) {
		if text.IsLower(w) && !lexicon.SmallWords.Has(w) || lexicon.SentenceWords.Has(text.Fold(w)) && w != strings.ToUpper(w) {
			return false
		}
	}
	return phrase.NamesCollective(t)
}

// titleKey is metadata without the marks of front matter, as some site generators have it.
var titleKey = lexicon.Pattern("about.titleKey", `(?i)^{cue title-key}\s*:\s+(\S.{3,300})$`)

var subject = lexicon.Pattern("about.subject", `(?i)^{cue subject}\s*:\s+(\S.{4,200})$`)

var titleNoun = said{titleNounPattern, titleNouns}

func (d *Facts) titleLike(i int) bool {
	if rule.Off("about.Facts.titleLike") {
		return false
	}
	p := &d.Pieces[i]
	t := p.Text()
	words := text.WordCount(t)
	noun := titleNoun.MatchString(t) || ofKind(t, letterKind|statementKind|petitionKind)
	shouts := t == strings.ToUpper(t) && t != strings.ToLower(t) // a headline in capitals over several lines
	if len(p.Lines) > 2 && !(shouts && len(p.Lines) < 5) || words < 2 && !(noun && text.MostlyHan(t)) || words > 30 || len(t) > 220 || i+1 == len(d.Pieces) {
		return false
	}
	if len(p.Lines) == 2 && words < 8 && !noun {
		return false
	}
	if c := cue.Of(&p.Lines[0]); c != cue.None && !noun || Greets(t) || cue.SentTo(t) || len(p.Lines) == 1 && toBody(t) || dateCue.MatchString(t) && words < 9 && len(phrase.FindDates(t, d.Language)) > 0 || phrase.LooksLikeAddress(t) {
		return false
	}
	if f := phrase.FindDates(t, d.Language); len(f) > 0 && words < 6 {
		return false
	}
	last := t[len(t)-1]
	if last == '.' || last == ',' || last == ';' || last == ':' && !noun || strings.HasSuffix(t, "。") {
		return false
	}
	return words >= 4 || noun
}

// Addresses reports whether the document speaks for its signatories, so that an unannounced list at its end is theirs.
func (d *Facts) Addresses() bool {
	if rule.Off("about.Facts.Addresses") {
		return false
	}
	switch d.Kind {
	case draft.KindLetter, draft.KindStatement, draft.KindPetition, draft.KindBrief:
		return true
	}
	return d.Salutation >= 0
}

// Reports reports whether the document tells of somebody else's letter.
func (d *Facts) Reports() bool {
	if rule.Off("about.Facts.Reports") {
		return false
	}
	return d.Kind == draft.KindNews || d.Kind == draft.KindPress
}
