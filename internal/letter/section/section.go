package section

import (
	"strings"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// origin says why a block of lines is taken to be signatories.
type origin uint8

const (
	Announced  origin = iota // a heading or sentence says so
	AfterGreet               // it follows "Sincerely,"
	Trailing                 // it ends a letter, unannounced
	Repeated                 // it prints again what another block prints
	Letterhead               // it stands above the greeting
	Sentence                 // a sentence names them
	Shape                    // it looks like a list of signatories
)

// String names the origin.
func (o origin) String() string {
	return [...]string{"announced", "after the greeting", "at the end", "printed again", "letterhead", "sentence", "shape"}[o]
}

// Words says the origin in a sentence.
func (o origin) Words() string {
	return [...]string{"a heading or sentence announces it", "it follows the sign-off", "it ends a letter, and nothing announces it", "it prints again what another list prints", "it stands above the greeting, as a letterhead does",
		"a sentence names it", "nothing announces it; its lines are shaped like a list of signatories"}[o]
}

// Company says who the signatories of a block are, where a heading tells.
type Company uint8

const (
	Anyone Company = iota
	Organizations
	People
)

// Setting is what headings say about the lines below them.
type Setting struct {
	Origin  origin
	Company Company
	Country string
	Gone    bool // withdrawn signatures
}

// Block is a run of lines of signatories.
type Block struct {
	Lines []document.Line
	Sort  document.Sort
	List  bool   // names with separators between them
	One   bool   // its line is one of several that stand apart: one name each
	Name  string // it is this one name, cut out of its lines, with a second printing where there is one
	Again []document.Line
	Form  string
	Setting
	from origin // Trailing or Letterhead where the walk over headings passed it by
}

// finder walks the pieces of a document and collects the blocks of signatories.
type finder struct {
	doc       *about.Facts
	blocks    []Block
	left      []draft.LeftOut
	taken     map[int]bool // pieces that gave lines
	open      bool
	level     int              // of the heading that opened, or that stands above the line that opened; 0
	rank      int              // of the last heading that is marked as such; 0
	contact   *document.Piece  // its lines below the name are a contact
	copies    *document.Piece  // its lines below one that says who gets a copy
	prose     int              // running text since the last name
	outside   bool             // the last line stood in a margin of its page
	reach     int              // the piece that tells how to reach a name above it; 0
	marker    string           // of the section's first item
	countries map[lineKey]bool // lines that are countries above names
	heads     map[int]bool     // lines that were read as such, by place
	letters   map[lineKey]bool // lines that are letters of the alphabet above names
	told      bool             // the last name is a heading: what is said of it stands below
	fresh     bool             // nothing stands between what opened the section and this, but headings that are names
	ctx       Setting
	now       *Block
	marks     map[string]bool            // of footnotes, at names that were taken
	proposes  origin                     // of a finder that goes on where the walk ended
	unnamed   bool                       // a placeholder stands where names are announced: a draft or a form
	over      map[int]origin             // lines, by place, of what nothing announces
	aside     map[origin][]draft.LeftOut // and what was left out there
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

// running handles running text: it may announce a list, hold one, or end the section.
func (f *finder) running(i int, p *document.Piece) {
	t := p.Text()
	last := &p.Lines[len(p.Lines)-1]
	if c := cue.Of(last); len(p.Lines) > 1 && (c == cue.Opens || c == cue.SignOff) {
		f.begin(f.settingOf(c, last.Text), 0) // "... .\nSincerely,"
		return
	}
	if cue.LeadIn(t) && f.sponsors(t) {
		f.open = false
		return
	}
	if cue.LeadIn(t) {
		f.begin(f.settingOf(cue.Opens, t), 0)
		return
	}
	if k := leadWithin(p); k >= 0 {
		f.begin(f.settingOf(cue.Of(&p.Lines[k]), p.Lines[k].Text), 0)
		f.now = &Block{Sort: document.Plain, Setting: f.ctx, Lines: p.Lines[k+1:]}
		f.flush()
		return
	}
	if !f.open {
		return
	}
	if f.told {
		for k := range p.Lines {
			leaveOut(&f.left, &p.Lines[k], "what is said of a name")
		}
		return
	}
	if tellsOfOthers(t) {
		leaveOut(&f.left, &p.Lines[0], "names others than signatories")
		f.open = false
		return
	}
	if leadsAside(&document.Line{Text: t}) {
		f.open = false // a list of others
		return
	}
	if lead := strings.IndexByte(t, '.'); phrase.IsNameList(t) && (lead < 0 || lead > len(t)/2 || marksDivide(t)) || phrase.Parted(t) {
		f.now = &Block{Sort: document.Plain, Setting: f.ctx, Lines: p.Lines}
		f.flush()
		return
	}
	if f.described(i) {
		return
	}
	if f.prose++; f.prose > 1 || f.leftBehind(i) {
		f.open = false
		return
	}
	for k := range p.Lines {
		leaveOut(&f.left, &p.Lines[k], runningText)
	}
}

func (f *finder) settingOf(c cue.Cue, s string) Setting {
	ctx := Setting{Origin: Announced}
	if c == cue.SignOff {
		ctx.Origin = AfterGreet
	}
	folded := text.FoldLine(s)
	org, person := AboutOrgs.MatchString(folded) || cue.EndsFollowing(folded), AboutPeople.MatchString(folded)
	if t := cue.TopicsAbroad(s); t != 0 {
		org, person = org || t&cue.AboutGroups != 0, person || t&cue.AboutPersons != 0
	}
	switch {
	case org && !person:
		ctx.Company = Organizations
	case cue.Remark.Match(folded):
		ctx.Company = People // only persons have affiliations
	case person && !org:
		ctx.Company = People
	}
	return ctx
}

// Copied finds lines that say who gets a copy.
var Copied = text.Lazy("section.Copied", `^(?i:b?cc|c\.c\.|copy to|copies to|kopie an|in kopie|nachrichtlich|copie à|copies? à|con copia a|com cópia(?: para)?|kopia till|kopi til|kopie aan|p\.? ?c\.? c|per conoscenza) ?: `)

// Words of a heading or sentence that say who signs below it: organizations (AboutOrgs), persons (AboutPeople).
var (
	AboutOrgs   = lexicon.Pattern("section.AboutOrgs", `\b{organization lead}\b`)
	AboutPeople = text.Lazy("section.AboutPeople", `\b(individuals?|persons|people|citizens|academics|scholars|experts|researchers|professors|scientists|einzelpersonen|personen|personnalités|individus|titre (individuel|personnel)|personas|personalidades)\b`)
)

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
	if f.letters[keyOf(l)] {
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
	if country := strings.TrimRight(l.Text, ":： "); l.Sort == document.Plain && (f.countries[keyOf(l)] || (k == 0 || f.now == nil) && len(p.Lines) > k+1 && lexicon.IsPlace(country) && p.Lines[k+1].Gap == 0 && !lexicon.IsPlace(p.Lines[k+1].Text)) {
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

func (f *finder) add(i int, l document.Line) {
	if l.Sort == document.Plain {
		if marker, rest := document.CutMarker(l.Text); marker != "" && rest != "" && strings.ContainsAny(marker, document.Bullets) {
			l.Sort, l.Marker, l.Text = document.Item, marker, rest // one item alone is one, too, where names stand
		}
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
