package letter_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
)

var update = flag.Bool("update", false, "write the want files of changed cases anew and print what changed; read it before you commit it")

// fixture is a case: a folder of testdata (see its README.md).
type fixture struct {
	name string // of the folder
	file string // input.txt and so on
	data []byte
}

func (f fixture) path(file string) string { return filepath.Join("testdata", f.name, file) }

// readFixture reads a case by the name of its folder.
func readFixture(t testing.TB, name string) fixture {
	t.Helper()
	inputs, err := filepath.Glob(filepath.Join("testdata", name, "input*.*"))
	if err != nil || len(inputs) != 1 {
		t.Fatalf("testdata/%s has %d inputs, want one: %v", name, len(inputs), err)
	}
	data, err := os.ReadFile(inputs[0])
	if err != nil {
		t.Fatal(err)
	}
	return fixture{name, filepath.Base(inputs[0]), data}
}

// fixtures reads all cases, or those whose input has one of these extensions.
func fixtures(t testing.TB, extensions ...string) []fixture {
	t.Helper()
	folders, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	var all []fixture
	for _, folder := range folders {
		if !folder.IsDir() || folder.Name() == "fuzz" {
			continue
		}
		f := readFixture(t, folder.Name())
		if len(extensions) == 0 || strings.Contains(strings.Join(extensions, " ")+" ", filepath.Ext(f.file)+" ") {
			all = append(all, f)
		}
	}
	if len(all) == 0 {
		t.Fatalf("no case of testdata has an input %v", extensions)
	}
	return all
}

// TestFixtures reads the cases of testdata, one a layout, all of our own making, and compares what was understood with what each
// folder wants.
func TestFixtures(t *testing.T) {
	all := fixtures(t)
	if len(all) < 300 {
		t.Errorf("only %d cases were found", len(all))
	}
	for _, f := range all {
		t.Run(f.name, func(t *testing.T) {
			if filepath.Ext(f.file) == ".pdf" {
				lettertest.NeedEngine(t)
			}
			d, wrong := f.read(t)
			if want := f.path("want"); wrong != "" && *update && exists(t, want) && d != nil {
				t.Logf("%s:\n%s", want, wrong)
				if err := rewrite(want, d); err != nil {
					t.Error(err)
				}
			} else if wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func exists(t *testing.T, file string) bool {
	t.Helper()
	_, err := os.Stat(file)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return err == nil
}

// read reads a case and says how it differs from what is wanted, "" if it does not. There is no draft where the case could not be read
// or is a table.
func (f fixture) read(t *testing.T) (*letter.Draft, string) {
	t.Helper()
	if !exists(t, f.path("want")) {
		return f.readNamed(t)
	}
	want, err := os.ReadFile(f.path("want"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := letter.Extract(context.Background(), f.file, f.data, letter.Limits{})
	if err != nil {
		return nil, err.Error()
	}
	checkDraft(t, d)
	return d, difference(string(want), summary(d))
}

// rewrite writes what was read as what is wanted, unless it names somebody whom the document does not name: a want that was never read
// by a person must at least not make names up.
func rewrite(file string, d *letter.Draft) error {
	text := blanksFolded(d.Text)
	for i := range d.Signatories {
		r := &d.Signatories[i]
		if !standsIn(text, blanksFolded(r.Name)) && !standsIn(blanksFolded(r.Text), blanksFolded(r.Name)) { // in columns its lines do not follow each other
			return fmt.Errorf("%s stays as it was: %q does not stand in the input as printed", file, r.Name)
		}
	}
	return os.WriteFile(file, []byte(summary(d)), 0o644)
}

// blanksFolded makes one blank of each run of white space, line breaks among it; soft hyphens are not seen.
func blanksFolded(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), " ")
}

// standsIn reports whether a name stands in a text as words of their own.
func standsIn(text, name string) bool {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for at := 0; name != ""; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			break
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		first, size := utf8.DecodeRuneInString(name)
		last, _ := utf8.DecodeLastRuneInString(name)
		after, _ := utf8.DecodeRuneInString(text[at+len(name):])
		if !(word(before) && word(first)) && !(word(last) && word(after)) {
			return true
		}
		at += size
	}
	return false
}
