package letter

import "strings"

// origin says why a block of lines is taken to be signatories.
type origin uint8

const (
	announced  origin = iota // a heading or sentence says so
	afterGreet               // it follows "Sincerely,"
	trailing                 // it ends a letter, unannounced
	repeated                 // it prints again what another block prints
	letterhead               // it stands above the greeting
	sentence                 // a sentence names them
)

// company says who the signatories of a block are, where a heading tells.
type company uint8

const (
	anyone company = iota
	organizations
	people
)

// setting is what headings say about the lines below them.
type setting struct {
	origin  origin
	company company
	country string
	gone    bool // withdrawn signatures
}

// block is a run of lines of signatories.
type block struct {
	lines []line
	sort  sort
	list  bool // names with separators between them
	one   bool // its line is one of several that stand apart: one name each
	setting
}

// finder walks the pieces of a document and collects the blocks of signatories.
type finder struct {
	doc     *document
	blocks  []block
	left    []LeftOut
	taken   map[int]bool // pieces that gave lines
	open    bool
	level   int    // of the heading that opened, or that stands above the line that opened; 0
	rank    int    // of the last heading that is marked as such; 0
	contact *piece // its lines below the name are a contact
	prose   int    // running text since the last name
	outside bool   // the last line stood in a margin of its page
	reach   int    // the piece that tells how to reach a name above it; 0
	marker  string // of the section's first item
	ctx     setting
	now     *block
	marks   map[string]bool // of footnotes, at names that were taken
}

func leaveOut(out *[]LeftOut, l *line, why string) {
	*out = append(*out, LeftOut{Line: l.number, Text: l.text, Why: why})
}

// footMark finds the mark of a footnote at the end of a name: "River Watch [2]".
var footMark = lazy(`\S ?([\[(]\d{1,2}[\])])$`)

func footMarkOf(t string) []string {
	if !strings.HasSuffix(t, ")") && !strings.HasSuffix(t, "]") {
		return nil
	}
	return footMark.FindStringSubmatch(t)
}

// findBlocks finds the signatories' blocks, in the order of the document. Where nothing announces them, a letter's last
// lines below its text are taken if they are names.
func findBlocks(d *document) ([]block, []LeftOut) {
	f := &finder{doc: d, taken: map[int]bool{}}
	for i := range d.pieces {
		f.piece(i)
	}
	f.flush()
	f.logoWall()
	f.trailing()
	f.repeatedBlocks()
	f.repeats()
	f.letterhead()
	return f.blocks, f.left
}

func (f *finder) flush() {
	if f.now != nil && len(f.now.lines) > 0 {
		f.blocks = append(f.blocks, *f.now)
		f.prose = 0
	}
	f.now = nil
}

func (f *finder) begin(ctx setting, level int) {
	f.flush()
	if level == 0 {
		level = f.rank // a heading of the same rank ends the list
	}
	f.open, f.ctx, f.level, f.prose, f.marker = true, ctx, level, 0, ""
}

func (f *finder) piece(i int) {
	p := &f.doc.pieces[i]
	if f.markup(i, p) {
		return
	}
	if i == f.doc.salutation {
		f.flush()
		f.open = false
		return
	}
	if p.prose && p.sort == plain {
		f.flush()
		f.running(p)
		return
	}
	f.flush()
	for k := range p.lines {
		f.line(i, p, k)
	}
	f.flush()
}

// running handles running text: it may announce a list, hold one, or end the section.
func (f *finder) running(p *piece) {
	t := p.text()
	last := &p.lines[len(p.lines)-1]
	if c := cueOf(last); len(p.lines) > 1 && (c == opens || c == signOff) {
		f.begin(f.settingOf(c, last.text), 0) // "... .\nSincerely,"
		return
	}
	if leadIn(t) {
		f.begin(f.settingOf(opens, t), 0)
		return
	}
	if !f.open {
		return
	}
	if lead := strings.IndexByte(t, '.'); isNameList(t) && (lead < 0 || lead > len(t)/2) {
		f.now = &block{sort: plain, setting: f.ctx, lines: p.lines}
		f.flush()
		return
	}
	if f.described(p) {
		return
	}
	if f.prose++; f.prose > 1 {
		f.open = false
		return
	}
	for k := range p.lines {
		leaveOut(&f.left, &p.lines[k], "running text, not a name")
	}
}

func (f *finder) settingOf(c cue, text string) setting {
	ctx := setting{origin: announced}
	if c == signOff {
		ctx.origin = afterGreet
	}
	folded := foldLine(text)
	org, person := aboutOrgs.MatchString(folded), aboutPeople.MatchString(folded)
	switch {
	case org && !person:
		ctx.company = organizations
	case remark.match(folded):
		ctx.company = people // only persons have affiliations
	case person && !org:
		ctx.company = people
	}
	return ctx
}

