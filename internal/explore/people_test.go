package explore

import (
	"math"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

func TestPartnersOfFightForTheFuture(t *testing.T) {
	r := exampleReading(t)
	a, err := r.Partners(t.Context(), PartnersQuery{Seeds: []string{"Fight for the Future"}})
	if err != nil {
		t.Fatal(err)
	}
	if a.Sentence != "705 organizations signed at least one of its 12 letters." || a.Everyone != 705+a.New || len(a.Partners) != 20 {
		t.Errorf("%q, everyone %d, new %d, %d partners", a.Sentence, a.Everyone, a.New, len(a.Partners))
	}
	for i, p := range a.Partners {
		if p.New != (i%3 == 2) {
			t.Errorf("place %d: new is %v; every third place is for somebody new", i+1, p.New)
		}
		reason := text(p.Reason)
		if p.New && !strings.HasPrefix(reason, "Never signed with you. Signed ") || !p.New && !strings.HasPrefix(reason, "Signed ") || !strings.HasSuffix(reason, ".") {
			t.Errorf("%s: %q", p.Name, reason)
		}
		sum := 0.
		for _, s := range p.Seeds {
			sum += s.Share
		}
		if math.Abs(sum-p.Score) > 1e-12 {
			t.Errorf("%s: shares of seeds add up to %v, not %v", p.Name, sum, p.Score)
		}
		if len(p.Proofs) == 0 || len(p.Proofs[0].Lines) == 0 || len(p.Proofs[0].With) == 0 {
			t.Errorf("%s has no proof: %+v", p.Name, p.Proofs)
		}
	}
	if a.Ranking.Tested < 15 || a.Ranking.Method <= 0 || a.Ranking.Popularity <= 0 || !strings.HasPrefix(a.Ranking.Verdict, "On this data ") {
		t.Errorf("ranking %+v", a.Ranking)
	}
}

func TestPartnersFilters(t *testing.T) {
	r := exampleReading(t)
	ask := func(q PartnersQuery) PartnersAnswer {
		t.Helper()
		q.Seeds = []string{"Fight for the Future", "fightforthefuture", "Fite for the Future"}
		a, err := r.Partners(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Seeds) != 1 || len(a.Unknown) != 1 || len(a.Unknown[0].Nearest) == 0 || a.Unknown[0].Nearest[0].Name != "Fight for the Future" {
			t.Errorf("seeds %v, unknown %v", a.Seeds, a.Unknown)
		}
		return a
	}
	for _, p := range ask(PartnersQuery{Mode: ModeKnown, Since: 2020, Limit: 50}).Partners {
		if p.New || p.Last.Year < 2020 {
			t.Errorf("%s: new %v, last %v", p.Name, p.New, p.Last)
		}
	}
	for _, p := range ask(PartnersQuery{Mode: ModeNew, Country: "India"}).Partners {
		if !p.New || p.Country != "India" {
			t.Errorf("%s: new %v, country %s", p.Name, p.New, p.Country)
		}
	}
	first := ask(PartnersQuery{}).Partners[0]
	for _, p := range ask(PartnersQuery{Exclude: []string{first.ID}}).Partners {
		if p.ID == first.ID {
			t.Error("an excluded organization is suggested")
		}
	}
	to := ask(PartnersQuery{Target: "Amazon"})
	if !slices.ContainsFunc(to.Partners, func(p Partner) bool { return strings.Contains(text(p.Reason), " to Amazon") }) {
		t.Error("no reason names the target")
	}
	for _, q := range []PartnersQuery{{}, {Seeds: []string{"Access Now"}, Mode: "all"}, {Seeds: []string{"Access Now"}, Target: "nobody"}} {
		if _, err := r.Partners(t.Context(), q); graph.MessageOf(err) == "" {
			t.Errorf("%+v: %v", q, err)
		}
	}
}

func TestReasons(t *testing.T) {
	r := exampleReading(t)
	a, err := r.Partners(t.Context(), PartnersQuery{Seeds: []string{"Fight for the Future"}, Limit: 200})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range a.Partners {
		switch p.Name {
		case "Constitutional Alliance":
			if got := text(p.Reason); got != "Signed 4 of your 12 letters, two of them to Amazon. Last active September 2020." {
				t.Errorf("%q", got)
			}
		case "MPower Change":
			if got := text(p.Reason); got != "Signed 2 of your 12 letters, both to Amazon. Last active September 2020." {
				t.Errorf("%q", got)
			}
		}
	}
}

func TestPartnersForPrograms(t *testing.T) {
	n, err := exampleNetwork()
	if err != nil {
		t.Fatal(err)
	}
	a, err := PartnersFor(t.Context(), n, []string{"Access Now", "IT for Change"}, 10)
	if err != nil || len(a.Partners) != 10 {
		t.Fatalf("%d partners, %v", len(a.Partners), err)
	}
	for _, p := range a.Partners {
		letters, seeds := 0., 0.
		for _, l := range p.Letters {
			letters += l.Share
		}
		for _, s := range p.Seeds {
			seeds += s.Share
		}
		if math.Abs(letters-p.Score) > 1e-12 || math.Abs(seeds-p.Score) > 1e-12 {
			t.Errorf("%s: letters %v, seeds %v, score %v", p.Name, letters, seeds, p.Score)
		}
	}
	_, err = PartnersFor(t.Context(), n, []string{"Acces Nau"}, 10)
	if graph.CodeOf(err) != graph.NotFound || !strings.Contains(graph.MessageOf(err), "“Access Now”") {
		t.Errorf("an unknown seed: %v", err)
	}
	if _, err := PartnersFor(t.Context(), n, nil, 10); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("no seeds: %v", err)
	}
}

