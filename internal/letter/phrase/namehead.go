package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// romanceOf are the words for "of" after which a noun belongs to the name.
var romanceOf = lexicon.Set("phrase.romanceOf", "{function-word romance-of}")

// WithoutArticle takes an article in lower case off the beginning of a name in running text.
func WithoutArticle(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && (Articles.Has(first) || germanArticles.Has(first)) {
		return rest
	}
	return s[elidedArticles.Begin(s):]
}

var elidedArticles = lexicon.PartsOf("{function-word elided-article}")

// CutCapital takes an article off that is written large, as English and French ones are at the beginning of names.
func CutCapital(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && first != strings.ToLower(first) && articlesWithin.Is(strings.ToLower(first)) {
		return rest
	}
	return s
}

var articlesWithin = lexicon.PartsOf("{function-word name-article}")

// NameHead returns the part of a text that reads as a name: words in upper case with small words between them. What follows a name in a
// sentence ("... urged Congress") is not part of it.
func NameHead(s string) string {
	s = text.Trim(s)
	s = WithoutArticle(s)
	end, depth := 0, 0
	of := false // within "de la ...", where Romance languages write nouns small
	for i := 0; i < len(s); {
		for i < len(s) && s[i] == ' ' {
			i++
		}
		j := i
		for j < len(s) && s[j] != ' ' {
			j++
		}
		if j == i {
			break
		}
		w := s[i:j]
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(“\"'‘"))
		inside := depth > 0
		depth += strings.Count(w, "(") - strings.Count(w, ")")
		switch {
		case inside || text.BeginsName(first) || unicode.IsDigit(first) || strings.HasPrefix(w, "("):
			end = j
		case w == "&" || w == "–" || w == "-" || lexicon.SmallWords.Has(w):
			if !Articles.Has(w) {
				of = romanceOf.Has(w)
			}
			i = j
			continue
		case of || end > 0 && (strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "d'")):
			end = j
		case w != strings.ToLower(w) || strings.Contains(w, "."): // eFoundation, example.org
			end = j
		default:
			return text.Trim(strings.TrimRight(s[:end], " ,;:"))
		}
		if j > i && strings.HasSuffix(w, ":") {
			break
		}
		i, of = j, false
	}
	return text.Trim(strings.TrimRight(s[:end], " ,;:"))
}

// Articles stand before names in running text.
var Articles = lexicon.Set("phrase.Articles", "{function-word article}")

// OwnSpelling reports whether a word in lower case is a name that spells itself so: it has a full stop within ("example.org"), capitals
// within ("eFoundation"), or is one long word where names stand.
func OwnSpelling(part string) bool {
	if rule.Off("phrase.OwnSpelling") {
		return false
	}
	p := strings.Trim(part, ". ")
	if first, _, more := strings.Cut(p, " "); more && strings.IndexFunc(first, unicode.IsUpper) > 0 {
		return true
	}
	if strings.ContainsRune(p, ' ') || lexicon.CorporateSuffix.Has(strings.ToLower(p)) || lexicon.OwnWords.Has(p) || lexicon.RoleWords.Has(p) {
		return false
	}
	return strings.Contains(p, ".") || p != strings.ToLower(p) || len(p) >= 6 && text.IsLower(p)
}
