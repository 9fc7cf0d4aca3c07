package markdown

import (
	"cmp"
	"context"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/page"
	"undersigned/internal/letter/read/plain"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Medium is Markdown.
var Medium = medium.Medium{Name: "markdown", Extensions: []string{"md", "markdown", "mdown", "mkd", "mdx"}, Read: readMarkdown}

// readMarkdown reads Markdown for its text: headings, lists, tables and front matter are kept as such; emphasis, addresses of
// links, HTML tags, comments and code are dropped. It is no renderer: every text line keeps the number of its source line.
func readMarkdown(ctx context.Context, s medium.Source) (*document.Document, error) {
	printed, warnings := text.Decode(s.Name, s.Data)
	front, body, first, warning := plain.FrontMatter(printed)
	if warning != "" {
		warnings = append(warnings, s.Name+": "+warning)
	}
	d, err := readLines(ctx, s, body, first)
	if err != nil {
		return nil, err
	}
	d.Meta, d.Warnings, d.Data = front, warnings, plain.FrontData(printed, first)
	return d, nil
}

// readLines reads text whose lines are numbered from first.
func readLines(ctx context.Context, s medium.Source, body string, first int) (*document.Document, error) {
	name, limits := s.Name, s.Limits
	body = htmlComment.ReplaceAllStringFunc(body, func(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) })
	if text.Extension(name) == "mdx" {
		body = mdxCode.ReplaceAllStringFunc(body, func(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) })
	}
	body = brokenLink.ReplaceAllString(body, "$1 $2\n"+spent+"\n")
	r, grid := markdownReader{ask: s.Ask, labels: labelsOf(body)}, gridReader{}
	number, fence := first-1, ""
	for raw := range strings.SplitSeq(body, "\n") {
		number++
		if number&0xfff == 0 && ctx.Err() != nil {
			return nil, medium.Cancelled(ctx, name)
		}
		if number > limits.Lines {
			return nil, graph.Errorf(graph.TooLarge, "%s has more than %d lines: split it, or raise the limit", name, limits.Lines)
		}
		t := text.Trim(raw)
		if mark := fenceMark(t); mark != "" && (fence == "" || strings.HasPrefix(t, fence)) {
			if fence == "" {
				fence = mark
			} else {
				fence = ""
			}
			r.gap++
			continue
		}
		if fence != "" || raw == spent {
			continue
		}
		if r.markup(t, raw, number) || grid.line(t, number, &r) {
			continue
		}
		r.line(raw, number)
	}
	grid.flush(&r, false)
	r.endMarkup()
	r.pictures()
	r.repeatedLinks()
	return &document.Document{Lines: document.PartLeads(document.DropLoneMarkers(r.lines), s.Ask.Sentence)}, nil
}

// spent stands for a source line whose text went to the line above.
const spent = "\ue0ff"

// fenceMark returns the mark that begins or ends a block of code. A whole line of tildes is drawn, above and below headings.
func fenceMark(t string) string {
	if len(t) >= 12 && strings.Trim(t, "~") == "" {
		return ""
	}
	for _, m := range []string{"```", "~~~"} {
		if strings.HasPrefix(t, m) {
			return m
		}
	}
	return ""
}

// Each pattern is linear (RE2) and looks at one line, but for the comment.
var (
	htmlComment   = text.Lazy("markdown.htmlComment", `(?s)<!--.*?-->`)
	lineBreak     = text.Lazy("markdown.lineBreak", `(?i)<br\s*/?>|</(p|li|div|tr|h[1-6])>`)
	brokenLink    = text.Lazy("markdown.brokenLink", `(?m)^([^\n\[]*\[[^\[\]\n]+)\n[ \t]*([^\[\]\n]+\]\([^()\n]*\)[ \t]*)$\n`) // a link whose text goes over a line's end
	linkReference = text.Lazy("markdown.linkReference", `^\[[^\]]+\]:\s+\S+`)
	footnoteText  = text.Lazy("markdown.footnoteText", `^\[\^[^\]]+\]:`)
	attributes    = text.Lazy("markdown.attributes", `\{[:.#][^{}]*\}`)
	shortcode     = text.Lazy("markdown.shortcode", `\{\{[^{}]*\}\}|\{%[^%]*%\}`)
	setextRule    = text.Lazy("markdown.setextRule", `^(=+|-+)$`)
	tableRule     = text.Lazy("markdown.tableRule", `^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$`)
	boldLead      = text.Lazy("markdown.boldLead", `^((?:\*\*|__)(?:[^*_\n]|\\.)+(?:\*\*|__)) +\S`)
	wholeBold     = text.Lazy("markdown.wholeBold", `^(\*\*\*?|___?)([^*_]+)(\*\*\*?|___?):?$`)
)