func TestSearch(t *testing.T) {
	r := exampleReading(t)
	for _, c := range []struct {
		q       SearchQuery
		first   string
		nearest bool
	}{
		{SearchQuery{Text: "Fight for the Future"}, "Fight for the Future", false},
		{SearchQuery{Text: "fight fut"}, "Fight for the Future", false},
		{SearchQuery{Text: "media justice"}, "Center for Media Justice", false},
		{SearchQuery{Text: "Fite for teh Future"}, "Fight for the Future", true},
		{SearchQuery{Text: "amazon", Kind: "target"}, "Amazon", false},
		{SearchQuery{Text: "doorbell", Kind: "letter"}, "Open letter calling on elected officials to stop Amazon’s doorbell surveillance partnerships with police", false},
		{SearchQuery{Text: "generations futures"}, "GÉNÉRATIONS FUTURES", false},
	} {
		a, err := r.Search(t.Context(), c.q)
		if err != nil || len(a.Hits) == 0 || a.Hits[0].Name != c.first || a.Nearest != c.nearest {
			t.Errorf("%+v: nearest %v, %+v, %v", c.q, a.Nearest, a.Hits, err)
		}
	}
	for _, nothing := range []string{"", "   ", "zzzzqqqq"} {
		if a, err := r.Search(t.Context(), SearchQuery{Text: nothing}); err != nil || len(a.Hits) != 0 {
			t.Errorf("%q finds %+v, %v", nothing, a.Hits, err)
		}
	}
	a, err := r.Search(t.Context(), SearchQuery{Text: "a", Limit: 12})
	if err != nil || len(a.Hits) != 12 {
		t.Fatalf("%d hits of 12, %v", len(a.Hits), err)
	}
	kinds := map[string]int{}
	for _, h := range a.Hits {
		kinds[h.Kind]++
	}
	if kinds[kindOrganization] == 0 || kinds[kindLetter] == 0 || kinds[kindTarget] == 0 {
		t.Errorf("one kind pushed another out: %v", kinds)
	}
	if _, err := r.Search(t.Context(), SearchQuery{Text: strings.Repeat("a b c d e f g h i j k l m ", 5)}); graph.CodeOf(err) != "" && graph.CodeOf(err) != graph.Invalid {
		t.Errorf("many words: %v", err)
	}
}

