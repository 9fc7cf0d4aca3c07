package graph

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// FuzzCleanNameAndSlug: the short ways for ASCII give what the long ones do.
func FuzzCleanNameAndSlug(f *testing.F) {
	for _, s := range []string{"", " ", "a", "A  b", " a", "a ", "Salt & Union", "O'Neil's e.V.", "ÄÖ x", "a\tb", "a\x00b", "a\x7fb", "A-B--C", strings.Repeat("Long Name ", 9)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := CleanName(s), strings.Join(strings.Fields(norm.NFC.String(s)), " "); got != want {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
		// A letter beyond ASCII that leaves nothing behind takes the long way.
		if got, want := slug(s), slug(s+"\u0301"); len(s) > 0 && s[len(s)-1] < 0x80 && got != want {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
	})
}
