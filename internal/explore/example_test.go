package explore

import (
	"encoding/json"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/graph/affinity"
)

// The example data are real: 24 letters, 1,643 organizations, 384 of them on several letters, 2,312 signatures.

func TestDefaultView(t *testing.T) {
	r := exampleReading(t)
	a, err := r.Network(t.Context(), View{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Co-signing among 384 organizations that signed at least 2 of 24 letters, 2012–2021."; a.Statement != want {
		t.Errorf("statement %q", a.Statement)
	}
	if !strings.HasPrefix(a.Remark, "The 2,000 strongest of ") || !strings.HasSuffix(a.Remark, "1,259 organizations with fewer letters are not shown.") {
		t.Errorf("remark %q", a.Remark)
	}
	if a.View.MinLetters != 2 || a.View.Ties != 2000 || len(a.Ties.A) != 2000 || len(a.Organizations.ID) != 384 || a.LettersTotal != 24 || a.Undated != 1 {
		t.Errorf("view %+v, %d ties, %d organizations", a.View, len(a.Ties.A), len(a.Organizations.ID))
	}
	for i := 1; i < len(a.Organizations.ID); i++ {
		if a.Organizations.Letters[i] > a.Organizations.Letters[i-1] {
			t.Fatalf("row %d has more letters than the row before", i)
		}
	}
	shown, labels := a.Unclustered, map[string]bool{}
	for i, c := range a.Clusters {
		shown += c.Shown
		labels[strings.ToLower(c.Label)] = true
		if c.Number != i+1 || c.Label == "" || len([]rune(c.Label)) > longLabel || c.Stability < 0 || c.Stability > 1 || len(c.Letters) == 0 || c.Shown >= 4 && len(c.Hull) < 3 {
			t.Errorf("cluster %+v", c)
		}
	}
	if shown != 384 || len(labels) != len(a.Clusters) {
		t.Errorf("clusters hold %d of 384; %d labels for %d clusters", shown, len(labels), len(a.Clusters))
	}
	for i := range a.Organizations.X {
		if x, y := a.Organizations.X[i], a.Organizations.Y[i]; x < 0 || y < 0 || x > a.Width || y > a.Height {
			t.Errorf("%s stands at %v, %v", a.Organizations.Name[i], x, y)
		}
	}
}

// TestViewsMoveNobody: filters show a part of the map; only another least number of letters makes another map.
func TestViewsMoveNobody(t *testing.T) {
	r := exampleReading(t)
	whole, err := r.Network(t.Context(), View{})
	if err != nil {
		t.Fatal(err)
	}
	at := map[string][2]float64{}
	for i, id := range whole.Organizations.ID {
		at[id] = [2]float64{whole.Organizations.X[i], whole.Organizations.Y[i]}
	}
	views := []View{{From: 2019}, {To: 2015}, {Target: "Amazon"}, {Country: "India"}, {Cluster: 2}, {Around: "Access Now"}, {MinShared: 3, Ties: 5}}
	for _, v := range views {
		a, err := r.Network(t.Context(), v)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Organizations.ID) == 0 || len(a.Organizations.ID) > 384 {
			t.Errorf("%+v shows %d organizations", v, len(a.Organizations.ID))
		}
		for i, id := range a.Organizations.ID {
			if got := [2]float64{a.Organizations.X[i], a.Organizations.Y[i]}; got != at[id] {
				t.Errorf("%+v moved %s", v, id)
			}
		}
	}
}

// TestWeightsDoNotDependOnTheView: the weight of a tie is that of the pair's own page, whoever is hidden.
func TestWeightsDoNotDependOnTheView(t *testing.T) {
	r := exampleReading(t)
	for _, v := range []View{{MinLetters: 3}, {Cluster: 4, Ties: 50}} {
		a, err := r.Network(t.Context(), v)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Ties.A {
			x, _ := r.network.Organization(a.Organizations.ID[a.Ties.A[i]])
			y, _ := r.network.Organization(a.Organizations.ID[a.Ties.B[i]])
			letters, newman := affinity.Pair(r.x, int32(x), int32(y))
			if len(letters) != a.Ties.Letters[i] || math.Abs(newman-a.Ties.Newman[i]) > 1e-12 {
				t.Fatalf("tie %d: %d letters of weight %v, the pair has %d of %v", i, a.Ties.Letters[i], a.Ties.Newman[i], len(letters), newman)
			}
		}
	}
}

// TestTiesAgainstAffinity: with nobody hidden the ties are those of package affinity, for any number kept.
func TestTiesAgainstAffinity(t *testing.T) {
	r := exampleReading(t)
	size := make([]int, r.x.Letters())
	for l := range size {
		size[l] = r.x.Size(l)
	}
	for _, c := range []struct{ keep, least int }{{0, 1}, {1, 1}, {37, 2}, {2000, 1}, {20000, 3}} {
		want, err := affinity.Ties(t.Context(), r.x, affinity.Options{Keep: c.keep, MinLetters: c.least})
		if err != nil {
			t.Fatal(err)
		}
		total, got, err := ties(t.Context(), r.x, size, c.least, c.keep)
		if err != nil || total != want.Count || !slices.Equal(got, want.Ties) {
			t.Errorf("keep %d of at least %d: %d of %d ties, want %d of %d (%v)", c.keep, c.least, len(got), total, len(want.Ties), want.Count, err)
		}
	}
}

