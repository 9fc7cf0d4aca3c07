package office

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Media are office documents. What other ZIP files are, ZIP says.
var Media = []medium.Medium{docxMedium, odtMedium, rtfMedium}

// flow collects the paragraphs of an office document as lines. Such documents have no lines of their own: a line's number is
// that of its paragraph, counted from 1 in the order of reading, with empty ones and those in tables. Pages are unknown, since
// each program breaks them as it likes. Headers, footers, comments, notes and deletions are set aside: they are left out aloud.
type flow struct {
	ctx    context.Context
	name   string
	limits medium.Limits
	ask    medium.Words
	number int // paragraphs begun
	gap    int
	lines  []document.Line
	bold   []bool // for each line: it is all in bold
	later  *flow  // text boxes of the paragraph that is read: they come after it
	aside  *[]draft.LeftOut
}

func newFlow(ctx context.Context, s medium.Source) *flow {
	return &flow{ctx: ctx, name: s.Name, limits: s.Limits, ask: s.Ask, aside: &[]draft.LeftOut{}}
}

// leaveOut sets text aside that is no part of the letter's: line is the paragraph where its mark stands, 0 where it has no place.
func (f *flow) leaveOut(line int, s, why string) {
	if s = text.OneLine(text.CleanText(s)); s != "" && len(*f.aside) < f.limits.Lines {
		*f.aside = append(*f.aside, draft.LeftOut{Line: line, Text: s, Why: why})
	}
}

// article says of a note that it is one.
var article = map[string]string{"footnote": "a footnote", "endnote": "an endnote", "comment": "a comment"}

// paragraph is what a reader learnt about a paragraph.
type paragraph struct {
	text         strings.Builder
	number       int
	level        int // of a heading; 0 for none
	marker       string
	depth        int // of a list
	indent       int
	bold, struck int // bytes of text set so
	shown        int // bytes that are no blanks
}

// begin starts a paragraph.
func (f *flow) begin() (*paragraph, error) {
	if f.number++; f.number > f.limits.Lines {
		return nil, graph.Errorf(graph.TooLarge, "%s has more than %d paragraphs: split it, or raise the limit", f.name, f.limits.Lines)
	}
	if f.number&0xff == 0 && f.ctx.Err() != nil {
		return nil, medium.Cancelled(f.ctx, f.name)
	}
	return &paragraph{number: f.number}, nil
}

// write adds text to a paragraph.
func (p *paragraph) write(text string, bold, struck bool) {
	n := len(text) - strings.Count(text, " ")
	p.shown += n
	if bold {
		p.bold += n
	}
	if struck {
		p.struck += n
	}
	p.text.WriteString(text)
}

// picture adds a picture's description, on a line of its own.
func (p *paragraph) picture(alt string) {
	if t := p.text.String(); t != "" && !strings.HasSuffix(t, "\n") {
		p.write("\n", false, false)
	}
	p.write(alt+"\n", false, false)
}

// end adds a paragraph to the lines: one for each line that its line breaks make.
func (f *flow) end(p *paragraph) {
	s := strings.TrimRight(text.CleanText(p.text.String()), " \n")
	first := true
	for part := range strings.SplitSeq(s, "\n") {
		l := document.Line{Number: p.number, Indent: p.indent + text.IndentOf(part), Text: text.Trim(part), Struck: p.shown > 0 && p.struck == p.shown}
		if l.Text == "" || text.IsRule(l.Text) {
			f.gap++
			continue
		}
		switch {
		case p.level > 0:
			l.Sort, l.Level = document.Heading, p.level
		case p.marker != "" && first:
			l.Sort, l.Marker, l.Level = document.Item, p.marker, p.depth
		case p.marker == "":
			if marker, rest := document.CutMarker(l.Text); marker != "" && rest != "" {
				l.Sort, l.Marker, l.Text = document.Item, marker, rest
			}
		}
		f.add(l, p.shown > 0 && p.bold == p.shown)
		first = false
	}
}

// add adds a line. Paragraphs of running text stand apart from their neighbours; short ones, such as names, stand together
// until an empty one comes.
func (f *flow) add(l document.Line, bold bool) {
	if last := len(f.lines) - 1; last >= 0 && f.gap == 0 && f.lines[last].Number != l.Number && f.lines[last].Sort == document.Plain && l.Sort == document.Plain &&
		(f.ask.Sentence(l.Text) || f.ask.Sentence(f.lines[last].Text)) {
		f.gap = 1
	}
	l.Gap, f.gap = f.gap, 0
	f.lines = append(f.lines, l)
	f.bold = append(f.bold, bold)
}

