package graph_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

// signs returns the organization behind a name as a letter prints it.
func signs(t *testing.T, n *graph.Network, name, letter string) graph.Organization {
	t.Helper()
	for o, org := range n.Organizations() {
		for _, l := range n.Incidence().LettersOf(o) {
			for _, ref := range n.Signatures(o, int(l)) {
				if ref.Signature.Name == name && (letter == "" || ref.Letter.ID == letter) {
					return org
				}
			}
		}
	}
	t.Fatalf("nobody signs as %q", name)
	return graph.Organization{}
}

// ruled is a network in which a rule joins the printed names that are equal after folding.
func ruled(t *testing.T, d graph.Data) *graph.Network {
	t.Helper()
	first := map[string]string{}
	js := slices.Clone(d.Judgements)
	for _, l := range d.Letters {
		for _, s := range l.Signatures {
			key := graph.Fold(s.Name)
			if _, known := first[key]; !known {
				first[key] = s.Name
			} else if j := rule(first[key], s.Name, 1); first[key] != s.Name && !slices.Contains(js, j) {
				js = append(js, j)
			}
		}
	}
	return network(t, graph.Data{Letters: d.Letters, Profiles: d.Profiles, Judgements: js})
}

func dated(v graph.Verdict, a, b, by, from, until string) graph.Judgement {
	j := graph.Judgement{Verdict: v, A: everywhere(a), B: everywhere(b), By: by}
	j.From, _ = graph.ParseDate(from)
	j.Until, _ = graph.ParseDate(until)
	return graph.NewJudgement(j)
}

func said(v graph.Verdict, a, b, by string) graph.Judgement {
	return judge(v, everywhere(a), everywhere(b), by)
}

// What was judged before there were the verdicts with a direction has kept its ids and hashes: stores and files hold them.
func TestIDsOfOldJudgementsStay(t *testing.T) {
	for _, c := range []struct {
		judgement graph.Judgement
		id, hash  string
	}{
		{graph.Judgement{Verdict: graph.Same, A: everywhere("Zeta"), B: everywhere("Alpha  Group"), By: "person: Ada", When: "2021-05", Why: "own site"},
			"j-zx7fs5fxxw", "c5dc91695e26c68b2c23bf78f3fd6450bea195178372b8c18b8e547e37675569"},
		{graph.Judgement{Verdict: graph.Different, A: graph.NameRef{Name: "Commons", Letter: "l1"}, B: everywhere("Commons"), By: "file d.json", Source: "abc"},
			"j-i3f2saqu2q", "a0c40593de75927b64361e35881b48dc48ddd384e9b1ee240a9707d02cae5b2a"},
		{graph.Judgement{Verdict: graph.Unsure, A: everywhere("A"), B: everywhere("B"), By: "rule: r", Undone: &graph.Undoing{By: "person: Ada"}},
			"j-uu4im4s4wz", "dfcbf3b29db0d995795f90a6d3eed76b84522d10daf374851187ef34117dd1b3"},
		{graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Letter: "l2"}, B: graph.NameRef{Letter: "l1"}, Relation: graph.ReportOf, By: graph.RuleSameLetter, Score: .75},
			"j-7gh7nk6peh", "b2c4d7a8ea1fd81f29c1af6fa6ef2b870293af03420730a1da92655f3475115c"},
	} {
		if j := graph.NewJudgement(c.judgement); j.ID != c.id || graph.RecordHash(j) != c.hash {
			t.Errorf("%s of %q has the id %s and the hash %s", j.Verdict, j.A.Name, j.ID, graph.RecordHash(j))
		}
	}
}

