package phrase

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// TwoNames cuts a text in which two names stand with nothing between them, where a line break or a comma was lost. What tells is printed at the seam:
// the first word of the one again at the head of the other ("Grupo Lampião Grupo Farol"), an acronym behind a dash, a legal form within and another at
// the end ("Maconda A/S Simbord A/S"), or what two persons are in brackets behind them.
func TwoNames(s string) (left, right string, ok bool) {
	if rule.Off("phrase.TwoNames") || len(s) > 400 {
		return "", "", false
	}
	words := strings.Fields(s)
	if len(words) < 4 {
		return "", "", false
	}
	first := text.Fold(words[0])
	for i := 2; i+1 < len(words); i++ {
		switch {
		case !begins(words[i]) || lexicon.SmallWords.Has(text.Fold(words[i-1])) || strings.HasSuffix(words[i-1], ","):
			continue
		case first == text.Fold(words[i]) && len(first) > 3 && heads.Has(first) && begins(words[i-1]) && !isDash(words[i-1]):
		case isDash(words[i-2]) && i > 3 && acronym(words[i-1]) && (heads.Has(text.Fold(words[i])) || collectives.Has(text.Fold(words[i]))):
		case legalForm(words[i-1]) && !legalForm(words[i]) && legalForm(words[len(words)-1]):
		default:
			continue
		}
		return strings.Join(words[:i], " "), strings.Join(words[i:], " "), true
	}
	if i := strings.Index(s, ") "); i > 0 && strings.Count(s, "(") == 2 && strings.HasSuffix(s, ")") {
		a, b := s[:i+1], s[i+2:]
		if k, m := strings.Index(a, " ("), strings.Index(b, " ("); k > 0 && m > 0 && PersonCertainty(a[:k]) > 0 && PersonCertainty(b[:m]) > 0 {
			return a, text.Trim(b), true
		}
	}
	return "", "", false
}

// heads are nouns that begin names and stand in no other place of one twice, save behind a small word.
var heads = lexicon.Set("phrase.heads", "{organization head}{organization first-noun}")

func begins(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return text.BeginsName(r)
}

func isDash(w string) bool { return w == "–" || w == "—" || w == "-" }

// acronym reports whether a word is in capitals, with a stroke perhaps: "AJM", "MNPR/RN".
func acronym(w string) bool {
	n := utf8.RuneCountInString(w)
	return n >= 2 && n <= 10 && w == strings.ToUpper(w) && strings.ToLower(w) != w
}

// legalForm reports whether a word is a legal form and can be nothing else within a name.
func legalForm(w string) bool {
	bare := strings.Trim(w, ",;")
	low := strings.ToLower(bare)
	return len(bare) > 1 && (lexicon.CorporateSuffix.Has(low) || lexicon.CorporateSuffix.Has(strings.ReplaceAll(strings.Trim(low, "."), ".", ""))) && (bare == strings.ToUpper(bare) || len(bare) > 2)
}
