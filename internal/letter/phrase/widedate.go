package phrase

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Dates as Chinese, Japanese and Korean write them: the year first, each part with its word behind it, in figures of any width or in words.

const (
	chineseFigures = `[0-9０-９〇○零一二三四五六七八九十元]`
	wideDay        = `\s*(` + chineseFigures + `{1,3})\s*[月월]`
)

var (
	wideDate = text.LazyFrom("phrase.wideDate", func() string {
		eras := lexicon.Month.Words("era")
		slices.SortFunc(eras, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
		for i := range eras {
			eras[i], _, _ = strings.Cut(eras[i], " ")
		}
		return `(?:(` + strings.Join(eras, "|") + `)\s*(` + chineseFigures + `{1,3})|(` + chineseFigures + `{4}))\s*[年년](?:` + wideDay + `(?:\s*(` + chineseFigures + `{1,3})\s*[日号號일])?)?`
	})
	wideMonthDay = text.Lazy("phrase.wideMonthDay", `^\s*(`+chineseFigures+`{1,3})\s*[月월]\s*(`+chineseFigures+`{1,3})\s*[日号號일]`)
)

// eras are the years before the first of a calendar: 令和 is one.
var eras = func() map[string]int {
	m := map[string]int{}
	for _, w := range lexicon.Month.Words("era") {
		name, before, _ := strings.Cut(w, " ")
		m[name], _ = strconv.Atoi(before)
	}
	return m
}

// wideDates finds such dates. A year alone counts as one only beside a month. yearless adds a line that is month and day.
func wideDates(s string, yearless bool) []Found {
	if rule.Off("phrase.wideDates") || !strings.ContainsAny(s, "年년月월") {
		return nil
	}
	var out []Found
	known := eras()
	for _, m := range wideDate.Compiled().FindAllStringSubmatchIndex(s, 20) {
		part := func(i int) int {
			if m[2*i] < 0 {
				return 0
			}
			return ChineseNumber(s[m[2*i]:m[2*i+1]])
		}
		year := part(3)
		if m[2] >= 0 {
			year = part(2) + known[s[m[2]:m[3]]]
		}
		if part(4) == 0 || year < 1900 || year > 2100 {
			continue
		}
		if d, ok := MakeDate(year, part(4), part(5)); ok {
			out = append(out, Found{Date: d, Start: m[0], End: m[1]})
		}
	}
	if len(out) > 0 || !yearless {
		return out
	}
	if m := wideMonthDay.FindStringSubmatchIndex(s); m != nil {
		month, day := ChineseNumber(s[m[2]:m[3]]), ChineseNumber(s[m[4]:m[5]])
		if _, ok := MakeDate(2000, month, day); ok {
			out = append(out, Found{Date: graph.Date{Month: month, Day: day}, Start: m[0], End: m[1]})
		}
	}
	return out
}

// ChineseNumber reads a number below ten thousand: "2024", "２０", "二〇二四", "二十三", "元".
func ChineseNumber(s string) int {
	total, current := 0, 0
	for _, r := range s {
		switch n := text.Digit(r); {
		case n >= 0:
			current = 10*current + n
		case r == '元':
			current = 1
		case r == '○' || r == '零':
			current *= 10
		case r == '千':
			total, current = total+1000*max(current, 1), 0
		case r == '百':
			total, current = total+100*max(current, 1), 0
		case r == '十':
			total, current = total+10*max(current, 1), 0
		default:
			if r == '兩' || r == '两' {
				r = '二'
			}
			if i := strings.IndexRune("〇一二三四五六七八九", r); i >= 0 {
				current = 10*current + i/utf8.RuneLen('一')
			}
		}
	}
	return total + current
}

// joinMonths joins the words of months that have two: "تشرين الأول".
func joinMonths(ts []token) []token {
	for i := 0; i+1 < len(ts); i++ {
		if two := ts[i].text + " " + ts[i+1].text; ts[i].text[0] >= 0x80 && lexicon.Months()[two] > 0 {
			ts[i].text, ts[i].end = two, ts[i+1].end
			ts = slices.Delete(ts, i+1, i+2)
		}
	}
	return ts
}
