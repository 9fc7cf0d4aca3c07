package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/text"
)

// metaTag reads what a page says about itself in <meta>.
func (w *htmlWalker) metaTag(a tagAttributes) {
	content := text.Trim(text.Collapse([]byte(a.content)))
	if content == "" || len(content) > 400 {
		return
	}
	key := a.property
	if key == "" {
		key = a.name
	}
	if key == "" {
		key = a.itemprop
	}
	switch strings.ToLower(key) {
	case "og:title", "twitter:title", "dc.title", "citation_title":
		if w.ogTitle == "" {
			w.ogTitle = content
		}
	case "article:published_time", "date", "dc.date", "dcterms.created", "datepublished", "citation_publication_date", "pubdate":
		if w.dateBy != "meta" {
			w.published, w.dateBy = content, "meta"
		}
	}
}

var ldDate = text.Lazy("page.ldDate", `"datePublished"\s*:\s*"([^"]{4,40})"`)

// maxPrograms bounds the bytes of a page's programs that are kept.
const maxPrograms = 4 << 20

// rawText reads the text of an element that holds no markup: a title, or data for search engines.
func (w *htmlWalker) rawText(s string) {
	switch {
	case w.raw == atom.Title && w.open(atom.Svg) != nil:
		w.note(w.pictureText(s[:min(len(s), 1000)]))
	case w.raw == atom.Title && w.title == "" && w.skip == 0:
		w.title = text.Trim(text.Collapse([]byte(s[:min(len(s), 1000)])))
	case w.rawLD && w.dateBy != "meta":
		if m := ldDate.FindStringSubmatch(s[:min(len(s), 1<<16)]); m != nil {
			w.published, w.dateBy = m[1], "meta"
		}
	case w.raw == atom.Script && !w.rawLD && len(s) > 40 && strings.ContainsAny(s, "[{") && w.programBytes+len(s) <= maxPrograms:
		w.programBytes += len(s)
		w.programs = append(w.programs, document.Data{Text: s, First: w.number, Program: true})
	}
}

// hints returns what the head of the page says; the title only where the page prints none.
func (w *htmlWalker) hints() document.Meta {
	m := document.Meta{Date: w.published, Language: w.language}
	if w.h1 == 0 {
		if m.Title = w.ogTitle; m.Title == "" {
			m.Title = siteless(w.title)
		}
	}
	return m
}

// siteless takes the site's name off a title: "Open letter | The Site".
func siteless(t string) string {
	for _, sep := range []string{" | ", " :: ", " » ", " — ", " – ", " - "} {
		if head, _, ok := strings.Cut(t, sep); ok && text.WordCount(head) >= 3 {
			return head
		}
	}
	return t
}

var bracketCode = text.Lazy("page.bracketCode", `\[/?[a-z][a-z0-9_-]*(\s+[a-zA-Z_-]+=("[^"]*"|'[^']*'|[^\]\s"']+))+\s*/?\]|\[/[a-z][a-z0-9_-]*\]`)

// shortcodes takes a publishing system's codes off: [caption id="1"], [/caption].
func shortcodes(t string) string {
	if !strings.Contains(t, "[") || !strings.Contains(t, "=") && !strings.Contains(t, "[/") {
		return t
	}
	return bracketCode.ReplaceAllString(t, "")
}

// endSup drops a superscript that is a footnote's mark and keeps one that is text, as in "7th".
func (w *htmlWalker) endSup() {
	from := w.sup
	w.sup = -1
	if from <= 0 || from > len(w.buf) { // one that begins a line is a footnote itself
		return
	}
	s := text.Trim(string(w.buf[from:]))
	if s == "" || len(s) > 12 || strings.Trim(s, "0123456789*†‡§,[]() ¹²³") != "" {
		return
	}
	n := len([]rune(strings.Join(strings.Fields(s), "")))
	w.chars -= n
	w.boldChars, w.linkChars, w.struckChars = min(w.boldChars, w.chars), min(w.linkChars, w.chars), min(w.struckChars, w.chars)
	w.buf = w.buf[:from]
	if w.chars <= 0 {
		w.buf, w.chars = w.buf[:0], 0
	}
}
