package layouts

import (
	"bytes"
	"html"
	"slices"
	"strings"
	"testing"
)

// TestEveryPairIsPrinted asks goes, not cover, which pairs there are: each that some layout has is in one of the array.
func TestEveryPairIsPrinted(t *testing.T) {
	all := Layouts()
	if len(all) < 40 {
		t.Fatalf("there are %d layouts", len(all))
	}
	have := map[pair]bool{}
	for _, l := range all {
		for a := range axes {
			for b := a + 1; b < axes; b++ {
				if !goes(a, l[a], b, l[b]) {
					t.Fatalf("%s: the %s does not go with the %s", l, axisNames[a], axisNames[b])
				}
				have[pair{a, l[a], b, l[b]}] = true
			}
		}
	}
	for p, want := range map[[2]string]bool{{"html-old", "logo-title"}: true, {"text-wrapped", "logo-title"}: false} {
		m, e := slices.Index(Axes()[axMedium].Values, p[0]), slices.Index(Axes()[axEntry].Values, p[1])
		if have[pair{axMedium, m, axEntry, e}] != want {
			t.Errorf("%v is printed: %v, want %v", p, !want, want)
		}
	}
	values := Axes()
	for a := range axes {
		for va := range values[a].Values {
			for b := a + 1; b < axes; b++ {
				for vb := range values[b].Values {
					if pdf := a == axMedium && media[va].program != ""; pdf || have[pair{a, va, b, vb}] || !goes(a, va, b, vb) {
						continue
					}
					l := empty()
					l[a], l[b] = va, vb
					if c := (&coverer{values: indices()}); c.completes(l) {
						t.Errorf("no layout has %s and %s", values[a].Values[va], values[b].Values[vb])
					}
				}
			}
		}
	}
}

// indices are all values of all axes but media that are PDFs.
func indices() [axes][]int {
	var all [axes][]int
	for a, axis := range Axes() {
		for v := range axis.Values {
			if a != axMedium || media[v].program == "" {
				all[a] = append(all[a], v)
			}
		}
	}
	return all
}

// TestGoldIsPrinted looks for the names of the gold in the bytes of media that are text.
func TestGoldIsPrinted(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range Layouts() {
		d, err := Print(l)
		if err != nil {
			t.Error(err)
			continue
		}
		again, _ := Print(l)
		if !bytes.Equal(d.Data, again.Data) {
			t.Errorf("%s is printed in two ways", l)
		}
		if seen[l.String()] {
			t.Errorf("%s is there twice", l)
		}
		seen[l.String()] = true
		if m := l.medium(); m.extension == "pdf" || m.extension == "docx" || strings.HasSuffix(l.entry().name, "lines") {
			continue
		}
		text := folded(html.UnescapeString(string(d.Data)))
		for _, s := range d.Gold.Signatories {
			if !strings.Contains(text, folded(s.As)) {
				t.Errorf("%s does not print %q", l, s.As)
			}
		}
		if n, want := len(d.Gold.Signatories)+d.Gold.Individuals, sizes[l[axSize]]; d.Gold.Signed == "signed" && n != want && n != want+3 && n != want+5 {
			t.Errorf("%s: %d signatories", l, n)
		}
	}
}

// TestWordsAreWhole holds the languages to one set of keys, with as many words for those that are read by their number.
func TestWordsAreWhole(t *testing.T) {
	for i, w := range dictionaries {
		for key := range dictionaries[0] {
			if len(w[key]) == 0 {
				t.Errorf("%s has no words for %s", languages[i], key)
			}
		}
		if len(w) != len(dictionaries[0]) {
			t.Errorf("%s has %d keys and %s has %d", languages[i], len(w), languages[0], len(dictionaries[0]))
		}
		for _, key := range []string{"menu", "related", "sponsors", "form", "comments", "members", "further", "thanks", "contact", "countries"} {
			if len(w[key]) != len(dictionaries[0][key]) {
				t.Errorf("%s has %d words for %s, %s has %d", languages[i], len(w[key]), key, languages[0], len(dictionaries[0][key]))
			}
		}
	}
}
