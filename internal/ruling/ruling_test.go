package ruling_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/ruling"
)

func made(t *testing.T, printed []string, profiles ...graph.Profile) []string {
	t.Helper()
	js, err := ruling.Judgements(t.Context(), printed, profiles)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(js, graph.CompareJudgements) {
		t.Error("they are not in order")
	}
	var list []string
	for _, j := range js {
		if err := j.Check(); err != nil || !j.ByRule() || !ruling.OfNames(j) || j.Verdict == graph.Same && j.Score <= 0 || j.Score > 1 || j.Why == "" || graph.NewJudgement(j).ID != j.ID {
			t.Errorf("%+v: %v", j, err)
		}
		list = append(list, j.A.Name+" = "+j.B.Name+": "+strings.TrimPrefix(j.By, "rule: "))
	}
	return list
}

func with(name string, ids ...string) graph.Profile {
	p := graph.Profile{Of: graph.NameRef{Name: name}, ExternalIDs: map[string]string{}}
	for i := 0; i < len(ids); i += 2 {
		p.ExternalIDs[ids[i]] = ids[i+1]
	}
	return p
}

func TestJudgements(t *testing.T) {
	printed := []string{"Tide Watch", "TIDE WATCH", "Tide Watch, Inc.", "FAIR", "Fair", "Heron Trust", "Lantern Works"}
	want := []string{"TIDE WATCH = Tide Watch: fold, version 3", "TIDE WATCH = Tide Watch, Inc.: legal-form, version 2"}
	got := made(t, printed)
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range 5 {
		r.Shuffle(len(printed), func(i, k int) { printed[i], printed[k] = printed[k], printed[i] })
		if again := made(t, append(slices.Clone(printed), printed[0])); !slices.Equal(again, got) {
			t.Errorf("in another order %q", again)
		}
	}
}

// TestChapters: a chapter gets its parent, which may be printed in several ways; it has one only.
func TestChapters(t *testing.T) {
	printed := []string{"Sierra Lantern Club", "The Sierra Lantern Club", "Sierra Lantern Club of Norway", "Sierra Lantern Club Sweden", "Sierra Lantern Club Uppsala Chapter", "Lantern Bank", "Lantern Bank of Norway"}
	got := slices.DeleteFunc(made(t, printed), func(s string) bool { return !strings.Contains(s, "chapter") })
	want := []string{"Sierra Lantern Club = Sierra Lantern Club Sweden: chapter, version 1", "Sierra Lantern Club = Sierra Lantern Club of Norway: chapter, version 1"}
	if len(got) < 2 || !slices.Equal(got[:1], want[:1]) || !slices.Contains(got, want[1]) {
		t.Errorf("got %q, want %q", got, want)
	}
	children := map[string]bool{}
	for _, s := range got {
		child := s[strings.Index(s, " = "):]
		if children[child] || strings.Contains(s, "Bank") {
			t.Errorf("%q stands for two parents, or for one place only: %q", child, got)
		}
		children[child] = true
	}
}

