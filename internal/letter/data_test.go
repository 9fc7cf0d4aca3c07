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

// TestDataLists reads lists whose file's name says what they are. The cases data-* of testdata hold the other forms.
func TestDataLists(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"file says it":       {"site-logos.yml", "- title: Salt Union\n  image: salt.svg\n- title: Pier\n  image: pier.svg\n", "1 Salt Union\n3 Pier\n"},
		"json lines":         {"partners.jsonl", "{\"name\":\"Salt Union\"}\n{\"name\":\"Pier\"}\n", "1 Salt Union\n2 Pier\n"},
		"a dash forgotten":   {"logos.yml", "- image: a.png\n  alt_text: Salt Union\n  image: b.png\n  alt_text: Pier\n", "2 Salt Union\n4 Pier\n"},
		"person for herself": {"signatories.json", `[{"name": "Jane Roe", "role": "Teacher", "organisation": ""}]`, "1 Jane Roe (Teacher) p\n"},
		"group with contact": {"signatories.json", `[{"type": "organization", "name": "Salt Union", "affiliation": "Jane Roe, co-founder"}]`, "1 Salt Union (Jane Roe, co-founder)\n"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := letter.Extract(context.Background(), c.file, []byte(c.data), letter.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if got := rowsText(d); got != c.want || d.Kind != "list" {
				t.Errorf("kind %s, rows\n%s\nwant\n%s\nleft out %+v", d.Kind, got, c.want, d.LeftOut)
			}
			checkDraft(t, d)
		})
	}
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
	f.Add([]byte("- |\n  a\n- >\n  b\n- &x c\n- *x\n? d\n: e\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"partners.yml", "partners.json", "a.yml"} {
			extractAny(t, name, data)
		}
	})
}
