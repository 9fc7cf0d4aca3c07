package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

// list makes a record of names with spaces between them.
func list(key, date, names string) graph.Letter {
	l := letter(key, strings.Fields(names)...)
	l.Date, _ = graph.ParseDate(date)
	return l
}

func versionOf(l, of graph.Letter) graph.Letter     { l.VersionOf = of.ID; return l }
func translationOf(l, of graph.Letter) graph.Letter { l.TranslationOf = of.ID; return l }

func reportOf(l, of graph.Letter) graph.Letter {
	l.ReportOf = of.ID
	for i := range l.Signatures {
		l.Signatures[i].Status = graph.Reported
	}
	return l
}

func claims(n int, l graph.Letter) graph.Letter {
	l.Claimed.Organizations = &n
	return l
}

func withdrawn(l graph.Letter, name string) graph.Letter {
	for i := range l.Signatures {
		if l.Signatures[i].Name == name {
			l.Signatures[i].Status = graph.Withdrawn
		}
	}
	return l
}

func retrieved(l graph.Letter, when string) graph.Letter {
	l.Documents = []graph.Document{{ID: "d", Retrieved: when}}
	return l
}

// told says a letter in a line: who signs, by name; then who is gone, from and not in which version, and beside whom; then the versions.
func told(n *graph.Network, l int) string {
	var signers, gone, versions []string
	for _, o := range n.Incidence().SignersOf(l) {
		signers = append(signers, n.Organizations()[o].Name)
	}
	slices.Sort(signers)
	for _, g := range n.Gone(l) {
		text := g.Name + " of " + g.Printed[0].Letter.Title + " not in " + g.NotIn.Title
		if g.Beside.Letter != nil {
			text += " beside " + g.Beside.Signature.Name
		}
		if g.Withdrawn {
			text += " taken back"
		}
		gone = append(gone, text)
	}
	for _, v := range n.Versions(l) {
		text := fmt.Sprintf("%s %d +%d -%d", v.Record.Title, v.Organizations, v.Added, v.Gone)
		if v.Decides {
			text += " decides"
		}
		versions = append(versions, text)
	}
	return strings.Join(signers, " ") + "; " + strings.Join(gone, ", ") + "; " + strings.Join(versions, ", ")
}

