package letter_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"undersigned/internal/letter"
)

// summary prints a draft so that a person can check it against the letter. Confidence is left out: its numbers are fitted anew when rules change.
func summary(d *letter.Draft) string {
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

// difference prints the lines that differ, with their numbers: "-" for those of want, "+" for those of got.
func difference(want, got string) string {
	if want == got {
		return ""
	}
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	common := make([][]int, len(a)+1) // common[i][k]: how many lines a[i:] and b[k:] have in common
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i] == b[k] {
				common[i][k] = common[i+1][k+1] + 1
			} else {
				common[i][k] = max(common[i+1][k], common[i][k+1])
			}
		}
	}
	var out strings.Builder
	for i, k := 0, 0; i < len(a) || k < len(b); {
		switch {
		case i < len(a) && k < len(b) && a[i] == b[k]:
			i, k = i+1, k+1
		case k == len(b) || i < len(a) && common[i+1][k] >= common[i][k+1]:
			fmt.Fprintf(&out, "%4d - %s\n", i+1, a[i])
			i++
		default:
			fmt.Fprintf(&out, "%4d + %s\n", k+1, b[k])
			k++
		}
	}
	return out.String()
}

func extract(t *testing.T, name, text string) *letter.Draft {
	t.Helper()
	d, err := letter.Extract(context.Background(), name, []byte(text), letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}