var (
	aboutOrgs   = lazy(`\b(organi[sz]ations?|groups|companies|businesses|ngos|associations|unions|networks|coalitions|nonprofits|organisationen|verbände|organizaciones|entidades|entreprises)\b`)
	aboutPeople = lazy(`\b(individuals?|persons|people|citizens|academics|scholars|experts|researchers|professors|scientists|einzelpersonen|personen|personnalités|individus|titre (individuel|personnel)|personas|personalidades)\b`)
)

func (f *finder) line(i int, p *piece, k int) {
	l := &p.lines[k]
	if k > 0 && l.sign == follows && cueOf(&p.lines[k-1]) == signOff {
		return // "... nos salutations" goes on
	}
	if f.open && f.contact == p {
		leaveOut(&f.left, l, "a contact below a name")
		return
	}
	if l.sort == heading && l.level <= 6 {
		defer func() { f.rank = l.level }()
	}
	c := cueOf(l)
	if c == noCue && l.sort != item && leadIn(l.text) {
		c = opens
	}
	if i == f.doc.titlePiece && c != opens {
		return
	}
	if c == noCue || c == opens {
		if part, ok := f.labelled(l); ok {
			f.add(i, part)
			f.now.list = true
			f.flush()
			return
		}
		if c == opens && f.doc.kind == kindBrief && farewell.match(foldLine(l.text)) {
			return // counsel signs a brief, for others
		}
		if head, rest, ok := inlineLead(l.text); ok {
			f.begin(f.settingOf(opens, head), 0)
			part := *l
			part.text = rest
			f.add(i, part)
			f.now.list = true
			return
		}
	}
	if c == opens && !f.doc.addresses() && sponsored.MatchString(foldLine(l.text)) {
		c = closes // of an event, not of a letter
	}
	switch c {
	case opens:
		f.begin(f.settingOf(c, l.text), l.level)
		return
	case signOff:
		if f.doc.addresses() && f.doc.kind != kindBrief && (!f.open || f.ctx.origin != announced) {
			f.begin(f.settingOf(c, l.text), 0)
			return
		}
	case closes:
		if f.open && k > 0 && l.sort == plain && contactLine.MatchString(foldLine(l.text)) && f.doc.contactBlocks() {
			f.contact = p
			leaveOut(&f.left, l, "a contact below a name")
			return
		}
		if f.open && (l.sort == heading || k == 0 || f.ctx.origin != announced && endsList(l.text)) {
			f.flush()
			f.open = false
			return
		}
	case subNote:
		if f.open {
			leaveOut(&f.left, l, "a remark on the list")
			return
		}
	case subOrgs, subPeople, subOther, subGone:
		if f.subHeading(c, l, p, k) {
			return
		}
	}
	if !f.open {
		return
	}
	if l.sort == item && (l.marker == "*" || l.marker == "-") && f.marker != "" && f.marker != l.marker && strings.HasSuffix(l.text, ".") {
		leaveOut(&f.left, l, "a footnote")
		return
	}
	if l.sort == item && f.marks[l.marker] {
		leaveOut(&f.left, l, "a footnote")
		return
	}
	if l.sort == heading {
		f.heading(i, l)
		return
	}
	if strings.HasSuffix(l.text, ":") && l.sort == plain && len(p.lines) == 1 && i+1 < len(f.doc.pieces) && f.doc.pieces[i+1].prose && f.doc.pieces[i+1].sort == plain && wordCount(l.text) <= 9 && len(f.blocks) > 0 {
		f.flush()
		f.open = false // a label of what is told next
		return
	}
	if strings.HasSuffix(l.text, ":") && wordCount(l.text) > 0 && len(l.text) > 2 && l.sort == plain && (k+1 < len(p.lines) || i+1 < len(f.doc.pieces) && !f.doc.pieces[i+1].prose) && !isCountry(strings.TrimRight(l.text, ": ")) {
		f.flush()
		if org, ok := signsFor(l.text); ok && f.personsBelow(i, k) {
			f.add(i, cutLine(l, org))
			f.flush()
			f.ctx.company = people
			return
		}
		leaveOut(&f.left, l, "a heading within the list")
		return
	}
	if country := strings.TrimRight(l.text, ": "); l.sort == plain && k == 0 && len(p.lines) > 1 && isCountry(country) && p.lines[1].gap == 0 && !isCountry(p.lines[1].text) {
		f.flush()
		f.ctx.country = country
		return
	}
	f.add(i, *l)
}

func (f *finder) add(i int, l line) {
	if l.sort == plain {
		if marker, rest := cutMarker(l.text); marker != "" && rest != "" && strings.ContainsAny(marker, bullets) {
			l.sort, l.marker, l.text = item, marker, rest // one item alone is one, too, where names stand
		}
	}
	if f.now == nil || f.now.sort != l.sort && !(f.now.sort == item && l.sort == plain) {
		f.flush()
		f.now = &block{sort: l.sort, setting: f.ctx}
	}
	f.now.lines = append(f.now.lines, l)
	if m := footMarkOf(l.text); m != nil {
		if f.marks == nil {
			f.marks = map[string]bool{}
		}
		f.marks[m[1]] = true
	}
	f.taken[i] = true
	if f.marker == "" && l.sort == item {
		f.marker = l.marker
	}
}
