package graph_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

// letter makes a letter of one document that the given names sign, one a line.
func letter(key string, names ...string) graph.Letter {
	l := graph.Letter{ID: graph.LetterID(key, key), Title: key, Documents: []graph.Document{{ID: "d"}}}
	for i, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization,
			Status: graph.Listed, Position: i + 1, Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
	}
	return l
}

func judge(v graph.Verdict, a, b graph.NameRef, by string) graph.Judgement {
	return graph.NewJudgement(graph.Judgement{Verdict: v, A: a, B: b, By: by})
}

func everywhere(name string) graph.NameRef { return graph.NameRef{Name: name} }

func network(t *testing.T, d graph.Data) *graph.Network {
	t.Helper()
	n, err := graph.NewNetwork(d)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// groups returns the organizations as sorted lists of their printed names.
func groups(n *graph.Network) []string {
	var out []string
	for _, o := range n.Organizations() {
		var names []string
		for _, name := range o.Names {
			if name.Kind == graph.Printed {
				names = append(names, name.Text)
			}
		}
		slices.Sort(names)
		out = append(out, strings.Join(names, " = "))
	}
	slices.Sort(out)
	return out
}

// rule is what a written rule says of two names.
func rule(a, b string, score float64) graph.Judgement {
	return graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: everywhere(a), B: everywhere(b), By: graph.RuleBy("fold", 2), Score: score})
}

func TestRulesJoinNames(t *testing.T) {
	d := graph.Data{Letters: []graph.Letter{letter("a", "Color of Change", "Média-Alliance", "№ 9 Group"), letter("b", "Color Of Change", "MÉDIA ALLIANCE", "Media Alliance", "No 9 Group")},
		Judgements: []graph.Judgement{rule("Color Of Change", "Color of Change", 1), rule("MÉDIA ALLIANCE", "Média-Alliance", 1), rule("No 9 Group", "№ 9 Group", 1)}}
	n := network(t, d)
	want := []string{"Color Of Change = Color of Change", "Media Alliance", "MÉDIA ALLIANCE = Média-Alliance", "No 9 Group = № 9 Group"}
	if got := groups(n); !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	rules := n.RuleJudgements()
	if len(rules) != 3 || !rules[0].ByRule() || n.Coverage().MergedByRule != 3 || n.Coverage().MergedByJudgement != 0 {
		t.Fatalf("the rule's three decisions must be shown, and as a rule's, got %+v", rules)
	}
	undone := rules[0]
	undone.Undone = &graph.Undoing{By: "person: tester"}
	other := undone
	other.By = graph.RuleBy("fold", 3) // a later version says it again
	other.Undone = nil
	n = network(t, graph.Data{Letters: []graph.Letter{letter("a", "Color of Change"), letter("b", "Color Of Change")}, Judgements: []graph.Judgement{undone, graph.NewJudgement(other)}})
	if got := groups(n); len(got) != 2 {
		t.Fatalf("an undone rule judgement still joins: %q", got)
	}
	if r := n.RuleJudgements(); len(r) != 1 || r[0].Undone == nil {
		t.Fatalf("the undone judgement must stay visible, got %+v", r)
	}
}

