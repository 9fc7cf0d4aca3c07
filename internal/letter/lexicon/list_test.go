package lexicon

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rowsOf returns the rows of a file of data below its first, which has to be as given, and what is wrong with them as rows.
func rowsOf(data, first string) (rows [][]string, wrong []string) {
	columns := strings.Count(first, "\t") + 1
	started := false
	for i, line := range strings.Split(strings.TrimSuffix(data, "\n"), "\n") {
		complain := func(what string) { wrong = append(wrong, fmt.Sprintf("row %d %q %s", i+1, line, what)) }
		cells := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
			if started {
				complain("is a comment below the head")
			}
		case !started:
			if started = true; line != first {
				complain("is no head")
			}
		case len(cells) != columns:
			complain("has too many columns, or too few")
		default:
			if slices.ContainsFunc(cells, func(c string) bool { return c == "" || c != strings.TrimSpace(c) }) {
				complain("has an empty cell, or blanks at the ends of one")
			}
			if n := len(rows); n > 0 && slices.Compare(rows[n-1][:2], cells[:2]) >= 0 {
				complain("stands twice, or not in its order")
			}
			rows = append(rows, cells)
		}
	}
	if !strings.HasSuffix(data, "\n") {
		wrong = append(wrong, "the last row does not end")
	}
	return rows, wrong
}

// wrongWords is what is wrong with a file of words.
func wrongWords(data string, known map[string]bool) []string {
	rows, wrong := rowsOf(data, head)
	for _, r := range rows {
		senses := strings.Split(r[2], ",")
		if !slices.IsSorted(senses) || len(slices.Compact(slices.Clone(senses))) < len(senses) {
			wrong = append(wrong, fmt.Sprintf("the senses of %q are not in order, or one stands twice", r[1]))
		}
		for _, s := range senses {
			if strings.Trim(s, "0123456789") == "" {
				s = "number"
			}
			if !known[r[0]+" "+s] {
				wrong = append(wrong, fmt.Sprintf("the %s %q has the sense %q, which senses.tsv does not explain", r[0], r[1], s))
			}
		}
	}
	return wrong
}

