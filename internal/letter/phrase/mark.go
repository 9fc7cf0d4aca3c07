package phrase

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// What stands at the ends of a name and is none of it: footnote marks, and what the text of a picture says beside the name (Logo). A full stop
// stays behind an abbreviation.
var (
	marks        = text.Lazy("phrase.marks", `(\s*([*†‡§¶#^¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\]|\(\d{1,2}\)))+$`)
	leadingMarks = text.Lazy("phrase.leadingMarks", `^[*†‡§¶^¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*`)
	Logo         = lexicon.Pattern("phrase.Logo", `(?i)^{pattern logo} ({pattern logo-of})( {pattern the})? | {pattern logo}$`)
	abbreviation = lexicon.Pattern("phrase.abbreviation", `(?i)(\b({pattern abbreviation}|{legal-form dotted})|\b[a-z]|\.[a-z]{1,3}|(?:^|[ .])\p{L})\.$`)
)

// domainEnds finds a domain at the end of a sentence: "fieldmap.io."
var domainEnds = text.Lazy("phrase.domainEnds", `[\p{L}\d-]{3,}\.\p{Ll}{2,3}\.$`)

// markRunes are the signs of footnotes.
const markRunes = "*†‡§¶#^¹²³⁴⁵⁶⁷⁸⁹⁰"

// CutMarks takes footnote marks and punctuation off the ends of a name.
func CutMarks(t string) string {
	for {
		before := t
		t = text.Trim(strings.TrimRight(t, " ,;，、；。،؛"))
		if first, _ := utf8.DecodeRuneInString(t); strings.ContainsRune(markRunes, first) {
			t = leadingMarks.ReplaceAllString(t, "")
		}
		if last, _ := utf8.DecodeLastRuneInString(t); last == ')' || last == ']' || strings.ContainsRune(markRunes, last) {
			t = text.Trim(marks.ReplaceAllString(t, ""))
		}
		if strings.HasSuffix(t, ".") && (!abbreviation.MatchString(t) || domainEnds.MatchString(t)) && !strings.HasSuffix(t, "..") {
			t = t[:len(t)-1]
		}
		t = strings.TrimSuffix(strings.TrimSuffix(t, ":"), "：")
		if t == before {
			return t
		}
	}
}

// CutDescription splits a name from the description that follows it: after a dash or colon in lower case or as a sentence.
func CutDescription(t string) (name, note string) {
	if text.WordCount(t) < 6 {
		return t, ""
	}
	for _, sep := range []string{" – ", " — ", " - ", ": ", ". "} {
		i := strings.Index(t, sep)
		if i <= 2 {
			continue
		}
		rest := text.Trim(t[i+len(sep):])
		if sep == ". " && (text.WordCount(t[:i]) < 2 || shortened(t[:i])) {
			continue
		}
		if IsSentence(rest) || text.IsLower(rest) && text.WordCount(rest) >= 4 || text.WordCount(rest) > 14 && !IsNameList(rest) {
			return CutMarks(t[:i]), rest
		}
	}
	return t, ""
}

// shortened reports whether a text ends with a word that a full stop may shorten: "River Assoc".
func shortened(t string) bool {
	if rule.Off("phrase.shortened") {
		return false
	}
	w := t[strings.LastIndexByte(t, ' ')+1:]
	return len(w) <= 5 || abbreviation.MatchString(t+".")
}