func TestFiltersSayWhatTheyLeaveOut(t *testing.T) {
	r := exampleReading(t)
	for _, c := range []struct {
		view              View
		statement, remark string
	}{
		{View{From: 2019, To: 2020, MinShared: 2}, "2019–2020, at least 2 shared letters.", "1 letter without a date is left out."},
		{View{Around: "Access Now"}, " around Access Now that signed", "fewer letters are not shown."},
		{View{Country: "USA", MinLetters: 1}, " from USA on ", ""},
		{View{From: 1999, To: 2000}, "Co-signing among 0 organizations", "1 letter without a date is left out."},
		{View{Target: "Amazon"}, "that signed at least 2 of all 24 letters, on 3 letters to Amazon,", "not shown."},
		{View{Target: "Amazon", MinLetters: 1}, "organizations on 3 letters to Amazon, 2012–2021.", ""},
		{View{From: 2015, To: 2020, MinLetters: 4}, "that signed at least 4 of all 24 letters, on 13 letters, 2015–2020.", "not shown."},
		{View{Around: "MPower Change", MinLetters: 3}, "around MPower Change", "not shown."},
		{View{Around: "Just Futures Law"}, "Co-signing among 17 organizations around Just Futures Law on ", ""}, // it signed one letter
	} {
		a, err := r.Network(t.Context(), c.view)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(a.Statement, c.statement) || !strings.Contains(a.Remark, c.remark) {
			t.Errorf("%+v: %q %q", c.view, a.Statement, a.Remark)
		}
	}
	for _, v := range []View{{From: 2020, To: 2019}, {Target: "nobody"}, {Around: "nobody"}, {Cluster: 999}} {
		if _, err := r.Network(t.Context(), v); graph.CodeOf(err) != graph.Invalid && graph.CodeOf(err) != graph.NotFound || graph.MessageOf(err) == "" {
			t.Errorf("%+v: %v", v, err)
		}
	}
}

func TestTableHasTheRowsOfTheMap(t *testing.T) {
	r := exampleReading(t)
	v := View{From: 2015, Country: "India"}
	a, err := r.Network(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for offset := 0; ; offset += 7 {
		page, err := r.Organizations(t.Context(), v, Page{Limit: 7, Offset: offset})
		if err != nil || page.Total != len(a.Organizations.ID) {
			t.Fatalf("total %d, the map has %d (%v)", page.Total, len(a.Organizations.ID), err)
		}
		for _, o := range page.Organizations {
			ids = append(ids, o.ID)
		}
		if len(page.Organizations) < 7 {
			break
		}
	}
	if !slices.Equal(ids, a.Organizations.ID) {
		t.Errorf("the pages list %d organizations, the map %d, in another order", len(ids), len(a.Organizations.ID))
	}
	found, err := r.Organizations(t.Context(), View{}, Page{Text: "fight fut"})
	if err != nil || found.Total != 1 || found.Organizations[0].Name != "Fight for the Future" {
		t.Errorf("by words: %+v, %v", found, err)
	}
}

// TestSameBytes: answers do not depend on the number of threads, nor on what was asked before.
func TestSameBytes(t *testing.T) {
	n, err := exampleNetwork()
	if err != nil {
		t.Fatal(err)
	}
	run := func(threads int) string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(threads))
		s := newSnapshot(n)
		r := &Reading{snapshot: s, version: s.version("test")}
		a, err := r.Network(t.Context(), View{From: 2015})
		if err != nil {
			t.Fatal(err)
		}
		p, err := r.Partners(t.Context(), PartnersQuery{Seeds: []string{"Access Now"}})
		if err != nil {
			t.Fatal(err)
		}
		whole, err := Analyze(t.Context(), n, AnalyzeOptions{Ties: 100})
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal([]any{a, p, whole})
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if one, two := run(1), run(4); one != two {
		t.Error("one thread and four give different bytes")
	}
}

func TestEmptyNetwork(t *testing.T) {
	n, err := graph.NewNetwork(graph.Data{})
	if err != nil {
		t.Fatal(err)
	}
	r := &Reading{snapshot: newSnapshot(n)}
	a, err := r.Network(t.Context(), View{})
	if err != nil || a.Statement != "Co-signing among 0 organizations on 0 letters." {
		t.Errorf("%q, %v", a.Statement, err)
	}
	p, err := r.Partners(t.Context(), PartnersQuery{Seeds: []string{"Access Now"}})
	if err != nil || len(p.Unknown) != 1 || p.Ranking.Tested != 0 {
		t.Errorf("%+v, %v", p, err)
	}
	if s := StatsOf(n); s != (Stats{}) {
		t.Errorf("%+v", s)
	}
}
