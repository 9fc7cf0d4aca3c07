package entry

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Sentences in scripts without blanks between words that name signatories. Each pattern has the names in its group.
var (
	// wideSigners names those whom a word of signing makes signatories: "聯署團體包括：甲會、乙會等".
	wideSigners = lexicon.Pattern("entry.wideSigners", `{pattern wide-signs}[^，。：]{0,6}`+phrase.GroupNoun+`[^，。：]{0,4}?{pattern wide-are}[：:、]?([^。]+)`)
	// wideWithin names some of those who sign: "包括甲會、乙會在內的十二個團體發表聯合聲明".
	wideWithin = lexicon.Pattern("entry.wideWithin", `{pattern wide-including}([^。]+?){pattern wide-among}[0-9０-９一二三四五六七八九十百多餘余]+[個个家間间]?[^，。]{0,8}`+phrase.GroupNoun+`[^。]{0,20}{pattern wide-signed}`)
	// wideMore puts their number behind: "甲會、乙會等十二個團體聯署", "A、Bなど12団体が声明を", "A, B 등 12개 단체".
	wideMore = lexicon.Pattern("entry.wideMore", `^(?:.*[，。]|.*?[由])?([^，。]+?、[^，。]+?){pattern wide-more}{pattern wide-of}?[0-9０-９一二三四五六七八九十百多餘余]+[個个家間间]?[^，。]{0,8}`+phrase.GroupNoun+`[^。]{0,12}{pattern wide-signed}`)
)

// longestWide is how many characters a name in such a sentence may have.
const longestWide = 24

// wideNames returns the names that a sentence says have signed; at least two. own: the document speaks for its signatories itself, and tells of others
// where it does not say that they signed.
func wideNames(s string, own bool) []text.Span {
	if rule.Off("entry.wideNames") || !strings.ContainsAny(s, "、，") || !text.MostlyHan(s) {
		return nil
	}
	for i, p := range []*text.Pattern{wideSigners, wideWithin, wideMore} {
		if i > 0 && own {
			return nil
		}
		m := p.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		if names := wideList(s, m[2], m[3]); len(names) >= 2 {
			return names
		}
	}
	return nil
}

var wideLast = lexicon.PartsOf("{function-word wide-last}")

// wideList cuts the names of s[from:to]; nil where one of them reads as something else.
func wideList(s string, from, to int) []text.Span {
	list := s[from:to]
	var out []text.Span
	for _, n := range phrase.SplitNames(list) {
		parts := []text.Span{n}
		for _, and := range wideLast.All() {
			i := strings.LastIndex(n.Text, and)
			if i <= 0 || n.End < len(strings.TrimRight(list, " 。")) { // it stands before the last name
				continue
			}
			left, right := n.Text[:i], n.Text[i+len(and):]
			if utf8.RuneCountInString(left) >= 2 && utf8.RuneCountInString(right) >= 2 {
				parts = []text.Span{{Text: left, Start: n.Start, End: n.Start + i, Unsure: true}, {Text: right, Start: n.Start + i + len(and), End: n.End, Unsure: true}}
				break
			}
		}
		for _, p := range parts {
			if size := utf8.RuneCountInString(p.Text); size < 2 || size > longestWide || phrase.IsSentence(p.Text) {
				return nil
			}
			p.Start, p.End = p.Start+from, p.End+from
			out = append(out, p)
		}
	}
	return out
}
