package letter

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the .want files anew; read the difference before you commit it")

// TestFixtures reads the letters of testdata, one a layout, all of our own making, and compares what was understood with the
// .want file beside each.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".want") || isTable(file) {
			continue
		}
		seen++
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Extract(context.Background(), filepath.Base(file), data, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, file+".want", summary(d))
			checkDraft(t, d)
		})
	}
	if seen < 20 {
		t.Errorf("only %d fixtures were found", seen)
	}
}

func checkGolden(t *testing.T, file, got string) {
	t.Helper()
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
	if got != string(want) {
		t.Errorf("%s says\n%s\nbut this was read:\n%s", file, want, got)
	}
}

// summary prints a draft so that a person can check it against the letter. Confidence is left out: its numbers are fitted anew when rules change.
func summary(d *Draft) string {
	var b strings.Builder
	field := func(name string, value any) { fmt.Fprintf(&b, "%-10s %v\n", name, value) }
	field("title", d.Title)
	field("date", d.Date)
	field("kind", d.Kind)
	field("language", d.Language)
	for _, a := range d.Addressees {
		field("to", fmt.Sprintf("%s | %s | %s", a.Name, a.Role, a.Organization))
	}
	field("targets", strings.Join(d.Targets, "; "))
	if d.Claimed.Text != "" {
		field("claimed", fmt.Sprintf("%s organizations, %s individuals: %s", count(d.Claimed.Organizations), count(d.Claimed.Individuals), d.Claimed.Text))
	}
	for i, r := range d.Signatories {
		gone := ""
		if r.Withdrawn {
			gone = " WITHDRAWN"
		}
		if r.Status != "" {
			gone += " " + string(r.Status)
		}
		fmt.Fprintf(&b, "%3d %s%s [%s] (%s) as %s, line %d\n", i+1, r.Name, gone, r.Country, r.Note, r.Capacity, r.Line)
		for _, p := range r.Evidence[1:] {
			fmt.Fprintf(&b, "      again line %d: %q\n", p.Line, p.Text)
		}
	}
	for _, l := range d.LeftOut {
		fmt.Fprintf(&b, "  - line %d %q: %s\n", l.Line, l.Text, l.Why)
	}
	for _, q := range d.Quotes {
		field("quote", q)
	}
	if d.Hint != nil {
		field("hint", fmt.Sprintf("%s %s", d.Hint.Addressee, d.Hint.Date))
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func count(n *int) string {
	if n == nil {
		return "?"
	}
	return fmt.Sprint(*n)
}
