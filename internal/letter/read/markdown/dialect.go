package markdown

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/plain"
	"undersigned/internal/letter/text"
)

// Media are Markdown and its relatives, which are read as Markdown once each of their lines is written as Markdown would write it: lines keep
// their numbers, and there is one reader of headings, lists and tables.
var Media = []medium.Medium{
	Medium,
	{Name: "restructuredtext", Extensions: []string{"rst", "rest"}, Read: dialect(fromRST)},
	{Name: "asciidoc", Extensions: []string{"adoc", "asciidoc"}, Read: dialect(fromAsciiDoc)},
	{Name: "org", Extensions: []string{"org"}, Read: dialect(fromOrg)},
}

// dialect makes a reader of a function that rewrites lines, as many as it gets, and says what fields at the head tell.
func dialect(rewrite func(lines []string, fields map[string]any) []string) func(context.Context, medium.Source) (*document.Document, error) {
	return func(ctx context.Context, s medium.Source) (*document.Document, error) {
		printed, warnings := text.Decode(s.Name, s.Data)
		fields := map[string]any{}
		lines := rewrite(strings.Split(printed, "\n"), fields)
		d, err := readLines(ctx, s, strings.Join(lines, "\n"), 1)
		if err != nil {
			return nil, err
		}
		d.Meta, d.Warnings = plain.MetaOf(fields), warnings
		return d, nil
	}
}

// Of reStructuredText.
var (
	rstRule      = text.Lazy("markdown.rstRule", "^([=\\-~^\"'`#*+.:_<>])[=\\-~^\"'`#*+.:_<>]{2,}$")
	rstDirective = text.Lazy("markdown.rstDirective", `^\.\. (?:\|[^|]+\| )?([\w-]+)::\s*(.*)$`)
	rstField     = text.Lazy("markdown.rstField", `^:([\w -]{1,40}):\s*(.*)$`)
	rstLink      = text.Lazy("markdown.rstLink", "`([^`<]+?)\\s*<[^`>]*>`__?")
	rstRefer     = text.Lazy("markdown.rstRefer", "`([^`]+)`__?")
	rstRole      = text.Lazy("markdown.rstRole", ":[\\w:+.-]+:`([^`<]+?)(?:\\s*<[^`>]*>)?`")
	rstFootnote  = text.Lazy("markdown.rstFootnote", `\s*\[(#[\w-]*|\d+|\*)\]_`)
	rstWord      = text.Lazy("markdown.rstWord", `(^|[\s(])([\pL\d]+(?:[-.][\pL\d]+)*)__?($|[\s,.;:)])`)
)

// rstText are directives whose content is text of the document.
var rstText = text.Words("markdown.rstText", "note tip hint important attention warning admonition topic sidebar epigraph highlights pull-quote compound container parsed-literal line-block centered hlist")

func sameMarks(s string) bool {
	return rstRule.MatchString(s) && strings.Trim(s, s[:1]) == ""
}

func fromRST(lines []string, fields map[string]any) []string {
	out := make([]string, len(lines))
	levels := map[string]int{}
	heading := func(style, title string) string {
		if levels[style] == 0 {
			levels[style] = min(len(levels)+1, 6)
		}
		return strings.Repeat("#", levels[style]) + " " + rstInline(title)
	}
	skipping, indent := false, 0 // a directive's content that is none of the text
	counter := 0
	for i := 0; i < len(lines); i++ {
		l := strings.TrimRight(lines[i], " \t")
		t := text.Trim(l)
		in := text.IndentOf(l)
		if skipping && (t == "" || in > indent) {
			if alt, ok := strings.CutPrefix(t, ":alt:"); ok {
				out[i] = "![" + text.Trim(alt) + "]()"
			}
			continue
		}
		skipping = false
		next, after := "", ""
		if i+1 < len(lines) {
			next = strings.TrimRight(lines[i+1], " \t")
		}
		if i+2 < len(lines) {
			after = strings.TrimRight(lines[i+2], " \t")
		}
		switch {
		case t == "":
		case sameMarks(l) && next != "" && after == l && !sameMarks(next):
			out[i+1] = heading("over"+l[:1], text.Trim(next))
			i += 2
		case in == 0 && sameMarks(next) && !sameMarks(t) && utf8.RuneCountInString(next) >= utf8.RuneCountInString(t) && (i == 0 || text.Trim(lines[i-1]) == ""):
			out[i] = heading(next[:1], t)
			i++
		case strings.HasPrefix(t, ".. "), t == "..":
			if m := rstDirective.FindStringSubmatch(t); m != nil && (rstText.Has(m[1]) || m[1] == "rubric") {
				if text.Trim(m[2]) != "" {
					out[i] = "**" + rstInline(m[2]) + "**"
				}
				continue
			}
			skipping, indent = true, in
		case rstField.MatchString(t) && in == 0:
			m := rstField.FindStringSubmatch(t)
			if i < 40 {
				fields[m[1]] = rstInline(m[2])
			}
		case strings.HasPrefix(t, "| "):
			out[i] = rstInline(t[2:]) // a line of a block of lines
		case strings.HasPrefix(t, "#. "):
			counter++
			out[i] = l[:len(l)-len(strings.TrimLeft(l, " \t"))] + fmt.Sprintf("%d. ", counter) + rstInline(t[3:])
			continue
		default:
			out[i] = l[:len(l)-len(strings.TrimLeft(l, " \t"))] + rstInline(strings.TrimSuffix(t, "::"))
		}
		if t != "" {
			counter = 0
		}
	}
	return out
}

