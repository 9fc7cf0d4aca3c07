package letter_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// rowsText prints rows for comparison: "line name [country] (note) p" for persons, "-" for withdrawn ones.
func rowsText(d *letter.Draft) string {
	var b strings.Builder
	for _, r := range d.Signatories {
		fmt.Fprintf(&b, "%d %s", r.Line, r.Name)
		if r.Country != "" {
			fmt.Fprintf(&b, " [%s]", r.Country)
		}
		if r.Note != "" {
			fmt.Fprintf(&b, " (%s)", r.Note)
		}
		if r.Type == graph.TypePerson {
			b.WriteString(" p")
		}
		if r.Withdrawn {
			b.WriteString(" -")
		}
		if len(r.Evidence) > 1 {
			fmt.Fprintf(&b, " twice")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestDataAbout asks for title, date, language and kind from the top, and for what was left out.
func TestDataAbout(t *testing.T) {
	d := extract(t, "pool.yaml", "title: Keep the pool\ndate: 2021-05-06\nlang: en-US\nkind: statement\nposts:\n- One\n- Two\nsignatories:\n- Salt Union\n- https://salt.example\n")
	if d.Title != "Keep the pool" || d.Date != "2021-05-06" || d.Language != "en" || d.Kind != "statement" || d.Medium != "yaml" || len(d.Signatories) != 1 {
		t.Errorf("%+v", d)
	}
	if len(d.LeftOut) != 2 || d.LeftOut[0].Line != 6 || !strings.Contains(d.LeftOut[0].Why, `"posts", which is not said to be of signatories (2 entries)`) || d.LeftOut[1].Line != 10 {
		t.Errorf("left out %+v", d.LeftOut)
	}
	if d := extract(t, "2020-03-04-partners.json", `["Salt Union"]`); d.Date != "2020-03-04" || d.Medium != "json" {
		t.Errorf("%+v", d)
	}
}

// TestDataRefused gives what is no list, and what would be slow or deep.
func TestDataRefused(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		code graph.Code
		says string
	}{
		"empty.yml":    {"# nothing\n", graph.Invalid, "no list of organizations"},
		"package.json": {`{"name":"x","scripts":{"a":"b"},"keywords":["a","b"]}`, graph.Invalid, "no list of organizations"},
		"aliases.json": {`[["Salt Union","SU"],["Pier","P"]]`, graph.Invalid, "no list of organizations"},
		"letters.yml":  {"letters:\n- title: One\n  organizations: [Salt Union]\n", graph.Unsupported, "letters of its own (1)"},
		"broken.yml":   {"organizations:\n- a: b: c\n", graph.Invalid, "line 2"},
		"cut.json":     {`{"organizations": ["Salt`, graph.Invalid, "cut off"},
		"broken.json":  {"{\"organizations\": [\n\"Salt\",,]}", graph.Invalid, "line 2"},
		"deep.json":    {strings.Repeat("[", 5000) + strings.Repeat("]", 5000), graph.TooLarge, "deep"},
		"deep.yml":     {strings.Repeat("[", 5000) + strings.Repeat("]", 5000), graph.TooLarge, "deep"},
		"dashes.yml":   {strings.Repeat("- ", 5000) + "a", graph.TooLarge, "deep"},
		"nested.yml":   {"a:\n" + nest(60), graph.TooLarge, "deep"},
		"rows.yml":     {"organizations:\n" + strings.Repeat("- Salt Union\n", 200), graph.TooLarge, "limit"},
	} {
		_, err := letter.Extract(context.Background(), name, []byte(c.data), letter.Limits{Rows: 100})
		if graph.CodeOf(err) != c.code || !strings.Contains(graph.MessageOf(err), c.says) {
			t.Errorf("%s: %s %v, want %s and %q", name, graph.CodeOf(err), err, c.code, c.says)
		}
	}
}

func nest(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i+1) + "a:\n")
	}
	return b.String()
}

// TestDataAliases asks that the references of YAML are not followed: nine lines of them could stand for gigabytes.
func TestDataAliases(t *testing.T) {
	text := "a: &a [x, x, x]\nb: &b [*a, *a, *a]\norganizations: [Salt Union, *b]\nmore: {<<: *a}\n"
	d := extract(t, "a.yml", text)
	if len(d.Signatories) != 1 || len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "references") {
		t.Errorf("%s, warnings %q", rowsText(d), d.Warnings)
	}
}

