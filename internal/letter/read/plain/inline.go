package plain

import (
	"html"
	"strings"
	"unicode"

	"undersigned/internal/letter/text"
)

// Markup within a line; HtmlTag and EmptyLink are asked for by other media, too.
var (
	HtmlTag      = text.Lazy("plain.HtmlTag", `</?[a-zA-Z][^<>]*>`)
	autolink     = text.Lazy("plain.autolink", `<(https?://[^<>\s]+|mailto:[^<>\s]+)>`)
	image        = text.Lazy("plain.image", `!\[([^\]]*)\]\([^)]*\)|!\[([^\]]*)\]\[[^\]]*\]`)
	link         = text.Lazy("plain.link", `\[((?:[^\[\]\\]|\\.)+)\]\(([^()]|\([^()]*\))*\)|\[([^\[\]]+)\]\[[^\]]*\]`)
	wikiLink     = text.Lazy("plain.wikiLink", `\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]`)
	EmptyLink    = text.Lazy("plain.EmptyLink", `\[\s*\]\([^)]*\)`)
	footnoteMark = text.Lazy("plain.footnoteMark", `\[\^[^\]]+\]`)
	escaped      = text.Lazy("plain.escaped", "\\\\([\\\\`*_{}\\[\\]()#+.!|~>&-])")
)

// Inline drops the markup within a line and keeps its text.
func Inline(t string) string {
	if !strings.ContainsAny(t, "\\`*_~[<&!") {
		return text.Trim(t)
	}
	if strings.Contains(t, "[") {
		t = footnoteMark.ReplaceAllString(t, "")
		if without := image.ReplaceAllString(t, ""); strings.ContainsFunc(EmptyLink.ReplaceAllString(without, ""), unicode.IsLetter) {
			t = without // a picture beside text repeats it
		} else {
			t = image.ReplaceAllString(t, "$1$2")
		}
		t = wikiLink.ReplaceAllString(link.ReplaceAllString(t, "$1$3"), "$1")
	}
	if strings.Contains(t, "<") {
		t = autolink.ReplaceAllString(t, "$1")
		t = HtmlTag.ReplaceAllString(t, "")
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
	return text.Trim(t)
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
			if n <= 0 || t[inner] == ' ' || t[inner+n-1] == ' ' || mark[0] == '_' && (text.WordBefore(t, open) || text.WordAfter(t, inner+n+len(mark))) {
				from = inner
				continue
			}
			t = t[:open] + t[inner:inner+n] + t[inner+n+len(mark):]
			from = open + n
		}
	}
	return t
}
