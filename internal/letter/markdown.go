package letter

import (
	"context"
	"html"
	"strings"
	"unicode"

	"undersigned/graph"
)

var markdownMedium = medium{name: "markdown", extensions: []string{"md", "markdown", "mdown", "mkd", "mdx"}, read: readMarkdown}

// readMarkdown reads Markdown for its text: headings, lists, tables and front matter are kept as such; emphasis, addresses of
// links, HTML tags, comments and code are dropped. It is no renderer: every text line keeps the number of its source line.
func readMarkdown(ctx context.Context, s source) (*paper, error) {
	name, limits := s.name, s.limits
	text, warnings := decode(name, s.data)
	front, body, first, warning := frontMatter(text)
	if warning != "" {
		warnings = append(warnings, name+": "+warning)
	}
	body = htmlComment.ReplaceAllStringFunc(body, func(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) })
	body = brokenLink.ReplaceAllString(body, "$1 $2\n"+spent+"\n")
	r, grid := markdownReader{ask: s.ask}, gridReader{}
	number, fence := first-1, ""
	for raw := range strings.SplitSeq(body, "\n") {
		number++
		if number&0xfff == 0 && ctx.Err() != nil {
			return nil, cancelled(ctx, name)
		}
		if number > limits.Lines {
			return nil, graph.Errorf(graph.TooLarge, "%s has more than %d lines: split it, or raise the limit", name, limits.Lines)
		}
		t := trim(raw)
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
	return &paper{lines: dropLoneMarkers(r.lines), meta: front, warnings: warnings}, nil
}

// spent stands for a source line whose text went to the line above.
const spent = "\ue0ff"

func fenceMark(t string) string {
	for _, m := range []string{"```", "~~~"} {
		if strings.HasPrefix(t, m) {
			return m
		}
	}
	return ""
}

// Each pattern is linear (RE2) and looks at one line, but for the comment.
var (
	htmlComment   = lazy(`(?s)<!--.*?-->`)
	lineBreak     = lazy(`(?i)<br\s*/?>|</(p|li|div|tr|h[1-6])>`)
	htmlTag       = lazy(`</?[a-zA-Z][^<>]*>`)
	autolink      = lazy(`<(https?://[^<>\s]+|mailto:[^<>\s]+)>`)
	image         = lazy(`!\[([^\]]*)\]\([^)]*\)|!\[([^\]]*)\]\[[^\]]*\]`)
	link          = lazy(`\[([^\[\]]+)\]\(([^()]|\([^()]*\))*\)|\[([^\[\]]+)\]\[[^\]]*\]`)
	brokenLink    = lazy(`(?m)^([^\n\[]*\[[^\[\]\n]+)\n[ \t]*([^\[\]\n]+\]\([^()\n]*\)[ \t]*)$\n`) // a link whose text goes over a line's end
	emptyLink     = lazy(`\[\s*\]\([^)]*\)`)
	linkReference = lazy(`^\[[^\]]+\]:\s+\S+`)
	footnoteText  = lazy(`^\[\^[^\]]+\]:`)
	footnoteMark  = lazy(`\[\^[^\]]+\]`)
	attributes    = lazy(`\{:[^{}]*\}`)
	shortcode     = lazy(`\{\{[^{}]*\}\}|\{%[^%]*%\}`)
	setextRule    = lazy(`^(=+|-+)$`)
	tableRule     = lazy(`^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$`)
	escaped       = lazy("\\\\([\\\\`*_{}\\[\\]()#+.!|~>&-])")
	wholeBold     = lazy(`^(\*\*|__)([^*_]+)(\*\*|__):?$`)
)

type markdownReader struct {
	ask    words
	html   strings.Builder // a table in HTML that is being read
	htmlAt int             // its first source line; 0
	lines  []line
	gap    int
	table  bool // the line above was a table row
}

func (r *markdownReader) line(raw string, number int) {
	t := trim(raw)
	if strings.ContainsAny(t, "<{") {
		t = attributes.ReplaceAllString(shortcode.ReplaceAllString(t, ""), "")
		if strings.Contains(t, "<") {
			parts := lineBreak.Split(t)
			for i, part := range parts {
				if part = trim(part); part != "" || len(parts) == 1 {
					r.one(raw, part, number, i > 0)
				}
			}
			return
		}
	}
	r.one(raw, t, number, false)
}