// explained returns the rows of senses.tsv and the senses that they explain.
func explained(t *testing.T) (rows [][]string, known map[string]bool) {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash("data/senses.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, wrong := rowsOf(string(data), "class\tsense\tused by\tmeaning")
	for _, w := range wrong {
		t.Errorf("senses.tsv: %s", w)
	}
	known = map[string]bool{}
	for _, r := range rows {
		known[r[0]+" "+r[1]] = true
	}
	return rows, known
}

func TestFilesOfWords(t *testing.T) {
	_, known := explained(t)
	names, err := filepath.Glob(filepath.FromSlash("data/*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	language := regexp.MustCompile(`^(?:[a-z]{2}|mul)\.tsv$`)
	read := 0
	for _, name := range names {
		if b := filepath.Base(name); b == "senses.tsv" || b == "empty.tsv" {
			continue
		}
		if !language.MatchString(filepath.Base(name)) {
			t.Errorf("%s is not named by the code of a language, and is not embedded", name)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range wrongWords(string(data), known) {
			t.Errorf("%s: %s", name, w)
		}
		read++
	}
	if read < 10 {
		t.Errorf("only %d languages have words", read)
	}
}

func TestBadRowsAreRefused(t *testing.T) {
	known := map[string]bool{"legal-form suffix": true, "legal-form firm": true}
	good := "# Words.\n" + head + "\nlegal-form\tagm\tfirm,suffix\town\nlegal-form\tbgm\tsuffix\town\n"
	if wrong := wrongWords(good, known); len(wrong) > 0 {
		t.Fatalf("good rows are refused: %q", wrong)
	}
	for what, c := range map[string][2]string{
		"a word that stands twice":      {"\tbgm\t", "\tagm\t"},
		"a word out of order":           {"\tagm\t", "\tcgm\t"},
		"a sense that stands twice":     {"firm,suffix", "suffix,suffix"},
		"senses out of order":           {"firm,suffix", "suffix,firm"},
		"an unknown sense":              {"firm,suffix", "fame,suffix"},
		"an unknown class":              {"legal-form\tbgm", "legal-former\tbgm"},
		"a blank before a word":         {"\tbgm", "\t bgm"},
		"no source":                     {"suffix\town\n", "suffix\t\n"},
		"a column too few":              {"suffix\town\n", "suffix\n"},
		"an empty row":                  {"legal-form\tbgm", "\nlegal-form\tbgm"},
		"no head":                       {head + "\n", ""},
		"a comment that could be a row": {"legal-form\tbgm", "#legal-form\tbgm"},
	} {
		if bad := strings.Replace(good, c[0], c[1], 1); bad == good || len(wrongWords(bad, known)) == 0 {
			t.Errorf("%s is not refused", what)
		}
	}
}

// TestSensesAreUsed asks that the code asks for each sense that is explained, in the package that the explanation names, and for no other; and
// that each has words.
func TestSensesAreUsed(t *testing.T) {
	rows, _ := explained(t)
	classes := map[string]Class{"LegalForm": LegalForm, "Organization": Organization, "Function": Function, "Person": Person, "Month": Month, "Numeral": Numeral, "Topic": Topic, "Cue": Cue, "Surname": Surname, "Place": Place, "Paper": Paper, "Furniture": Furniture,
		"Header": Header, "Signer": Signer, "Status": Status, "Answer": Answer, "Flag": Flag, "Field": Field}
	use := regexp.MustCompile(`\b([A-Z]\w+)\.(?:Words|In)\((?:\w+, )?"([^"]*)"\)|\{([a-z-]+) ([a-z-]+)\}|PhrasesOf\("[^"]*", (?:lexicon\.)?(\w+), ("[^)]*)\)`)
	numbered := regexp.MustCompile(`\b([A-Z]\w+)\.Numbers\(`)
	whole := regexp.MustCompile(`\blexicon\.([A-Z]\w+)\.All\(\)`)
	used := map[string][]string{}
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		dir, err := filepath.Abs(filepath.Dir(path))
		if err != nil {
			return err
		}
		pkg := filepath.Base(dir)
		for _, m := range numbered.FindAllStringSubmatch(string(data), -1) {
			if c := classes[m[1]]; c != "" {
				used[string(c)+" number"] = append(used[string(c)+" number"], pkg)
			}
		}
		for _, m := range whole.FindAllStringSubmatch(string(data), -1) {
			for sense := range classes[m[1]].All() {
				used[string(classes[m[1]])+" "+sense] = []string{pkg}
			}
		}
		for _, m := range use.FindAllStringSubmatch(string(data), -1) {
			if m[5] != "" {
				for sense := range strings.SplitSeq(m[6], ", ") {
					sense = string(classes[m[5]]) + " " + strings.Trim(sense, `"`)
					used[sense] = append(used[sense], pkg)
				}
			} else if m[3] != "" && m[3] != "class" || classes[m[1]] != "" {
				sense := cmp.Or(m[3], string(classes[m[1]])) + " " + cmp.Or(m[2], m[4])
				used[sense] = append(used[sense], pkg)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows { // a pattern's pieces ask for other senses
		if pkg, _, _ := strings.Cut(r[2], "."); r[0] == string(piece) {
			for _, p := range piece.Words(r[1]) {
				for _, m := range placeholder.FindAllStringSubmatch(p, -1) {
					used[m[1]+" "+m[2]] = append(used[m[1]+" "+m[2]], pkg)
				}
			}
		}
	}
	for _, r := range rows {
		pkg, _, _ := strings.Cut(r[2], ".")
		sense := r[0] + " " + r[1]
		if !slices.Contains(used[sense], pkg) {
			t.Errorf("the sense %q is said to be of package %s and is asked for in %q", sense, pkg, used[sense])
			continue
		}
		delete(used, sense)
		if r[1] != "number" && len(Class(r[0]).Words(r[1])) == 0 {
			t.Errorf("the sense %q has no words", sense)
		}
	}
	for sense, pkg := range used {
		t.Errorf("%q asks for the sense %q, which senses.tsv does not explain", pkg, sense)
	}
}

func TestPattern(t *testing.T) {
	re := Pattern("lexicon.test", `^x{1,2}{legal-form dropped}`)
	for word, want := range map[string]string{"xcorporation": "xcorporation", "xcorp.": "xcorp", "xxcompany": "xxco", "xs.a": "xs.a", "xs-a": "", "corp": ""} {
		if got := re.Compiled().FindString(word); got != want {
			t.Errorf("of %q it finds %q, not %q", word, got, want)
		}
	}
	list := strings.Split(strings.Trim(Organization.group("signatories"), "(?:)"), "|")
	if slices.Sort(list); len(slices.Compact(slices.Clone(list))) < len(list) {
		t.Error("a word that two languages share stands twice")
	}
}

func TestUnknownSensePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a misspelled sense passes")
		}
	}()
	Organization.Words("hedaing")
}