func TestIdentifiersSettle(t *testing.T) {
	for _, c := range []struct {
		name     string
		printed  []string
		profiles []graph.Profile
		want     []string
	}{
		{"equal ones join what names tell apart", []string{"Heron Trust", "Lantern Works"},
			[]graph.Profile{with("Heron Trust", "ein", "12-3456789"), with("Lantern Works", "EIN", "123456789")}, []string{"Heron Trust = Lantern Works: identifier, version 1"}},
		{"an address of a register is its identifier", []string{"Heron Trust", "Lantern Works"},
			[]graph.Profile{with("Heron Trust", "ror", "https://ror.org/04jzxzk75"), with("Lantern Works", "ror", "04JZXZK75")}, []string{"Heron Trust = Lantern Works: identifier, version 1"}},
		{"a host", []string{"Heron Trust", "Lantern Works"},
			[]graph.Profile{with("Heron Trust", "website", "https://www.heron.example/"), with("Lantern Works", "domain", "heron.example")}, []string{"Heron Trust = Lantern Works: identifier, version 1"}},
		{"a page, and a host of many, are nobody's", []string{"Heron Trust", "Lantern Works", "Tide Watch", "Moss Club"},
			[]graph.Profile{with("Heron Trust", "website", "https://heron.example/lantern"), with("Lantern Works", "website", "https://heron.example"),
				with("Tide Watch", "website", "https://www.facebook.com"), with("Moss Club", "website", "facebook.com")}, nil},
		{"different ones keep apart what a rule would join", []string{"Heron Trust", "The Heron Trust", "Heron Trust Inc."},
			[]graph.Profile{with("Heron Trust", "wikidata", "Q1"), with("The Heron Trust", "wikidata", "Q2")}, []string{"Heron Trust = Heron Trust Inc.: legal-form, version 2"}},
		{"different hosts tell nothing", []string{"Heron Trust", "The Heron Trust"},
			[]graph.Profile{with("Heron Trust", "website", "heron.example"), with("The Heron Trust", "website", "heron.test")}, []string{"Heron Trust = The Heron Trust: legal-form, version 2"}},
		{"another register outweighs an equal one", []string{"Heron Trust", "Lantern Works"},
			[]graph.Profile{with("Heron Trust", "wikidata", "Q1", "lei", "X"), with("Lantern Works", "wikidata", "Q1", "lei", "Y")}, nil},
		{"an unknown register, a letter's name and a name that is not printed settle nothing", []string{"Heron Trust", "Lantern Works"},
			[]graph.Profile{with("Heron Trust", "club", "7", "ein", "1"), with("Lantern Works", "club", "7"), with("Gone", "ein", "1"), {Of: graph.NameRef{Name: "Lantern Works", Letter: "l"}, ExternalIDs: map[string]string{"ein": "1"}}}, nil},
	} {
		if got := made(t, c.printed, c.profiles...); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEqual(t *testing.T) {
	js, err := ruling.Equal(t.Context(), []string{"Tide Watch", "tide-watch", "Tide Watch Inc.", "TIDEWATCH", "FAIR", "fair", "…", "!"})
	if err != nil || len(js) != 2 || js[0].By != graph.RuleBy("fold", 3) {
		t.Errorf("%+v, %v", js, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ruling.Equal(ctx, []string{"a"}); graph.CodeOf(err) != graph.Cancelled {
		t.Error(err)
	}
	if _, err := ruling.Judgements(ctx, []string{"a"}, nil); graph.CodeOf(err) != graph.Cancelled {
		t.Error(err)
	}
}

// TestComplete: what other rules decided is replaced, what a person undid stays, and nothing happens where the rules were followed.
func TestComplete(t *testing.T) {
	letter := graph.Letter{ID: "l", Documents: []graph.Document{{ID: "d"}}}
	for _, name := range []string{"Tide Watch", "TIDE WATCH", "Tide Watch Inc.", "Heron"} {
		letter.Signatures = append(letter.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Evidence: []graph.Evidence{{Document: "d", Text: name}}})
	}
	judge := func(a, b, by string, undone *graph.Undoing) graph.Judgement {
		return graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: by, Undone: undone})
	}
	old := judge("Tide Watch", "Heron", "rule: fold, version 1", nil)
	undone := judge("TIDE WATCH", "Tide Watch Inc.", graph.RuleBy("legal-form", 2), &graph.Undoing{By: "person: Ada"})
	said := judge("Heron", "Herons", "person: Ada", nil)
	data := graph.Data{Letters: []graph.Letter{letter}, Judgements: []graph.Judgement{old, undone, said}}
	whole, err := ruling.Complete(t.Context(), data)
	if err != nil || whole.Rules != ruling.Version() || len(data.Judgements) != 3 {
		t.Fatal(whole, err)
	}
	var got []string
	for _, j := range whole.Judgements {
		got = append(got, j.ID)
	}
	want := []string{said.ID, graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: "TIDE WATCH"}, B: graph.NameRef{Name: "Tide Watch"}, By: graph.RuleBy("fold", 3)}).ID, undone.ID}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if again, err := ruling.Complete(t.Context(), whole); err != nil || len(again.Judgements) != 3 {
		t.Error(again, err)
	}
	put, withdraw := ruling.Differences(data.Judgements, whole.Judgements[1:2])
	if len(put) != 1 || !slices.Equal(withdraw, []string{old.ID}) {
		t.Errorf("put %v, withdraw %v", put, withdraw)
	}
}
