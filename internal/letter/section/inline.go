package section

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// InlineBlock reports whether lines hold several names each: few lines, many separators.
func InlineBlock(lines []document.Line) bool {
	if rule.Off("section.InlineBlock") {
		return false
	}
	semicolons, commas, chars, lists, bars := 0, 0, 0, 0, 0
	wide := false // commas of another script, which names do not have
	divided := marksDivide(document.JoinLines(lines))
	for i := range lines {
		t := lines[i].Text
		if phrase.LooksLikeAddress(t) && !divided && strings.Count(t, ";") < 2 && (strings.Count(t, ",") < 5 || !phrase.IsNameList(t)) {
			return false
		}
		for _, bar := range []string{" • ", " · ", " | ", " ● "} {
			bars += strings.Count(t, bar)
		}
		semicolons += strings.Count(strings.TrimRight(t, ";"), ";")
		commas += strings.Count(strings.TrimRight(t, ","), ",")
		if mark := phrase.WideSeparator(t); mark != "" {
			wide = true
			commas += strings.Count(strings.TrimRight(t, mark), mark)
		}
		chars += len(t)
		if phrase.IsNameList(t) {
			lists++
		}
	}
	n := len(lines)
	if n == 1 && semicolons == 1 { // "Ann Lee, poet; Ida Holm, chair"
		left, right, _ := strings.Cut(lines[0].Text, ";")
		a, ok := phrase.ReadPerson(text.Trim(left))
		b, also := phrase.ReadPerson(text.Trim(strings.TrimRight(right, "; ")))
		if ok && also && a.Certainty == 2 && b.Certainty == 2 {
			return true
		}
	}
	if n == 1 && commas == 1 && wide && !strings.ContainsAny(lines[0].Text, "。！？؟") && !phrase.IsSentence(lines[0].Text) {
		return true // such a comma stands in no name
	}
	return bars >= 2 && bars >= n || semicolons >= 2 && semicolons >= n || 2*lists > n && commas >= 3 && chars/n > 50 || n == 1 && phrase.IsNameList(lines[0].Text) && (commas >= 3 || commas == 2 && wide || commas == 2 && phrase.PairWord.MatchString(lines[0].Text[strings.LastIndexByte(lines[0].Text, ','):]))
}

// leadWithin returns the line of running text that announces a list within a paragraph, below it, -1 for none: pages that set all lines with boxes have
// no room between paragraphs.
func leadWithin(p *document.Piece) int {
	for k := len(p.Lines) - 2; k > 0; k-- {
		if c := cue.Of(&p.Lines[k]); (c == cue.Opens || c == cue.SignOff || cue.LeadIn(p.Lines[k].Text)) && InlineBlock(p.Lines[k+1:]) {
			return k
		}
	}
	return -1
}

// marksDivide reports whether marks that stand in no address divide a text: names with their addresses between bullets.
func marksDivide(t string) bool {
	for _, mark := range []string{" • ", " · ", " | ", " ● "} {
		if n := strings.Count(t, mark); n >= 2 {
			addresses := 0
			for part := range strings.SplitSeq(t, mark) {
				if phrase.LooksLikeAddress(text.Trim(part)) {
					addresses++
				}
			}
			return 2*addresses <= n // else the foot of a page, which says how to reach somebody
		}
	}
	return false
}
