package evaluate

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/letter/rule"
)

var update = flag.Bool("update", false, "write the report on rules anew; read the difference before you commit it")

// TestAblation holds what each rule earns on our own cases against a report that is reviewed: a rule that earns nothing goes, or gets a case.
// The report is written anew with -update.
func TestAblation(t *testing.T) {
	if testing.Short() {
		t.Skip("the ablation takes half a minute")
	}
	a, err := Ablate(context.Background(), nil, filepath.FromSlash("../letter/testdata"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := a.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(b.String()) {
		lines = append(lines, strings.TrimSpace(line))
	}
	got := strings.Join(lines, "\n") + "\n"
	const file = "testdata/ablation.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	was := strings.Split(string(want), "\n")
	for _, line := range lines {
		if !slices.Contains(was, line) {
			t.Errorf("now:  %s", line)
		}
	}
	for _, line := range was {
		if !slices.Contains(lines, line) {
			t.Errorf("was:  %s", line)
		}
	}
}

// TestAblateFindsTheRule asks that names whose marks one rule cuts keep them without it, and that all rules are on again afterwards.
func TestAblateFindsTheRule(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "pledge", "input.txt"), "We keep the pool open because our town needs it and we all swim.\n\nSigned by:\n\nSalt Union [2]\nPier Friends [3]\nRiver Watch [4]\n")
	for range 2 { // the second time shows that nothing stayed off
		a, err := Ablate(context.Background(), nil, dir)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(a.Rules, func(r Rule) bool { return r.ID == "phrase.marks" })
		if i < 0 {
			t.Fatal("the pattern of marks at the ends of names is not among the rules")
		}
		if r := a.Rules[i]; r.Names != 3 || r.NamesWithout != 3 || r.ChangedCases != 1 || r.Kind != PatternRule || a.Cases != 1 || a.Documents != 0 {
			t.Errorf("without %s the case loses %d names, gains %d, in %d cases of %d", r.ID, r.Names, r.NamesWithout, r.ChangedCases, a.Cases)
		}
	}
	if _, err := Ablate(context.Background(), nil, t.TempDir()); err == nil {
		t.Error("a folder without cases is measured")
	}
}

// TestAblationOfGold asks that a rule is credited with the rows that are right because of it.
func TestAblationOfGold(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "letters", "a.txt"), "We keep the pool open because our town needs it and we all swim.\n\nSigned by:\n\nSalt Union [2]\nPier Friends [3]\nRiver Watch [4]\n")
	write(t, filepath.Join(dir, "gold", "p", "a.json"), `{"document": "letters/a.txt", "signatory_kind": "signed", "signatories": [{"as": "Salt Union", "type": "organization"}, {"as": "River Watch", "type": "organization"}]}`)
	a, err := Ablate(context.Background(), []string{filepath.Join(dir, "gold")}, "")
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(a.Rules, func(r Rule) bool { return r.ID == "phrase.marks" })
	if r := a.Rules[i]; r.Right != 2 || r.Wrong != -2 || r.Changed != 1 || a.Documents != 1 || a.Cases != 0 {
		t.Errorf("%s earns %d right and %d wrong rows in %d documents of %d", r.ID, r.Right, r.Wrong, r.Changed, a.Documents)
	}
}

// TestRuleIDs asks that ids agree with the code: the package, for a method its type, and the name of the function or variable; each stands once.
func TestRuleIDs(t *testing.T) {
	inFunction := regexp.MustCompile(`^func (?:\([a-z]* ?\*?(\w+)\) )?(\w+)(?:\[[^\]]*\])?\(.*\{$`)
	off := regexp.MustCompile(`rule\.Off\("([^"]+)"\)`)
	variable := regexp.MustCompile(`(\w+) += (?:text\.|lexicon\.)?(?:Lazy(?:From)?|Pattern|PhrasesOf|Words|Set(?:From)?)\("([^"]+)"`)
	seen := map[string]bool{}
	err := filepath.WalkDir(filepath.FromSlash("../letter"), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || filepath.Base(filepath.Dir(path)) == "rule" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		pkg, above := filepath.Base(filepath.Dir(path)), ""
		for line := range strings.Lines(string(data)) {
			line = strings.TrimRight(line, "\n")
			id, want := "", ""
			if m := off.FindStringSubmatch(line); m != nil {
				id = m[1]
				if f := inFunction.FindStringSubmatch(above); f != nil {
					want = strings.Replace(pkg+"."+f[1]+"."+f[2], "..", ".", 1)
				}
			} else if m := variable.FindStringSubmatch(line); m != nil {
				id, want = m[2], pkg+"."+m[1]
			}
			if want == "" && strings.HasPrefix(id, pkg+".") {
				want = id // not the first line of its function
			}
			if id != "" && (id != want || seen[id]) {
				t.Errorf("%s: the rule %q stands where %q does, or twice", path, id, want)
			}
			if id != "" {
				seen[id] = true
			}
			above = line
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range rule.Patterns() {
		if !seen[id] {
			t.Errorf("the pattern %s is not found in the source", id)
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d rules are found", len(seen))
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
