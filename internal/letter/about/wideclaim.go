package about

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Claims in scripts without blanks between words: "四十多個團體", "全国の42団体", "100여 개 시민단체", "聯署單位（共8個）", "300名學者".

const (
	wideFigures = `([0-9０-９][0-9０-９,，]*|[一二兩两三四五六七八九十百千]+)`
	wideCounter = `\s*(?:{pattern wide-about}|\+)?\s*{pattern wide-counter}?{pattern wide-about}?\s*`
)

var (
	// wideGroups is a number before what it counts, with a word or two between; wideBrackets one in brackets behind it.
	wideGroups   = lexicon.Pattern("about.wideGroups", `({pattern wide-ordinal})?`+wideFigures+wideCounter+`[^\s，。、；：！？0-9０-９「」（）()年月日度次屆届回%％名位]{0,8}? ?{organization counted}`)
	wideBrackets = lexicon.Pattern("about.wideBrackets", `{organization counted}[^\s，。、；：！？]{0,4} ?[（(【]\s*{pattern wide-total}?\s*`+wideFigures+wideCounter+`(?:{organization counted})?\s*[）)】]`)
	widePersons  = lexicon.Pattern("about.widePersons", wideFigures+`\s*(?:{pattern wide-about}|\+)?\s*{pattern wide-people}`)
)

// wideClaim reads the numbers of signatories that a sentence in such a script claims; title: no word of signing is needed.
func wideClaim(s string, title bool) (c draft.Claimed) {
	if rule.Off("about.wideClaim") || strings.IndexFunc(s, func(r rune) bool { return r >= 0x2e80 }) < 0 {
		return c
	}
	topics := cue.TopicsOf(s)
	if !title && topics&(cue.AboutSigning|cue.AboutSupport|cue.AboutPaper) == 0 {
		return c
	}
	if n, said := countedIn(s, wideGroups, 2); n > 0 {
		c.Organizations, c.Text = &n, draft.Maybe(said)
	} else if n, said := countedIn(s, wideBrackets, 1); n > 0 {
		c.Organizations, c.Text = &n, draft.Maybe(said)
	}
	if topics&cue.AboutSigning == 0 {
		return c
	}
	if n, said := countedIn(s, widePersons, 1); n > 0 {
		c.Individuals = &n
		if c.Organizations == nil {
			c.Text = draft.Maybe(said)
		}
	}
	return c
}

// countedIn returns the first number that a pattern finds in its group i, and what it is printed in; 0 for none that could be of signatories.
func countedIn(s string, p *text.Pattern, i int) (n int, said string) {
	for _, m := range p.FindAllStringSubmatch(s, 5) {
		if i == 2 && m[1] != "" {
			continue // "第三個團體": which, not how many
		}
		figures := strings.Map(func(r rune) rune {
			if r == ',' || r == '，' {
				return -1
			}
			return r
		}, m[i])
		if n := phrase.ChineseNumber(figures); n >= 3 && n < 1_000_000 {
			return n, text.Trim(m[0])
		}
	}
	return 0, ""
}
