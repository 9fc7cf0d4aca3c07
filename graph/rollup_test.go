package graph_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

func rolledUp(t *testing.T, n *graph.Network, how graph.RollUp) *graph.Network {
	t.Helper()
	up, err := n.RollUp(how)
	if err != nil {
		t.Fatal(err)
	}
	return up
}

// signatories are the names of those who signed each letter, by the letter's title.
func signatories(n *graph.Network) map[string]string {
	all := map[string]string{}
	for l, w := range n.Letters() {
		var names []string
		for _, o := range n.Incidence().SignersOf(l) {
			names = append(names, n.Organizations()[o].Name)
		}
		slices.Sort(names)
		all[w.Title] = strings.Join(names, ", ")
	}
	return all
}

func on(date string, l graph.Letter) graph.Letter {
	l.Date, _ = graph.ParseDate(date)
	return l
}

func TestChaptersCountAsTheirParents(t *testing.T) {
	n := ruled(t, graph.Data{Letters: []graph.Letter{letter("a", "Rivers", "Rivers of Maine", "Oaks"), letter("b", "Rivers of Akron", "Lakes North"), letter("c", "Lakes North", "Lakes South", "Oaks"), letter("d", "Hills East", "Hills West")},
		Profiles: []graph.Profile{{Of: everywhere("Hills East"), Parent: &graph.NameRef{Name: "All Hills"}}, {Of: everywhere("Hills West"), Parent: &graph.NameRef{Name: "All Hills"}}, {Of: everywhere("World Lakes"), Country: "Chile"}},
		Judgements: []graph.Judgement{said(graph.ParentOf, "Rivers", "Rivers of Ohio", "person: p"), said(graph.ParentOf, "Rivers of Ohio", "Rivers of Akron", "person: p"), said(graph.ParentOf, "Rivers", "Rivers of Maine", "person: p"),
			said(graph.ParentOf, "World Lakes", "Lakes North", "person: p"), said(graph.ParentOf, "Global Lakes", "Lakes South", "person: p"), said(graph.Same, "World Lakes", "Global Lakes", "person: p"),
			said(graph.HasMember, "Rivers", "Oaks", "person: p")}})
	up := rolledUp(t, n, graph.ToParents)
	if got, want := signatories(up), map[string]string{"a": "Oaks, Rivers", "b": "Global Lakes, Rivers", "c": "Global Lakes, Oaks", "d": "All Hills"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if got, want := *up.RolledUp(), (graph.RolledUp{How: graph.ToParents, Umbrellas: 3, Silent: 2, Folded: 6, Letters: 3, Merged: 3, Kept: []graph.Kept{}}); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	at := func(name string) int {
		o, ok := up.Organization(name)
		if !ok {
			t.Fatalf("%q leads nowhere", name)
		}
		return o
	}
	rivers, lakes := at("Rivers"), at("World Lakes")
	for _, name := range []string{"Rivers of Akron", graph.OrganizationID("Rivers of Maine", "")} {
		if at(name) != rivers {
			t.Errorf("%q does not lead to what it counts as", name)
		}
	}
	if at("Lakes South") != lakes || up.Organizations()[lakes].Country != "Chile" || !up.Silent(lakes) || up.Silent(rivers) || up.Organizations()[lakes].ID != graph.OrganizationID("Global Lakes", "") {
		t.Errorf("%+v", up.Organizations()[lakes])
	}
	if got, want := up.StandsFor(rivers), []graph.Part{{graph.OrganizationID("Rivers of Akron", ""), "Rivers of Akron", 1}, {graph.OrganizationID("Rivers of Maine", ""), "Rivers of Maine", 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("Rivers stand for %+v", got)
	}
	a, _ := up.Letter(graph.LetterID("a", "a"))
	lines := up.Signatures(rivers, a)
	if len(lines) != 2 || lines[0].Signature.Name != "Rivers" || lines[1].Signature.Name != "Rivers of Maine" || up.Signer(rivers, a, 0).Name != "Rivers" || up.Signer(rivers, a, 1).Name != "Rivers of Maine" {
		t.Errorf("%+v", lines)
	}
	if x := up.Incidence(); x.Size(a) != 2 || x.Degree(rivers) != 2 || up.Coverage().Signatures != x.Signatures() || up.Coverage().Organizations != 4 || n.Coverage().Organizations != 8 {
		t.Errorf("%+v", up.Coverage())
	}
	if up.Plain() != n || n.Plain() != n || n.RolledUp() != nil || n.Signer(0, int(n.Incidence().LettersOf(0)[0]), 0) != &n.Organizations()[0] || rolledUp(t, up, graph.Plain) != n {
		t.Error("the plain network is another one")
	}
	if got := up.CanRollUp(); !reflect.DeepEqual(got, []graph.RollUp{graph.ToParents, graph.ToUmbrellas}) {
		t.Errorf("ways: %v", got)
	}
	if _, err := n.RollUp("children"); graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), "parents or umbrellas") {
		t.Error(err)
	}
	if _, ok := up.Umbrella(rivers); ok {
		t.Error("what is rolled up to the top is a part of something")
	}
}