// FuzzExtractData asks of any YAML and JSON what FuzzExtractText asks.
func FuzzExtractData(f *testing.F) {
	f.Add([]byte("organizations:\n- Salt Union, Chile\n- name: Pier\n  country: Peru\n"))
	f.Add([]byte(`{"partners":[{"name":"Salt","title":"x"},{"first_name":"A","last_name":"B","organization":"C"}],"en":{"logos":{"A":"https://a.example","B":"b.png","C":"https://c.example"}}}`))
	f.Add([]byte(`{"":{"":{"":0://,"":".png","":0://}}}`)) // ended the program once
	f.Add([]byte(`{"":[{"nAme":0,"lAst":A}]}`))
	f.Add([]byte("- |\n  a\n- >\n  b\n- &x c\n- *x\n? d\n: e\n"))
	f.Add([]byte("var a = [{name: 'Salt Union', b: [1, 2,], /* c */ \"d\": `e`}]; f({\"1\": {\"name\": \"x\"}})"))
	f.Add([]byte(`{"columns": ["organization"], "data": [["Salt Union"], []], "records": [{"fields": {"name": {"rendered": "x"}}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"partners.yml", "partners.json", "a.yml", "a.js"} {
			extractAny(t, name, data)
		}
	})
}

// TestDataShapes reads the shapes in which programs and exports write a list down: the same three names each time.
func TestDataShapes(t *testing.T) {
	for file, data := range map[string]string{
		"keyed.json":      `{"1": {"organization": "Salt Union"}, "2": {"organization": "Pier Friends", "country": "Chile"}, "3": {"organization": "Dune Trust"}}`,
		"ids.json":        `{"signatories": {"su": {"name": "Salt Union"}, "pf": {"name": "Pier Friends"}, "dt": {"name": "Dune Trust"}}}`,
		"keyed.yml":       "signatories:\n  a1:\n    name: Salt Union\n  a2:\n    name: Pier Friends\n  a3:\n    name: Dune Trust\n",
		"supporters.json": `[{"id": 4, "title": {"rendered": "Salt Union"}}, {"id": 5, "title": {"rendered": "Pier Friends"}}, {"id": 6, "title": {"rendered": "Dune Trust"}}]`,
		"lines.jsonl":     "{\"organization\": \"Salt Union\"}\n{\"organization\": \"Pier Friends\"}\n{\"organization\": \"Dune Trust\"}\n",
		"var.json":        "var orgs =\n[{\"name\":\"Salt Union\"},{\"name\":\"Pier Friends\"},{\"name\":\"Dune Trust\"}];",
		"list.js":         "// who signed\nexport const signatories: Org[] = [\n  {name: 'Salt Union', url: \"https://s.example\"},\n  {name: `Pier Friends`,},\n  /* new */ {name: 'Dune Tr\\u0075st'},\n];\nfunction f(a) { return [a, 1 + 2] }\n",
		"exports.js":      "const path = require('path')\nmodule.exports = {\n organizations: ['Salt Union', 'Pier Friends', 'Dune Trust'],\n}",
		"callback.json":   `showSignatories(["Salt Union", "Pier Friends", "Dune Trust"]);`,
		"remarks.json":    "{\n // ours\n \"organizations\": [\"Salt Union\", \"Pier Friends\", \"Dune Trust\",],\n}",
		"cells.json":      `[["Organization", "Country"], ["Salt Union", "Chile"], ["Pier Friends", ""], ["Dune Trust", "Peru"]]`,
		"columns.json":    `{"columns": ["organization", "id"], "data": [["Salt Union", 1], ["Pier Friends", 2], ["Dune Trust", 3]]}`,
		"records.json":    `{"records": [{"id": "rec1", "fields": {"Organization": "Salt Union"}}, {"id": "rec2", "fields": {"Organization": "Pier Friends"}}, {"id": "rec3", "fields": {"Organization": "Dune Trust"}}]}`,
		"places.geojson":  `{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"organization": "Salt Union"}}, {"type": "Feature", "properties": {"organization": "Pier Friends"}}, {"type": "Feature", "properties": {"organization": "Dune Trust"}}]}`,
		"edges.json":      `{"data": {"signatories": {"edges": [{"node": {"name": "Salt Union"}}, {"node": {"name": "Pier Friends"}}, {"node": {"name": "Dune Trust"}}]}}}`,
	} {
		d := extract(t, file, data)
		var names []string
		for _, r := range d.Signatories {
			names = append(names, r.Name)
			if r.Type != graph.TypeOrganization {
				t.Errorf("%s: %q is a %s", file, r.Name, r.Type)
			}
		}
		if got := strings.Join(names, ", "); got != "Salt Union, Pier Friends, Dune Trust" {
			t.Errorf("%s: %s; left out %+v", file, got, d.LeftOut)
		}
	}
}

// TestDataNoList asks that the settings of a site, and programs, are no lists of signatories.
func TestDataNoList(t *testing.T) {
	for file, data := range map[string]string{
		"settings.json": `{"home": {"title": "Home", "url": "/"}, "about": {"title": "About us", "url": "/a"}, "press": {"title": "Press", "url": "/p"}}`,
		"code.js":       "const a = [b(1), 2]\nfunction f() { return {x: y ? 1 : 2} }\n",
		"open.js":       "var x = [" + strings.Repeat("{a: [", 2000),
		"starts.js":     strings.Repeat("a=[{", 20000),
	} {
		if d, err := letter.Extract(context.Background(), file, []byte(data), letter.Limits{}); err == nil {
			t.Errorf("%s: %s", file, rowsText(d))
		}
	}
}
