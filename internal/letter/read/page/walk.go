package page

import (
	"bytes"
	"html"
	"unicode"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// maxDepth bounds the stack of open elements; what is nested deeper is read as text of the deepest.
const maxDepth = 256

// maxRegions bounds how deep regions of a site are nested; deeper ones are content.
const maxRegions = 6

// element is an open element.
type element struct {
	tag    atom.Atom
	as     atom.Atom // the part of a table that it plays
	id     int       // of this one element
	class  string    // as it is written
	at     int       // bytes of the line being read before it
	chars  int       // and characters
	noted  int       // pictures with names before it
	label  string    // what it says to those who hear the page
	button bool
	inputs int // of a form: fields before it
	skip   bool
	hidden bool
	pre    bool
	bold   bool
	struck bool
	size   float64 // of its type, where it says one
	region region
	said   bool
	note   bool
	title  string // of a link
	href   string
	named  bool
	start  int // lines before it
	items  int // of a list: those begun; of an item: lines printed
	number int // of a numbered list: the next number; 0 for bullets
	table  *htmlTable
	alts   []namedPicture // of an item: pictures in it
	kinds  []byte         // of a definition list: what each of its lines is
}

// htmlWalker makes lines of tokens.
type htmlWalker struct {
	ask     medium.Words
	lines   []document.Line
	number  int // of the source line
	stack   []element
	skip    int // open elements whose text is none of the page's
	pre     int
	bold    int
	struck  int
	links   int
	lists   int
	regions int
	said    int
	notes   int
	named   int
	buttons int
	forms   int
	ids     int // elements begun
	inputs  int // fields to fill in

	buf               []byte // the text of the line being read
	at                int    // its source line
	chars             int
	boldChars         int
	lineSize          float64 // the smallest type in it
	site              siteLinks
	programs          []document.Data
	programBytes      int
	apart             bool     // a paragraph in a cell has begun
	menus             []string // where the links lead that menus hold
	struckChars       int
	linkChars         int
	nameChars         int
	buttonChars       int
	runs              []inlineRun // elements within the line being read
	cards             []card
	fields            map[string]bool // kinds of elements that are fields of a line
	fieldTimes        map[string]int
	linkTimes         map[string]int
	nameEnded         bool // an element of a name has just ended
	sup               int  // where a superscript began in buf; -1
	gap               int
	pictures          []namedPicture
	shown             []shown
	noted             int         // pictures with names
	marks             []lineMarks // of each line
	raw               atom.Atom   // the element whose raw text follows
	rawLD             bool
	component         bool // a component's file: its template is the page
	title, ogTitle    string
	published, dateBy string
	language          string
	h1                int
}

// lineMarks is what the markup says about a line that no later stage need know.
type lineMarks struct {
	bold, link, button bool
	name               bool     // the first of several fields
	apart              bool     // a paragraph in a cell, which is none where the table only sets the page
	size               float64  // 0: it is no text
	menu               []string // where it leads within the site, where it is nothing but links
}

func newHTMLWalker(first int, component bool, ask medium.Words) *htmlWalker {
	return &htmlWalker{ask: ask, number: first, sup: -1, component: component}
}

// text reads a token of text.
func (w *htmlWalker) text(z *xhtml.Tokenizer) {
	if w.raw != 0 {
		w.rawText(string(z.Text()))
		return
	}
	if w.skip > 0 {
		return
	}
	raw := z.Raw()
	if w.pre > 0 {
		at := w.number
		for i, part := range bytes.Split(raw, newline) {
			if i > 0 {
				w.breakLine()
			}
			w.add(part, at+i)
		}
		return
	}
	at := w.number
	if len(w.buf) == 0 {
		lead := len(raw) - len(bytes.TrimLeft(raw, " \t\n\f"))
		at += bytes.Count(raw[:lead], newline)
	}
	w.add(raw, at)
}

func (w *htmlWalker) add(raw []byte, at int) {
	blank := len(bytes.TrimSpace(raw)) == 0
	if w.nameEnded && !blank {
		if w.nameEnded = false; !bytes.ContainsRune([]byte(",;.:()-"), rune(bytes.TrimSpace(raw)[0])) {
			w.flush() // what follows a name in its own element is no part of it
		}
	}
	if len(w.buf) == 0 {
		if blank && w.pre == 0 {
			return
		}
		w.at = at
	}
	s := string(raw)
	if bytes.IndexByte(raw, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if !blank {
		n := 0
		for _, r := range s {
			if !unicode.IsSpace(r) {
				n++
			}
		}
		if size := w.size(); w.chars == 0 || size < w.lineSize {
			w.lineSize = size
		}
		w.chars += n
		if w.bold > 0 {
			w.boldChars += n
		}
		if w.struck > 0 {
			w.struckChars += n
		}
		if w.links > 0 {
			w.linkChars += n
			if a := w.open(atom.A); a != nil && a.href != "" {
				w.site.chars += n
				if k := len(w.site.targets); k == 0 || w.site.targets[k-1] != a.href {
					w.site.targets = append(w.site.targets, a.href)
				}
			}
		}
		if w.named > 0 {
			w.nameChars += n
		}
		if w.buttons > 0 {
			w.buttonChars += n
		}
	}
	w.buf = append(w.buf, s...)
}

// breakLine ends the line being read, as <br> does; an empty one is a gap.
func (w *htmlWalker) breakLine() {
	if !w.flush() {
		w.gap++
	}
}

// block ends the line and, where paragraph says so, sets a gap to what follows.
func (w *htmlWalker) block(paragraph bool) {
	w.flush()
	if paragraph {
		w.gap = max(w.gap, 1)
	}
}

// flush prints the line being read and reports whether there was one.
func (w *htmlWalker) flush() bool {
	if rule.Off("page.htmlWalker.flush") {
		return false
	}
	w.sup = -1
	if parts := w.separate(); parts != nil {
		w.flushEach(parts, false)
		return true
	}
	if key, parts := w.fieldSeams(); key != "" {
		if w.countFields(key); w.fields[key] {
			w.flushEach(parts, false)
			if at := len(w.lines) - len(parts); at >= 0 {
				w.marks[at].name = true
			}
			return true
		}
	}
	if parts := w.classedFields(); parts != nil {
		w.flushEach(parts, true)
		return true
	}
	first := len(w.runs) == 1 && w.fields[w.runs[0].kind]
	t, lead := "", w.lead()
	if len(w.buf) > 0 {
		t = text.Trim(shortcodes(text.Collapse(w.buf)))
	}
	chars, bold, struck, link, menu := w.chars, w.boldChars, w.struckChars, w.linkChars, w.menuOf(t)
	w.buf = w.buf[:0]
	defer func() {
		w.chars, w.boldChars, w.struckChars, w.linkChars, w.nameChars, w.buttonChars, w.runs, w.site = 0, 0, 0, 0, 0, 0, w.runs[:0], siteLinks{}
	}()
	if t == "" || text.IsRule(t) {
		return false
	}
	w.printPictures()
	l := document.Line{Number: w.at, Text: t, Lead: lead, Gap: w.gap, Struck: struck > 0 && 10*struck >= 9*chars, Said: w.said > 0, Note: w.notes > 0, Named: w.nameChars > 0 && 2*w.nameChars >= chars}
	w.gap = 0
	m := lineMarks{name: first, bold: bold == chars, link: link == chars, button: w.buttonChars == chars, size: w.lineSize, menu: menu, apart: w.apart}
	w.apart = false
	l.Link, l.Bold = m.link, m.bold
	w.place(&l, m)
	return true
}

func (w *htmlWalker) open(tag atom.Atom) *element {
	for i := len(w.stack) - 1; i >= 0; i-- {
		if w.stack[i].tag == tag {
			return &w.stack[i]
		}
	}
	return nil
}
