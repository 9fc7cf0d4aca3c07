package markdown

import (
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/read/page"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Blocks of HTML within Markdown, and what else of its syntax goes over a line. Each pattern is linear.
var (
	blockStart     = text.Lazy("markdown.blockStart", `(?i)^<(table|ul|ol|dl|div|section|figure|center|nav|form|select|script|style|svg|iframe|noscript|button|footer|aside)\b`)
	markdownWithin = text.Lazy("markdown.markdownWithin", `(?m)^\s{0,3}([-*+] |\d+[.)]\s|#{1,6} |\||>\s|\*\*|__|\{\{|\{%)|\]\(|\*\*\S`)
	control        = text.Lazy("markdown.control", `(?is)<(button|select|script|style|svg|iframe|textarea|noscript)\b[^>]*>.*?</(button|select|script|style|svg|iframe|textarea|noscript)\s*>`)
	strongTag      = text.Lazy("markdown.strongTag", `(?i)\s*</?(strong|b)>\s*`)
	frameTag       = text.Lazy("markdown.frameTag", `(?i)^(</?(p|div|span|font|center|section|small|u)(\s[^<>]*)?>\s*)+`)
	frameEnd       = text.Lazy("markdown.frameEnd", `(?i)(\s*</(p|div|span|font|center|section|small|u)>)+$`)
	summaryTag     = text.Lazy("markdown.summaryTag", `(?i)^(<details[^<>]*>\s*)?<summary[^<>]*>(.*?)(</summary>)?$`)
	noBreak        = text.Lazy("markdown.noBreak", `&(nbsp|#160|#x0*a0|ensp|emsp|thinsp);`)
	pictureOrLink  = text.Lazy("markdown.pictureOrLink", `\[!\[[^\]]*\]\([^)]*\)\s*\]\([^)]*\)|!\[[^\]]*\]\([^)]*\)`)
	pictureTitle   = text.Lazy("markdown.pictureTitle", `!\[[^\]]*\]\([^)"']*["']([^)"']+)["']\s*\)`)
	titledPicture  = text.Lazy("markdown.titledPicture", `!\[([^\]]*)\]\(\s*([^\s()]*)\s+(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\)`)
	wholeLink      = text.Lazy("markdown.wholeLink", `^\[(?:[^\[\]\\]|\\.)+\]\(([^()]|\([^()]*\))*\)(\{[^{}]*\})?$`)
	// contentsLink is an item of a table of contents: a link to a place on the same page.
	contentsLink = text.Lazy("markdown.contentsLink", `^\[[^\[\]]+\]\(#[^()\s]*\)$`)
	label        = text.Lazy("markdown.label", `(?m)^ {0,3}\[([^\[\]^][^\[\]]*)\]:[ \t]+\S`)
	shortLabel   = text.Lazy("markdown.shortLabel", `\[([^\[\]]+)\](\[\])?`)
	mdxCode      = text.Lazy("markdown.mdxCode", `(?ms)^(import|export)\b[^\n]*$|\{/\*.*?\*/\}`)
)

// nothingThere are elements of which a reader of the page sees nothing, or what the site's programs make.
var nothingThere = text.Words("markdown.nothingThere", "script style svg iframe noscript button select form nav")

// maxBlock bounds the lines that a block of HTML may have.
const maxBlock = 20_000

// markup collects a block of HTML, which is read as a page is; it reports whether the line is part of one. Where Markdown stands within its
// elements, its lines are read as such.
func (r *markdownReader) markup(t, raw string, number int) bool {
	if rule.Off("markdown.markdownReader.markup") {
		return false
	}
	if r.htmlAt == 0 {
		m := blockStart.FindStringSubmatch(t)
		if m == nil {
			return false
		}
		r.htmlAt, r.tag, r.depth = number, strings.ToLower(m[1]), 0
	}
	r.html = append(r.html, raw)
	low := strings.ToLower(t)
	r.depth += countTag(low, "<"+r.tag) - countTag(low, "</"+r.tag)
	if r.depth <= 0 || len(r.html) > maxBlock {
		r.endMarkup()
	}
	return true
}

// countTag counts an element's tags: "<p" is none of "<pre>".
func countTag(low, tag string) int {
	n := 0
	for {
		i := strings.Index(low, tag)
		if i < 0 {
			return n
		}
		if low = low[i+len(tag):]; low == "" || strings.ContainsRune(" >\t/", rune(low[0])) {
			n++
		}
	}
}

// endMarkup reads the block that was collected.
func (r *markdownReader) endMarkup() {
	if r.htmlAt == 0 {
		return
	}
	block, first, tag := r.html, r.htmlAt, r.tag
	r.html, r.htmlAt = nil, 0
	whole := strings.Join(block, "\n")
	switch {
	case nothingThere.Has(tag) && r.depth <= 0:
		r.gap++
		return
	case tag != "table" && (r.depth > 0 || markdownWithin.MatchString(whole)):
		for i, raw := range block {
			r.line(raw, first+i)
		}
		return
	}
	lines := page.WalkPage(whole, first, r.ask)
	if len(lines) > 0 {
		lines[0].Gap = max(1, r.gap)
	}
	r.lines = append(r.lines, lines...)
	r.gap = 1
}

// plainMarkup makes Markdown of the HTML that frames a line, and of its entities for blanks.
func (r *markdownReader) plainMarkup(t string) string {
	if strings.Contains(t, "&") {
		t = noBreak.ReplaceAllString(t, "\u00a0")
	}
	if strings.Contains(t, "<") {
		if m := summaryTag.FindStringSubmatch(t); m != nil {
			return "**" + text.Trim(strongTag.ReplaceAllString(m[2], "")) + "**" // it folds up what is below
		}
		t = frameTag.ReplaceAllString(t, "")
		if !lineBreak.MatchString(frameEnd.ReplaceAllString(t, "")) {
			t = frameEnd.ReplaceAllString(t, "")
		}
		if parts := strongTag.Split(t); len(parts) == 3 && parts[0] == "" && strings.Trim(parts[2], ": ") == "" && !strings.ContainsAny(parts[1], "*_<") {
			t = "**" + text.Trim(parts[1]) + "**" + text.Trim(parts[2]) // all of it is bold
		}
	}
	t = strings.TrimSuffix(text.Trim(t), "\\") // a hard break
	if len(r.labels) > 0 && strings.Contains(t, "[") {
		t = r.withoutLabels(t)
	}
	return t
}

// labelsOf are the labels of links whose address stands elsewhere: "[Salt Union]: https://...".
func labelsOf(body string) map[string]bool {
	if !strings.Contains(body, "]:") {
		return nil
	}
	labels := map[string]bool{}
	for _, m := range label.FindAllStringSubmatch(body, -1) {
		labels[strings.ToLower(m[1])] = true
	}
	return labels
}

// withoutLabels takes the brackets off a link that is its own label: "[Salt Union]", "[Salt Union][]".
func (r *markdownReader) withoutLabels(t string) string {
	if linkReference.MatchString(t) {
		return t
	}
	var b strings.Builder
	last := 0
	for _, at := range shortLabel.Compiled().FindAllStringSubmatchIndex(t, -1) {
		rest := t[at[1]:]
		if !r.labels[strings.ToLower(t[at[2]:at[3]])] || rest != "" && (rest[0] == '(' || rest[0] == '[' || rest[0] == ':') || at[0] > 0 && strings.ContainsRune("!]", rune(t[at[0]-1])) {
			continue
		}
		b.WriteString(t[last:at[0]])
		b.WriteString(t[at[2]:at[3]])
		last = at[1]
	}
	return b.String() + t[last:]
}

// titleOfPicture is what a picture is called beside its alternative text.
func titleOfPicture(t string) string {
	if m := pictureTitle.FindStringSubmatch(t); m != nil {
		return m[1]
	}
	return ""
}

// titlesOfPictures makes the title of a picture its alternative text, where that says nothing, and drops it elsewhere: a title may hold brackets, which end
// the address.
func titlesOfPictures(t string) string {
	if !strings.Contains(t, "![") {
		return t
	}
	return titledPicture.ReplaceAllStringFunc(t, func(s string) string {
		m := titledPicture.FindStringSubmatch(s)
		alt, title := m[1], strings.NewReplacer("[", "(", "]", ")", `\"`, `"`).Replace(m[3]+m[4])
		if page.PictureText(alt) == "" && page.PictureText(title) != "" {
			alt = title
		}
		return "![" + alt + "](" + m[2] + ")"
	})
}

// repeatedLinks drops what stands as a link beside every entry, as "Visit website" does.
func (r *markdownReader) repeatedLinks() {
	times := map[string]int{}
	for i := range r.lines {
		if r.lines[i].Link {
			times[r.lines[i].Text]++
		}
	}
	out := r.lines[:0]
	gap := 0
	for _, l := range r.lines {
		if l.Link && times[l.Text] >= 3 && text.WordCount(l.Text) <= 5 && l.Sort != document.Heading {
			gap = max(gap, l.Gap)
			continue
		}
		l.Gap, gap = max(l.Gap, gap), 0
		out = append(out, l)
	}
	r.lines = out
}
