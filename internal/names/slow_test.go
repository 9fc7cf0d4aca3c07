package names_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestLongNames: names made to cost much are compared within a moment.
func TestLongNames(t *testing.T) {
	long := func(word, between string) string {
		var b strings.Builder
		for i := range 60 {
			fmt.Fprintf(&b, "%s%cx%d%s", word, 'a'+rune(i%26), i*7919%1000, between)
		}
		return b.String()
	}
	for _, c := range [][2]string{
		{long("lantern", ", "), long("lanterm", " / ")},
		{long("internationalisation", " "), long("internationalization", " ")},
		{strings.Repeat("A ", 40), "AAAAAAAAAAAB"},
		{strings.Repeat("of the ", 60), "OTOTOTOTOTOT"},
		{strings.Repeat("ab ", 60) + "(ABABABABABAB)", strings.Repeat("ab, ", 60)},
		{strings.Repeat("聖", 300), strings.Repeat("德", 300)},
	} {
		start := time.Now()
		pair(c[0], c[1])
		if took := time.Since(start); took > 500*time.Millisecond {
			t.Errorf("%.40q and %.40q take %v", c[0], c[1], took)
		}
	}
}
