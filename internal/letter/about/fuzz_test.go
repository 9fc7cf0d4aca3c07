package about

import (
	"strings"
	"testing"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// FuzzSentence gives any sentence to what reads dates, claims, bodies and addressees in one. Property: nothing panics; every date, claim and body
// is a part of the sentence, from left to right; a claimed number is at least three.
func FuzzSentence(f *testing.F) {
	for _, s := range []string{"More than two hundred organizations signed on 5.–6. Mai 2021.", "Salt Union and 17 other groups", "quatre-vingt-dix-neuf associations, 1 200 chercheurs", "the Ministry of Pools and the Council (CoH)",
		"Dear Chairman Doe and Senators Roe and Poe,", "fünfundzwanzighundert Verbände", "(27 groups) 2018/12/partners", "06.05.21", "May 32, 2021", "einhunderttausend", "\u00a0and\u202f12 groups", "Members of the", "of of of Congress"} {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, s, language string) {
		if len(s) > 1<<12 {
			t.Skip()
		}
		at := 0
		for _, d := range phrase.DatesOf(s, language, true) {
			if d.Start < at || d.End <= d.Start || d.End > len(s) {
				t.Fatalf("in %q a date stands at %d to %d, after %d", s, d.Start, d.End, at)
			}
			at = d.End
		}
		at = 0
		for _, b := range bodiesIn(s) {
			if b[0] < at || b[1] <= b[0] || b[1] > len(s) {
				t.Fatalf("in %q a body stands at %v, after %d", s, b, at)
			}
			at = b[1]
		}
		c := ClaimIn(s, true)
		if c.Organizations != nil && *c.Organizations < 3 || c.Individuals != nil && *c.Individuals < 3 || !strings.Contains(s, string(c.Text)) {
			t.Fatalf("%q claims %q", s, c.Text)
		}
		for _, part := range splitAddressees(s) {
			parseAddressee(part)
		}
		readAddress(&document.Piece{Lines: []document.Line{{Text: text.Trim(s) + "x"}, {Text: "President"}}})
		bodyOf(s)
	})
}