// box returns the flow that a text box within the paragraph being read writes to.
func (f *flow) box() *flow {
	if f.later == nil {
		f.later = &flow{ctx: f.ctx, name: f.name, limits: f.limits, ask: f.ask, aside: f.aside}
	}
	f.later.number = f.number
	f.later.gap = 1
	return f.later
}

// flush adds the text boxes that were read within a paragraph.
func (f *flow) flush() {
	boxes := f.later
	if boxes == nil {
		return
	}
	f.later = nil
	for i, l := range boxes.lines {
		f.gap = l.Gap
		f.add(l, boxes.bold[i])
	}
	f.number, f.gap = max(f.number, boxes.number), 1
}

// done returns the lines. A short paragraph all in bold is a heading, unless bold is what its neighbours are set in, too.
func (f *flow) done() []document.Line {
	for i := 0; i < len(f.lines); {
		if !f.bold[i] || f.lines[i].Sort != document.Plain {
			i++
			continue
		}
		to := i
		for to < len(f.lines) && f.bold[to] && f.lines[to].Sort == document.Plain {
			to++
		}
		for k := i; k < to && to-i < 3; k++ {
			if l := &f.lines[k]; text.WordCount(l.Text) <= 20 && !strings.Contains(l.Text, "\t") {
				l.Sort, l.Level = document.Heading, 7 // as a line in bold of Markdown
			}
		}
		i = to
	}
	f.part()
	return document.DropLoneMarkers(f.lines)
}

// part sets paragraphs apart that stand together where some have lines of their own, by breaks: each is an entry then, and its lines are parts of it.
func (f *flow) part() {
	if rule.Off("office.flow.part") {
		return
	}
	for i := 0; i < len(f.lines); {
		to, paragraphs, several, most, n := i+1, 1, 0, 1, 1
		broken := false // by sentences that are lines of entries
		for ; to < len(f.lines) && f.lines[to].Sort == document.Plain && f.lines[i].Sort == document.Plain; to++ {
			if f.lines[to].Gap > 0 {
				if f.lines[to].Gap > 1 || !f.ask.Sentence(f.lines[to].Text) && !f.ask.Sentence(f.lines[to-1].Text) {
					break
				}
				broken = true
			}
			if f.lines[to].Number != f.lines[to-1].Number {
				paragraphs, n = paragraphs+1, 1
			} else if n++; n == 2 {
				several++
			}
			most = max(most, n)
		}
		if paragraphs >= 3 && most <= longestPart && (several > 0 && !broken || 2*several > paragraphs) {
			for k := i + 1; k < to; k++ {
				if f.lines[k].Number != f.lines[k-1].Number {
					f.lines[k].Gap = 1
				}
			}
		}
		i = to
	}
}

// longestPart is how many lines an entry has: more are a list with a break after each.
const longestPart = 4

// paper makes the document. title is what its properties say: templates and older letters leave theirs behind, so it counts
// only where the document prints it. Dates of properties are those of the file, not of the letter, and are not used.
func (f *flow) paper(title string) *document.Document {
	p := &document.Document{Lines: f.done(), Aside: *f.aside}
	if title = text.Trim(title); text.WordCount(title) > 1 && slices.ContainsFunc(f.lines[:min(len(f.lines), 30)], func(l document.Line) bool { return graph.Fold(l.Text) == graph.Fold(title) }) {
		p.Meta.Title = title
	}
	return p
}

// altText returns what a picture's description says, "" where a program wrote it or where it is the name of a file.
func altText(s string) string {
	s = text.Trim(strings.Join(strings.Fields(text.CleanText(s)), " "))
	lower := strings.ToLower(s)
	if madeByProgram.In(lower) || strings.Contains(lower, "http://") || strings.Contains(lower, "https://") ||
		utf8.RuneCountInString(s) > 120 || PictureName.MatchString(lower) {
		return ""
	}
	return s
}

var madeByProgram = lexicon.PartsOf("{furniture made-by-program}")

// PictureName is a picture's description that a program wrote, or the name of a file.
var PictureName = lexicon.Pattern("office.PictureName", `(?i)^{pattern picture-named} ?\d*$|\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?|webp)$`)

// isNoteMark reports whether superscript text is the mark of a note: "1", "2,3", "*". Ordinals ("st", "e") are part of the text.
func isNoteMark(s string) bool {
	if rule.Off("office.isNoteMark") {
		return false
	}
	s = text.Trim(s)
	return s != "" && strings.Trim(s, "0123456789,*†‡§ []()") == ""
}
