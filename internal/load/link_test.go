package load

import (
	"fmt"
	"strings"
	"testing"

	"undersigned/graph"
)

// written makes a letter of a kind, with its text and the names that sign it.
func written(id, kind, text string, quotes []string, names ...string) *graph.Letter {
	l := &graph.Letter{ID: id, Kind: kind, Title: strings.ToUpper(id), Quotes: quotes, Documents: []graph.Document{{ID: "d", Text: text}}}
	for _, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Status: graph.Listed})
	}
	return l
}

const sentence = "We ask you to publish every record of the meetings that were held in private this year."

// sample has a letter, a report of it, and what must not be linked: a second letter with the same names, a report of
// something else, a report that shares too few names, and one without any text.
func sample() []*graph.Letter {
	quote := []string{"publish every record of the meetings that were held"}
	return []*graph.Letter{
		written("letter", "letter", "Dear Minister,\n"+sentence, nil, "Alpha", "Beta", "Gamma", "Delta"),
		written("report", "news", "They wrote.", quote, "ALPHA", "Beta!", "Omega"),
		written("other-letter", "letter", "Dear Minister, something else entirely is asked of you here.", nil, "Alpha", "Beta", "Gamma"),
		written("other-report", "news", "Other news.", []string{"nothing of this stands in any letter that we hold"}, "Alpha", "Beta"),
		written("few-names", "news", "Few.", quote, "Alpha", "X", "Y", "Z"),
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
	letters := sample()
	for _, order := range permutations(len(letters)) {
		k := newLinker()
		var found []link
		for _, i := range order {
			k.add(letters[i])
			found = append(found, k.linksOf(letters[i])...)
		}
		if len(found) != 1 || found[0].report.ID != "report" || found[0].letter.ID != "letter" {
			t.Fatalf("the order %v gives %d links: %+v", order, len(found), found)
		}
	}
}

func TestLinkIsAJudgementWithItsReason(t *testing.T) {
	letters := sample()
	k := newLinker()
	k.add(letters[0])
	k.add(letters[1])
	found := k.linksOf(letters[0])
	if len(found) != 1 {
		t.Fatalf("%d links", len(found))
	}
	j := found[0].judgement()
	if err := j.Check(); err != nil || j.A.Letter != "report" || j.B.Letter != "letter" || j.Relation != graph.ReportOf || j.By != graph.RuleSameLetter ||
		j.Score < 0.66 || j.Score > 0.67 || !strings.Contains(j.Why, "67 %") || !strings.Contains(j.Why, "“publish every record") {
		t.Errorf("%+v, %v", j, err)
	}
	k.remove(letters[0])
	if again := k.linksOf(letters[1]); len(again) != 0 {
		t.Errorf("a letter that was replaced is still linked: %+v", again)
	}
}

// BenchmarkLinks adds 5,000 letters, every tenth a report, of names of which each stands on some fifty of them.
func BenchmarkLinks(b *testing.B) {
	var letters []*graph.Letter
	for i := range 5000 {
		var names []string
		for j := range 20 {
			names = append(names, fmt.Sprint("organization ", (i*31+j*j*97)%2000))
		}
		kind, quotes := "letter", []string(nil)
		if i%10 == 0 {
			kind, quotes = "news", []string{"a passage of eight words that stands nowhere else at all"}
		}
		letters = append(letters, written(fmt.Sprint("l", i), kind, strings.Repeat(sentence+" ", 20), quotes, names...))
	}
	for b.Loop() {
		k := newLinker()
		for _, l := range letters {
			k.add(l)
			k.linksOf(l)
		}
	}
}
