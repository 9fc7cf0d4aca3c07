package section

import (
	"slices"
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

var sponsored = lexicon.Pattern("section.sponsored", `^([\p{L}-]+ )?{pattern sponsors}|^(?:{pattern hosted})`)

// sponsors reports whether what announces a list announces those who pay for something: it says so, or the title does and it speaks of no signing. Who
// writes a letter may ask for money, too, but a letter's list is of those who signed it.
func (f *finder) sponsors(announces string) bool {
	if rule.Off("section.finder.sponsors") || f.doc.Addresses() {
		return false
	}
	topics := cue.TopicsOf(announces)
	return topics&cue.AboutSigning == 0 && (cue.Sponsored(announces) || cue.Sponsored(string(f.doc.Title)))
}

// tellsOfOthers reports whether a line is a sentence that names others, for something else than signing: "The group was founded by: A, B and C".
func tellsOfOthers(s string) bool {
	head, rest, ok := strings.Cut(s, ": ")
	if !ok || rule.Off("section.tellsOfOthers") || len(head) > 160 {
		return false
	}
	n := text.WordCount(head)
	return n >= 4 && n <= 18 && hasVerb(head) && phrase.IsNameList(rest) && !cue.Announces(text.FoldLine(head)) && cue.TopicsOf(head)&(cue.AboutSigning|cue.AboutSupport) == 0
}

// leftBehind reports whether the text goes on below a list, from a paragraph (i) on: the list's names stood together, and another paragraph stands soon
// below this one. Where each name has its own paragraph, none stand together.
func (f *finder) leftBehind(i int) bool {
	if rule.Off("section.finder.leftBehind") || !isLong(&f.doc.Pieces[i]) || !slices.ContainsFunc(f.doc.Pieces[i+1:min(i+4, len(f.doc.Pieces))], func(p document.Piece) bool { return isLong(&p) }) {
		return false
	}
	for k := range f.blocks {
		if b := &f.blocks[k]; b.Setting == f.ctx && b.Sort != document.Cells && len(b.Lines) >= 5 {
			return true
		}
	}
	return false
}

// isLong reports whether a piece is a paragraph that is more than a description in a list.
func isLong(p *document.Piece) bool {
	return p.Prose && p.Sort == document.Plain && text.WordCount(p.Text()) >= descriptive
}

// areViews reports whether items lead to other views of a list, most of them.
func areViews(p *document.Piece) bool {
	if rule.Off("section.areViews") || p.Sort != document.Item {
		return false
	}
	n := 0
	for k := range p.Lines {
		if cue.View(p.Lines[k].Text) {
			n++
		}
	}
	return n > 0 && 2*n >= len(p.Lines)
}

// headsGroups reports whether a piece is a line that calls the groups by what they do which the piece below it lists.
func headsGroups(p, below *document.Piece) bool {
	if rule.Off("section.headsGroups") {
		return false
	}
	return p.Sort == document.Plain && len(p.Lines) == 1 && below.Sort != document.Plain && cue.Groups(p.Lines[0].Text, below.Sort == document.Item)
}

// form leaves a placeholder out. Where one stands before any name, the document is a draft or a form, and its section is over.
func (f *finder) form(l *document.Line) {
	leaveOut(&f.left, l, "a placeholder of a form, not a name")
	if f.now == nil && (len(f.blocks) == 0 || f.blocks[len(f.blocks)-1].Setting != f.ctx) {
		f.open, f.unnamed = false, true
	}
}

// signedBy are the words of a list that no colon parts from it: "Signed by the Salt Union, Night Owls and Harbour Trust".
var signedBy = lexicon.Pattern("section.signedBy", `(?i)^(?:{pattern list-signed})\s+(?:{pattern list-signed-by})\s+`)

// inlineLead cuts "Signed by: A, B and C" into the words that announce and the list.
func inlineLead(s string) (head, rest string, ok bool) {
	head, rest, ok = text.CutColon(s)
	if m := signedBy.FindStringIndex(s); m != nil && (!ok || m[1] < len(head)) && phrase.IsNameList(s[m[1]:]) {
		head, rest, ok = s[:m[1]], s[m[1]:], true
	}
	if !ok || text.WordCount(head) > 10 || !strings.ContainsAny(rest, ",;") && phrase.WideSeparator(rest) == "" && text.WordCount(rest) > 8 && phrase.RareSeparator(rest) == "" || text.Trim(rest) == "" {
		return "", "", false
	}
	f := text.FoldLine(head)
	if !cue.Announces(f) || cue.Closing(f) {
		return "", "", false
	}
	if phrase.IsSentence(rest) {
		return "", "", false
	}
	rest = text.Trim(rest)
	if again, more, twice := strings.Cut(rest, ":"); twice && text.FoldLine(again) == f && text.WordCount(more) > 0 {
		rest = text.Trim(more)
	}
	return head, rest, true
}

// front opens a section where a page's own data, which stand above all its lines, announce the list that it begins with: its title or the line below it.
func (f *finder) front() {
	if rule.Off("section.finder.front") || len(f.doc.Pieces) == 0 || f.doc.Pieces[0].Prose || f.doc.Addresses() {
		return
	}
	for _, s := range []string{f.doc.Meta.Lead, f.doc.Meta.Title} {
		if s != "" && cue.Of(&document.Line{Text: s, Sort: document.Heading}) == cue.Opens && !f.sponsors(s) {
			f.begin(f.settingOf(cue.Opens, s), 0)
			return
		}
	}
}

// verbAnnounces reports whether a line is a sentence by nothing but the verb that announces its list: "Assinam a carta: A; B; C."
func verbAnnounces(p *document.Piece) bool {
	if len(p.Lines) != 1 || rule.Off("section.verbAnnounces") {
		return false
	}
	_, rest, ok := inlineLead(p.Lines[0].Text)
	return ok && strings.Count(rest, ";")+strings.Count(rest, ",") >= 2
}