func TestDirectedJudgements(t *testing.T) {
	for _, v := range []graph.Verdict{graph.ParentOf, graph.HasMember, graph.FormerName} {
		ab, ba := said(v, "B", "A", "person: p"), said(v, "A", "B", "person: p")
		if ab.A.Name != "B" || ab.B.Name != "A" || ab.ID == ba.ID {
			t.Errorf("%s has lost its direction: %+v", v, ab)
		}
	}
	one := dated(graph.HasMember, "A", "B", "person: p", "2001", "2005")
	if two := dated(graph.HasMember, "A", "B", "person: p", "2010", ""); one.ID == two.ID {
		t.Error("two periods of membership are two judgements")
	}
	in, everywhere := graph.NameRef{Name: "N", Letter: "l"}, graph.NameRef{Name: "N"}
	split := judge(graph.Split, everywhere, in, "person: p")
	if split.A != in || split.B != everywhere || split != judge(graph.Split, in, graph.NameRef{}, "person: p") {
		t.Errorf("a split is of the name in the letter, from the name elsewhere, whatever is written first: %+v", split)
	}
}

func TestCheckJudgement(t *testing.T) {
	name := func(n string) graph.NameRef { return graph.NameRef{Name: n} }
	y, m := graph.Date{Year: 2010}, graph.Date{Year: 2010, Month: 5}
	for want, j := range map[string]graph.Judgement{
		"same, different, unsure, parent, member, former or split": {Verdict: "maybe", A: name("A"), B: name("B")},
		"about letters says":      {Verdict: graph.ParentOf, A: graph.NameRef{Letter: "a"}, B: graph.NameRef{Letter: "b"}, Relation: graph.VersionOf},
		"needs the letter":        {Verdict: graph.Split, A: name("A")},
		"is about one name":       {Verdict: graph.Split, A: graph.NameRef{Name: "A", Letter: "l"}, B: name("B")},
		"is another one than":     {Verdict: graph.FormerName, A: name("A"), B: graph.NameRef{Name: "A", Letter: "l"}},
		"has no dates":            {Verdict: graph.ParentOf, A: name("A"), B: name("B"), From: y},
		"is before the begin":     {Verdict: graph.HasMember, A: name("A"), B: name("B"), From: graph.Date{Year: 2010, Month: 6}, Until: m},
		"not in the calendar":     {Verdict: graph.HasMember, A: name("A"), B: name("B"), From: graph.Date{Year: 2010, Month: 13}},
		"two different names":     {Verdict: graph.ParentOf, A: name("A"), B: name("A")},
		"":                        {Verdict: graph.FormerName, A: name("A"), B: name("B"), From: m, Until: y},
		"needs two names; one is": {Verdict: graph.HasMember, A: name("A")},
	} {
		j.By = "person: p"
		err := graph.NewJudgement(j).Check()
		if got := graph.MessageOf(err); (err == nil) != (want == "") || err != nil && (!strings.Contains(got, want) || graph.CodeOf(err) != graph.Invalid) {
			t.Errorf("%+v: %v, want %q", j, err, want)
		}
	}
}