func TestBestKnownSignatureOfParentAndChapterComesFirst(t *testing.T) {
	l := letter("a", "Rivers", "Rivers of Maine", "Oaks")
	l.Signatures[0].Status = graph.Disputed
	n := rolledUp(t, ruled(t, graph.Data{Letters: []graph.Letter{l, letter("b", "Rivers of Maine", "Oaks")}, Judgements: []graph.Judgement{said(graph.ParentOf, "Rivers", "Rivers of Maine", "person: p")}}), graph.ToParents)
	o, _ := n.Organization("Rivers")
	at, _ := n.Letter(l.ID)
	if s := n.Signatures(o, at); len(s) != 2 || s[0].Signature.Name != "Rivers of Maine" || n.Status(o, at) != graph.Listed || n.Coverage().Disputed != 0 || n.Plain().Coverage().Disputed != 1 {
		t.Errorf("%+v", s)
	}
}

func TestMembersCountAsTheirCoalition(t *testing.T) {
	n := ruled(t, graph.Data{
		Letters: []graph.Letter{on("2003", letter("a", "Oaks", "Elms", "Trees")), on("2007-05", letter("b", "Oaks", "Elms of Ohio", "Ferns")), letter("c", "Oaks", "Elms", "Moss", "Two"), on("2020", letter("d", "X", "Y", "Z"))},
		Judgements: []graph.Judgement{
			dated(graph.HasMember, "Trees", "Oaks", "person: p", "2001", "2004"), dated(graph.HasMember, "Trees", "Elms", "person: p", "2006", ""), said(graph.ParentOf, "Elms", "Elms of Ohio", "person: p"),
			said(graph.HasMember, "Trees", "Elms of Ohio", "person: p"), said(graph.HasMember, "Others", "Elms of Ohio", "person: p"),
			said(graph.HasMember, "Plants", "Trees", "person: p"), said(graph.HasMember, "Plants", "Moss", "person: p"),
			said(graph.HasMember, "Plants", "Silent Trees", "person: p"), said(graph.HasMember, "Silent Trees", "Moss Too", "person: p"), said(graph.HasMember, "Plants", "Two", "person: p"), said(graph.HasMember, "Others", "Two", "person: p"),
			said(graph.HasMember, "X", "Y", "person: p"), said(graph.HasMember, "Y", "X", "person: p"), said(graph.HasMember, "Y", "Z", "person: p")}})
	up := rolledUp(t, n, graph.ToUmbrellas)
	if got, want := signatories(up), map[string]string{
		"a": "Elms, Plants",        // Oaks by Trees, a member then; Elms not yet
		"b": "Ferns, Oaks, Plants", // Oaks no more; Elms of Ohio by Elms
		"c": "Oaks, Plants, Two",   // without a date: Oaks' membership has an end, that of Elms none
		"d": "X, Y"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	r := *up.RolledUp()
	var kept []string
	for _, k := range r.Kept {
		kept = append(kept, k.Name+": "+k.Why)
	}
	r.Kept = nil
	if want := (graph.RolledUp{How: graph.ToUmbrellas, Umbrellas: 2, Silent: 1, Folded: 6, Letters: 3, Merged: 3, Undated: 1}); !reflect.DeepEqual(r, want) {
		t.Errorf("got %+v, want %+v", r, want)
	}
	if want := []string{"Elms of Ohio: it counts as its parent, “Elms”, and not as a member of “Others”", "Two: it is a member of several coalitions: “Others”, “Plants”",
		"X: coalitions that are members of each other: “X”, “Y”", "Y: coalitions that are members of each other: “X”, “Y”"}; !reflect.DeepEqual(kept, want) {
		t.Errorf("kept: %q", kept)
	}
	plants, _ := up.Organization("Plants")
	if oaks, ok := up.Organization("Oaks"); !ok || oaks == plants || up.Organizations()[oaks].Name != "Oaks" {
		t.Error("who counts as itself in some letters is found by its name")
	}
	if silent, ok := up.Organization("Silent Trees"); !ok || silent != plants {
		t.Error("what signed nothing and counts as another is found as that")
	}
	if elms, ok := up.Organization("Trees"); !ok || elms != plants {
		t.Error("who counts as another in all letters is found as that")
	}
}

func TestDatesOfAMembership(t *testing.T) {
	for _, c := range []struct {
		from, until, letter string
		counts              bool
	}{
		{"2001", "2004", "2001", true}, {"2001", "2004", "2004-12-31", true}, {"2001", "2004", "2005", false}, {"2001", "2004", "2000-12-31", false}, {"2001", "2004", "", false},
		{"2001-06", "", "2001", true}, {"2001-06", "", "2001-05-30", false}, {"2001-06", "", "", true}, {"", "2004-06-15", "2004-06", true}, {"", "2004-06-15", "2004-06-16", false}, {"", "", "", true}, {"", "", "1950", true},
	} {
		n := ruled(t, graph.Data{Letters: []graph.Letter{on(c.letter, letter("a", "Oaks"))}, Judgements: []graph.Judgement{dated(graph.HasMember, "Trees", "Oaks", "person: p", c.from, c.until)}})
		if got := signatories(rolledUp(t, n, graph.ToUmbrellas))["a"]; (got == "Trees") != c.counts {
			t.Errorf("a member from %q until %q, a letter of %q: signed by %s", c.from, c.until, c.letter, got)
		}
	}
}

// naive says what counts in a letter by following judgements from name to name.
func naive(d graph.Data, how graph.RollUp) map[string]string {
	above := map[string]string{}
	coalitions := map[string][]graph.Judgement{}
	for _, j := range d.Judgements {
		switch j.Verdict {
		case graph.ParentOf:
			above[j.B.Name] = j.A.Name
		case graph.HasMember:
			coalitions[j.B.Name] = append(coalitions[j.B.Name], j)
		}
	}
	several := func(name string) bool {
		return slices.ContainsFunc(coalitions[name], func(j graph.Judgement) bool { return j.A != coalitions[name][0].A })
	}
	all := map[string]string{}
	for _, l := range d.Letters {
		set := map[string]bool{}
		for _, s := range l.Signatures {
			name := s.Name
			for {
				if up, ok := above[name]; ok {
					name = up
					continue
				}
				if how == graph.ToParents || several(name) || !slices.ContainsFunc(coalitions[name], func(j graph.Judgement) bool {
					if y := l.Date.Year; y > 0 {
						return j.From.Year <= y && (j.Until.IsZero() || y <= j.Until.Year)
					}
					return j.Until.IsZero()
				}) {
					break
				}
				name = coalitions[name][0].A.Name
			}
			set[name] = true
		}
		var names []string
		for name := range set {
			names = append(names, name)
		}
		slices.Sort(names)
		all[l.Title] = strings.Join(names, ", ")
	}
	return all
}

// A rolled-up network has the incidence that counting by hand gives, one entry for each organization and letter, and loses no line.
func TestRolledUpIncidenceEqualsANaiveCount(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 11))
	for round := range 80 {
		var d graph.Data
		for i := range 12 {
			var names []string
			for k := range 20 {
				if rnd.IntN(4) == 0 {
					names = append(names, fmt.Sprintf("Name %c", 'a'+k))
				}
			}
			l := letter(fmt.Sprint(i), names...)
			if rnd.IntN(4) > 0 {
				l.Date.Year = 2000 + rnd.IntN(10)
			}
			d.Letters = append(d.Letters, l)
		}
		parented := map[int]bool{}
		for range 14 { // upwards only, so in no circle; the last four sign nothing
			a, b := rnd.IntN(24), rnd.IntN(24)
			if a <= b {
				continue
			}
			j := graph.Judgement{Verdict: graph.HasMember, A: everywhere(fmt.Sprintf("Name %c", 'a'+a)), B: everywhere(fmt.Sprintf("Name %c", 'a'+b)), By: "person: p"}
			switch {
			case rnd.IntN(2) == 0 && !parented[b]:
				j.Verdict, parented[b] = graph.ParentOf, true
			case rnd.IntN(2) == 0:
				j.From.Year = 2000 + rnd.IntN(9)
				if rnd.IntN(2) == 0 {
					j.Until.Year = j.From.Year + rnd.IntN(4)
				}
			}
			if j = graph.NewJudgement(j); !slices.ContainsFunc(d.Judgements, func(k graph.Judgement) bool { return k.A == j.A && k.B == j.B }) {
				d.Judgements = append(d.Judgements, j)
			}
		}
		plain := network(t, d)
		for _, how := range graph.RollUps {
			up := rolledUp(t, plain, how)
			if got, want := signatories(up), naive(d, how); !reflect.DeepEqual(got, wanted(want)) {
				t.Fatalf("round %d, %s: got %q, want %q", round, how, got, want)
			}
			checkRolledUp(t, up)
		}
		s := d
		s.Letters, s.Judgements = slices.Clone(d.Letters), slices.Clone(d.Judgements)
		rnd.Shuffle(len(s.Letters), func(i, j int) { s.Letters[i], s.Letters[j] = s.Letters[j], s.Letters[i] })
		rnd.Shuffle(len(s.Judgements), func(i, j int) { s.Judgements[i], s.Judgements[j] = s.Judgements[j], s.Judgements[i] })
		a, b := rolledUp(t, network(t, s), graph.ToUmbrellas), rolledUp(t, plain, graph.ToUmbrellas)
		if !reflect.DeepEqual(a.Organizations(), b.Organizations()) || !reflect.DeepEqual(a.RolledUp(), b.RolledUp()) || !reflect.DeepEqual(a.Incidence(), b.Incidence()) || !reflect.DeepEqual(a.Coverage(), b.Coverage()) {
			t.Fatal("a shuffled input gives another network")
		}
	}
}