type markdownReader struct {
	ask    medium.Words
	html   []string        // lines of a block of HTML that is being read
	htmlAt int             // its first source line; 0
	tag    string          // its element
	depth  int             // of such elements in it
	labels map[string]bool // of links whose address stands elsewhere
	lines  []document.Line
	gap    int
	table  bool // the line above was a table row
}

func (r *markdownReader) line(raw string, number int) {
	t := text.Trim(raw)
	if strings.HasPrefix(t, ":::") {
		t = "" // of Pandoc: a division begins or ends
	}
	t = titlesOfPictures(r.plainMarkup(t))
	if strings.HasPrefix(t, "|") || r.table && strings.Contains(t, "|") {
		r.one(raw, attributes.ReplaceAllString(shortcode.ReplaceAllString(t, ""), ""), number, false) // cells have lines of their own
		return
	}
	if strings.ContainsAny(t, "<{") {
		t = attributes.ReplaceAllString(shortcode.ReplaceAllString(control.ReplaceAllString(t, ""), ""), "")
		if strings.Contains(t, "<") {
			parts := lineBreak.Split(t)
			for i, part := range parts {
				if part = text.Trim(part); part != "" || len(parts) == 1 {
					r.one(raw, part, number, i > 0)
				}
			}
			return
		}
	}
	if all := pictureOrLink.FindAllStringSubmatch(t, -1); len(all) > 1 && text.Trim(pictureOrLink.ReplaceAllString(t, "")) == "" {
		for i, picture := range all { // a wall of logos
			r.one(raw, picture[0], number, i > 0)
		}
		return
	}
	r.one(raw, t, number, false)
}