func TestTheNewestVersionsListIsTheLettersList(t *testing.T) {
	first, second := list("first", "2021-05-01", "A B C D"), list("second", "2021-06", "A E C")
	third := versionOf(list("third", "2021-07-01", "C A F"), first)
	second = versionOf(second, first)
	noDate, other := list("first", "", "A B C D"), versionOf(list("other", "", "D A E"), list("first", "", ""))
	for _, c := range []struct {
		name    string
		records []graph.Letter
		want    string
	}{
		{"one version", []graph.Letter{first}, "A B C D; ; "},
		{"a revised list", []graph.Letter{first, second}, "A C E; B of first not in second beside A, D of first not in second beside C; second 3 +1 -2 decides, first 4 +0 -0"},
		{"a chain of three", []graph.Letter{first, second, third},
			"A C F; E of second not in third beside A, B of first not in third beside A, D of first not in third beside C; third 3 +1 -1 decides, second 3 +1 -2, first 4 +0 -0"},
		{"the date decides, not who points at whom", []graph.Letter{versionOf(list("earlier", "2021-04", "A X"), first), first},
			"A B C D; X of earlier not in first beside A; first 4 +3 -1 decides, earlier 2 +0 -0"},
		{"no dates: who points is newer", []graph.Letter{noDate, other}, "A D E; B of first not in other beside A, C of first not in other beside A; other 3 +1 -2 decides, first 4 +0 -0"},
		{"an undated version is of the day of the older one, and newer", []graph.Letter{first, other}, "A D E; B of first not in other beside A, C of first not in other beside A; other 3 +1 -2 decides, first 4 +0 -0"},
		{"one date: the later retrieval", []graph.Letter{retrieved(list("late", "2021", "A"), "2021-08-01T10:00:00Z"), retrieved(versionOf(list("soon", "2021", "A B"), list("late", "", "")), "2021-08-01")},
			"A; B of soon not in late beside A; late 1 +0 -1 decides, soon 2 +0 -0"},
		{"an undated version is of the day of its retrieval", []graph.Letter{first, retrieved(versionOf(list("web", "", "A"), first), "2020-01-01")},
			"A B C D; ; first 4 +3 -0 decides, web 1 +0 -0"},
		{"nobody listed decides nothing", []graph.Letter{first, versionOf(list("page", "2022", ""), first)}, "A B C D; ; page 0 +0 -0, first 4 +0 -0 decides"},
		{"an excerpt adds and takes nobody off", []graph.Letter{first, versionOf(claims(104, list("short", "2022", "A X")), first)}, "A B C D X; ; short 2 +1 -0, first 4 +0 -0 decides"},
		{"an older excerpt is replaced", []graph.Letter{first, versionOf(claims(104, list("short", "2020", "A X")), first)}, "A B C D; X of short not in first beside A; first 4 +0 -0 decides, short 2 +0 -0"},
		{"a short list that claims no more decides", []graph.Letter{first, versionOf(claims(1, list("short", "2022", "D")), first)},
			"D; A of first not in short beside D, B of first not in short beside D, C of first not in short beside D; short 1 +0 -3 decides, first 4 +0 -0"},
		{"only excerpts", []graph.Letter{claims(9, first), versionOf(claims(9, list("short", "2022", "A X")), first)}, "A B C D X; ; short 2 +0 -0, first 4 +0 -0 decides"},
		{"taken back by the newest", []graph.Letter{first, versionOf(withdrawn(list("late", "2022", "A B C D"), "B"), first)},
			"A C D; B of first not in late beside B taken back; late 3 +0 -1 decides, first 4 +0 -0"},
		{"taken back before, and signed again", []graph.Letter{withdrawn(list("first", "2021", "A B"), "B"), versionOf(list("late", "2022", "A B"), first)}, "A B; ; late 2 +1 -0 decides, first 1 +0 -0"},
		{"a translation of the newest adds", []graph.Letter{first, second, translationOf(list("es", "", "A G"), second)},
			"A C E G; B of first not in second beside A, D of first not in second beside C; second 3 +1 -2 decides, first 4 +0 -0"},
		{"one of an older version does not", []graph.Letter{first, second, translationOf(list("es", "2021-05-02", "A G D"), first)},
			"A C E; B of first not in second beside A, D of first not in second beside C, G of es not in second beside A; second 3 +1 -2 decides, first 4 +0 -0"},
		{"nor one of that", []graph.Letter{first, second, translationOf(list("es", "", "A"), first), translationOf(list("ca", "", "H"), list("es", "", ""))},
			"A C E; B of first not in second beside A, D of first not in second beside C, H of ca not in second; second 3 +1 -2 decides, first 4 +0 -0"},
		{"but one that is later than the newest does", []graph.Letter{first, second, translationOf(list("es", "2021-06-09", "A G"), first)},
			"A C E G; B of first not in second beside A, D of first not in second beside C; second 3 +1 -2 decides, first 4 +0 -0"},
		{"versions of a translation", []graph.Letter{first, translationOf(list("es", "2021-05-02", "A G"), first), versionOf(list("es2", "2021-05-03", "A I"), list("es", "", ""))},
			"A B C D I; G of es not in es2 beside A; "},
		{"a report adds whom no version names", []graph.Letter{first, second, reportOf(list("news", "2021-09", "A B R"), first)},
			"A C E R; B of first not in second beside A, D of first not in second beside C; second 3 +1 -2 decides, first 4 +0 -0"},
		{"nothing of reports decides", []graph.Letter{first, reportOf(list("news", "2021-09", "R S"), first), versionOf(list("news2", "2021-10", "R"), list("news", "", ""))},
			"A B C D R S; ; "},
		{"versions of each other", []graph.Letter{versionOf(list("x", "", "A B"), list("y", "", "")), versionOf(list("y", "", "A B C"), list("x", "", ""))}, "A B C; ; y 3 +1 -0 decides, x 2 +0 -0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 3 {
				n := network(t, graph.Data{Letters: c.records})
				if len(n.Letters()) != 1 {
					t.Fatalf("%d letters", len(n.Letters()))
				}
				if got := told(n, 0); got != c.want {
					t.Fatalf("got  %s\nwant %s", got, c.want)
				}
				c.records = append(slices.Clone(c.records[1:]), c.records[0])
			}
		})
	}
}

