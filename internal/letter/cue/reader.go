package cue

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

var (
	holes   = lexicon.PhrasesOf("cue.holes", lexicon.Cue, "hole")
	readers = lexicon.PhrasesOf("cue.readers", lexicon.Cue, "reader")
)

// Hole reports whether a line is a blank to fill in: "Type your name here", "Organization: ______".
func Hole(s string) bool {
	if rule.Off("cue.Hole") {
		return false
	}
	return strings.Contains(s, "____") || strings.Contains(s, ".......") || strings.Contains(s, "……") || text.WordCount(s) <= 8 && holes.In(strings.ToLower(s)) || text.ContainsAny(s, templateMarks) && template.MatchString(s)
}

// template is what a program fills in: "__COUNT__ signatures", "{{ name }}".
var template = text.Lazy("cue.template", `__[A-Z][A-Z_]*__|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$\{[^{}]*\}|<%.*%>`)

// templateMarks are what every match of template has in it.
var templateMarks = []string{"__", "{{", "{%", "${", "<%"}

// ToReader reports whether a line speaks to whoever reads it: "You can hand in this form at the library". The words are those in lower case, which
// names write large.
func ToReader(s string) bool {
	if rule.Off("cue.ToReader") || text.WordCount(s) < 4 {
		return false
	}
	first, rest, _ := strings.Cut(s, " ")
	return readers.In(strings.ToLower(first)+" ") || readers.In(lowerOnly(rest))
}

// lowerOnly keeps the words of a text that begin in lower case.
func lowerOnly(s string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(s) {
		if text.IsLower(w) {
			b.WriteString(w)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
