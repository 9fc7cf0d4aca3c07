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

// cut cuts a list of names as covers set them, in capitals or not: at semicolons or commas, and at an "and" where the text prints both sides
// apart, an article follows it, or it joins the last two of a list.
func (n *named) cut(s string) []text.Span {
	sep := ","
	if strings.Contains(s, ";") {
		sep = ";"
	}
	parts := text.CutAt(s, sep)
	places := 0
	for _, p := range parts {
		if lexicon.IsPlace(withoutThe(p.Text)) {
			places++
		}
	}
	states := 2*places > len(parts)
	var out []text.Span
	and := false
	for i, p := range parts {
		if begun, cut := withoutAnd(p.Text); cut > 0 {
			p.Start, p.Text = p.Start+cut, begun
			and = i > 0
		}
		if k := len(out); k > 0 && (legalForm(p.Text) || !and && !states && lexicon.IsPlace(p.Text) && i+1 < len(parts) && len(parts) > 2) {
			out[k-1].End = p.End
			out[k-1].Text = text.Trim(s[out[k-1].Start:p.End])
			continue
		}
		out = append(out, n.cutAnd(p, i == len(parts)-1 && i > 0 && !and, states)...)
	}
	for i := range out {
		t := text.Trim(strings.Trim(out[i].Text, " ,;:[]"))
		if at := strings.Index(out[i].Text, t); at > 0 {
			out[i].Start += at
		}
		out[i].Text = t
		if bare := withoutThe(t); bare != t {
			out[i].Start += len(t) - len(bare)
			out[i].Text = bare
		}
	}
	return out
}

func legalForm(s string) bool {
	if rule.Off("section.legalForm") {
		return false
	}
	k := strings.ToLower(strings.Trim(s, ". "))
	return lexicon.CorporateSuffix.Has(k) || lexicon.CorporateSuffix.Has(strings.ReplaceAll(k, ".", ""))
}

// withoutThe takes an article off that belongs to the sentence; one that is written large may be part of the name, but a cover writes all large.
func withoutThe(s string) string {
	if low := text.Lowered(s); text.IsLower(s) || s == strings.ToUpper(s) || phrase.CutCapital(s) != s {
		return s[len(s)-len(phrase.WithoutArticle(low)):]
	}
	return s
}

// withoutAnd takes a conjunction off the beginning.
func withoutAnd(s string) (string, int) {
	low := text.Lowered(s)
	for _, c := range phrase.Conjunctions() {
		if strings.HasPrefix(low, c[1:]) && len(s) > len(c) {
			return s[len(c)-1:], len(c) - 1
		}
	}
	return s, 0
}

// cutAnd cuts a part at its conjunctions. last says that it ends a list in which no comma stands before the "and".
func (n *named) cutAnd(p text.Span, last, states bool) []text.Span {
	if len(p.Text) > 400 {
		return []text.Span{p} // no two names are that long
	}
	low := text.Lowered(p.Text)
	best, at, width := 1, -1, 0
	for _, c := range phrase.Conjunctions() {
		for from := 0; ; {
			i := strings.Index(low[from:], c)
			if i < 0 {
				break
			}
			i += from
			from = i + len(c)
			if score := n.weighAnd(p.Text[:i], p.Text[from:], c, last, states); score > best {
				best, at, width = score, i, len(c)
			}
		}
	}
	if at < 0 {
		return []text.Span{p}
	}
	left := text.Span{Text: p.Text[:at], Start: p.Start, End: p.Start + at}
	right := text.Span{Text: p.Text[at+width:], Start: p.Start + at + width, End: p.End}
	return append(n.cutAnd(left, false, states), n.cutAnd(right, false, states)...)
}

var weakAnd = lexicon.PartsOf("{function-word weak-and}")

// weighAnd says how much speaks for two names beside a conjunction; 2 is enough.
func (n *named) weighAnd(a, b, c string, last, states bool) int {
	low := text.Lowered(b)
	score := 0
	if c == " & " || weakAnd.Is(text.Trim(c)) {
		score--
	}
	if phrase.WithoutArticle(low) != low {
		score += 3
	}
	bareA, bareB := withoutThe(a), withoutThe(b)
	if n.body.printed(bareA, true) >= 0 {
		score += 2
	}
	if n.body.printed(bareB, true) >= 0 {
		score += 2
	}
	if n.body.printed(a+c+b, false) >= 0 {
		score--
	}
	if last {
		score += 2
	}
	if cue.Counts(b) || states && lexicon.IsPlace(bareB) && lexicon.IsPlace(bareA) {
		score += 3
	}
	if cue.DescribesPeople(bareB) && !cue.Counts(bareB) && !phrase.HasWord(bareA, lexicon.OrgWords) {
		score -= 3 // "privacy and constitutional law professors"
	}
	if text.WordCount(b) == 1 && !states || text.WordCount(a) == 1 && !states {
		score--
	}
	return score
}

// takeRun takes the names of lines below "Attorneys for Amici Curiae". It reports false where others stand there.
func (n *named) takeRun(run []document.Line) bool {
	commas, s := 0, ""
	starts := make([]int, len(run))
	for i := range run {
		l := &run[i]
		if phrase.LooksLikeAddress(l.Text) || cue.WhyNot(l) != "" || cue.CounselsOwn(l.Text) {
			return false
		}
		commas += strings.Count(l.Text, ",")
		joined := text.Join(s, l.Text)
		if s == "" {
			joined = l.Text
		}
		starts[i] = len(joined) - len(l.Text)
		s = joined
	}
	var names []text.Span
	if commas >= len(run) || len(run) < 3 {
		names = n.cut(strings.TrimRight(s, " ."))
	} else {
		for i := range run {
			if t := strings.TrimRight(run[i].Text, " ,;"); i > 0 && phrase.GoesOn(run[i-1].Text, run[i].Text, true) {
				names[len(names)-1].Text = text.Join(names[len(names)-1].Text, t)
			} else {
				names = append(names, text.Span{Text: t, Start: starts[i]})
			}
		}
	}
	known := 0
	for _, name := range names {
		for i := range n.found {
			if SameName(n.found[i].Name, name.Text) {
				known++
				break
			}
		}
	}
	if !n.open && known == 0 || n.open && len(names) < 2 && known == 0 && !phrase.HasWord(s, lexicon.OrgWords) {
		return false
	}
	for _, name := range names {
		if n.open || n.knows(name.Text) {
			n.add(name.Text, linesAt(run, starts, name.Start, name.Start+len(name.Text)))
		}
	}
	n.listed = n.open && len(names) > 1
	return n.listed
}

func (n *named) knows(name string) bool {
	for i := range n.found {
		if SameName(n.found[i].Name, name) {
			return true
		}
	}
	return false
}
