package explore

import (
	"reflect"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/names/match"
	"undersigned/internal/store"
)

// umbrellaReading has a parent with a chapter, a coalition with two members, a former name, a split, and two that contradict each other.
func umbrellaReading(t *testing.T) *Reading {
	t.Helper()
	judge := func(v graph.Verdict, a, b, from string) graph.Judgement {
		j := graph.Judgement{Verdict: v, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: "person: Ada"}
		j.From, _ = graph.ParseDate(from)
		return graph.NewJudgement(j)
	}
	change := store.Change{Letters: []graph.Letter{signedBy("one", "River Trust", "River Trust Maine", "Fair Water", "Commons"), signedBy("two", "Stream Trust", "Commons"), signedBy("three", "River Trust")},
		Judgements: []graph.Judgement{judge(graph.ParentOf, "River Trust", "River Trust Maine", ""), judge(graph.ParentOf, "World Rivers", "River Trust", ""),
			judge(graph.HasMember, "Fair Water", "River Trust", "2001"), judge(graph.HasMember, "Fair Water", "Commons", ""), judge(graph.HasMember, "Silent League", "River Trust", ""),
			judge(graph.FormerName, "River Trust", "Stream Trust", "1990"), judge(graph.Same, "River Trust", "River Trust Maine", ""),
			graph.NewJudgement(graph.Judgement{Verdict: graph.Split, A: graph.NameRef{Name: "Commons", Letter: "two"}, By: "person: Ada"})}}
	service := New(openStore(t, change), Options{})
	t.Cleanup(service.Close)
	r, err := service.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestUmbrellas(t *testing.T) {
	r := umbrellaReading(t)
	page := func(name string) OrganizationAnswer {
		t.Helper()
		a, err := r.Organization(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	trust, maine, water, commons := page("River Trust"), page("River Trust Maine"), page("Fair Water"), page("Commons")
	if maine.Parent == nil || maine.Parent.ID != trust.ID || trust.Parent != nil || trust.ParentName != "World Rivers" {
		t.Errorf("parents: %+v, %+v %q", maine.Parent, trust.Parent, trust.ParentName)
	}
	if want := []OrganizationRef{{maine.ID, "River Trust Maine"}}; !reflect.DeepEqual(trust.Parts, want) || len(maine.Parts) != 0 || maine.Parts == nil {
		t.Errorf("parts: %+v, %+v", trust.Parts, maine.Parts)
	}
	since := graph.Date{Year: 2001}
	if want := []MembershipAnswer{{ID: water.ID, Name: "Fair Water", From: since}, {Name: "Silent League"}}; !reflect.DeepEqual(trust.MemberOf, want) {
		t.Errorf("a member of %+v", trust.MemberOf)
	}
	if want := []MembershipAnswer{{ID: commons.ID, Name: "Commons"}, {ID: trust.ID, Name: "River Trust", From: since}}; !reflect.DeepEqual(water.Members, want) || water.MemberOf == nil {
		t.Errorf("members: %+v", water.Members)
	}
	if want := (NameAnswer{Text: "Stream Trust", Kind: graph.Former, Letters: 1, From: graph.Date{Year: 1990}}); trust.Name != "River Trust" || trust.Names[1] != want {
		t.Errorf("%q: %+v", trust.Name, trust.Names)
	}
	if len(commons.Judgements) != 2 || commons.Judgements[0].Verdict != graph.Split || commons.Judgements[0].InA != "Letter two" || commons.Judgements[0].InB != "" || commons.Letters != 1 {
		t.Errorf("%+v", commons.Judgements)
	}
	about, err := r.About(t.Context())
	if err != nil || len(about.Refused) != 1 || about.Coverage.Refused != 1 || !strings.Contains(about.Refused[0].Why, "are one organization, but person: Ada says that “River Trust” is the parent of") {
		t.Errorf("%+v, %v", about.Refused, err)
	}
	if c := about.Coverage; c.ParentJudgements != 2 || c.MemberJudgements != 3 || c.FormerNames != 1 || c.Splits != 1 || len(c.Ambiguous) > 0 {
		t.Errorf("%+v", c)
	}
	for property, want := range map[string][]Value{
		propertyParent:    {{Text: "World Rivers"}},
		propertyCoalition: {{Text: "Silent League"}, {Organization: &OrganizationRef{water.ID, "Fair Water"}}},
		propertyOthers:    {{Text: "Stream Trust"}},
	} {
		if got := r.Values(trust.ID, property); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v", property, got)
		}
	}
}

// A name that was split in one letter is known everywhere else; a parent's name is not a candidate for its chapter's.
func TestMatchBesideKinds(t *testing.T) {
	r := umbrellaReading(t)
	for name, want := range map[string]string{"Commons": "same name; there is another organization of this name", "Stream Trust": "known spelling", "River Trust Maine": "same name"} {
		if a, err := r.MatchName(t.Context(), name); err != nil || a.Match.State != match.Known || a.Match.Why != want {
			t.Errorf("%q: %+v, %v", name, a.Match, err)
		}
	}
	likely, err := r.Reconcile(t.Context(), []Wanted{{Name: "River Trust Maine"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range likely[0] {
		if l.OrganizationRef.Name == "River Trust" {
			t.Errorf("the parent is taken for its chapter: %+v", l)
		}
	}
	if len(likely[0]) == 0 || !likely[0][0].Sure {
		t.Errorf("%+v", likely[0])
	}
}
