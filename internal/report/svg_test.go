package report

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// TestLinesOfOtherScripts: they name the font they were measured with, keep their width, and say when they read from the right.
func TestLinesOfOtherScripts(t *testing.T) {
	n := sample(5, 20, 4, 40, 2)
	o := &n.Organizations[3]
	o.Letters = 99
	for name, want := range map[string]string{
		"منظمة ABC":  `text-anchor="middle" direction="rtl"`,
		"עמותה":      `'Noto Sans Hebrew', sans-serif"`,
		"市民の会":       `'Droid Sans Fallback', 'Noto Sans CJK SC'`,
		"Forum عرب":  `'Noto Sans Arabic', sans-serif"`,
		"Forum 2021": `font-size="`,
	} {
		o.Name = name
		line := ""
		for l := range strings.Lines(svg(t, n, Options{Labels: 1})) {
			if strings.Contains(l, ">"+name+"</text>") {
				line = l
			}
		}
		if got := attribute(line, "textLength"); !strings.Contains(line, want) || math.Abs(got-typeset(sans, name).width*attribute(line, "font-size")) > .1 {
			t.Errorf("%s: no %s, or not its width, in %s", name, want, line)
		}
		if rtl := strings.Contains(line, `direction="rtl"`); rtl != (name[0] > 'z' && name[0] < 0xe0) {
			t.Errorf("%s: from the right is %v", name, rtl)
		}
		if other := strings.Contains(line, "Noto Sans"); other == (name == "Forum 2021") {
			t.Errorf("%s: other fonts are named: %v", name, other)
		}
	}
}

func attribute(line, name string) (v float64) {
	_, after, _ := strings.Cut(line, " "+name+`="`)
	_, _ = fmt.Sscanf(after, "%f", &v)
	return v
}
