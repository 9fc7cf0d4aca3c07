package phrase

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// SignMark is what stands before a signature; proxy those that say that she signs for another.
var (
	SignMark = lexicon.Pattern("phrase.SignMark", `^(?:(?i:{pattern sign-mark}|/?s/)|{pattern proxy}) +`)
	proxy    = lexicon.Pattern("phrase.proxy", `^{pattern proxy} +`)
)

// WithoutSignMark takes "gez.", "i. A." and their like off a signature, which is a person's then; order is true where they say that she signs for
// another.
func WithoutSignMark(t string) (rest string, signed, order bool) {
	if !strings.ContainsAny(t[:min(len(t), 8)], "./:") {
		return t, false, false
	}
	m := SignMark.FindStringIndex(t)
	if m == nil {
		return t, false, false
	}
	return text.Trim(t[m[1]:]), true, proxy.MatchString(t)
}
