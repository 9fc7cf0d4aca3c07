package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// IsSentence reports whether text reads as running text and not as a name: long, or with a verb or pronoun and an end mark.
func IsSentence(s string) bool {
	if rule.Off("phrase.IsSentence") {
		return false
	}
	n := text.WordCount(s)
	if text.MostlyHan(s) {
		return hanSentence(s, n)
	}
	if n >= 4 && koreanSentence(s) {
		return true
	}
	if n < 6 {
		return false
	}
	if n > 45 {
		return !IsNameList(s)
	}
	if quoted(s) {
		return true
	}
	verbs := verbsIn(s)
	ends := strings.HasSuffix(strings.TrimRight(s, "\"”“’»«)]*0123456789"), ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "؟")
	if (verbs >= 1 || n > 26) && RunOn(s) != "" {
		return !IsNameList(s)
	}
	switch {
	case n >= 5 && (strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")) && mostlySmall(s):
		return true
	case verbs >= 2 && n >= 9, verbs >= 1 && ends && n >= 6:
		return true
	case ends && n >= 14, n >= 18 && verbs >= 1:
		return !IsNameList(s)
	}
	return n > 26 && !IsNameList(s)
}

// IsShortSentence reports whether three to five words are a sentence: "Il modulo è chiuso." Names have no full stop and no verb written small.
func IsShortSentence(s string) bool {
	if rule.Off("phrase.IsShortSentence") || !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") {
		return false
	}
	n := text.WordCount(s)
	words := strings.Fields(s)
	return n >= 3 && n < 6 && text.IsLower(words[len(words)-1]) && !LegalEnd(s) && verbsIn(s) > 0
}

var ambiguousVerbs, endsSentence = lexicon.PartsOf("{function-word ambiguous-verb}"), lexicon.PartsOf("{person ends-sentence}")

// verbsIn counts the verbs and pronouns of a text. One that is a preposition elsewhere ("do", "no") is a verb where no noun in capitals follows: "Rede do
// Rio" and "no Rio Grande" have none.
func verbsIn(s string) int {
	verbs, doubtful := 0, false
	first := true
	for w := range strings.FieldsSeq(s) {
		w = strings.Trim(w, ",.;:!?()\"“”‘’'«»")
		if doubtful && (w == "" || text.IsLower(w)) {
			verbs++
		}
		doubtful = false
		if lexicon.SentenceWords.Has(w) || first && lexicon.SentenceWords.Has(strings.ToLower(w)) { // names write such words large: "Our World Is Wide"
			if doubtful = lexicon.SmallWords.Has(w) || ambiguousVerbs.Is(w); !doubtful {
				verbs++
			}
		}
		first = first && w == ""
	}
	if doubtful {
		verbs++
	}
	return verbs
}

// quoted reports whether a text is what somebody said: all of it in quotation marks, with a full stop before the last.
func quoted(s string) bool {
	if rule.Off("phrase.quoted") {
		return false
	}
	first, size := utf8.DecodeRuneInString(s)
	rest := strings.TrimRight(s[size:], "\"”“»«")
	return strings.ContainsRune("\"“„«»", first) && len(rest) < len(s)-size && strings.HasSuffix(rest, ".") && !strings.ContainsAny(rest, "”“»«\"")
}

// Sentences returns the byte ranges of a paragraph's sentences. A full stop ends one where a blank and an upper-case letter follow and
// no abbreviation stands before it.
func Sentences(t string) [][2]int {
	var out [][2]int
	start := 0
	for i := 0; i < len(t); i++ {
		if n := wideStop(t[i:]); n > 0 {
			for i += n; i < len(t) && wideClose(t[i:]) > 0; {
				i += wideClose(t[i:])
			}
			out = append(out, [2]int{start, i})
			for i < len(t) && t[i] == ' ' {
				i++
			}
			start = i
			i--
			continue
		}
		if t[i] != '.' && t[i] != '?' && t[i] != '!' {
			continue
		}
		j := i + 1
		for j < len(t) && strings.ContainsRune("\"')]”’»", rune(t[j])) {
			j++
		}
		for strings.HasPrefix(t[j:], "”") || strings.HasPrefix(t[j:], "’") {
			j += len("”")
		}
		if j < len(t) && t[j] != ' ' {
			continue
		}
		k := j
		for k < len(t) && t[k] == ' ' {
			k++
		}
		next, _ := utf8.DecodeRuneInString(t[k:])
		if k < len(t) && unicode.IsLower(next) {
			continue
		}
		if t[i] == '.' && k < len(t) && mayAbbreviate(t[start:i]) && abbreviation.MatchString(text.Tail(t[start:i+1], 12)) || t[i] == '.' && sentenceTitle(t[start:i]) {
			continue
		}
		out = append(out, [2]int{start, j})
		start, i = k, k-1
	}
	if start < len(t) {
		out = append(out, [2]int{start, len(t)})
	}
	return out
}

// mayAbbreviate reports whether the last word before a full stop is as short as abbreviations are, which spares running the pattern.
func mayAbbreviate(s string) bool {
	w := s[strings.LastIndexByte(s, ' ')+1:]
	return len(w) <= 6 || strings.Contains(w, ".")
}

func sentenceTitle(s string) bool {
	if rule.Off("phrase.sentenceTitle") {
		return false
	}
	w := strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
	return lexicon.Honorifics.Has(w) && !endsSentence.Is(w)
}

// pairs are two words that no line of a list divides, save where it goes on.
var pairs = lexicon.Set("phrase.pairs", "{organization pair}")

// south are nouns that are spelled as small words are elsewhere, which is told by their capital: "Rio Grande do Sul", "Cono Sur".
var south = lexicon.Set("phrase.south", "{place south}")

// GoesOn reports whether b surely continues a.
func GoesOn(a, b string, commaList bool) bool {
	if rule.Off("phrase.GoesOn") {
		return false
	}
	lastWord := a[strings.LastIndexAny(a, " \u00a0")+1:]
	if strings.HasSuffix(WithoutAnd(a), ",") && !strings.HasSuffix(a, ",") || strings.HasSuffix(a, ";") || strings.HasSuffix(a, ", &") {
		return false
	}
	if a != lastWord && (lexicon.SmallWords.Has(lastWord) || lexicon.SmallWords.Has(strings.ToLower(lastWord)) && lastWord != strings.ToUpper(lastWord) && !south.Has(strings.ToLower(lastWord))) {
		return true
	}
	if strings.Contains(lastWord, "://") || strings.HasPrefix(lastWord, "www.") {
		return false // an address ends what it stands behind
	}
	if strings.HasSuffix(a, "-") || strings.HasSuffix(a, "–") || strings.HasSuffix(a, "/") && !strings.Contains(lastWord, ".") || strings.HasSuffix(a, "\u00ad") {
		return true
	}
	if strings.HasSuffix(a, ",") && !commaList {
		return true
	}
	first, rest, _ := strings.Cut(b, " ")
	if rest != "" && lexicon.Continuing.Has(first) && (first != "&" || rest != "") {
		return true
	}
	if rest != "" && a != lastWord && pairs.Has(text.Fold(lastWord)+" "+text.Fold(first)) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(b)
	return r == ')' || r == '–' || r == '&'
}

// mostlySmall reports whether three words in four begin with a small letter, as in running text.
func mostlySmall(s string) bool {
	small, n := 0, 0
	for w := range strings.FieldsSeq(s) {
		if n++; text.IsLower(w) {
			small++
		}
	}
	return 4*small >= 3*n
}
