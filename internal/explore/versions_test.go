package explore

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/report"
)

// record makes a record of names with bars between them, one a line from line 5.
func record(id, date, names string) graph.Letter {
	l := graph.Letter{ID: id, Title: "Lamps for all", Kind: "letter", Documents: []graph.Document{{ID: "d", Name: id + ".txt", Published: "https://example.org/" + id}}}
	l.Date, _ = graph.ParseDate(date)
	for i, name := range strings.Split(names, "|") {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Position: i + 1, Evidence: []graph.Evidence{{Document: "d", Line: 5 + i, Position: i + 1, Text: name}}})
	}
	return l
}

func claims(n int, l graph.Letter) graph.Letter {
	l.Claimed.Organizations = &n
	return l
}

func readingOf(t *testing.T, letters ...graph.Letter) *Reading {
	t.Helper()
	n, err := graph.NewNetwork(graph.Data{Letters: letters})
	if err != nil {
		t.Fatal(err)
	}
	return &Reading{snapshot: newSnapshot(n)}
}

// Eight are stored and eleven come in a revised list, in which two of the eight are gone.
func TestARevisedListIsTheLettersList(t *testing.T) {
	stored := claims(8, record("lamps", "2021-05-01", "Ash Club|Birch Club|Cedar Club|Date Club|Elm Club|Fir Club|Gum Club|Holly Club"))
	revised := claims(12, record("revised", "2021-06-06", "Holly Club|Gum Club|Fir Club|Elm Club|Date Club|Ash Club|Iris Club|Jade Club|Kale Club|Lime Club|Moss Club"))
	revised.VersionOf = "lamps"
	news := record("news", "2021-07", "Birch Club|Nut Club")
	news.ReportOf, news.Kind = "lamps", "news"
	for i := range news.Signatures {
		news.Signatures[i].Status = graph.Reported
	}
	elsewhere := record("elsewhere", "2020", "Birch Club|Ash Club")
	r := readingOf(t, stored, revised, news, elsewhere)
	a, err := r.Letter(t.Context(), "lamps")
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, s := range a.Signatories {
		rows = append(rows, fmt.Sprint(s.Lines[0].Position, " ", s.Name))
	}
	want := []string{"1 Holly Club", "2 Gum Club", "3 Fir Club", "4 Elm Club", "5 Date Club", "6 Ash Club", "7 Iris Club", "8 Jade Club", "9 Kale Club", "10 Lime Club", "11 Moss Club", "2 Nut Club"}
	if !slices.Equal(rows, want) {
		t.Errorf("the list is %q, want %q", rows, want)
	}
	if first := a.Signatories[5].Lines; len(first) != 2 || first[0].Record != "revised" || first[0].Relation != "" || first[1].Record != "lamps" || first[1].Relation != "version-of" {
		t.Errorf("the lines of Ash Club: %+v", first)
	}
	if want := "One signer is missing. The list of 6 June 2021 says that 12 organizations signed and names 11."; a.Sentence != want || a.Found != 11 || *a.Claimed.Organizations != 12 {
		t.Errorf("%q, found %d", a.Sentence, a.Found)
	}
	var gone []string
	for _, g := range a.Gone {
		gone = append(gone, fmt.Sprintf("%s (%t) in %s line %d, not in %s of %s beside %s line %d", g.Name, g.ID != "", g.Lines[0].Record, g.Lines[0].Line, g.NotIn, g.Date, g.Beside.Name, g.Beside.Line))
	}
	if want := []string{"Birch Club (true) in lamps line 6, not in revised of 2021-06-06 beside Ash Club line 10", "Cedar Club (false) in lamps line 7, not in revised of 2021-06-06 beside Ash Club line 10"}; !slices.Equal(gone, want) {
		t.Errorf("gone: %q", gone)
	}
	if len(a.Gone[0].Lines) != 2 || a.Gone[0].Lines[1].Record != "news" {
		t.Errorf("the lines of Birch Club: %+v", a.Gone[0].Lines)
	}
	versions := []VersionAnswer{
		{Record: "revised", Title: "Lamps for all", Date: revised.Date, Organizations: 11, Added: 5, Gone: 2, Decides: true, Document: "revised.txt", Published: "https://example.org/revised"},
		{Record: "lamps", Title: "Lamps for all", Date: stored.Date, Organizations: 8, Document: "lamps.txt", Published: "https://example.org/lamps"}}
	if !slices.Equal(a.Versions, versions) {
		t.Errorf("versions: %+v", a.Versions)
	}
	if o, err := r.Organization(t.Context(), "Birch Club"); err != nil || o.Letters != 1 || o.Cosigners != 1 {
		t.Errorf("Birch Club: %d letters, %d co-signers, %v", o.Letters, o.Cosigners, err)
	}
	about, err := r.About(t.Context())
	if err != nil || about.Coverage.Gone != 2 || len(about.Coverage.Gaps) != 1 || about.Coverage.Gaps[0].Found != 11 {
		t.Errorf("coverage: %+v, %v", about.Coverage, err)
	}
	one, err := r.Letter(t.Context(), "elsewhere")
	if err != nil || len(one.Versions) != 0 || len(one.Gone) != 0 || one.Versions == nil || one.Gone == nil {
		t.Errorf("a letter of one version: %+v, %+v, %v", one.Versions, one.Gone, err)
	}
}

