package neo4j

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

var queryPattern = regexp.MustCompile("(?s)```cypher\n(.*?)```\n\n((?:\\|[^\n]*\n)+)")

// Every query of QUERIES.md answers what stands below it.
func TestQueries(t *testing.T) {
	server := emptyServer(t)
	s := openStore(t, server)
	titled := func(l graph.Letter, title, stance, target string, date graph.Date) graph.Letter {
		l.Title, l.Stance, l.Date = title, stance, date
		l.Targets = []graph.TargetRef{{Name: target}}
		return l
	}
	scanning := titled(letter("stop-scanning", "Access Now", "Electronic Frontier Foundation"), "Stop scanning", "oppose", "Parliament", graph.Date{Year: 2021, Month: 5})
	german := titled(letter("chatkontrolle", "Access Now"), "Chatkontrolle stoppen", "oppose", "Parliament", graph.Date{Year: 2021, Month: 5})
	german.TranslationOf = scanning.ID
	mustPut(t, s, store.Change{
		Letters: []graph.Letter{scanning, german,
			titled(letter("ban-cameras", "Access Now", "EFF"), "Ban cameras", "oppose", "City Council", graph.Date{Year: 2022}),
			titled(letter("no-spyware", "EFF", "Liberty"), "No spyware", "demand", "City Council", graph.Date{Year: 2022})},
		Profiles: []graph.Profile{{Of: graph.NameRef{Name: "EFF"}, Display: "Electronic Frontier Foundation"}},
		Judgements: []graph.Judgement{judge(graph.Same, graph.NameRef{Name: "EFF"}, graph.NameRef{Name: "Electronic Frontier Foundation"}),
			judge(graph.ParentOf, graph.NameRef{Name: "EFF"}, graph.NameRef{Name: "Liberty"}),
			graph.NewJudgement(graph.Judgement{Verdict: graph.HasMember, A: graph.NameRef{Name: "Liberty"}, B: graph.NameRef{Name: "Access Now"}, By: "person: P", From: graph.Date{Year: 2019, Month: 5}})},
	})
	if err := s.Canonicalize(ctx); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("QUERIES.md")
	if err != nil {
		t.Fatal(err)
	}
	found := queryPattern.FindAllStringSubmatch(string(page), -1)
	if blocks := strings.Count(string(page), "```cypher"); len(found) != blocks || blocks < 6 {
		t.Fatalf("%d queries, %d of them with an answer", blocks, len(found))
	}
	for _, q := range found {
		var want, got []string
		for line := range strings.Lines(q[2]) {
			want = append(want, strings.Trim(line, "| \n"))
		}
		for _, row := range server.Query(t, q[1], nil) {
			cells := make([]string, len(row))
			for i, v := range row {
				cells[i] = fmt.Sprint(v)
			}
			got = append(got, strings.Join(cells, " | "))
		}
		if !slices.Equal(got, want[2:]) {
			t.Errorf("%s\nanswers %q\nthe page says %q", q[1], got, want[2:])
		}
	}
	checkVerified(t, s)
}
