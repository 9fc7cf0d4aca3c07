package section

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// sentences looks for those that name all of them: "Amici curiae are A, B, and C", "A, B, and C state that they have no parent corporation".
func (f *finder) sentences(n *named) {
	for _, m := range cue.AmiciAre(n.body.text[:min(len(n.body.text), 1<<17)]) {
		rest := n.body.within(m[1], m[1]+3000)
		if s := phrase.Sentences(rest); len(s) > 0 {
			rest = rest[s[0][0]:s[0][1]]
		}
		names := n.cut(strings.TrimRight(cue.CutNames(rest), " ."))
		if !areNames(names) {
			continue
		}
		for _, p := range names {
			if cue.DescribesPeople(p.Text) || cue.DescribesGroups(p.Text) {
				continue
			}
			at := m[1] + p.Start
			n.add(phrase.CutMarks(p.Text), n.body.linesAt(at, at+len(p.Text)))
		}
		if len(n.found) > 1 {
			return
		}
	}
}

// areNames reports whether all parts of a sentence are names, and not one word only.
func areNames(parts []text.Span) bool {
	if rule.Off("section.areNames") {
		return false
	}
	for _, p := range parts {
		t := phrase.CutMarks(p.Text)
		if t == "" || text.IsLower(t) || phrase.NameHead(t) != t && phrase.NameHead(p.Text) != strings.TrimRight(p.Text, " .,") {
			return false
		}
	}
	return len(parts) > 1 || len(parts) == 1 && text.WordCount(parts[0].Text) > 1 && phrase.HasWord(parts[0].Text, lexicon.OrgWords)
}

// paragraphs looks below the heading "Interest of Amici Curiae", where each presents itself.
func (f *finder) paragraphs(n *named) {
	within := false
	lines := n.body.lines
	for i := range lines {
		l := &lines[i]
		switch {
		case cue.Interest(l.Text):
			within = true
			continue
		case within && cue.BriefPart(l.Text):
			return
		case !within || !beginsParagraph(lines, i):
			continue
		}
		end := n.body.starts[i] + len(l.Text)
		if i+2 < len(lines) {
			end = n.body.starts[i+2] - 1
		} else if i+1 < len(lines) {
			end = len(n.body.text)
		}
		name, ok := cue.Presents(n.body.within(n.body.starts[i], end))
		if ok && (phrase.NameHead(name) == name || phrase.NameHead(phrase.WithoutArticle(name)) != "") && !cue.NoName(name) {
			n.add(withoutThe(name), lines[i:i+1:i+1])
		}
	}
}

// beginsParagraph reports whether a line begins one: it stands apart, is set in, or the line above ends a sentence short.
func beginsParagraph(lines []document.Line, i int) bool {
	if rule.Off("section.beginsParagraph") {
		return false
	}
	l := &lines[i]
	if i == 0 || l.Sort == document.Item || l.Gap > 0 || l.Indent > lines[i-1].Indent {
		return true
	}
	above := lines[i-1].Text
	return strings.HasSuffix(above, ".") || strings.HasSuffix(above, ":") || lines[i-1].Sort == document.Heading || len(above) < 2*len(l.Text)/3
}