// No file that others count holds who is gone.
func TestExportsHaveNobodyWhoIsGone(t *testing.T) {
	stored, revised := record("lamps", "2021-05-01", "Ash Club|Birch Club|Cedar Club"), record("revised", "2021-06-06", "Ash Club|Cedar Club|Date Club")
	revised.VersionOf = "lamps"
	r := readingOf(t, stored, revised)
	for _, f := range report.Formats() {
		if f.Picture {
			continue
		}
		for _, twoMode := range []bool{false, true} {
			write, err := r.Prepare(t.Context(), f.Name, View{}, report.Options{TwoMode: twoMode})
			if err != nil {
				continue // not in two modes
			}
			var b strings.Builder
			if err := write(&b); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
			if strings.Contains(b.String(), "Birch") {
				t.Errorf("%s (two-mode %t) has who is gone", f.Name, twoMode)
			}
			if f.Name == "signatures.csv" && (strings.Count(b.String(), "Ash Club") == 0 || strings.Count(b.String(), "\r\n") != 6) {
				t.Errorf("a row for each line of those who sign: %s", b.String())
			}
		}
	}
}

func TestVersionsSayWhatIsSpecial(t *testing.T) {
	long := record("long", "2021", "Ash Club|Birch Club|Cedar Club|Date Club|Elm Club")
	for _, c := range []struct {
		version graph.Letter
		want    string
		signers int
	}{
		{record("late", "2022", "Ash Club|Birch Club"), "Much shorter than the list before it, which had 5; it decides all the same.", 2},
		{record("late", "2022", "Ash Club|Birch Club|Cedar Club"), "", 3},
		{claims(105, record("late", "2022", "Ash Club|Fir Club")), "An excerpt: it says that 105 organizations signed and names 2. It takes nobody off the list.", 6},
		{claims(105, record("late", "2020", "Ash Club")), "An excerpt: it says that 105 organizations signed and names 1.", 5},
		{graph.Letter{ID: "late", Date: graph.Date{Year: 2022}}, "It lists no organization, so the list before it stays.", 5},
		{graph.Letter{ID: "late", Date: graph.Date{Year: 2020}}, "It lists no organization.", 5},
	} {
		c.version.VersionOf = "long"
		a, err := readingOf(t, long, c.version).Letter(t.Context(), "long")
		if err != nil || len(a.Signatories) != c.signers || len(a.Versions) != 2 {
			t.Fatalf("%d signatories of %d versions, want %d; %v", len(a.Signatories), len(a.Versions), c.signers, err)
		}
		for _, v := range a.Versions {
			if v.Record == "late" && v.Remark != c.want || v.Record == "long" && v.Remark != "" {
				t.Errorf("%s: %q, want %q of the other version", v.Record, v.Remark, c.want)
			}
		}
	}
}
