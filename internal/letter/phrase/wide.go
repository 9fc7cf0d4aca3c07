package phrase

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Lists and persons in scripts that have other marks than ours, or no blanks between words.

// wideMarks stand between names in such scripts. A comma that sentences have, too, has to stand twice.
var wideMarks = []string{"；", "、", "／", "｜", "؛", "،", "，"}

// WideSeparator returns the mark that stands between the names of a list in another script, "" for none: one of its commas, strokes, or the blank of
// full width where all between two of them is long enough for a name and no line of a person and what she is.
func WideSeparator(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r == '،' || r == '؛' || r >= 0x3000 }) < 0 {
		return ""
	}
	if mark := dotted(s); mark != "" {
		return mark
	}
	for _, mark := range wideMarks {
		n := strings.Count(strings.TrimRight(s, mark+" 。"), mark)
		if n >= 2 || n == 1 && mark != "，" && mark != "／" && mark != "｜" {
			if mark == "，" && hanSpoken.In(s) {
				return ""
			}
			return mark
		}
	}
	if setApart(s) {
		return "\u3000"
	}
	return ""
}

// middleDots stand between names in Korean, and within few of them.
var middleDots = []string{"·", "ㆍ", "‧", "・"}

// dotted returns the dot that stands between the names of a list without blanks around it, "" for none.
func dotted(s string) string {
	if rule.Off("phrase.dotted") || strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) < 0 {
		return ""
	}
	for _, mark := range middleDots {
		if strings.Count(s, mark) < 3 {
			continue
		}
		for part := range strings.SplitSeq(s, mark) {
			if utf8.RuneCountInString(text.Trim(part)) < 3 {
				return ""
			}
		}
		return mark
	}
	return ""
}

// setApart reports whether blanks of full width stand between names.
func setApart(s string) bool {
	if rule.Off("phrase.setApart") || strings.Count(s, "\u3000") < 2 {
		return false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '\u3000' })
	long, persons := 0, 0
	for _, p := range parts {
		if utf8.RuneCountInString(text.Trim(p)) >= 3 {
			long++
		}
		if PersonCertainty(text.Trim(p)) > 0 {
			persons++
		}
	}
	return len(parts) >= 3 && 3*long >= 2*len(parts) && (PersonCertainty(text.Trim(parts[0])) == 0 || 2*persons > len(parts))
}

// splitWide cuts a list at such a mark. A word that says that there are more ("等", "など") is no part of the last name.
func splitWide(s, mark string) []text.Span {
	parts := text.CutAt(s, mark)
	for i := range parts {
		p := &parts[i]
		if trimmed := strings.TrimLeft(p.Text, " \u3000"); trimmed != p.Text {
			p.Start += len(p.Text) - len(trimmed)
			p.Text = trimmed
		}
		for _, and := range wideAnd.All() {
			if rest, ok := strings.CutPrefix(p.Text, and); ok && i > 0 && i == len(parts)-1 && utf8.RuneCountInString(rest) > 1 {
				p.Start += len(and)
				p.Text = rest
			}
		}
		p.Text = strings.TrimRight(p.Text, " \u3000。．.؛")
	}
	if n := len(parts); n > 1 {
		if m := andMore.FindStringIndex(parts[n-1].Text); m != nil && m[0] > 0 {
			parts[n-1].Text = text.Trim(parts[n-1].Text[:m[0]])
		}
	}
	return parts
}

// wideAnd stand before the last name of a list.
var wideAnd = lexicon.PartsOf("{function-word wide-and}")

// andMore ends a list that names some of many.
var andMore = lexicon.Pattern("phrase.andMore", `{pattern wide-others}[。．.]?$`)

// offices and occupations of scripts without blanks between words, where they end what stands together: "山城大學教授".
var (
	wideOffices     = sync.OnceValue(func() []string { return widely(lexicon.RoleWords) })
	wideOccupations = sync.OnceValue(func() []string { return widely(lexicon.OwnWords) })
)

