package sameletter

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

const sentence = "We ask you to publish every record of the meetings that were held in private this year."

// circle has a letter, a report of it, and what must not be linked: a second letter with the same names, a report of
// something else, a report that shares too few names, and one without any text.
func circle() []graph.Letter {
	quote := []string{"publish every record of the meetings that were held"}
	return []graph.Letter{
		record("letter", "letter", "Dear Minister,\n"+sentence, nil, "Alpha", "Beta", "Gamma", "Delta"),
		record("report", "news", "They wrote.", quote, "ALPHA", "Beta!", "Omega"),
		record("other-letter", "letter", "Dear Minister, something else entirely is asked of you here.", nil, "Alpha", "Beta", "Gamma"),
		record("other-report", "news", "Other news.", []string{"nothing of this stands in any letter that we hold"}, "Alpha", "Beta"),
		record("few-names", "news", "Few.", quote, "Alpha", "X", "Y", "Z"),
		{ID: "facts", Kind: "letter", Signatures: []graph.Signature{{Name: "Alpha", Type: graph.TypeOrganization}}},
	}
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{{}}
	}
	var all [][]int
	for _, p := range permutations(n - 1) {
		for i := range n {
			next := append([]int{}, p[:i]...)
			all = append(all, append(append(next, n-1), p[i:]...))
		}
	}
	return all
}

func TestReportsAreFoundInEveryOrder(t *testing.T) {
	letters := circle()
	for _, order := range permutations(len(letters)) {
		x := New(false)
		var found []Link
		for _, i := range order {
			x.Add(&letters[i])
			found = append(found, x.Links(&letters[i])...)
		}
		if len(found) != 1 || found[0].Report.ID != "report" || found[0].Letter.ID != "letter" {
			t.Fatalf("the order %v gives %d links: %+v", order, len(found), found)
		}
	}
}

func TestLinkIsAJudgementWithItsReason(t *testing.T) {
	letters := circle()
	x := New(false)
	x.Add(&letters[0])
	x.Add(&letters[1])
	found := x.Links(&letters[0])
	if len(found) != 1 {
		t.Fatalf("%d links", len(found))
	}
	j := found[0].Judgement()
	if err := j.Check(); err != nil || j.A.Letter != "report" || j.B.Letter != "letter" || j.Relation != graph.ReportOf || j.By != graph.RuleSameLetter ||
		j.Score < 0.66 || j.Score > 0.67 || !strings.Contains(j.Why, "67 %") || !strings.Contains(j.Why, "“publish every record") {
		t.Errorf("%+v, %v", j, err)
	}
	x.Remove("letter")
	if again := x.Links(&letters[1]); len(again) != 0 {
		t.Errorf("a letter that was replaced is still linked: %+v", again)
	}
}

// TestIndexAsComparingAll asks of the index what comparing all with all gives, while letters come, go and come again in another state.
func TestIndexAsComparingAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	passages := []string{"publish every record of the meetings that were held", "keep the old pool open for all who want to swim", "mend the bridge before the first frost of the year"}
	some := func() graph.Letter {
		l := record(fmt.Sprint("l", r.IntN(60)), []string{"letter", "news", "press-release"}[r.IntN(3)], "We say: "+passages[r.IntN(3)]+".", nil, many(1+r.IntN(4), fmt.Sprint("Row ", r.IntN(3)))...)
		if r.IntN(2) == 0 {
			l.Quotes = passages[r.IntN(3):]
		}
		return l
	}
	x, stored := New(true), map[string]*graph.Letter{}
	linked, proposed := 0, 0
	for range 400 {
		l := some()
		x.Remove(l.ID)
		delete(stored, l.ID)
		if r.IntN(4) > 0 {
			x.Add(&l)
			stored[l.ID] = &l
		}
		var want []Link
		ways := []Proposal{}
		for _, id := range slices.Sorted(maps.Keys(stored)) {
			for _, pair := range [][2]*graph.Letter{{&l, stored[id]}, {stored[id], &l}} {
				if link, ok := linkOf(*pair[0], *pair[1]); ok {
					want = append(want, link)
				}
			}
			if p, ok := Same(l, *stored[id]); ok && p.Rule {
				ways = append(ways, p)
			}
		}
		got := x.Links(&l)
		for _, links := range [][]Link{want, got} {
			slices.SortFunc(links, func(a, b Link) int { return strings.Compare(a.Report.ID+" "+a.Letter.ID, b.Report.ID+" "+b.Letter.ID) })
		}
		if !slices.EqualFunc(got, want, func(a, b Link) bool {
			return a.Report.ID == b.Report.ID && a.Letter.ID == b.Letter.ID && a.Share == b.Share && a.Quote == b.Quote
		}) {
			t.Fatalf("%d links of %s, want %d: %+v, %+v", len(got), l.ID, len(want), got, want)
		}
		sortProposals(ways)
		ruled := slices.DeleteFunc(x.Like(&l), func(p Proposal) bool { return !p.Rule })
		if !reflect.DeepEqual(ruled, ways) {
			t.Fatalf("%s: the rule proposes %+v, want %+v", l.ID, ruled, ways)
		}
		linked, proposed = linked+len(got), proposed+len(ruled)
	}
	if linked < 400 || proposed != linked {
		t.Errorf("%d links and %d proposals by the rule: too little was compared", linked, proposed)
	}
}

// BenchmarkLinks adds 5,000 letters, every tenth a report, of names of which each stands on some fifty of them.
func BenchmarkLinks(b *testing.B) {
	var letters []graph.Letter
	for i := range 5000 {
		var names []string
		for j := range 20 {
			names = append(names, fmt.Sprint("organization ", (i*31+j*j*97)%2000))
		}
		kind, quotes := "letter", []string(nil)
		if i%10 == 0 {
			kind, quotes = "news", []string{"a passage of eight words that stands nowhere else at all"}
		}
		letters = append(letters, record(fmt.Sprint("l", i), kind, strings.Repeat(sentence+" ", 20), quotes, names...))
	}
	for b.Loop() {
		x := New(false)
		for i := range letters {
			x.Add(&letters[i])
			x.Links(&letters[i])
		}
	}
}