func TestParents(t *testing.T) {
	letters := []graph.Letter{letter("a", "Rivers", "Rivers of Maine", "RIVERS"), letter("b", "Rivers of Ohio", "Rivers"), letter("c", "Rivers of Akron")}
	n := ruled(t, graph.Data{Letters: letters, Judgements: []graph.Judgement{
		said(graph.ParentOf, "Rivers", "Rivers of Maine", "person: p"),
		said(graph.ParentOf, "Rivers of Ohio", "Rivers of Maine", "person: q"), // it has one
		said(graph.ParentOf, "Rivers", "Rivers of Lakeland", "file f"),         // signs nothing
		said(graph.ParentOf, "Rivers of Lakeland", "Rivers of Akron", "file f"),
		said(graph.ParentOf, "Rivers of Maine", "RIVERS", "file f"), // a circle
		said(graph.ParentOf, "World Rivers", "Rivers of Ohio", "file f"),
	}})
	if got, want := groups(n), []string{"RIVERS = Rivers", "Rivers of Akron", "Rivers of Maine", "Rivers of Ohio"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	rivers, maine, akron, ohio := signs(t, n, "Rivers", ""), signs(t, n, "Rivers of Maine", ""), signs(t, n, "Rivers of Akron", ""), signs(t, n, "Rivers of Ohio", "")
	if maine.Parent != rivers.ID || maine.ParentName != "" || rivers.Parent != "" {
		t.Errorf("the parent of Maine is %q %q, that of Rivers %q", maine.Parent, maine.ParentName, rivers.Parent)
	}
	if akron.Parent != "" || akron.ParentName != "Rivers of Lakeland" || ohio.ParentName != "World Rivers" {
		t.Errorf("parents that signed nothing: %q %q, %q %q", akron.Parent, akron.ParentName, ohio.Parent, ohio.ParentName)
	}
	above := func(name string) string {
		at, _ := n.Organization(name)
		if up, ok := n.Umbrella(at); ok {
			return n.Organizations()[up].Name
		}
		return ""
	}
	if above("Rivers of Akron") != rivers.Name || above("Rivers of Maine") != rivers.Name || above("Rivers of Ohio") != "" || above("Rivers") != "" {
		t.Errorf("above Akron is %q, above Maine %q, above Ohio %q", above("Rivers of Akron"), above("Rivers of Maine"), above("Rivers of Ohio"))
	}
	refused := n.Refused()
	if len(refused) != 2 || n.Coverage().Refused != 2 || n.Coverage().ParentJudgements != 6 {
		t.Fatalf("refused: %+v", refused)
	}
	for i, want := range []string{"person: q says that “Rivers of Ohio” is the parent of “Rivers of Maine”, but person: p says that “Rivers” is the parent of “Rivers of Maine”",
		"“Rivers of Maine” would be a part of itself: file f says that “Rivers of Maine” is the parent of “RIVERS”, but person: p says"} {
		if r := refused[i]; !strings.Contains(r.Why, want) || r.Against == "" {
			t.Errorf("%q (against %q), want %q", r.Why, r.Against, want)
		}
	}
}

// A parent and a member are others than what they belong to, through all merges and against every rule.
func TestKeepingApartIsCarriedThroughMerges(t *testing.T) {
	for _, v := range []graph.Verdict{graph.Different, graph.ParentOf, graph.HasMember} {
		d := graph.Data{Letters: []graph.Letter{letter("a", "Oaks", "OAKS", "Oak League"), letter("b", "Elm", "Oak-League")},
			Judgements: []graph.Judgement{said(graph.Same, "Elm", "Oaks", "file f"), said(graph.Same, "Oak League", "OAKS", "file f"), said(v, "Oak-League", "Elm", "person: p")}}
		n := ruled(t, d)
		if signs(t, n, "Oak-League", "").ID == signs(t, n, "Elm", "").ID || signs(t, n, "Elm", "").ID != signs(t, n, "Oaks", "").ID || len(n.Organizations()) != 2 {
			t.Errorf("%s: %q", v, groups(n))
		}
		d.Judgements = append(d.Judgements, said(graph.Same, "Oaks", "Oak-League", "person: q"))
		n = ruled(t, d)
		if a, b := signs(t, n, "Oak-League", ""), signs(t, n, "Elm", ""); a.ID == b.ID {
			t.Errorf("%s: judged apart and yet one", v)
		}
		r := n.Refused()
		if len(r) != 1 || n.Coverage().Refused != 1 || r[0].Against != said(v, "Oak-League", "Elm", "person: p").ID ||
			!strings.Contains(r[0].Why, "are one organization, but person: p says that ") || !strings.HasSuffix(r[0].Why, "; with what else is judged, both cannot hold") {
			t.Errorf("%s: %+v", v, r)
		}
	}
	n := ruled(t, graph.Data{Letters: []graph.Letter{letter("a", "A", "B")}, Judgements: []graph.Judgement{said(graph.Same, "A", "B", "person: p"), said(graph.ParentOf, "B", "A", "person: q")}})
	if r := n.Refused(); len(r) != 1 || r[0].Why != "person: p says that “A” and “B” are one organization, but person: q says that “B” is the parent of “A”" {
		t.Errorf("same and parent of one pair: %+v", r)
	}
}

func TestParentsOfRulesAndProfiles(t *testing.T) {
	profile := graph.Profile{Of: everywhere("Chapter"), Parent: &graph.NameRef{Name: "Trust"}}
	d := graph.Data{Letters: []graph.Letter{letter("a", "Chapter", "Trust", "Union", "League")}, Profiles: []graph.Profile{profile},
		Judgements: []graph.Judgement{said(graph.ParentOf, "League", "Chapter", "rule: places")}}
	n := ruled(t, d)
	if got := signs(t, n, "Chapter", ""); got.Parent != signs(t, n, "Trust", "").ID || len(n.Refused()) != 1 || n.Refused()[0].Why != "an organization has one parent: rule: places says that “League” is the parent of “Chapter”" {
		t.Errorf("a profile counts more than a rule: %+v, %+v", got, n.Refused())
	}
	d.Judgements = append(d.Judgements, said(graph.ParentOf, "Union", "Chapter", "person: p"))
	if n = ruled(t, d); signs(t, n, "Chapter", "").Parent != signs(t, n, "Union", "").ID {
		t.Errorf("a person counts more than a profile: %+v", signs(t, n, "Chapter", ""))
	}
	d.Profiles[0].Parent = &graph.NameRef{Name: "Nobody Printed"}
	d.Judgements = nil
	if got := signs(t, ruled(t, d), "Chapter", ""); got.Parent != "" || got.ParentName != "Nobody Printed" {
		t.Errorf("the name of a parent that signed nothing is lost: %+v", got)
	}
	d.Judgements = []graph.Judgement{said(graph.ParentOf, "League", "Chapter", "rule: places"), said(graph.Same, "League", "Chapter", "person: p")}
	n = ruled(t, d)
	if signs(t, n, "League", "").ID != signs(t, n, "Chapter", "").ID || len(n.Refused()) != 1 || n.Refused()[0].Judgement.By != "rule: places" {
		t.Errorf("what a person joins, a rule's parent does not part: %+v", n.Refused())
	}
}

func TestMembers(t *testing.T) {
	n := ruled(t, graph.Data{Letters: []graph.Letter{letter("a", "Oak Fund", "Forest Alliance"), letter("b", "Oak Fund")}, Judgements: []graph.Judgement{
		dated(graph.HasMember, "Forest Alliance", "Oak Fund", "person: p", "2001", "2004"), dated(graph.HasMember, "Forest Alliance", "Oak Fund", "file f", "2010-02", ""),
		said(graph.HasMember, "Forest Alliance", "Oak Fund", "file g"), said(graph.HasMember, "Silent Coalition", "Oak Fund", "file g"),
		said(graph.HasMember, "Oak Fund", "Forest Alliance", "file g")}})
	alliance := signs(t, n, "Forest Alliance", "")
	want := []graph.Membership{{Name: "Silent Coalition"}, {Coalition: alliance.ID, Name: "Forest Alliance", From: graph.Date{Year: 2001}, Until: graph.Date{Year: 2004}},
		{Coalition: alliance.ID, Name: "Forest Alliance", From: graph.Date{Year: 2010, Month: 2}}}
	if got := signs(t, n, "Oak Fund", "").MemberOf; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if len(n.Refused()) > 0 || n.Coverage().MemberJudgements != 5 || len(alliance.MemberOf) != 1 {
		t.Errorf("%+v, %+v", n.Refused(), alliance)
	}
}

func TestFormerNames(t *testing.T) {
	letters := []graph.Letter{letter("a", "Center for River Justice"), letter("b", "Center For River Justice", "Other"), letter("c", "Center for River Justice"), letter("d", "RiverJustice")}
	is := dated(graph.FormerName, "RiverJustice", "Center for River Justice", "person: p", "2001", "2014-06")
	n := ruled(t, graph.Data{Letters: letters, Judgements: []graph.Judgement{is, dated(graph.FormerName, "RiverJustice", "Stream Watch", "file f", "", "2001")}})
	org := signs(t, n, "RiverJustice", "")
	if org.ID != graph.OrganizationID("RiverJustice", "") || org.Name != "RiverJustice" {
		t.Errorf("it is shown as %q (%s), though a letter prints its name of now", org.Name, org.ID)
	}
	if at, ok := n.Organization(graph.OrganizationID("Center for River Justice", "")); !ok || n.Organizations()[at].ID != org.ID {
		t.Error("the id of the former name leads nowhere")
	}
	names := map[string]graph.Name{}
	for _, name := range org.Names {
		names[name.Text] = name
	}
	old := graph.Name{Text: "Center for River Justice", Kind: graph.Former, From: graph.Date{Year: 2001}, Until: graph.Date{Year: 2014, Month: 6}}
	if names[old.Text] != old || names["Center For River Justice"].Kind != graph.Former || names["RiverJustice"].Kind != graph.Printed ||
		names["Stream Watch"] != (graph.Name{Text: "Stream Watch", Kind: graph.Former, Until: graph.Date{Year: 2001}}) || len(names) != 4 {
		t.Errorf("%+v", org.Names)
	}
	if org.Printed != 3 || org.Names[3].Text != "Stream Watch" {
		t.Errorf("%d of %+v are printed", org.Printed, org.Names)
	}
	if c := n.Coverage(); c.FormerNames != 2 || c.MergedByJudgement != 2 {
		t.Errorf("%+v", c)
	}
	shown := graph.Profile{Of: everywhere("RiverJustice"), Display: "Center for River Justice"}
	if n = ruled(t, graph.Data{Letters: letters, Judgements: []graph.Judgement{is}, Profiles: []graph.Profile{shown}}); signs(t, n, "RiverJustice", "").Name != shown.Display {
		t.Error("a profile says how it is shown")
	}
	if n = ruled(t, graph.Data{Letters: letters[:3], Judgements: []graph.Judgement{is}}); signs(t, n, "Center for River Justice", "").Name != "Center for River Justice" {
		t.Error("where no letter prints another name, the former one is shown")
	}
	if n = ruled(t, graph.Data{Letters: []graph.Letter{letter("a", "RIVER JUSTICE"), letter("b", "River Justice")}, Judgements: []graph.Judgement{said(graph.FormerName, "River Justice", "RIVER JUSTICE", "file f")}}); signs(t, n, "River Justice", "").Names[0].Kind == signs(t, n, "River Justice", "").Names[1].Kind {
		t.Errorf("two spellings, of which one is former: %+v", signs(t, n, "River Justice", "").Names)
	}
}

// A profile's former name is one where a letter prints it, too; it joins nothing by itself.
func TestFormerNamesOfProfiles(t *testing.T) {
	letters := []graph.Letter{letter("a", "Old Mill"), letter("b", "Old Mill", "New Mill"), letter("c", "Older Mill")}
	profile := graph.Profile{Of: everywhere("New Mill"), Names: []graph.Name{{Text: "Old Mill", Kind: graph.Former, Until: graph.Date{Year: 1999}, Source: "own site"}, {Text: "Older Mill", Kind: graph.Former}}}
	n := ruled(t, graph.Data{Letters: letters, Profiles: []graph.Profile{profile}, Judgements: []graph.Judgement{said(graph.Same, "New Mill", "Old Mill", "file f")}})
	org := signs(t, n, "Old Mill", "")
	if org.Name != "New Mill" || !slices.Contains(org.Names, profile.Names[0]) || !slices.Contains(org.Names, profile.Names[1]) || signs(t, n, "Older Mill", "").ID == org.ID {
		t.Errorf("%+v", org)
	}
}

func TestFormerNamesInACircle(t *testing.T) {
	n := ruled(t, graph.Data{Letters: []graph.Letter{letter("a", "A", "B"), letter("b", "B", "C")}, Judgements: []graph.Judgement{
		said(graph.FormerName, "B", "A", "person: p"), said(graph.FormerName, "C", "B", "person: p"), said(graph.FormerName, "A", "C", "file f")}})
	org := signs(t, n, "B", "")
	if len(n.Organizations()) != 1 || org.Name != "C" {
		t.Errorf("%+v", n.Organizations())
	}
	if r := n.Refused(); len(r) != 1 || r[0].Judgement.By != "file f" || !strings.Contains(r[0].Why, "would be a former name of itself: file f says that “C” is a former name of “A”, but person: p says that “A” is a former name of “B”") {
		t.Errorf("%+v", r)
	}
	n = ruled(t, graph.Data{Letters: []graph.Letter{letter("a", "A", "B")}, Judgements: []graph.Judgement{said(graph.FormerName, "B", "A", "person: p"), said(graph.Different, "B", "A", "file f")}})
	if r := n.Refused(); len(r) != 1 || len(n.Organizations()) != 2 || n.Organizations()[0].Names[0].Kind != graph.Printed {
		t.Errorf("a former name that is kept apart: %+v, %+v", r, n.Organizations())
	}
}

// A split parts a name in some letters from the name elsewhere, of which nothing is in doubt: the rule goes on to work for it.
func TestSplit(t *testing.T) {
	a, b, c, d := letter("a", "Commons"), letter("b", "commons", "Commons!"), letter("c", "Commons"), letter("d", "Commons")
	in := func(l graph.Letter) graph.NameRef { return graph.NameRef{Name: "Commons", Letter: l.ID} }
	data := graph.Data{Letters: []graph.Letter{a, b, c, d}, Judgements: []graph.Judgement{
		judge(graph.Split, in(c), graph.NameRef{}, "person: p"), judge(graph.Same, in(c), in(d), "person: p")},
		Profiles: []graph.Profile{{Of: in(c), Country: "India"}, {Of: everywhere("Commons"), Country: "Chile"}}}
	n := ruled(t, data)
	home, away := signs(t, n, "Commons", a.ID), signs(t, n, "Commons", c.ID)
	if len(n.Organizations()) != 2 || home.ID != signs(t, n, "commons", b.ID).ID || away.ID != signs(t, n, "Commons", d.ID).ID || home.Country != "Chile" || away.Country != "India" {
		t.Fatalf("%+v", n.Organizations())
	}
	if c := n.Coverage(); len(c.Ambiguous) > 0 || c.Splits != 1 || c.MergedByRule != 2 || c.Refused != 0 {
		t.Errorf("%+v", c)
	}
	for _, name := range []string{"Commons", "COMMONS", home.ID} {
		if at, ok := n.Organization(name); !ok || n.Organizations()[at].ID != home.ID {
			t.Errorf("%q does not find what the name is elsewhere (%v)", name, ok)
		}
	}
	if at, ok := n.Organization(away.ID); !ok || n.Organizations()[at].ID != away.ID {
		t.Error("what was split off is not found by its id")
	}

	data.Judgements = append(data.Judgements, judge(graph.Same, everywhere("Commons"), everywhere("Open Land"), "file f"))
	data.Letters = append(data.Letters, letter("e", "Open Land"), letter("f", "Open Land"), letter("g", "Open Land"), letter("h", "Open Land"))
	n = ruled(t, data)
	if at, ok := n.Organization("Commons"); !ok || n.Organizations()[at].Name != "Open Land" || signs(t, n, "Commons", a.ID).Name != "Open Land" {
		t.Errorf("the name elsewhere, judged the same as another, is not found: %v", ok)
	}

	data.Judgements = []graph.Judgement{judge(graph.Split, in(c), graph.NameRef{}, "file f"), judge(graph.Same, in(c), everywhere("Commons"), "person: p")}
	if r := ruled(t, data).Refused(); len(r) != 1 || !strings.Contains(r[0].Why, "but file f says that “Commons” in letter "+c.ID+" is another organization than elsewhere") {
		t.Errorf("a split and the same of one pair: %+v", r)
	}
	data.Judgements[0].Undone = &graph.Undoing{By: "person: p"}
	if n = ruled(t, data); signs(t, n, "Commons", c.ID).ID != signs(t, n, "commons", b.ID).ID {
		t.Error("a split that was taken back still parts")
	}
}

// The form of a data set for one printed name of several organizations is as it was: elsewhere the name is in doubt, unless a split says which.
func TestSplitBesideHomonyms(t *testing.T) {
	a, b, c := letter("a", "Commons"), letter("b", "Commons"), letter("c", "Commons")
	in := func(l graph.Letter) graph.NameRef { return graph.NameRef{Name: "Commons", Letter: l.ID} }
	d := graph.Data{Letters: []graph.Letter{a, b, c}, Judgements: []graph.Judgement{judge(graph.Different, in(a), in(b), "file f")}}
	if n := ruled(t, d); len(n.Organizations()) != 3 || len(n.Coverage().Ambiguous) != 1 {
		t.Errorf("%+v", n.Organizations())
	}
	d.Judgements = append(d.Judgements, judge(graph.Split, in(b), graph.NameRef{}, "person: p"))
	if n := ruled(t, d); signs(t, n, "Commons", c.ID).ID != signs(t, n, "Commons", a.ID).ID || len(n.Organizations()) != 2 || len(n.Coverage().Ambiguous) != 0 {
		t.Errorf("%+v", n.Organizations())
	}
}

func TestKindsDoNotDependOnTheOrderOfInput(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 5))
	names := []string{"A", "B", "C", "D", "E", "F", "a", "b", "G."}
	by := []string{"person: p", "file f", "rule: r", "file g"}
	for range 60 {
		var d graph.Data
		for i := range 6 {
			rnd.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			d.Letters = append(d.Letters, letter(string(rune('k'+i)), names[:4]...))
		}
		for range 14 {
			v := graph.Verdicts[rnd.IntN(len(graph.Verdicts))]
			j := graph.Judgement{Verdict: v, A: everywhere(names[rnd.IntN(9)]), B: everywhere(names[rnd.IntN(9)]), By: by[rnd.IntN(4)]}
			if v == graph.Split || rnd.IntN(5) == 0 {
				j.A.Letter = d.Letters[rnd.IntN(6)].ID
			}
			if v == graph.Split {
				j.B = graph.NameRef{}
			}
			if j = graph.NewJudgement(j); j.Check() == nil {
				d.Judgements = append(d.Judgements, j)
			}
		}
		for _, name := range names[:4] {
			d.Profiles = append(d.Profiles, graph.Profile{Of: everywhere(name), Parent: &graph.NameRef{Name: names[rnd.IntN(9)]}, Names: []graph.Name{{Text: names[rnd.IntN(9)], Kind: graph.Former}}})
		}
		d.Judgements = append(d.Judgements, rule("A", "a", 1), rule("B", "b", .99))
		base := network(t, d)
		for o := range base.Organizations() {
			for steps, ok := 0, true; ok; steps++ {
				if o, ok = base.Umbrella(o); steps > len(base.Organizations()) {
					t.Fatal("parents lead in a circle")
				}
			}
		}
		for range 4 {
			s := graph.Data{Letters: slices.Clone(d.Letters), Judgements: slices.Clone(d.Judgements), Profiles: slices.Clone(d.Profiles)}
			rnd.Shuffle(len(s.Letters), func(i, j int) { s.Letters[i], s.Letters[j] = s.Letters[j], s.Letters[i] })
			rnd.Shuffle(len(s.Judgements), func(i, j int) { s.Judgements[i], s.Judgements[j] = s.Judgements[j], s.Judgements[i] })
			rnd.Shuffle(len(s.Profiles), func(i, j int) { s.Profiles[i], s.Profiles[j] = s.Profiles[j], s.Profiles[i] })
			n := network(t, s)
			if !reflect.DeepEqual(n.Organizations(), base.Organizations()) || !reflect.DeepEqual(n.Refused(), base.Refused()) || !reflect.DeepEqual(n.Coverage(), base.Coverage()) {
				t.Fatal("a shuffled input gives another network")
			}
		}
	}
}