// callings end what somebody is, and names of organizations: "美術家", "ひまわりの家".
var callings = lexicon.PartsOf("{person calling-end}")

func widely(words *text.Set) []string {
	var out []string
	for w := range words.All() {
		if r, _ := utf8.DecodeRuneInString(w); r >= 0x2e80 {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

func endsWithAny(w string, ends []string) bool {
	if r, _ := utf8.DecodeRuneInString(w); r < 0x2e80 && !text.MostlyHan(w) {
		return false
	}
	for _, end := range ends {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// widePerson divides a person from what she is where only blanks stand between them: "李雪梅 江城大學教授", "主席 李雪梅", "川村 純 弁護士". at is where the
// name begins and ends; ok is false for anything else.
func widePerson(t string) (name, rest string, ok bool) {
	if r, _ := utf8.DecodeRuneInString(t); r < 0x2e80 || rule.Off("phrase.widePerson") {
		return "", "", false
	}
	fields := strings.FieldsFunc(t, unicode.IsSpace)
	if len(fields) < 2 || len(fields) > 7 {
		return "", "", false
	}
	says := func(s string) bool { return SaysOffice(s) || SaysOccupation(s) }
	last := len(fields) - 1
	if c, _ := hanPerson(fields[0]); c == 2 && utf8.RuneCountInString(fields[0]) >= 3 {
		if rest := strings.Join(fields[1:], " "); says(rest) || Compound(fields[1]) || endsWithAny(rest, callings.All()) {
			return fields[0], rest, true
		}
		return "", "", false
	}
	if c, _ := hanPerson(fields[last]); c == 2 && utf8.RuneCountInString(fields[last]) >= 3 && says(fields[last-1]) && (last == 1 && !Compound(fields[0]) || last == 1 && says(fields[0])) {
		return fields[last], strings.Join(fields[:last], " "), true
	}
	if len(fields) >= 3 && utf8.RuneCountInString(fields[0]) <= 3 && utf8.RuneCountInString(fields[1]) <= 3 {
		if c, _ := hanPerson(fields[0] + " " + fields[1]); c > 0 && says(strings.Join(fields[2:], " ")) {
			return fields[0] + " " + fields[1], strings.Join(fields[2:], " "), true
		}
	}
	return "", "", false
}

// representative finds who stands for an organization behind its name in lists of Chinese, Japanese and Korean: "（代表　佐藤一郎）", " 代表者：陳大文", " (대표 김서연)".
var representative = text.LazyFrom("phrase.representative", func() string {
	either := func(words []string) string { return "(?:" + strings.Join(words, "|") + ")" }
	return `(?:\s*[（(]|[\s\x{3000}]+)` + either(lexicon.Person.Words("wide-rank")) + "?" + either(wideOffices()) + either(lexicon.Person.Words("wide-holder")) + `?[\s\x{3000}：:]+[^（()）]{2,40}[）)]?$`
})

// WithoutRepresentative takes her off.
func WithoutRepresentative(t string) string {
	if r, _ := utf8.DecodeRuneInString(t); r < 0x2e80 && !text.MostlyHan(t) {
		return t
	}
	m := representative.FindStringIndex(t)
	if m == nil || m[0] == 0 || !Compound(t[:m[0]]) && PersonCertainty(t[:m[0]]) > 0 {
		return t
	}
	return text.Trim(t[:m[0]])
}

// closings are what stands behind the last name or behind a name below a letter and is none of it: "甲會 謹啟", "(가나다순)".
var closings = lexicon.Pattern("phrase.closings", `[\s\x{3000}]+{pattern wide-closing}$|\s*[（(]{pattern wide-remark}[^（()）]*[）)]$`)

// WithoutClosing takes such a word off.
func WithoutClosing(t string) string {
	if r, _ := utf8.DecodeRuneInString(t); r < 0x2e80 {
		return t
	}
	return closings.ReplaceAllString(t, "")
}