func (r *markdownReader) one(raw, t string, number int, again bool) {
	quoted := false
	for strings.HasPrefix(t, ">") {
		t, quoted = trim(t[1:]), true
	}
	if last := len(r.lines) - 1; last >= 0 && r.gap == 0 && !again && setextRule.MatchString(t) && r.lines[last].sort == plain && !quoted && (last == 0 || r.lines[last].gap > 0) {
		r.lines[last].sort, r.lines[last].level = heading, 2
		return
	}
	switch {
	case t == "", isRule(t) && !strings.Contains(t, "|"), linkReference.MatchString(t) && !footnoteText.MatchString(t):
		r.gap++
		r.table = false
		return
	case strings.Contains(t, "|") && tableRule.MatchString(t) && strings.Contains(t, "-"):
		if last := len(r.lines) - 1; last >= 0 && r.gap == 0 {
			r.lines[last].header = true
			if r.lines[last].sort == plain {
				r.lines[last].cells, r.lines[last].sort = splitCells(r.lines[last].text), cells
			}
		}
		r.table = true
		return
	}
	l := line{number: number, gap: r.gap, indent: indentOf(raw)}
	r.gap = 0
	switch {
	case strings.HasPrefix(t, "#"):
		mark := len(t) - len(strings.TrimLeft(t, "#"))
		if mark <= 6 && len(t) > mark && (t[mark] == ' ' || t[mark] == '\t') {
			l.sort, l.level, t = heading, mark, trim(strings.TrimRight(t, "#"))
			t = trim(strings.TrimLeft(t, "#"))
		}
	case strings.HasPrefix(t, "|"), r.table && strings.Contains(t, "|"):
		l.sort, r.table = cells, true
		for _, c := range splitCells(t) {
			l.cells = append(l.cells, inline(c))
		}
		l.text = trim(strings.Join(l.cells, " | "))
		r.lines = append(r.lines, l)
		return
	default:
		r.table = false
		if m := wholeBold.FindStringSubmatch(t); m != nil {
			l.sort, l.level = heading, 7
		} else if marker, rest := cutMarker(t); marker != "" {
			l.sort, l.marker, t = item, marker, rest
		}
	}
	l.struck = strings.HasPrefix(t, "~~") && strings.HasSuffix(t, "~~") && len(t) > 4
	l.picture = strings.HasPrefix(t, "![") && strings.HasSuffix(t, ")") || strings.HasPrefix(t, "[![")
	if l.text = inline(t); l.text == "" {
		r.gap = l.gap + 1
		return
	}
	r.lines = append(r.lines, l)
}

func splitCells(t string) []string {
	t = strings.TrimSuffix(strings.TrimPrefix(t, "|"), "|")
	parts := strings.Split(strings.ReplaceAll(t, `\|`, "\x00"), "|")
	for i := range parts {
		parts[i] = trim(strings.ReplaceAll(parts[i], "\x00", "|"))
	}
	return parts
}

// inline drops the markup within a line and keeps its text.
func inline(t string) string {
	if !strings.ContainsAny(t, "\\`*_~[<&!") {
		return trim(t)
	}
	if strings.Contains(t, "[") {
		t = footnoteMark.ReplaceAllString(t, "")
		if without := image.ReplaceAllString(t, ""); strings.ContainsFunc(emptyLink.ReplaceAllString(without, ""), unicode.IsLetter) {
			t = without // a picture beside text repeats it
		} else {
			t = image.ReplaceAllString(t, "$1$2")
		}
		t = link.ReplaceAllString(t, "$1$3")
	}
	if strings.Contains(t, "<") {
		t = autolink.ReplaceAllString(t, "$1")
		t = htmlTag.ReplaceAllString(t, "")
	}
	if strings.Contains(t, `\`) {
		t = escaped.ReplaceAllStringFunc(t, func(s string) string { return string(rune(0xE000 + int(s[1]))) })
	}
	if len(t) < 1<<14 {
		t = dropEmphasis(t) // the cost grows with length times marks
	}
	t = strings.Map(func(r rune) rune {
		if r >= 0xE020 && r < 0xE080 {
			return r - 0xE000 // characters that a backslash kept from being markup
		}
		return r
	}, t)
	if strings.Contains(t, "&") {
		t = html.UnescapeString(t)
	}
	return trim(t)
}

// dropEmphasis takes paired *, **, _, __, ~~ and ` off. A mark without a partner stays, since "Name*" has a footnote, and so
// does an underscore within a word.
func dropEmphasis(t string) string {
	for _, mark := range []string{"***", "**", "__", "~~", "`", "*", "_"} {
		for from := 0; ; {
			open := strings.Index(t[from:], mark)
			if open < 0 {
				break
			}
			open += from
			inner := open + len(mark)
			n := strings.Index(t[inner:], mark)
			if n <= 0 || t[inner] == ' ' || t[inner+n-1] == ' ' || mark[0] == '_' && (wordBefore(t, open) || wordAfter(t, inner+n+len(mark))) {
				from = inner
				continue
			}
			t = t[:open] + t[inner:inner+n] + t[inner+n+len(mark):]
			from = open + n
		}
	}
	return t
}

func wordBefore(t string, i int) bool { return i > 0 && isWordByte(t[i-1]) }

func wordAfter(t string, i int) bool { return i < len(t) && isWordByte(t[i]) }

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// pictures drops the texts of pictures that stand right above a line of text, which names them.
func (r *markdownReader) pictures() {
	out := r.lines[:0]
	for i, l := range r.lines {
		if l.picture && l.sort == plain && i+1 < len(r.lines) && r.lines[i+1].gap == 0 && !r.lines[i+1].picture && r.lines[i+1].sort != item {
			r.lines[i+1].gap = max(1, l.gap)
			continue
		}
		out = append(out, l)
	}
	r.lines = out
}
