package sheet

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// languageCodes are the languages that keys speak of. "id", "is" and "be" say something else too often.
var languageCodes = text.Words("sheet.languageCodes", "en fr de es pt it nl ca eu gl ga cy gd mt lb sv da no nb nn fi et lv lt pl cs sk sl hr sr bs mk sq bg ro hu el tr ru uk ka hy az kk he ar fa ur hi bn th vi ko ja zh")

// languageKey reports whether a key is the code of a language: "fr", "pt-BR".
func languageKey(key string) bool {
	head, _, _ := strings.Cut(strings.ReplaceAll(key, "_", "-"), "-")
	return languageCodes.Has(strings.ToLower(head))
}

// commonLanguages are those whose code is believed where it stands alone among other keys: "id" and "no" say something else there.
var commonLanguages = text.Words("sheet.commonLanguages", "en fr de es pt nl sv pl cs fi el ru uk tr zh ja ko ar")

// oneLanguage makes one field of those that an entry has in several languages, {en: ..., fr: ..., link: ...} or {name_en: ..., name_fr: ...}: the first.
// Where codes alone are the keys they stand for the name, unless another field is one.
func oneLanguage(v *datum) *datum {
	if rule.Off("sheet.oneLanguage") || v.kind != mapping || languages(v) {
		return v
	}
	bases := make([]string, len(v.keys))
	count := map[string]int{}
	plain := false // a name stands without a language
	for i, k := range v.keys {
		bases[i] = k.text
		if c := v.values[i]; c.kind == scalar && (c.text == "" || worded(c.text)) {
			if base, ok := languageBase(k.text); ok {
				bases[i] = base
				count[base]++
				continue
			}
		}
		if c := whole(v.values[i]); c.kind == scalar && text.Trim(c.text) != "" && namesEntry(k.text) || c.kind == mapping && table.Names(table.SenseOf(k.text)) {
			plain = true
		}
	}
	if len(count) == 0 || plain && count[""] > 0 && len(count) == 1 {
		return v
	}
	out := &datum{kind: mapping, line: v.line}
	put := map[string]int{} // base -> where its field stands in out
	for i, k := range v.keys {
		base := bases[i]
		if n := count[base]; base == k.text && n == 0 || base == "" && (plain || n == 1 && !commonLanguages.Has(strings.ToLower(k.text))) {
			out.keys, out.values = append(out.keys, k), append(out.values, v.values[i])
			continue
		}
		if v.get(base) != nil && base != "" {
			continue // it stands without a language, too
		}
		if at, known := put[base]; known {
			if text.Trim(out.values[at].text) == "" {
				out.values[at] = v.values[i]
			}
			continue
		}
		key := base
		if key == "" {
			key = "name"
		}
		put[base] = len(out.keys)
		out.keys, out.values = append(out.keys, &datum{kind: scalar, line: k.line, text: key}), append(out.values, v.values[i])
	}
	return out
}

// languageBase is what a key says beside a language: "name" of "name_fr" and "nameFr", nothing of "fr".
func languageBase(key string) (string, bool) {
	if languageKey(key) {
		return "", true
	}
	spaced := strings.NewReplacer("_", " ", "-", " ", ".", " ", ":", " ").Replace(camel.ReplaceAllString(key, "$1 $2"))
	parts := strings.Fields(spaced)
	if n := len(parts); n > 1 && languageKey(parts[n-1]) {
		if base := strings.Join(parts[:n-1], " "); namesEntry(base) {
			return base, true
		}
	}
	return "", false
}

// namesEntry reports whether a key may name its entry.
func namesEntry(key string) bool {
	c := table.SenseOf(key)
	return table.Names(c) || c == table.TitleColumn || c == table.LabelColumn
}

// prefer puts what is said in a language before what is said in others.
func prefer(v *datum, language string, depth int) {
	if depth > maxDataDepth {
		return
	}
	for i, k := range v.keys {
		if base, ok := languageBase(k.text); ok && lexicon.LanguageCode(k.text[len(k.text)-2:]) == language {
			for j := range i {
				if other, ok := languageBase(v.keys[j].text); ok && other == base {
					v.keys[i], v.keys[j], v.values[i], v.values[j] = v.keys[j], v.keys[i], v.values[j], v.values[i]
					break
				}
			}
		}
	}
	for _, c := range v.values {
		prefer(c, language, depth+1)
	}
}

// camel finds where words meet within a key: "nameFr".
var camel = text.Lazy("sheet.camel", `(\p{Ll})(\p{Lu})`)

// translates reports whether a list is one before it in another language: their keys differ in the code of a language and in nothing else, they
// have as many entries and few of them in common. One that has the same names is printed twice.
func (r *dataReader) translates(at int) bool {
	l := &r.lists[at]
	if rule.Off("sheet.dataReader.translates") {
		return false
	}
	for i := range at {
		other := &r.lists[i]
		if len(other.items) != len(l.items) || len(other.path) != len(l.path) || other.again {
			continue
		}
		codes, others := 0, 0
		for k := range l.path {
			if l.path[k] != other.path[k] {
				if others++; languageKey(l.path[k]) && languageKey(other.path[k]) {
					codes++
				}
			}
		}
		if codes != 1 || others != 1 {
			continue
		}
		same := map[string]bool{}
		for _, line := range other.lines {
			same[line] = true
		}
		n := 0
		for _, line := range l.lines {
			if same[line] {
				n++
			}
		}
		if 5*n < 4*len(l.lines) {
			return true
		}
	}
	return false
}
