package letter_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
	"undersigned/internal/letter/rule"
)

// registered finds the ids of all rules: patterns and lists are registered when the program starts, decisions stand in the source.
func registered(t *testing.T) []string {
	t.Helper()
	ids := map[string]bool{}
	for _, id := range rule.Patterns() {
		ids[id] = true
	}
	for id := range rule.Words() {
		ids[id] = true
	}
	off := regexp.MustCompile(`rule\.Off\("([^"]+)"\)`)
	err := filepath.WalkDir(".", func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || filepath.Base(filepath.Dir(path)) == "rule" {
			return err
		}
		data, err := os.ReadFile(path)
		for _, m := range off.FindAllStringSubmatch(string(data), -1) {
			ids[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(ids))
}

// TestRulesHaveRows asks that each rule of the code has a row in rule/rules.tsv and each row a rule, in the order of their ids.
func TestRulesHaveRows(t *testing.T) {
	ids := registered(t)
	if len(ids) < 300 {
		t.Fatalf("only %d rules are found in the code", len(ids))
	}
	rows := map[string]bool{}
	last := ""
	for _, r := range rule.Table() {
		if r.ID <= last {
			t.Errorf("rule/rules.tsv: %s stands below %s: rows are in the order of their ids (LC_ALL=C sort)", r.ID, last)
		}
		last, rows[r.ID] = r.ID, true
		if !slices.Contains(ids, r.ID) {
			t.Errorf("rule/rules.tsv: no rule is called %s: delete its row", r.ID)
		} else if r.Kind != rule.KindOf(r.ID) {
			t.Errorf("rule/rules.tsv: %s is called a %s and is a %s", r.ID, r.Kind, rule.KindOf(r.ID))
		}
		if !strings.HasSuffix(r.Says, ".") || r.Says == unsaid || r.Example == "" || r.Example == r.Counterexample {
			t.Errorf("rule/rules.tsv: %s lacks a sentence or an example", r.ID)
		}
	}
	for _, id := range ids {
		if !rows[id] {
			t.Errorf("rule/rules.tsv lacks a row of %s; add, with tabs between and a sentence of yours:\n%s", id, draftRow(t, id))
		}
	}
}

// TestExamplesOfRules asks that each rule of a pattern or list matches its example and not its counterexample, and that each decision
// changes what is read of its example and nothing of its counterexample.
func TestExamplesOfRules(t *testing.T) {
	read := map[string]*example{}
	for _, r := range rule.Table() {
		if r.Kind != rule.Decision {
			if !rule.Matches(r.ID, r.Example) {
				t.Errorf("%s does not match its example %q", r.ID, r.Example)
			}
			if rule.Matches(r.ID, r.Counterexample) {
				t.Errorf("%s matches its counterexample %q", r.ID, r.Counterexample)
			}
			continue
		}
		for i, text := range []string{r.Example, r.Counterexample} {
			e := read[text]
			if e == nil {
				e = readExample(t, text)
				read[text] = e
			}
			if changes := e.without(t, r.ID) != e.answer; changes != (i == 0) {
				yes, no := draftCases(t, r.ID)
				t.Errorf("%s: without it, what is read of %q %s; the smallest case that changes is %q, one that does not %q: give one of these, or where none changes delete the rule",
					r.ID, text, map[bool]string{true: "changes", false: "stays the same"}[changes], yes, no)
			}
		}
	}
}

// example is a document whose reading with and without rules is compared.
type example struct {
	file   string
	data   []byte
	opened *letter.Opened
	asked  map[string]bool
	opens  map[string]bool // rules that opening it asks
	answer string
}

func readExample(t *testing.T, text string) *example {
	t.Helper()
	folder, file, body := rule.Document(text)
	e := &example{file: file, data: []byte(body)}
	if folder != "" {
		f := readFixture(t, folder)
		e.file, e.data = f.file, f.data
	}
	if file == "rule.pdf" {
		e.data = setPages(t, body)
	}
	if filepath.Ext(e.file) == ".pdf" {
		lettertest.NeedEngine(t)
	}
	e.asked, e.opens = map[string]bool{}, map[string]bool{}
	for _, id := range rule.Tracing(func() { e.opened = open(t, e.file, e.data) }) {
		e.opens[id] = true
	}
	for _, id := range rule.Tracing(func() { e.answer = answer(t, e.opened) }) {
		e.asked[id] = true
	}
	return e
}

func (e *example) without(t *testing.T, id string) string {
	t.Helper()
	if rule.KindOf(id) == rule.Decision && !e.asked[id] && !e.opens[id] {
		return e.answer
	}
	defer rule.Switch(id)()
	if e.opens[id] {
		return answer(t, open(t, e.file, e.data))
	}
	return answer(t, e.opened)
}

// open opens a document; nil for one that is not read as rules stand.
func open(t *testing.T, file string, data []byte) *letter.Opened {
	t.Helper()
	o, err := letter.Open(context.Background(), file, data, letter.Limits{})
	if err != nil && graph.CodeOf(err) == graph.Internal {
		t.Fatal(err)
	}
	if err != nil {
		return nil
	}
	return o
}

// answer is all that is read of a document.
func answer(t *testing.T, o *letter.Opened) string {
	t.Helper()
	if o == nil {
		return ""
	}
	d, err := o.Read(context.Background())
	if err != nil {
		return err.Error()
	}
	data, err := json.Marshal(struct {
		*letter.Draft
		Text             string
		Quotes, Warnings []string
		Record           graph.Letter
	}{d, d.Text, d.Quotes, d.Warnings, d.Letter("")})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// setPages sets a PDF of lines "x y size text" in points from the lower left, in Helvetica, in bold type where "b" stands before the text, or in
// dingbats where "z" does; a line "page" begins a page.
func setPages(t *testing.T, lines string) []byte {
	t.Helper()
	var pages []string
	var page strings.Builder
	encode := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "•", "\x95", "–", "\x96", "é", "\xe9")
	for line := range strings.SplitSeq(lines, "\n") {
		if line == "page" {
			pages = append(pages, page.String())
			page.Reset()
			continue
		}
		f := strings.SplitN(line, " ", 4)
		if len(f) < 4 {
			t.Fatalf("%q is no line of a page", line)
		}
		font := "F"
		for prefix, other := range map[string]string{"b ": "B", "z ": "Z"} {
			if rest, ok := strings.CutPrefix(f[3], prefix); ok {
				font, f[3] = other, rest
			}
		}
		fmt.Fprintf(&page, "BT /%s %s Tf %s %s Td (%s) Tj ET\n", font, f[2], f[0], f[1], encode.Replace(f[3]))
	}
	pages = append(pages, page.String())
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Font<</F 4 0 R/B 5 0 R/Z 6 0 R>>>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>", "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"}
	kids := ""
	for _, p := range pages {
		n := len(objects) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 3 0 R/Contents %d 0 R>>", n+1), fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(p), p))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, len(pages))
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", len(objects)+1, xref)
	return []byte(b.String())
}
