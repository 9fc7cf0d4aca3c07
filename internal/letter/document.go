package letter

import (
	"strings"
)

// document is what understanding knows while it works.
type document struct {
	*paper
	pieces     []piece
	language   string
	kind       string
	title      Maybe
	titlePiece int // -1 where the title is in no piece
	salutation int // the piece that greets; -1
	firstProse int // line number of the first running text; 0
}

func newDocument(p *paper) *document {
	d := &document{paper: p, pieces: pieces(p.lines), language: languageOf(p), titlePiece: -1, salutation: -1}
	for i := range d.pieces {
		d.pieces[i].prose = isProse(&d.pieces[i])
	}
	for i := range d.pieces {
		if pc := &d.pieces[i]; pc.prose && pc.sort == plain && wordCount(pc.text()) > 8 {
			d.firstProse = pc.lines[0].number
			break
		}
	}
	d.findSalutation()
	d.findTitle()
	d.kind = kindOf(d)
	return d
}

var greeting = lazy(`(?i)^(dear|to whom|hon(ou?rable|\.)? (members|senators|minister)|sehr geehrte|liebe[rs]? |werte|madame|monsieur|mesdames|messieurs|chers? |chères? |estimad|querid|apreciad|excelentísim|prezad|exm|egregi|gentil|onorevol|geachte|beste |bästa|kære|kjære|szanown|vážen|hyvä |excellenc|your excellenc|respected )`)

// findSalutation notes the piece that greets the addressees: a short line that begins with a word of greeting, in the upper
// part of the document. A line of prose may follow in the same paragraph.
func (d *document) findSalutation() {
	for i := range d.pieces {
		l := &d.pieces[i].lines[0]
		if l.sort == cells || !greeting.MatchString(l.text) {
			continue
		}
		words := wordCount(l.text)
		ends := strings.HasSuffix(l.text, ",") || strings.HasSuffix(l.text, ":") || strings.HasSuffix(l.text, "!") || len(d.pieces[i].lines) == 1 && !isSentence(l.text)
		if words <= 40 && ends || words <= 12 {
			d.salutation = i
			return
		}
	}
}

// findTitle takes front matter's title, else the first heading that is not a list's, else a line that stands alone above the
// first running text and reads like a title.
func (d *document) findTitle() {
	if d.meta.title != "" {
		d.title = Maybe(d.meta.title)
		return
	}
	for i := range min(len(d.lines), 4) {
		if m := titleKey.FindStringSubmatch(d.lines[i].text); m != nil {
			d.title = Maybe(strings.Trim(m[1], " \"'"))
			return
		}
	}
	for i := range min(len(d.lines), 20) {
		if m := subject.FindStringSubmatch(d.lines[i].text); m != nil {
			d.title = Maybe(m[1])
			return
		}
	}
	for i := range d.pieces {
		p := &d.pieces[i]
		if h := p.lines[0].text; p.sort == heading && (isLower(h) || personCertainty(titleBefore.ReplaceAllString(h, "")) == 2) {
			continue // a line of a sentence that is set as one, or the name above an address
		}
		if p.sort == heading && p.lines[0].level <= 3 && wordCount(p.lines[0].text) >= 2 && (cueOf(&p.lines[0]) == noCue || wordCount(p.lines[0].text) > 4) {
			d.title, d.titlePiece = Maybe(p.lines[0].text), i
			return
		}
		if i > 12 {
			break
		}
	}
	for i := range d.pieces {
		p := &d.pieces[i]
		if i > 6 || i == d.salutation || p.prose && wordCount(p.text()) > 24 || len(p.lines) > 3 && p.sort == plain || p.sort == item || p.sort == cells {
			return
		}
		if d.titleLike(i) {
			t := p.text()
			if last := p.lines[len(p.lines)-1].text; len(p.lines) == 2 && len(findDates(last, d.language)) > 0 && wordCount(last) < 9 {
				t = p.lines[0].text // place and date below the title
			}
			d.title, d.titlePiece = Maybe(t), i
			return
		}
	}
}

// titleKey is metadata without the marks of front matter, as some site generators have it.
var titleKey = lazy(`(?i)^(?:title|titel|titre|título|titolo)\s*:\s+(\S.{3,300})$`)

var subject = lazy(`(?i)^(?:subject|re|betreff|betrifft|objet|asunto|assunto|oggetto|onderwerp)\s*:\s+(\S.{4,200})$`)

var titleNoun = lazy(`(?i)\b(letter|statement|declaration|petition|appeal|manifesto|brief|erklärung|stellungnahme|aufruf|appell|lettre|déclaration|appel|carta|declaración|comunicado|manifiesto|lettera|appello)\b`)

func (d *document) titleLike(i int) bool {
	p := &d.pieces[i]
	t := p.text()
	words := wordCount(t)
	shouts := t == strings.ToUpper(t) // a headline in capitals over several lines
	if len(p.lines) > 2 && !(shouts && len(p.lines) < 5) || words < 2 || words > 30 || len(t) > 220 || i+1 == len(d.pieces) {
		return false
	}
	if len(p.lines) == 2 && words < 8 && !titleNoun.MatchString(t) {
		return false
	}
	if c := cueOf(&p.lines[0]); c != noCue && !titleNoun.MatchString(t) || greeting.MatchString(t) || dateCue.MatchString(t) && words < 9 && len(findDates(t, d.language)) > 0 || looksLikeAddress(t) {
		return false
	}
	if f := findDates(t, d.language); len(f) > 0 && words < 6 {
		return false
	}
	last := t[len(t)-1]
	if last == '.' || last == ',' || last == ';' || last == ':' && !titleNoun.MatchString(t) {
		return false
	}
	return words >= 4 || titleNoun.MatchString(t)
}
