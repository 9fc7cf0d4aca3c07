package section

import (
	"strings"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/text"
)

// finder walks the pieces of a document and collects the blocks of signatories.
type finder struct {
	doc       *about.Facts
	blocks    []Block
	left      []draft.LeftOut
	taken     map[int]bool // pieces that gave lines
	open      bool
	level     int             // of the heading that opened, or that stands above the line that opened; 0
	rank      int             // of the last heading that is marked as such; 0
	contact   *document.Piece // its lines below the name are a contact
	copies    *document.Piece // its lines below one that says who gets a copy
	prose     int             // running text since the last name
	outside   bool            // the last line stood in a margin of its page
	reach     int             // the piece that tells how to reach a name above it; 0
	marker    string          // of the section's first item
	countries map[int]bool    // lines that are countries above names
	heads     map[int]bool    // lines that were read as such, by place
	letters   map[int]bool    // lines that are letters of the alphabet above names
	told      bool            // the last name is a heading: what is said of it stands below
	fresh     bool            // nothing stands between what opened the section and this, but headings that are names
	ctx       Setting
	now       *Block
	marks     map[string]bool            // of footnotes, at names that were taken
	proposes  origin                     // of a finder that goes on where the walk ended
	unnamed   bool                       // a placeholder stands where names are announced: a draft or a form
	over      map[int]origin             // lines, by place, of what nothing announces
	aside     map[origin][]draft.LeftOut // and what was left out there
	read      []way                      // of a brief
}

// runningText is why a paragraph within a section is left out.
const runningText = "running text, not a name"

func leaveOut(out *[]draft.LeftOut, l *document.Line, why string) {
	*out = append(*out, draft.LeftOut{Line: l.Number, Place: l.Place, Text: l.Text, Why: why})
}

// footMark finds the mark of a footnote at the end of a name: "River Watch [2]".
var footMark = text.Lazy("section.footMark", `\S ?([\[(]\d{1,2}[\])])$`)

func footMarkOf(t string) []string {
	if !strings.HasSuffix(t, ")") && !strings.HasSuffix(t, "]") {
		return nil
	}
	return footMark.FindStringSubmatch(t)
}

// walk finds blocks by what headings and sentences say, in the order of the document. Where nothing announces them, a letter's last
// lines below its text are taken if they are names.
func walk(d *about.Facts) *finder {
	f := &finder{doc: d, taken: map[int]bool{}, letters: lettersOf(d), countries: countriesAbove(d), heads: map[int]bool{}, over: map[int]origin{}, aside: map[origin][]draft.LeftOut{}}
	if isBrief(f.doc) {
		f.brief()
		return f
	}
	f.front()
	for i := range d.Pieces {
		f.piece(i)
	}
	f.flush()
	f.repeatedBlocks()
	f.repeats(f.blocks, Announced)
	f.unannounced()
	return f
}

func (f *finder) flush() {
	if f.now != nil && len(f.now.Lines) > 0 {
		f.blocks = append(f.blocks, *f.now)
		f.prose = 0
	}
	f.now = nil
}

func (f *finder) begin(ctx Setting, level int) {
	f.flush()
	if level == 0 {
		level = f.rank // a heading of the same rank ends the list
	}
	f.open, f.ctx, f.level, f.prose, f.marker, f.fresh, f.told = true, ctx, level, 0, "", true, false
}

func (f *finder) piece(i int) {
	p := &f.doc.Pieces[i]
	if f.markup(i, p) {
		return
	}
	if i == f.doc.Salutation {
		f.flush()
		f.open = false
		return
	}
	if p.Prose && p.Sort == document.Plain && !verbAnnounces(p) {
		f.flush()
		f.running(i, p)
		return
	}
	f.flush()
	if f.open && areViews(p) {
		for k := range p.Lines {
			leaveOut(&f.left, &p.Lines[k], "leads to another view of the list")
		}
		f.open = f.open && (f.ctx.Origin != Announced || len(f.blocks) > 0)
		return
	}
	for k := range p.Lines {
		f.line(i, p, k)
	}
	f.flush()
}

func (f *finder) add(i int, l document.Line) {
	if l.Sort == document.Plain {
		if marker, rest := document.CutMarker(l.Text); marker != "" && rest != "" && strings.ContainsAny(marker, document.Bullets) {
			l.Sort, l.Marker, l.Text = document.Item, marker, rest // one item alone is one, too, where names stand
		}
	}
	if f.now != nil && l.Sort == document.Plain && l.Page == f.now.Lines[len(f.now.Lines)-1].Page && !document.Adjoin(f.now.Lines, []document.Line{l}) {
		f.flush() // a remark that was left out ended what stands above it; a footnote at the end of a page may not have
	}
	if f.now == nil || f.now.Sort != l.Sort && !(f.now.Sort == document.Item && l.Sort == document.Plain) {
		f.flush()
		f.now = &Block{Sort: l.Sort, Setting: f.ctx}
	}
	f.fresh = false
	f.now.Lines = append(f.now.Lines, l)
	if m := footMarkOf(l.Text); m != nil {
		if f.marks == nil {
			f.marks = map[string]bool{}
		}
		f.marks[m[1]] = true
	}
	f.taken[i] = true
	if f.marker == "" && l.Sort == document.Item {
		f.marker = l.Marker
	}
}