func rstInline(t string) string {
	if strings.ContainsRune(t, '`') {
		t = strings.ReplaceAll(t, "``", "\x00")
		t = rstRefer.ReplaceAllString(rstLink.ReplaceAllString(rstRole.ReplaceAllString(t, "$1"), "$1"), "$1")
		t = strings.ReplaceAll(t, "\x00", "`")
	}
	if strings.Contains(t, "_") {
		t = rstWord.ReplaceAllString(rstFootnote.ReplaceAllString(t, ""), "$1$2$3")
	}
	return t
}

// Of AsciiDoc and Org. What stands in brackets of their own says how to set the next block.
var (
	adocAttribute = text.Lazy("markdown.adocAttribute", `^:([\w-]+):\s*(.*)$`)
	adocLink      = text.Lazy("markdown.adocLink", `(?:link:|mailto:)?(?:https?://|mailto:|link:)[^\s\[\]]*\[([^\[\]]*)\]`)
	adocPicture   = text.Lazy("markdown.adocPicture", `image::?[^\s\[\]]*\[([^\[\],]*)[^\[\]]*\]`)
	adocNote      = text.Lazy("markdown.adocNote", `footnote:?[\w-]*:?\[[^\[\]]*\]`)
	adocBlock     = text.Lazy("markdown.adocBlock", `^(-{4,}|\.{4,}|\+{4,}|/{4,})$`)
	orgKey        = text.Lazy("markdown.orgKey", `(?i)^#\+(\w+):\s*(.*)$`)
	orgLink       = text.Lazy("markdown.orgLink", `\[\[[^\[\]]*\]\[([^\[\]]*)\]\]`)
	orgTags       = text.Lazy("markdown.orgTags", `\s+:[\w@:]+:$`)
	orgBold       = text.Lazy("markdown.orgBold", `(^|[\s(])\*([^\s*](?:[^*]*[^\s*])?)\*($|[\s.,;:)])`)
)

func fromAsciiDoc(lines []string, fields map[string]any) []string {
	out := make([]string, len(lines))
	fence, table, rows := "", false, 0
	for i, l := range lines {
		t := text.Trim(l)
		t = adocNote.ReplaceAllString(t, "")
		t = adocLink.ReplaceAllString(adocPicture.ReplaceAllString(t, "![$1]()"), "$1")
		marks := len(t) - len(strings.TrimLeft(t, "="))
		stars := len(t) - len(strings.TrimLeft(t, "*"))
		dots := len(t) - len(strings.TrimLeft(t, "."))
		switch {
		case adocBlock.MatchString(t):
			if fence == "" {
				fence = t
			} else if fence == t {
				fence = ""
			}
		case fence != "", strings.HasPrefix(t, "//"), t == "+", strings.HasPrefix(t, "include::"), strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]"):
		case adocAttribute.MatchString(t):
			m := adocAttribute.FindStringSubmatch(t)
			if m[1] == "revdate" {
				m[1] = "date"
			}
			fields[m[1]] = m[2]
		case t == "|===":
			table, rows = !table, 0
		case table && strings.HasPrefix(t, "|"):
			out[i] = t + " |"
			rows++
		case table && t == "" && rows == 1:
			out[i] = strings.Repeat("|---", strings.Count(lines[i-1], "|")) + "|" // the row above names the columns
		case marks > 0 && marks < 7 && len(t) > marks && t[marks] == ' ':
			out[i] = strings.Repeat("#", marks) + t[marks:]
		case stars > 0 && len(t) > stars && t[stars] == ' ':
			out[i] = strings.Repeat("  ", stars-1) + "*" + t[stars:]
		case dots > 0 && len(t) > dots && t[dots] == ' ':
			out[i] = strings.Repeat("  ", dots-1) + "•" + t[dots:]
		case dots == 1 && len(t) > 1:
			out[i] = "**" + t[1:] + "**" // a block's title
		case strings.HasSuffix(t, " +"):
			out[i] = orgBold.ReplaceAllString(strings.TrimSuffix(t, " +"), "$1**$2**$3")
		default:
			out[i] = orgBold.ReplaceAllString(t, "$1**$2**$3")
		}
	}
	return out
}

func fromOrg(lines []string, fields map[string]any) []string {
	out := make([]string, len(lines))
	block, drawer := "", false
	for i, l := range lines {
		t := text.Trim(l)
		low := strings.ToLower(t)
		stars := len(l) - len(strings.TrimLeft(l, "*"))
		switch {
		case block != "":
			if low == "#+end_"+block {
				block = ""
			}
		case drawer:
			drawer = low != ":end:"
		case low == ":properties:", low == ":logbook:":
			drawer = true
		case strings.HasPrefix(low, "#+begin_"):
			if name := text.FirstWords(low[len("#+begin_"):], 1); name == "src" || name == "example" || name == "comment" || name == "export" {
				block = name
			}
		case orgKey.MatchString(t):
			m := orgKey.FindStringSubmatch(t)
			fields[m[1]] = strings.Trim(m[2], "<>[]")
		case strings.HasPrefix(t, "#"):
		case stars > 0 && len(l) > stars && l[stars] == ' ':
			title := orgTags.ReplaceAllString(strings.TrimPrefix(strings.TrimPrefix(text.Trim(l[stars:]), "TODO "), "DONE "), "")
			out[i] = strings.Repeat("#", min(stars, 6)) + " " + orgLink.ReplaceAllString(title, "$1")
		case strings.HasPrefix(t, "|-"):
			out[i] = strings.ReplaceAll(t, "+", "|")
		default:
			out[i] = strings.TrimRight(l, " \t")
			out[i] = strings.TrimSuffix(orgBold.ReplaceAllString(orgLink.ReplaceAllString(out[i], "$1"), "$1**$2**$3"), `\\`)
		}
	}
	return out
}