func TestWhoIsGoneSignsNothingAndIsAnOrganizationElsewhere(t *testing.T) {
	first, elsewhere := list("first", "2021", "A B C"), list("elsewhere", "2020", "b Z")
	second := claims(9, versionOf(list("second", "2022", "A D D2 D3 D4"), first))
	same := judge(graph.Same, everywhere("B"), everywhere("b"), "person: x")
	n := network(t, graph.Data{Letters: []graph.Letter{claims(7, first), second, elsewhere}, Judgements: []graph.Judgement{same}})
	l, _ := n.Letter(first.ID)
	o, known := n.Organization("B")
	if !known || n.Incidence().Signed(o, l) || n.Status(o, l) != "" || n.Incidence().Degree(o) != 1 {
		t.Errorf("B is %d (%t) and signs %v", o, known, n.Incidence().LettersOf(o))
	}
	if _, known := n.Organization("C"); known {
		t.Error("C signs nothing and is an organization")
	}
	gone := n.Gone(l)
	if len(gone) != 2 || gone[0].ID != n.Organizations()[o].ID || gone[0].Name != "b" || gone[1].ID != "" || gone[1].Name != "C" || gone[1].Printed[0].Signature.Evidence[0].Line != 3 {
		t.Errorf("gone: %+v", gone)
	}
	c := n.Coverage()
	if want := (graph.Gap{Letter: n.Letters()[l].ID, Title: "second", Claimed: 9, Found: 5}); c.Gone != 2 || len(c.Gaps) != 1 || c.Gaps[0] != want {
		t.Errorf("%d gone, gaps %+v; want 2, and that of the newest version", c.Gone, c.Gaps)
	}
	a, _ := n.Organization("A")
	if s := n.Signatures(a, l); len(s) != 2 || s[0].Letter.Title != "second" || s[1].Letter.Title != "first" {
		t.Errorf("A's printings: %+v", s)
	}
}

func TestPersonsAreThoseOfTheNewestVersion(t *testing.T) {
	first, second := list("first", "2021", "A"), versionOf(list("second", "2022", "A"), list("first", "", ""))
	first.Individuals, second.Individuals = 30, 20
	if n := network(t, graph.Data{Letters: []graph.Letter{first, second}}); n.Coverage().Persons != 20 {
		t.Errorf("%d persons, want the newest version's 20", n.Coverage().Persons)
	}
	second.Individuals = 0
	if n := network(t, graph.Data{Letters: []graph.Letter{first, second}}); n.Coverage().Persons != 30 {
		t.Errorf("%d persons, want 30: the newest version counts none", n.Coverage().Persons)
	}
}

func TestVersionsDoNotDependOnTheOrderOfRecords(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 7))
		records := make([]graph.Letter, 2+random.IntN(6))
		for i := range records {
			var names []string
			for range random.IntN(6) {
				names = append(names, string(rune('A'+random.IntN(8))))
			}
			slices.Sort(names)
			records[i] = list(fmt.Sprintf("record %d", i), []string{"", "2020", "2021", "2021-05"}[random.IntN(4)], strings.Join(slices.Compact(names), " "))
			if random.IntN(4) == 0 {
				records[i] = claims(1+random.IntN(9), records[i])
			}
		}
		versions := seed%3 > 0
		for i := range records {
			of := records[random.IntN(len(records))].ID
			switch k := random.IntN(5); {
			case k < 2 && versions:
				records[i].VersionOf = of
			case k == 2:
				records[i].TranslationOf = of
			case k == 3:
				records[i].ReportOf = of
			}
		}
		say := func(n *graph.Network) string {
			var all []string
			for l, w := range n.Letters() {
				all = append(all, w.Title+": "+w.List.Title+": "+told(n, l))
			}
			return strings.Join(all, "\n")
		}
		n := network(t, graph.Data{Letters: records})
		want := say(n)
		for l, w := range n.Letters() {
			checkVersions(t, n, l, w)
			if !versions && len(n.Gone(l)) > 0 {
				t.Errorf("seed %d: gone without versions: %s", seed, told(n, l))
			}
		}
		random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if got := say(network(t, graph.Data{Letters: records})); got != want {
			t.Fatalf("seed %d: in another order\n%s\nbefore\n%s", seed, got, want)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
}

// checkVersions: whoever is printed in some record signs or is gone, not both; the whole list that decides signs.
func checkVersions(t *testing.T, n *graph.Network, l int, w graph.Work) {
	printed, signs, gone := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, record := range w.Records {
		for _, s := range record.Signatures {
			printed[s.Name] = true
		}
	}
	for _, o := range n.Incidence().SignersOf(l) {
		signs[n.Organizations()[o].Name] = true
	}
	for _, g := range n.Gone(l) {
		gone[g.Name] = true
	}
	for name := range printed {
		if signs[name] == gone[name] {
			t.Errorf("%s signs %t and is gone %t: %s", name, signs[name], gone[name], told(n, l))
		}
	}
	for _, s := range w.List.Signatures {
		if !signs[s.Name] {
			t.Errorf("%s of the list does not sign: %s", s.Name, told(n, l))
		}
	}
	if w.Replaced(w.List) != nil || !slices.Contains(w.Records, w.List) {
		t.Errorf("the list is replaced, or of another letter")
	}
}
