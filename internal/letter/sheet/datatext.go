package sheet

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// leastListed is how many names make a list of a text, and longestListed how many words each may have.
const (
	leastListed   = 3
	longestListed = 14
)

// namesByHandle makes a list of a group below a key that says that somebody signed, whose keys are numbers or what somebody is called on a site, and
// whose values are the names: {adamoor: Ada Moor}. nil where it is none.
func (r *dataReader) namesByHandle(v *datum, path []string) *datum {
	if rule.Off("sheet.dataReader.namesByHandle") || len(v.keys) < leastListed || languages(v) || !strong(r.withFile(path)) {
		return nil
	}
	likely := 0
	for i, k := range v.keys {
		c := v.values[i]
		if c.kind != scalar || !worded(c.text) || text.IsLower(c.text) || text.WordCount(c.text) > longestListed || phrase.IsSentence(c.text) || phrase.LooksLikeAddress(c.text) || lexicon.IsPlace(c.text) {
			return nil
		}
		if strings.ContainsAny(k.text, " .") || k.text != strings.ToLower(k.text) || table.SenseOf(k.text) != table.UnknownColumn && strings.Trim(k.text, "0123456789") != "" {
			return nil
		}
		if handles(k.text, c.text) || strings.Trim(k.text, "0123456789") == "" {
			likely++ // {heading: Our Supporters, button: See All} is none
		}
	}
	if 3*likely < 2*len(v.keys) {
		return nil
	}
	return &datum{kind: sequence, line: v.line, values: v.values}
}

// handles reports whether a key is made of a name: it has the beginning of one of its words.
func handles(key, name string) bool {
	key = table.Key(key)
	for w := range strings.FieldsSeq(name) {
		if w = table.Key(w); len(w) >= 3 && strings.Contains(key, w[:3]) {
			return true
		}
	}
	return false
}

// listed makes a list of a text below a key that says that somebody signed: of its lines, or of what stands between its semicolons or commas; nil
// where it is a sentence or one name.
func listed(key string, v *datum) *datum {
	if rule.Off("sheet.listed") || v.kind != scalar || !strong([]string{key}) {
		return nil
	}
	for _, mark := range []string{"\n", ";", ","} {
		parts := strings.Split(strings.TrimSpace(v.text), mark)
		if len(parts) < leastListed {
			continue
		}
		out := &datum{kind: sequence, line: v.line}
		for i, p := range parts {
			p = text.Trim(strings.TrimLeft(text.Trim(p), "-*•·"))
			if p == "" {
				continue
			}
			if text.WordCount(p) > longestListed || text.IsLower(p) || phrase.IsSentence(p) || !worded(p) {
				return nil
			}
			line := v.line
			if mark == "\n" {
				line += i + 1 // a block of text begins below its key
			}
			out.values = append(out.values, &datum{kind: scalar, line: line, text: p})
		}
		return out
	}
	return nil
}