func TestPair(t *testing.T) {
	r := exampleReading(t)
	a, err := r.Pair(t.Context(), "Fight for the Future", "Access Now")
	if err != nil || len(a.Shared) != 7 || len(a.Path) != 0 || a.Sentence != "Fight for the Future and Access Now signed 7 letters together, the last on 2 April 2019." {
		t.Errorf("%d shared, %q, %v", len(a.Shared), a.Sentence, err)
	}
	for _, s := range a.Shared {
		if len(s.A) == 0 || len(s.B) == 0 {
			t.Errorf("%s has no lines", s.Letter.Title)
		}
	}
	a, err = r.Pair(t.Context(), "Fight for the Future", "Internet Freedom Foundation")
	if err != nil || len(a.Shared) != 0 || len(a.Path) != 2 || !strings.HasPrefix(a.Path[0].Sentence, "Fight for the Future and ") || a.Path[1].To.Name != "Internet Freedom Foundation" {
		t.Errorf("%+v, %v", a.Path, err)
	}
	if _, err := r.Pair(t.Context(), "Access Now", "Access Now"); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("with itself: %v", err)
	}
}

func TestPages(t *testing.T) {
	r := exampleReading(t)
	o, err := r.Organization(t.Context(), "MediaJustice")
	if err != nil || o.Name != "Center for Media Justice" || len(o.Names) != 3 || o.Letters != 9 || o.Cosigners != 443 || len(o.Judgements) == 0 {
		t.Fatalf("%+v, %v", o.Names, err)
	}
	if !strings.HasPrefix(o.Sentence, "Signed 9 of 24 letters, with 443 other organizations. ") {
		t.Errorf("%q", o.Sentence)
	}
	all, err := r.Cosigners(t.Context(), o.ID)
	if err != nil || all.Total != 443 || len(all.Cosigners) != 443 || all.Cosigners[0] != o.TopCosigners[0] || len(o.TopCosigners) != topCosigners {
		t.Errorf("%d co-signers, %v", all.Total, err)
	}
	signed, err := r.Signatures(t.Context(), o.ID)
	if err != nil || len(signed.Signed) != 9 || signed.Signed[0].Letter.Date.Compare(signed.Signed[8].Letter.Date) < 0 && !signed.Signed[8].Letter.Date.IsZero() {
		t.Errorf("%d signed, %v", len(signed.Signed), err)
	}
	letters, err := r.Letters(t.Context(), LettersQuery{Target: "Amazon"})
	if err != nil || letters.Total < 2 {
		t.Fatalf("%d letters to Amazon, %v", letters.Total, err)
	}
	l, err := r.Letter(t.Context(), letters.Letters[0].ID)
	if err != nil || len(l.Signatories) != 17 || l.Sentence != "One signer is missing. A news report says that 18 organizations signed and names 17." {
		t.Errorf("%d signatories, %q, %v", len(l.Signatories), l.Sentence, err)
	}
	reported := 0
	for i, s := range l.Signatories {
		if s.Lines[0].Status == graph.Reported {
			reported++
		} else if reported > 0 {
			t.Errorf("place %d: listed after one that only a report names", i+1)
		}
	}
	if len(l.Related) != 1 || l.Related[0].Relation != "report-of" || reported == 0 {
		t.Errorf("%d reported, related %+v", reported, l.Related)
	}
	if _, err := r.LetterText(t.Context(), l.Letter.ID, ""); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("facts only, but a text: %v", err)
	}
	target, err := r.Target(t.Context(), "Amazon")
	if err != nil || len(target.Parts) == 0 || target.Signers == 0 || len(target.Organizations) != min(target.Signers, targetSigners) {
		t.Errorf("%+v, %v", target.Parts, err)
	}
}

func TestLetterText(t *testing.T) {
	l := newLetter("with-text", "Somebody")
	l.Documents[0] = graph.Document{ID: "d", Name: "letter.txt", Text: "Dear all,\r\n\r\nSomebody\r\n"}
	l.LeftOut = []graph.LeftOut{{Line: 1, Text: "Dear all,", Why: "not a name"}}
	n, err := graph.NewNetwork(graph.Data{Letters: []graph.Letter{l}})
	if err != nil {
		t.Fatal(err)
	}
	r := &Reading{snapshot: newSnapshot(n)}
	a, err := r.LetterText(t.Context(), "with-text", "")
	if err != nil || !slices.Equal(a.Lines, []string{"Dear all,", "", "Somebody"}) || a.Document != "letter.txt" {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := r.LetterText(t.Context(), "with-text", "other"); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("another printing: %v", err)
	}
	page, err := r.Letter(t.Context(), "with-text")
	if err != nil || len(page.LeftOut) != 1 || !page.Documents[0].HasText {
		t.Errorf("%+v, %v", page, err)
	}
}
