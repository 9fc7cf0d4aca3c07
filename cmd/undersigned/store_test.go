package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadingMakesNoStore runs every command that only reads, or changes what is stored, on a store and on a data folder that are not there.
func TestReadingMakesNoStore(t *testing.T) {
	for _, args := range [][]string{{"stats"}, {"export", "-o", "FOLDER/x.gexf"}, {"analyze"}, {"partners", "A"}, {"judgements"}, {"audit"}, {"verify"},
		{"letters", "proposals"}, {"letters", "list"}, {"list", "letters"}, {"list", "organizations"}, {"list", "targets"}, {"list", "countries"}, {"list", "clusters"},
		{"backup", "FOLDER/b.backup"}, {"backup", "-"}, {"remove", "x"}, {"undo", "x"}, {"redo", "x"}, {"judge", "same", "A", "B"},
		{"letters", "judge", "unrelated", "x", "y"}, {"load", "--again", "FOLDER/x.txt"}, {"copy", "--to", "FOLDER/to.db", "--from", "FOLDER/no.db"}} {
		folder := t.TempDir()
		data := filepath.Join(folder, "data")
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "FOLDER", folder)
		}
		typo := filepath.Join(folder, "no.db")
		if r := cli(t, data, append(args, "--store", typo)...); r.code != 2 || !strings.Contains(r.err, "there is no store "+typo) || r.out != "" {
			t.Errorf("%q on a missing store ends with %d: %s", args, r.code, r.err)
		}
		if args[0] != "copy" {
			if r := cli(t, data, args...); r.code != 2 || !strings.Contains(r.err, "there is no store "+filepath.Join(data, "undersigned.db")) {
				t.Errorf("%q in a new data folder ends with %d: %s", args, r.code, r.err)
			}
		}
		if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
			t.Errorf("%q left %v", args, left)
		}
	}
}

// TestStandardInput gives each command that reads a file the same by its name and by "-".
func TestStandardInput(t *testing.T) {
	folder := t.TempDir()
	edges := write(t, filepath.Join(folder, "e.csv"), "organization,letter,date\nSalt Club,Pool,2020-01-02\nMoon Club,Pool,2020-01-02\nSun Club,Pool,2020-01-02\nSalt Club,Dam,2021\nMoon Club,Dam,2021\n")
	letter := write(t, filepath.Join(folder, "l.md"), "# Keep the pool open\n\nDear Mayor,\n\nWe ask you to keep the pool open.\n\n## Signed by\n\n- Salt Union\n- Pier Friends\n")
	aliases := write(t, filepath.Join(folder, "a.json"), `[["Salt Club", "Moon Club"]]`)
	piped := func(data, file string, args ...string) string {
		t.Helper()
		in, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		if code := run(t.Context(), append(args, "--data", data), stdio{bytes.NewReader(in), &out, &errs}); code != 0 {
			t.Fatalf("%q ends with %d: %s", args, code, errs.String())
		}
		return out.String()
	}
	one, two := t.TempDir(), t.TempDir()
	must(t, one, "load", edges, letter, "--aliases", aliases)
	piped(two, edges, "load", "-")
	piped(two, letter, "load", "-", "--stdin-name", "l.md")
	piped(two, aliases, "load", "--aliases", "-")
	want(t, stats(t, two), map[string]int{"letters": 3, "organizations": 4})
	want(t, stats(t, one), map[string]int{"letters": 3, "organizations": 4})
	edged := t.TempDir()
	piped(edged, edges, "load", "--edges", "-")
	want(t, stats(t, edged), map[string]int{"letters": 2, "organizations": 3})

	for _, args := range [][]string{{"analyze", "--json", "--edges"}, {"partners", "Salt Club", "--json", "--edges"}} {
		if a, b := must(t, one, append(args, edges)...), piped(one, edges, append(args, "-")...); a != b || len(a) < 50 {
			t.Errorf("%q reads something else from standard input:\n%s\n%s", args, a, b)
		}
	}
	if out := piped(one, letter, "extract", "-"); !strings.Contains(out, "Pier Friends") {
		t.Errorf("extract - says %s", out)
	}
	backup := write(t, filepath.Join(folder, "b"), must(t, one, "backup", "-"))
	three := t.TempDir()
	piped(three, backup, "restore", "-")
	if a, b := must(t, one, "stats"), must(t, three, "stats"); a != b {
		t.Errorf("backup and restore through pipes give another store: %s, %s", a, b)
	}
	if r := cli(t, one, "load", "-", "--edges", "-"); r.code != 2 || !strings.Contains(r.err, "once") {
		t.Errorf("standard input twice: %d, %s", r.code, r.err)
	}
	if r := cli(t, one, "load", "-"); r.code != 2 || !strings.Contains(r.err, "empty") {
		t.Errorf("an empty standard input: %d, %s", r.code, r.err)
	}
	if entries, _ := filepath.Glob("-"); len(entries) > 0 {
		t.Error("a file named - was written")
	}
}

func TestQuiet(t *testing.T) {
	data, folder := t.TempDir(), t.TempDir()
	edges := write(t, filepath.Join(folder, "e.csv"), "organization,letter\nA,x\nB,x\n")
	for _, args := range [][]string{{"load", "-q", "--edges", edges}, {"backup", "-q", filepath.Join(folder, "b")}, {"export", "--quiet", "-o", filepath.Join(folder, "x.gexf")}, {"verify", "-q"}} {
		if r := cli(t, data, args...); r.code != 0 || r.out+r.err != "" {
			t.Errorf("%q ends with %d and says %q%q", args, r.code, r.out, r.err)
		}
	}
	if out := must(t, data, "stats", "-q"); !strings.Contains(out, "letters") {
		t.Errorf("--quiet leaves the result out: %q", out)
	}
	r := cli(t, data, "load", "-q", "--edges", edges, filepath.Join(folder, "no1.txt"), filepath.Join(folder, "no2.txt"))
	if r.code != 3 || r.out != "" || !strings.Contains(r.err, "no1.txt") || !strings.Contains(r.err, "no2.txt") {
		t.Errorf("failures under --quiet: %d, %q, %q", r.code, r.out, r.err)
	}
}