func TestDifferentWinsOverTheRule(t *testing.T) {
	d := graph.Data{Letters: []graph.Letter{letter("a", "FAIR"), letter("b", "Fair"), letter("c", "F.A.I.R.")},
		Judgements: []graph.Judgement{judge(graph.Different, everywhere("FAIR"), everywhere("Fair"), "file distinct.json"), rule("FAIR", "F.A.I.R.", 1), rule("FAIR", "Fair", 1)}}
	n := network(t, d)
	if got, want := groups(n), []string{"F.A.I.R.", "FAIR", "Fair"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if got := n.Coverage().Ambiguous; !reflect.DeepEqual(got, []graph.NameRef{everywhere("F.A.I.R.")}) {
		t.Fatalf("F.A.I.R. could be either and must be reported, got %v", got)
	}
	d.Judgements = append(d.Judgements, judge(graph.Same, everywhere("FAIR"), everywhere("F.A.I.R."), "person: tester"))
	if got, want := groups(network(t, d)), []string{"F.A.I.R. = FAIR", "Fair"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
}

// TestSurerRulesGoFirst: what a rule says less surely gives way, and what it joins otherwise stays.
func TestSurerRulesGoFirst(t *testing.T) {
	d := graph.Data{Letters: []graph.Letter{letter("a", "Moon"), letter("b", "MOON"), letter("c", "The Moon"), letter("d", "Moon Inc.")},
		Judgements: []graph.Judgement{rule("MOON", "Moon", 1), rule("Moon", "The Moon", .9), rule("The Moon", "Moon Inc.", .8), judge(graph.Different, everywhere("MOON"), everywhere("The Moon"), "file x")}}
	n := network(t, d)
	if got, want := groups(n), []string{"MOON = Moon", "Moon Inc. = The Moon"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if c := n.Coverage(); c.MergedByRule != 2 {
		t.Errorf("two of the rule's judgements joined something, not %d", c.MergedByRule)
	}
}

// TestOneListIsHardlyOneOrganization: a rule joins two names of one list only where it is certain.
func TestOneListIsHardlyOneOrganization(t *testing.T) {
	d := graph.Data{Letters: []graph.Letter{letter("a", "Moon", "MOON", "Moon Inc."), letter("b", "Moon"), letter("c", "Sun Inc."), letter("d", "Sun")},
		Judgements: []graph.Judgement{rule("MOON", "Moon", 1), rule("Moon", "Moon Inc.", .9), rule("Sun", "Sun Inc.", .9)}}
	n := network(t, d)
	if got, want := groups(n), []string{"MOON = Moon", "Moon Inc.", "Sun = Sun Inc."}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if r := n.Refused(); len(r) != 1 || r[0].Judgement.B.Name != "Moon Inc." || !strings.Contains(r[0].Why, "one list prints both") {
		t.Errorf("it must be said, got %+v", r)
	}
	for i, countries := range [][2]string{{"Chile", "Peru"}, {"chile", "Chile"}, {"USA", "United States"}, {"", "Peru"}, {"UG", "BD"}} {
		d := graph.Data{Letters: []graph.Letter{letter("a", "Moon"), letter("b", "Moon Inc.")}, Judgements: []graph.Judgement{rule("Moon", "Moon Inc.", .9)}}
		d.Letters[0].Signatures[0].Country, d.Letters[1].Signatures[0].Country = countries[0], countries[1]
		if n := network(t, d); len(n.Refused()) != len(groups(n))-1 || len(groups(n)) != []int{2, 1, 1, 1, 2}[i] {
			t.Errorf("%q: %q, %+v", countries, groups(n), n.Refused())
		}
	}
	d.Judgements = append(d.Judgements, judge(graph.Same, everywhere("Moon"), everywhere("Moon Inc."), "person: x"))
	if n = network(t, d); len(n.Refused()) != 0 || len(groups(n)) != 2 {
		t.Errorf("a person may join them: %q, %+v", groups(n), n.Refused())
	}
}

// TestDoubtReachesAllNames: what letters say against two names holds whichever spelling of theirs a rule names.
func TestDoubtReachesAllNames(t *testing.T) {
	d := graph.Data{Letters: []graph.Letter{letter("a", "Moon", "Moon Inc."), letter("b", "MOON")}, Judgements: []graph.Judgement{rule("MOON", "Moon", 1), rule("MOON", "Moon Inc.", .9)}}
	n := network(t, d)
	if got, want := groups(n), []string{"MOON = Moon", "Moon Inc."}; !reflect.DeepEqual(got, want) || len(n.Refused()) != 1 {
		t.Fatalf("got %q, want %q; %+v", got, want, n.Refused())
	}
}

// TestUndoingPartsOnePair: the others of a group stay as the rules that were not undone join them.
func TestUndoingPartsOnePair(t *testing.T) {
	undone := rule("KITE", "Kite Inc.", .9)
	undone.Undone = &graph.Undoing{By: "person: x"}
	d := graph.Data{Letters: []graph.Letter{letter("a", "Kite"), letter("b", "KITE"), letter("c", "Kite Inc."), letter("d", "The Kite")},
		Judgements: []graph.Judgement{rule("KITE", "Kite", 1), undone, rule("KITE", "The Kite", .9)}}
	if got, want := groups(network(t, d)), []string{"KITE = Kite = The Kite", "Kite Inc."}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
}

// TestSplitNamesConnect: a name of two organizations belongs to neither, and its spellings are still one among themselves.
func TestSplitNamesConnect(t *testing.T) {
	one, two := letter("one", "Moon"), letter("two", "Moon")
	in := func(l graph.Letter) graph.NameRef { return graph.NameRef{Name: "Moon", Letter: l.ID} }
	d := graph.Data{Letters: []graph.Letter{one, two, letter("a", "MOON"), letter("b", "moon")},
		Judgements: []graph.Judgement{judge(graph.Different, in(one), in(two), "file x"), rule("MOON", "Moon", 1), rule("Moon", "moon", 1)}}
	if got, want := groups(network(t, d)), []string{"MOON = moon", "Moon", "Moon"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
}

func TestOnePrintedNameCanBeTwoOrganizations(t *testing.T) {
	us1, us2, in1, in2, open := letter("us1", "Commons"), letter("us2", "Commons"), letter("in1", "Commons"), letter("in2", "commons"), letter("new", "Commons")
	in := func(l graph.Letter) graph.NameRef { return graph.NameRef{Name: "Commons", Letter: l.ID} }
	d := graph.Data{Letters: []graph.Letter{us1, us2, in1, in2, open}, Judgements: []graph.Judgement{
		judge(graph.Same, in(us1), in(us2), "file h"), judge(graph.Different, in(us1), in(in1), "file h"),
		judge(graph.Same, in(in1), graph.NameRef{Name: "commons", Letter: in2.ID}, "file h")},
		Profiles: []graph.Profile{{Of: in(us1), Display: "Commons (US)", Country: "United States"}, {Of: in(in1), Display: "Commons (India)", Country: "India"}}}
	n := network(t, d)
	x := n.Incidence()
	signed := map[string]string{}
	for o, org := range n.Organizations() {
		for _, l := range x.LettersOf(o) {
			signed[n.Letters()[l].Title] = org.Name
		}
	}
	want := map[string]string{"us1": "Commons (US)", "us2": "Commons (US)", "in1": "Commons (India)", "in2": "Commons (India)", "new": "Commons"}
	if !reflect.DeepEqual(signed, want) {
		t.Fatalf("got %v, want %v", signed, want)
	}
	if got := n.Coverage().Ambiguous; !slices.Contains(got, everywhere("Commons")) {
		t.Fatalf("the letter nobody judged must be reported as ambiguous, got %v", got)
	}
	ids := map[string]bool{}
	for _, o := range n.Organizations() {
		ids[o.ID] = true
		if p, ok := n.Organization(o.ID); !ok || n.Organizations()[p].ID != o.ID {
			t.Errorf("%s is not found by its id", o.ID)
		}
	}
	if len(ids) != 3 {
		t.Fatalf("three organizations need three ids, got %v", ids)
	}
}

func TestContradictionsAreRefusedAndShown(t *testing.T) {
	d := graph.Data{Letters: []graph.Letter{letter("a", "A", "B", "C")}, Judgements: []graph.Judgement{
		judge(graph.Same, everywhere("A"), everywhere("B"), "person: x"), judge(graph.Same, everywhere("B"), everywhere("C"), "file y"),
		judge(graph.Different, everywhere("A"), everywhere("C"), "file z"), judge(graph.Unsure, everywhere("A"), everywhere("B"), "person: y")}}
	n := network(t, d)
	if got, want := groups(n), []string{"A = B", "C"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if r := n.Refused(); len(r) != 1 || r[0].Judgement.By != "file y" {
		t.Fatalf("the weaker of the contradicting judgements must be refused and listed, got %+v", r)
	}
	if c := n.Coverage(); c.UnsureJudgements != 1 || c.Refused != 1 {
		t.Fatalf("coverage %+v", c)
	}
}

func TestNetworkDoesNotDependOnTheOrderOfInput(t *testing.T) {
	names := []string{"Alpha", "ALPHA", "Beta Group", "Beta-Group", "Gamma", "Delta e.V.", "delta ev", "Épsilon", "Zeta", "Eta"}
	rnd := rand.New(rand.NewPCG(1, 2))
	var d graph.Data
	for i := range 12 {
		var signers []string
		for _, name := range names {
			if rnd.IntN(2) == 0 {
				signers = append(signers, name)
			}
		}
		d.Letters = append(d.Letters, letter(fmt.Sprint("letter ", i), append(signers, "Anchor")...))
	}
	d.Judgements = []graph.Judgement{judge(graph.Same, everywhere("Gamma"), everywhere("Zeta"), "file a"), judge(graph.Different, everywhere("Alpha"), everywhere("ALPHA"), "file b"),
		rule("ALPHA", "Alpha", 1), rule("Beta Group", "Beta-Group", 1), rule("Delta e.V.", "delta ev", 1), rule("Beta Group", "Épsilon", .9),
		judge(graph.Same, everywhere("Zeta"), everywhere("Eta"), "file a"), judge(graph.Different, everywhere("Gamma"), everywhere("Eta"), "person: p")}
	base := network(t, d)
	for range 20 {
		s := graph.Data{Letters: slices.Clone(d.Letters), Judgements: slices.Clone(d.Judgements)}
		rnd.Shuffle(len(s.Letters), func(i, j int) { s.Letters[i], s.Letters[j] = s.Letters[j], s.Letters[i] })
		rnd.Shuffle(len(s.Judgements), func(i, j int) { s.Judgements[i], s.Judgements[j] = s.Judgements[j], s.Judgements[i] })
		n := network(t, s)
		if !reflect.DeepEqual(n.Organizations(), base.Organizations()) || !reflect.DeepEqual(n.Incidence(), base.Incidence()) ||
			!reflect.DeepEqual(n.Coverage(), base.Coverage()) || !reflect.DeepEqual(n.Refused(), base.Refused()) {
			t.Fatal("a shuffled input gives another network")
		}
	}
}
