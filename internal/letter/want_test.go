package letter_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// named is a want.json: what a case wants of some fields only. A field that it does not name may be anything, but for warnings: there
// are none that it does not name.
type named struct {
	Title, Date, Kind, Language *string
	Claimed                     *struct{ Organizations, Individuals *int } // 0: none
	Signed                      *[]string                                  // the names of all signatories in their order, those of persons with "@" before them
	Signatories                 *[]namedRow                                // in any order
	Organizations               []string                                   // those of the signatories that are, in any order, case apart
	Persons                     *int                                       // how many of the signatories are
	Addressees                  []string                                   // each as "name | role | organization"
	Targets                     []string
	Letters                     []named // of a table with several; nothing else is named then
	Error                       string  // a part of the error, which is of the code unsupported; nothing else is looked at then
	Warning                     string  // a part of a warning
}

// namedRow is one signatory. What is not named may be anything.
type namedRow struct {
	Name                        string
	Type, Country, Note, Status *string
	Line, Printings             *int
}

func (n namedRow) String() string {
	s := fmt.Sprintf("%q", n.Name)
	for _, field := range []*string{n.Type, n.Country, n.Note, n.Status} {
		if field != nil && *field != "" {
			s += ", " + *field
		}
	}
	return s
}

// said is what a document or a letter of a table says, as far as a want.json can name it.
type said struct {
	title, date, kind, language string
	claimed                     letter.Claimed
	addressees, targets         []string
	rows                        []namedRow
}

func row(name string, kind graph.SignatoryType, country, note string, status graph.Status, line, printings int) namedRow {
	k, s := string(kind), string(status)
	return namedRow{name, &k, &country, &note, &s, &line, &printings}
}

// readNamed is read for a case with a want.json.
func (f fixture) readNamed(t *testing.T) (*letter.Draft, string) {
	t.Helper()
	data, err := os.ReadFile(f.path("want.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want named
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&want); err != nil {
		t.Fatalf("%s: %v", f.path("want.json"), err)
	}
	if want.Letters != nil {
		return nil, f.checkTable(want.Letters)
	}
	d, err := letter.Extract(context.Background(), f.file, f.data, letter.Limits{})
	switch {
	case want.Error != "":
		if graph.CodeOf(err) != graph.Unsupported || !strings.Contains(err.Error(), want.Error) {
			return d, fmt.Sprintf("the error is %v, want %q", err, want.Error)
		}
		return d, ""
	case err != nil:
		return nil, err.Error()
	}
	checkDraft(t, d)
	got := said{string(d.Title), string(d.Date), d.Kind, string(d.Language), d.Claimed, nil, d.Targets, nil}
	for _, a := range d.Addressees {
		got.addressees = append(got.addressees, fmt.Sprintf("%s | %s | %s", a.Name, a.Role, a.Organization))
	}
	for _, r := range d.Signatories {
		status := r.Status
		if r.Withdrawn {
			status = graph.Withdrawn
		}
		got.rows = append(got.rows, row(r.Name, r.Type, string(r.Country), string(r.Note), status, r.Line, len(r.Evidence)))
		if d.Medium == "pdf" && (r.Page == 0 || len(r.Box) != 4 || r.Box[0] >= r.Box[2] || r.Box[1] >= r.Box[3]) {
			t.Errorf("%q stands on page %d in the box %v", r.Name, r.Page, r.Box)
		}
	}
	wrong := want.compare(got)
	if w := strings.Join(d.Warnings, "\n"); (w == "") != (want.Warning == "") || !strings.Contains(w, want.Warning) {
		wrong += fmt.Sprintf("the warnings are %q, want %q\n", w, want.Warning)
	}
	return d, wrong
}

func (f fixture) checkTable(want []named) string {
	letters, err := letter.Table(context.Background(), f.file, f.data, letter.Limits{})
	if err != nil {
		return err.Error()
	}
	if len(letters) != len(want) {
		return fmt.Sprintf("%d letters, want %d", len(letters), len(want))
	}
	wrong := ""
	for i, l := range letters {
		got := said{title: l.Title, date: l.Date.String(), kind: l.Kind, language: l.Language}
		for _, t := range l.Targets {
			got.targets = append(got.targets, t.Name)
		}
		for _, s := range l.Signatures {
			got.rows = append(got.rows, row(s.Name, s.Type, s.Country, s.Note, s.Status, s.Evidence[0].Line, len(s.Evidence)))
		}
		if w := want[i].compare(got); w != "" {
			wrong += fmt.Sprintf("letter %d:\n%s", i+1, w)
		}
	}
	return wrong
}

// compare prints each named field that says something else.
func (n named) compare(got said) string {
	var b strings.Builder
	text := func(field string, want *string, got string) {
		if want != nil && *want != got {
			fmt.Fprintf(&b, "%s is %q, want %q\n", field, got, *want)
		}
	}
	number := func(field string, want, got *int) {
		if want != nil && (got == nil && *want != 0 || got != nil && *got != *want) {
			fmt.Fprintf(&b, "%s is %s, want %d\n", field, count(got), *want)
		}
	}
	text("title", n.Title, got.title)
	text("date", n.Date, got.date)
	text("kind", n.Kind, got.kind)
	text("language", n.Language, got.language)
	if n.Claimed != nil {
		number("claimed organizations", n.Claimed.Organizations, got.claimed.Organizations)
		number("claimed individuals", n.Claimed.Individuals, got.claimed.Individuals)
	}
	list := func(field string, want, got []string) {
		if want != nil && !slices.Equal(want, got) {
			fmt.Fprintf(&b, "%s are %q, want %q\n", field, got, want)
		}
	}
	list("addressees", n.Addressees, got.addressees)
	list("targets", n.Targets, got.targets)
	if n.Signed != nil {
		var signed []string
		for _, r := range got.rows {
			if *r.Type == string(graph.TypePerson) {
				r.Name = "@" + r.Name
			}
			signed = append(signed, r.Name)
		}
		list("the signatories", *n.Signed, signed)
	}
	if n.Signatories != nil {
		unmatched(&b, *n.Signatories, got.rows, namedRow.fits)
	}
	var organizations []string
	persons := 0
	for _, r := range got.rows {
		if *r.Type == string(graph.TypePerson) {
			persons++
		} else {
			organizations = append(organizations, r.Name)
		}
	}
	if n.Organizations != nil {
		unmatched(&b, n.Organizations, organizations, func(a, b string) bool { return graph.Fold(a) == graph.Fold(b) })
	}
	number("persons", n.Persons, &persons)
	return b.String()
}

// unmatched prints which of what is wanted are missing, and which of what was got are too many.
func unmatched[T any](b *strings.Builder, want, got []T, same func(want, got T) bool) {
	got = slices.Clone(got)
	for _, w := range want {
		if i := slices.IndexFunc(got, func(g T) bool { return same(w, g) }); i >= 0 {
			got = slices.Delete(got, i, i+1)
		} else {
			fmt.Fprintf(b, "missing: %v\n", w)
		}
	}
	for _, g := range got {
		fmt.Fprintf(b, "extra:   %v\n", g)
	}
}

func (n namedRow) fits(got namedRow) bool {
	fits := func(want, got *string) bool { return want == nil || *want == *got }
	number := func(want, got *int) bool { return want == nil || *want == *got }
	return n.Name == got.Name && fits(n.Type, got.Type) && fits(n.Country, got.Country) && fits(n.Note, got.Note) && fits(n.Status, got.Status) &&
		number(n.Line, got.Line) && number(n.Printings, got.Printings)
}
