package api

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/store"
)

// chapters are two letters: one that a parent signed with its chapter, one with another chapter.
func chapters() store.Change {
	letter := func(key string, names ...string) graph.Letter {
		l := graph.Letter{ID: graph.LetterID(key, key), Title: "Letter " + key, Kind: "letter", Documents: []graph.Document{{ID: "d", Name: key + ".txt"}}}
		for i, name := range names {
			l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: i + 1,
				Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
		}
		return l
	}
	parent := func(a, b string) graph.Judgement {
		return graph.NewJudgement(graph.Judgement{Verdict: graph.ParentOf, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: "person: Ada"})
	}
	return store.Change{Letters: []graph.Letter{letter("one", "Rivers", "Rivers of Maine", "Oaks"), letter("two", "Rivers of Ohio", "Oaks")},
		Judgements: []graph.Judgement{parent("Rivers", "Rivers of Maine"), parent("Rivers", "Rivers of Ohio")}}
}

func TestRolledUpAnswers(t *testing.T) {
	s := open(t, chapters(), Options{Web: webFiles})
	maine, oaks := graph.OrganizationID("Rivers of Maine", ""), graph.OrganizationID("Oaks", "")
	ask := func(address string) []byte {
		t.Helper()
		status, b := s.get("/api/v1" + address)
		if status != http.StatusOK {
			t.Fatalf("%s: %d %s", address, status, b)
		}
		return b
	}
	for rollup, want := range map[string]int{"": 4, "?rollup=parents": 2} {
		a := decode[explore.NetworkAnswer](t, ask("/network"+rollup))
		if len(a.Organizations.ID) != want || strings.Contains(a.Remark, "Chapters count as their parents") != (rollup != "") || "?rollup="+string(a.View.RollUp) != rollup && rollup != "" ||
			fmt.Sprint(a.RollUps) != "[parents]" || a.Version.Cache == "" {
			t.Errorf("%s: %v %+v %q", rollup, a.Organizations.Name, a.View, a.Remark)
		}
		if o := decode[explore.OrganizationsAnswer](t, ask("/organizations"+rollup)); o.Total != want {
			t.Errorf("%s: %d organizations", rollup, o.Total)
		}
	}
	if o := decode[explore.OrganizationAnswer](t, ask("/organizations/"+maine+"?rollup=parents")); o.Name != "Rivers" || o.Letters != 2 || o.RolledUp == nil || len(o.RolledUp.StandsFor) != 2 {
		t.Errorf("%+v", o)
	}
	if o := decode[explore.SignaturesAnswer](t, ask("/organizations/"+maine+"/signatures?rollup=parents")); len(o.Signed) != 2 || len(o.Signed[0].Lines)+len(o.Signed[1].Lines) != 3 {
		t.Errorf("%+v", o)
	}
	if o := decode[explore.CosignersAnswer](t, ask("/organizations/"+oaks+"/cosigners?rollup=parents")); o.Total != 1 || o.Cosigners[0].Letters != 2 {
		t.Errorf("%+v", o)
	}
	if p := decode[explore.PairAnswer](t, ask("/pair?a="+oaks+"&b="+maine+"&rollup=parents")); len(p.Shared) != 2 {
		t.Errorf("%+v", p)
	}
	if p := decode[explore.PartnersAnswer](t, ask("/partners?seed=Oaks&rollup=parents")); len(p.Partners) != 1 || p.Partners[0].Name != "Rivers" || p.Partners[0].Shared != 2 {
		t.Errorf("%+v", p.Partners)
	}
	if l := decode[explore.LetterAnswer](t, ask("/letters/"+graph.LetterID("one", "one")+"?rollup=parents")); len(l.Signatories) != 2 || l.Letter.Organizations != 2 || l.Found != 3 {
		t.Errorf("%+v", l.Signatories)
	}
	if map1 := string(ask("/map.svg?rollup=parents&min_letters=1")); !strings.Contains(map1, "?rollup=parents") || strings.Contains(map1, maine) {
		t.Error("the drawn map is of the plain network")
	}
	res := s.ask(http.MethodGet, "/api/v1/export?format=nodes.csv&rollup=parents")
	if b := string(body(t, res)); strings.Count(b, "\n") != 3 || !strings.Contains(res.Header.Get("Content-Disposition"), "-parents.nodes.csv") {
		t.Errorf("%s %s", res.Header.Get("Content-Disposition"), b)
	}
	checkProblem(t, s.ask(http.MethodGet, "/api/v1/network?rollup=children"), 422, "invalid")
}

// Answers about one network are no answers about another: caches tell them apart.
func TestTagsOfRolledUpAnswersDiffer(t *testing.T) {
	s := open(t, chapters(), Options{Web: webFiles})
	plain, rolled := s.ask(http.MethodGet, "/api/v1/network").Header.Get("ETag"), s.ask(http.MethodGet, "/api/v1/network?rollup=parents").Header.Get("ETag")
	if plain == "" || plain == rolled {
		t.Errorf("tags %q and %q", plain, rolled)
	}
	if res := s.ask(http.MethodGet, "/api/v1/network?rollup=parents", "If-None-Match", rolled); res.StatusCode != http.StatusNotModified {
		t.Errorf("status %d", res.StatusCode)
	}
	if res := s.ask(http.MethodGet, "/api/v1/network?rollup=parents", "If-None-Match", plain); res.StatusCode != http.StatusOK {
		t.Errorf("status %d", res.StatusCode)
	}
}