func (r *markdownReader) one(raw, t string, number int, again bool) {
	quoted := false
	for strings.HasPrefix(t, ">") {
		t, quoted = text.Trim(t[1:]), true
	}
	if last := len(r.lines) - 1; last >= 0 && r.gap == 0 && !again && setextRule.MatchString(t) && r.lines[last].Sort == document.Plain && !quoted && (last == 0 || r.lines[last].Gap > 0) {
		r.lines[last].Sort, r.lines[last].Level = document.Heading, 2
		return
	}
	switch {
	case t == "", strings.HasPrefix(t, "--8<--"), text.IsRule(t) && !strings.Contains(t, "|"), linkReference.MatchString(t) && !footnoteText.MatchString(t):
		r.gap++
		r.table = false
		return
	case strings.Contains(t, "|") && tableRule.MatchString(t) && strings.Contains(t, "-"):
		if last := len(r.lines) - 1; last >= 0 && r.gap == 0 {
			r.lines[last].Header = true
			if r.lines[last].Sort == document.Plain {
				r.lines[last].Cells, r.lines[last].Sort = splitCells(r.lines[last].Text), document.Cells
			}
		}
		r.table = true
		return
	}
	l := document.Line{Number: number, Gap: r.gap, Indent: text.IndentOf(raw)}
	r.gap = 0
	switch {
	case strings.HasPrefix(t, "#"):
		mark := len(t) - len(strings.TrimLeft(t, "#"))
		if mark <= 6 && len(t) > mark && (t[mark] == ' ' || t[mark] == '\t') {
			l.Sort, l.Level, t = document.Heading, mark, text.Trim(strings.TrimRight(t, "#"))
			t = text.Trim(strings.TrimLeft(t, "#"))
		}
	case strings.HasPrefix(t, "|"), r.table && strings.Contains(t, "|"):
		l.Sort, r.table = document.Cells, true
		for _, c := range splitCells(t) {
			l.Cells = append(l.Cells, cellText(c))
		}
		l.Text = text.Trim(strings.ReplaceAll(strings.Join(l.Cells, " | "), "\n", " "))
		r.lines = append(r.lines, l)
		return
	default:
		r.table = false
		if definition, ok := strings.CutPrefix(t, ": "); ok && l.Gap == 0 && len(r.lines) > 0 {
			l.Below, l.Indent, t = true, 4, text.Trim(definition)
		}
		if wholeBold.MatchString(t) && !r.breaks(raw, t) {
			l.Sort, l.Level, l.Bold = document.Heading, 7, true
		} else if inner, ok := document.CutRules(t); ok {
			l.Sort, l.Level, t = document.Heading, 7, inner
		} else if marker, rest := document.CutMarker(t); marker != "" {
			l.Sort, l.Marker, t = document.Item, marker, rest
		}
	}
	if l.Sort == document.Item && contentsLink.MatchString(t) {
		r.gap = l.Gap + 1
		return
	}
	l.Link = wholeLink.MatchString(t)
	l.Bold = l.Bold || l.Sort != document.Heading && wholeBold.MatchString(t)
	l.Struck = strings.HasPrefix(t, "~~") && strings.HasSuffix(t, "~~") && len(t) > 4
	l.Picture = strings.HasPrefix(t, "![") && strings.HasSuffix(t, ")") || strings.HasPrefix(t, "[![")
	l.Text = plain.Inline(t)
	if m := boldLead.FindStringSubmatch(t); m != nil && l.Sort != document.Heading {
		l.Lead = plain.Inline(m[1])
	}
	if l.Picture {
		l.Text = page.PictureText(cmp.Or(text.Trim(plain.EmptyLink.ReplaceAllString(l.Text, "")), titleOfPicture(t)))
	}
	if strings.Contains(l.Text, "\u00a0") {
		l.Text = text.Collapse([]byte(l.Text))
	}
	if marker, rest := document.CutMarker(cmp.Or(l.Text, " ")); l.Sort == document.Plain && marker != "" && t[0] != '\\' && !l.Below {
		l.Sort, l.Marker, l.Text = document.Item, marker, rest // a blank or a number that was written as an entity
	}
	if l.Text == "" {
		r.gap = l.Gap + 1
		return
	}
	r.lines = append(r.lines, l)
}

// breaks reports whether a line in bold type ends with a break of the author's, so that the line below belongs to it: a name above what it is. What
// says something of the lines below is a heading all the same.
func (r *markdownReader) breaks(raw, t string) bool {
	if raw = strings.TrimRight(raw, "\r\n"); rule.Off("markdown.markdownReader.breaks") || !strings.HasSuffix(raw, "  ") && !strings.HasSuffix(raw, "\\") {
		return false
	}
	t = plain.Inline(t)
	return !strings.HasSuffix(t, ":") && r.ask != nil && !r.ask.Cue(&document.Line{Text: t, Sort: document.Heading})
}

// cellText is the text of a cell, line by line.
func cellText(c string) string {
	if !strings.Contains(c, "<") {
		return plain.Inline(c)
	}
	var lines []string
	for _, part := range lineBreak.Split(control.ReplaceAllString(c, "")) {
		if part = plain.Inline(part); part != "" {
			lines = append(lines, part)
		}
	}
	return strings.Join(lines, "\n")
}

func splitCells(t string) []string {
	t = strings.TrimSuffix(strings.TrimPrefix(t, "|"), "|")
	parts := strings.Split(strings.ReplaceAll(t, `\|`, "\x00"), "|")
	for i := range parts {
		parts[i] = text.Trim(strings.ReplaceAll(parts[i], "\x00", "|"))
	}
	return parts
}

// pictures drops the texts of pictures that stand right above a line of text, which names them.
func (r *markdownReader) pictures() {
	out := r.lines[:0]
	for i, l := range r.lines {
		if l.Picture && l.Sort == document.Plain && i+1 < len(r.lines) && r.lines[i+1].Gap == 0 && !r.lines[i+1].Picture && r.lines[i+1].Sort != document.Item {
			r.lines[i+1].Gap = max(1, l.Gap)
			continue
		}
		out = append(out, l)
	}
	r.lines = out
}