// wanted leaves out letters that nobody signed.
func wanted(m map[string]string) map[string]string {
	for title, names := range m {
		if names == "" {
			delete(m, title)
		}
	}
	return m
}

func checkRolledUp(t *testing.T, up *graph.Network) {
	t.Helper()
	plain, x := up.Plain(), up.Incidence()
	lines := func(n *graph.Network) (all []graph.SignatureRef) {
		for o := range n.Organizations() {
			for _, l := range n.Incidence().LettersOf(o) {
				all = append(all, n.Signatures(o, int(l))...)
			}
		}
		slices.SortFunc(all, func(a, b graph.SignatureRef) int {
			return cmp.Or(cmp.Compare(a.Letter.ID, b.Letter.ID), cmp.Compare(a.Signature.Position, b.Signature.Position))
		})
		return all
	}
	if !reflect.DeepEqual(lines(up), lines(plain)) {
		t.Fatal("lines are lost or stand twice")
	}
	if r := up.RolledUp(); plain.Incidence().Signatures()-x.Signatures() != r.Merged || up.Coverage().Signatures != x.Signatures() {
		t.Fatalf("%d signatures became %d: %+v", plain.Incidence().Signatures(), x.Signatures(), r)
	}
	for o, org := range up.Organizations() {
		if at, ok := up.Organization(org.ID); !ok || at != o || o > 0 && up.Organizations()[o-1].ID >= org.ID {
			t.Fatalf("%s is found at %d", org.ID, at)
		}
		for _, l := range x.LettersOf(o) {
			for i, ref := range up.Signatures(o, int(l)) {
				signer := up.Signer(o, int(l), i)
				if signer.Name != ref.Signature.Name {
					t.Fatalf("a line of %s is said to be one of %s", ref.Signature.Name, signer.Name)
				}
				if signer.ID == org.ID {
					continue
				}
				if !slices.ContainsFunc(up.StandsFor(o), func(p graph.Part) bool { return p.ID == signer.ID }) {
					t.Fatalf("%s does not stand for %s", org.Name, signer.Name)
				}
			}
		}
		if _, signed := plain.Organization(org.ID); up.Silent(o) == signed {
			t.Fatalf("%s silent: %v", org.Name, up.Silent(o))
		}
	}
}

func TestRollingUpWithoutUmbrellas(t *testing.T) {
	n := network(t, graph.Data{Letters: []graph.Letter{letter("a", "A", "B")}})
	up := rolledUp(t, n, graph.ToUmbrellas)
	if !reflect.DeepEqual(up.Organizations(), n.Organizations()) || up.RolledUp().How != graph.ToUmbrellas || up.RolledUp().Folded+len(up.RolledUp().Kept) > 0 || len(n.CanRollUp()) > 0 || up.Signer(0, 0, 0).Name != n.Organizations()[0].Name {
		t.Errorf("%+v", up.RolledUp())
	}
	e := &graph.EdgeList{Text: "A,l", Organizations: []string{"A"}, Letters: []graph.EdgeLetter{{Title: "l"}}, Rows: []graph.EdgeRow{{To: 3, Line: 1}}}
	list, err := graph.NetworkFromEdgeList(e, graph.Document{})
	if err != nil {
		t.Fatal(err)
	}
	if up = rolledUp(t, list, graph.ToParents); up.Incidence() != list.Incidence() || len(up.Signatures(0, 0)) != 1 || up.Silent(0) || up.StandsFor(0) != nil {
		t.Error("an edge list knows no parents")
	}
}
