package phrase

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
)

// Initial is the letter by which a name is sorted, without accent: articles and titles do not count.
func Initial(s string) string {
	s = strings.ToLower(s)
	for {
		first, rest, ok := strings.Cut(s, " ")
		if !ok || !lexicon.Honorifics.Has(strings.Trim(first, ".,")) {
			return LetterOf(CutArticle(s))
		}
		s = rest
	}
}

// CutArticle takes an article off the beginning of a text in lower case.
func CutArticle(s string) string {
	return WithoutArticle(s)
}

// LetterOf returns the first letter or digit of a text, without accent; "" where there is none.
func LetterOf(s string) string {
	for _, r := range norm.NFD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return string(r)
		}
	}
	return ""
}

// Alphabetical returns which texts belong to the longest run in alphabetical order (the first such by position), and its
// share of the texts that may begin a name. wraps says of each how surely it goes on with the one above: 2 surely, and then it begins none.
// Patience sorting, O(n log n).
func Alphabetical(texts []string, wraps []int) (in []bool, share float64) {
	in = make([]bool, len(texts))
	keys := make([]string, len(texts))
	tops := []int{} // the line that ends the best run of each length
	prev := make([]int, len(texts))
	starts := 0
	for i := range texts {
		prev[i] = -1
		if wraps[i] == 2 {
			continue
		}
		starts++
		keys[i] = graph.Fold(CutArticle(strings.ToLower(texts[i])))
		lo, hi := 0, len(tops)
		for lo < hi {
			if mid := (lo + hi) / 2; keys[tops[mid]] <= keys[i] {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		if lo > 0 {
			prev[i] = tops[lo-1]
		}
		if lo == len(tops) {
			tops = append(tops, i)
		} else {
			tops[lo] = i
		}
	}
	if len(tops) == 0 {
		return in, 0
	}
	for i := tops[len(tops)-1]; i >= 0; i = prev[i] {
		in[i] = true
	}
	return in, float64(len(tops)) / float64(starts)
}
