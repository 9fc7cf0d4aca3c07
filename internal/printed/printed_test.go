package printed

import (
	"strings"
	"testing"
	"unicode/utf8"

	"undersigned/graph"
)

func TestShown(t *testing.T) {
	rivers := []string{"Rivers Alive"}
	for name, c := range map[string]struct {
		line Line
		want string
	}{
		"the name alone":         {Line{Text: "  * Rivers Alive", Names: rivers}, "  * Rivers Alive"},
		"numbered":               {Line{Text: "12. Rivers Alive", Names: rivers}, "12. Rivers Alive"},
		"words about it":         {Line{Text: "Rivers Alive – for clean water everywhere (Ghana)", Names: rivers}, "Rivers Alive – for clean water everywhere (Ghana)"},
		"a form's row":           {Line{Text: "2024/05/01 10:11:12 AM GMT+2, Rivers Alive, Ghana, Ada Example, Director, ada@rivers.example", Names: rivers, Facts: []string{"Ghana"}, Row: true}, "Rivers Alive, Ghana"},
		"cells of a page":        {Line{Text: "Rivers Alive | Ghana | Ada Example | ada@rivers.example", Names: rivers}, "Rivers Alive | Ghana"},
		"fields":                 {Line{Text: "organization: Rivers Alive, country: Ghana, contact: Ada Example", Names: rivers, Row: true}, "organization: Rivers Alive, country: Ghana"},
		"signed for":             {Line{Text: "On behalf of Rivers Alive: Mary Miller", Names: rivers, Row: true}, "Rivers Alive"},
		"before the name":        {Line{Text: "Mary Miller, Director, Rivers Alive", Names: rivers, Row: true}, "Rivers Alive"},
		"in brackets":            {Line{Text: "Rivers Alive (contact: Mary Miller, +49 30 1234567), Accra", Names: rivers}, "Rivers Alive, Accra"},
		"behind a dash":          {Line{Text: "Rivers Alive – Mary Miller – clean water for all", Names: rivers}, "Rivers Alive – clean water for all"},
		"a person signs":         {Line{Text: "Signed by Rivers Alive, Q Zu, Palm Net", Names: rivers, Persons: []string{"Q Zu"}}, "Signed by Rivers Alive, Palm Net"},
		"raw CSV":                {Line{Text: `"Gamma ""Group""",L1,2020-01-05,WTO,x@y.example`, Names: []string{`Gamma "Group"`}, Facts: []string{"L1", "2020-01-05", "WTO"}, Row: true}, `"Gamma ""Group""",L1,2020-01-05,WTO`},
		"a clean row":            {Line{Text: "Rivers Alive,L1,2020-01-05,WTO", Names: rivers, Facts: []string{"L1", "WTO"}, Date: graph.Date{Year: 2020, Month: 1, Day: 5}, Row: true}, "Rivers Alive,L1,2020-01-05,WTO"},
		"a printed date":         {Line{Text: "Rivers Alive\tJanuary 5, 2020\tMary Miller", Names: rivers, Date: graph.Date{Year: 2020, Month: 1}, Row: true}, "Rivers Alive\tJanuary 5, 2020"},
		"midnight":               {Line{Text: "Rivers Alive; 2020-01-05 00:00:00; 17:20", Names: rivers, Date: graph.Date{Year: 2020, Month: 1, Day: 5}, Row: true}, "Rivers Alive; 2020-01-05"},
		"another date":           {Line{Text: "Rivers Alive, 2020-02-01, (0151) 2345670, 12", Names: rivers, Date: graph.Date{Year: 2020, Month: 1}, Row: true}, "Rivers Alive"},
		"numbered row":           {Line{Text: "12. Rivers Alive | Mary", Names: rivers}, "12. Rivers Alive"},
		"name in address":        {Line{Text: "Ada; ada@Ada.example; Ada@x.example", Names: []string{"Ada"}, Row: true}, "Ada"},
		"comma in the name":      {Line{Text: "Rivers, Lakes and Ponds, Inc., Mary Miller", Names: []string{"Rivers, Lakes and Ponds, Inc."}, Row: true}, "Rivers, Lakes and Ponds, Inc."},
		"name not found":         {Line{Text: "Rivers Al-\nive, ada@rivers.example", Names: rivers}, "Rivers Alive"},
		"nobody is known":        {Line{Text: "Mary Miller, Professor", Row: true}, ""},
		"left out, with address": {Line{Text: "Palm Alliance – Bo Beispiel, bo@palm.example"}, "Palm Alliance"},
		"Chinese":                {Line{Text: "和平网络，联系人 ada@rivers.example", Names: []string{"和平网络"}}, "和平网络"},
	} {
		if got := c.line.Shown(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"Write to press@rivers.example or call +49 30 123 45 67.", "Write to … or call …."},
		{"Mary Miller, Rivers Alive", "…, Rivers Alive"},
		{"Press contact: Anna Schmidt, Rivers Alive (+49 30 1234567)", "Press contact: …, … (…)"},
		{"Press contact: Anna Schmidt, Rivers Alive", "Press contact: …, Rivers Alive"},
		{"Palm Alliance – Bo Beispiel, Executive Director, bo@palm.example", "Palm Alliance – …, Executive Director, …"},
		{"We ask Anna Schmidt, the minister, to act.", "We ask Anna Schmidt, the minister, to act."},
		{"In 2019/2020 and on 2021-05-06, 1,234,567 people at 10:30 am.", "In 2019/2020 and on 2021-05-06, 1,234,567 people at 10:30 am."},
		{"Follow @rivers", "Follow @rivers"},
	} {
		if got := Text(c.line, []string{"Mary Miller"}); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// What is shown never says how to reach somebody.
func FuzzShown(f *testing.F) {
	f.Add("2024/05/01 10:11 AM, Rivers Alive, Ghana, Ada Example, ada@rivers.example", "Rivers Alive", "Ghana", true)
	f.Add("a(b)c)(d@e.f[", "b", "", false)
	f.Fuzz(func(t *testing.T, text, name, fact string, row bool) {
		if len(text) > 2000 || !utf8.ValidString(text) || !utf8.ValidString(name) || strings.Contains(name, "@") || strings.Contains(fact, "@") || personal(name) || personal(fact) {
			t.Skip()
		}
		l := Line{Text: text, Names: []string{name}, Facts: []string{fact}, Row: row}
		if got := l.Shown(); reachable(got) {
			t.Errorf("%q is shown as %q", text, got)
		}
	})
}
