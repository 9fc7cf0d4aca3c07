package intake

import (
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/store"
)

var riverNames = []string{"River Watch", "Friends of the Delta (FD)", "Boat Builders Guild", "Harbour Union"}

// TestSaveAsRead: a draft that nobody touched is the letter that loading the file gives.
func TestSaveAsRead(t *testing.T) {
	d := openDesk(t)
	text := letterText("Keep the river open", riverNames...)
	a := d.add("river.txt", text)
	saved := d.save(a.ID, untouched(&a))
	draft, err := letter.Extract(t.Context(), "river.txt", []byte(text), letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want, got := draft.Letter(""), d.letter(saved.Letter)
	if graph.RecordHash(want) != graph.RecordHash(got) {
		t.Errorf("saved\n%+v\nloading gives\n%+v", got, want)
	}
	if saved.Revision != 2-1 && saved.Written != 1 || saved.Version.Revision != saved.Revision {
		t.Errorf("%+v", saved)
	}
	audit, err := d.store.Audit(t.Context(), 0, 10)
	if err != nil || len(audit) != 1 || audit[0].Actor != "person: Ada" {
		t.Errorf("audit %+v, %v", audit, err)
	}
}

// TestSaveTwice: one letter and no second write, as after a lost answer; edits write the same letter again.
func TestSaveTwice(t *testing.T) {
	d := openDesk(t, stored("one", "An earlier letter", "2020", "Friends of the Delta"))
	a := d.add("river.txt", letterText("Keep the river open", riverNames...))
	q := untouched(&a)
	q.Rows[1].Organization = Decision{"same", a.Rows[1].Match.ID}
	q.Rows[3].Organization = Decision{Decision: "new"}
	first := d.save(a.ID, q)
	hash, err := d.store.ContentHash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	second := d.save(a.ID, q)
	if again, err := d.store.ContentHash(t.Context()); err != nil || again != hash || second.Written != 0 || second.Letter != first.Letter || second.Revision != first.Revision {
		t.Errorf("%+v, then %+v", first, second)
	}
	q.Rows[1].Organization = Decision{}
	if third := d.save(a.ID, q); third.Judgements != 0 || third.Letter != first.Letter {
		t.Errorf("a decision taken back: %+v", third)
	}
	js, err := d.said()
	if err != nil || len(js) != 1 || js[0].Undone == nil || js[0].Undone.By != "person: Ada" {
		t.Fatalf("%+v, %v", js, err)
	}
	q.Rows[1].Organization = Decision{"same", "friends-of-the-delta-" + strings.TrimPrefix(graph.OrganizationID("Friends of the Delta", ""), "friends-of-the-delta-")}
	d.save(a.ID, q)
	if js, err = d.said(); err != nil || len(js) != 1 || js[0].Undone != nil {
		t.Errorf("said again: %+v, %v", js, err)
	}
}

// said returns what persons have judged.
func (d *desk) said() ([]graph.Judgement, error) {
	js, err := d.store.Judgements(d.t.Context())
	return slices.DeleteFunc(js, graph.Judgement.ByRule), err
}

func TestAnotherDraftOfAStoredDocument(t *testing.T) {
	d := openDesk(t)
	text := letterText("Keep the river open", riverNames...)
	a := d.add("river.txt", text)
	d.save(a.ID, untouched(&a))
	b := d.add("river.txt", text)
	if b.Stored == nil || len(b.Warnings) == 0 || b.Warnings[0].Code != "stored" || len(b.Similar) != 0 {
		t.Fatalf("%+v %+v", b.Stored, b.Warnings)
	}
	if s := d.save(b.ID, untouched(&b)); s.Written != 0 {
		t.Errorf("the same again: %+v", s)
	}
	c := d.add("river.txt", text)
	q := untouched(&c)
	q.Rows = q.Rows[1:]
	if _, err := d.Save(t.Context(), c.ID, q); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("other rows: %v", err)
	}
	q.Replace = true
	if s := d.save(c.ID, q); len(d.letter(s.Letter).Signatures) != 3 {
		t.Errorf("replaced: %+v", s)
	}
	q.Replace = false
	q.Rows = q.Rows[1:]
	d.save(c.ID, q) // it is this draft's own letter now
}

// TestTheSameDocumentAgain: where it was got and under which name makes no other letter of it, and is kept as in loading. Nobody is asked
// whether to replace what stays as it is.
func TestTheSameDocumentAgain(t *testing.T) {
	const a, b, early, late = "https://a.example/river", "https://b.example/river", "2026-01-02T03:04:05Z", "2026-02-02T03:04:05Z"
	type got struct{ name, published, retrieved string }
	for name, c := range map[string]struct {
		first, second, want got
		written             int
	}{
		"the same address later":            {got{"river.txt", a, early}, got{"river.txt", a, late}, got{"river.txt", a, early}, 0},
		"the page as a file":                {got{"river.txt", a, early}, got{"river.txt", "", ""}, got{"river.txt", a, early}, 0},
		"another name":                      {got{"a.txt", "", ""}, got{"b.txt", "", ""}, got{"a.txt", "", ""}, 0},
		"a name that comes first":           {got{"b.txt", "", ""}, got{"a.txt", "", ""}, got{"a.txt", "", ""}, 1},
		"a second address":                  {got{"river.txt", a, early}, got{"river.txt", b, late}, got{"river.txt", a, early}, 0},
		"a second address that comes first": {got{"river.txt", b, early}, got{"river.txt", a, late}, got{"river.txt", a, late}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			d := openDesk(t)
			var saved SaveAnswer
			for _, from := range []got{c.first, c.second} {
				draft, err := d.Add(t.Context(), Document{Name: from.name, Data: []byte(letterText("Keep the river open", riverNames...)), Published: from.published, Retrieved: from.retrieved})
				if err != nil {
					t.Fatal(err)
				}
				saved = d.save(draft.ID, untouched(&draft))
			}
			doc := d.letter(saved.Letter).Documents[0]
			if (got{doc.Name, doc.Published, doc.Retrieved}) != c.want || saved.Written != c.written {
				t.Errorf("the document is %+v, %d records were written", doc, saved.Written)
			}
		})
	}
}

// TestWhatAPersonSaysOfTheAddress holds, and when the document was read elsewhere is not said of it.
func TestWhatAPersonSaysOfTheAddress(t *testing.T) {
	d := openDesk(t)
	a, err := d.Add(t.Context(), Document{Name: "river.txt", Data: []byte(letterText("Keep the river open", riverNames...)), Published: "https://a.example/river", Retrieved: "2026-01-02T03:04:05Z"})
	if err != nil {
		t.Fatal(err)
	}
	q := untouched(&a)
	for _, address := range []string{a.Published, "https://b.example/river", "https://b.example/river"} {
		q.Published = &address
		doc := d.letter(d.save(a.ID, q).Letter).Documents[0]
		if doc.Published != address || (doc.Retrieved != "") != (address == a.Published) {
			t.Errorf("%s was said, and the document is %+v", address, doc)
		}
	}
}

// TestCorrections: what a person wrote is stored, what is printed stays the evidence, and who changed it is said.
func TestCorrections(t *testing.T) {
	d := openDesk(t)
	a := d.add("river.txt", letterText("Keep the river open", "River Wacth", "Boat", "Builders Guild", "Harbour Union", "Harbour Union"))
	if want := []string{"River Wacth", "Boat", "Builders Guild", "Harbour Union"}; !slices.Equal(names(&a)[:4], want) {
		t.Fatalf("rows %q", names(&a))
	}
	line := func(text string) int {
		return slices.IndexFunc(a.Lines, func(l LineAnswer) bool { return strings.Contains(l.Text, text) })
	}
	claim := 3
	q := SaveRequest{By: " Ada  L ", Title: "Keep the river shut", Date: "2021-03", Kind: "statement", Language: "EN", Targets: []string{"The council", "the  council", "!"},
		Addressees: []Addressee{{Role: "Mayor"}, {}}, Claimed: &SavedClaim{Organizations: &claim}, Rows: []SaveRow{
			{From: []int{0}, Name: "River  Watch", Country: "Norway", Withdrawn: true},
			{From: []int{1, 2}, Name: "Boat Builders Guild"},
			{From: []int{0}, Lines: []int{line("Sincerely")}, Name: "River Watch Sincerely"},
			{Lines: []int{line("keep the river open")}, Name: "Everybody", Type: "person", Reported: true}}}
	got := d.letter(d.save(a.ID, q).Letter)
	if got.Title != "Keep the river shut" || got.TitleBy != "described" || got.Date.String() != "2021-03" || got.Kind != "statement" || got.Language != "en" ||
		*got.Claimed.Organizations != 3 || got.Claimed.Individuals != nil || len(got.Addressees) != 1 || len(got.Targets) != 2 {
		t.Errorf("%+v", got)
	}
	if len(got.Signatures) != 4 {
		t.Fatalf("%+v", got.Signatures)
	}
	river, guild, both, all := got.Signatures[0], got.Signatures[1], got.Signatures[2], got.Signatures[3]
	if e := river.Evidence[0]; river.Name != "River Watch" || river.Country != "Norway" || river.Status != graph.Withdrawn || river.Confidence != 1 ||
		e.Text != "River Wacth" || e.Form != "River Wacth" || e.Extractor != letter.Extractor+"; corrected by person: Ada L" {
		t.Errorf("%+v", river)
	}
	if e := guild.Evidence; len(e) != 1 || e[0].Text != "Boat\nBuilders Guild" || !strings.HasSuffix(e[0].Extractor, "; joined by person: Ada L") || guild.Position != 2 {
		t.Errorf("%+v", guild)
	}
	if e := both.Evidence; len(e) != 1 || e[0].Text != "River Wacth\nSincerely," {
		t.Errorf("%+v", both)
	}
	if e := all.Evidence[0]; all.Type != graph.TypePerson || all.Capacity != graph.AsIndividual || all.Status != graph.Reported || e.Extractor != "person: Ada L" ||
		e.Line != line("keep the river open")+1 || !strings.Contains(e.Text, "keep the river open") {
		t.Errorf("%+v", all)
	}
	out := got.LeftOut[len(got.LeftOut)-1]
	if out.Text != "Harbour Union" || out.Why != "left out by person: Ada L" {
		t.Errorf("left out: %+v", got.LeftOut)
	}
}

func TestSaveRefusals(t *testing.T) {
	d := openDesk(t)
	a := d.add("river.txt", letterText("Keep the river open", riverNames...))
	bad := "ftp://example.org"
	for name, c := range map[string]struct {
		change func(*SaveRequest)
		code   graph.Code
		says   string
	}{
		"nobody":         {func(q *SaveRequest) { q.By = " " }, graph.Invalid, "who saves"},
		"a line break":   {func(q *SaveRequest) { q.By = "Ada\u202eL" }, graph.Invalid, "who saves"},
		"when":           {func(q *SaveRequest) { q.When = "yesterday" }, graph.Invalid, "yesterday"},
		"date":           {func(q *SaveRequest) { q.Date = "2021-02-30" }, graph.Invalid, "2021-02-30"},
		"address":        {func(q *SaveRequest) { q.Published = &bad }, graph.Invalid, "ftp"},
		"no name":        {func(q *SaveRequest) { q.Rows[2].Name = "–" }, graph.Invalid, "row 3"},
		"no such row":    {func(q *SaveRequest) { q.Rows[2].From = []int{4} }, graph.Invalid, "row 3"},
		"no line":        {func(q *SaveRequest) { q.Rows[2].From = nil }, graph.Invalid, "printed line"},
		"no such line":   {func(q *SaveRequest) { q.Rows[2].From, q.Rows[2].Lines = nil, []int{999} }, graph.Invalid, "999"},
		"an empty line":  {func(q *SaveRequest) { q.Rows[2].From, q.Rows[2].Lines = nil, []int{1} }, graph.Invalid, "nothing is printed"},
		"same as nobody": {func(q *SaveRequest) { q.Rows[2].Organization = Decision{Decision: "same"} }, graph.Invalid, "which organization"},
		"same as a gone": {func(q *SaveRequest) { q.Rows[2].Organization = Decision{"same", "gone-x"} }, graph.NotFound, "row 3"},
		"of itself":      {func(q *SaveRequest) { q.Relations = []SaveRelation{{graph.LetterID(a.Title, a.SHA256), "version-of"}} }, graph.Invalid, "itself"},
		"of a gone one":  {func(q *SaveRequest) { q.Relations = []SaveRelation{{"gone", "version-of"}} }, graph.NotFound, "gone"},
	} {
		q := untouched(&a)
		c.change(&q)
		if _, err := d.Save(t.Context(), a.ID, q); graph.CodeOf(err) != c.code || !strings.Contains(graph.MessageOf(err), c.says) {
			t.Errorf("%s: %q, %v", name, graph.CodeOf(err), err)
		}
	}
	if revision, err := d.store.Revision(t.Context()); err != nil || revision != 0 {
		t.Errorf("revision %d, %v: something was written", revision, err)
	}
}

// TestDecisions: what a person says about a name holds in the network, and takes no other letter's names apart.
func TestDecisions(t *testing.T) {
	earlier := []graph.Letter{stored("one", "An earlier letter", "2019", "ACME HARBOUR", "River Watch"), stored("two", "Another letter", "2018", "Acme Harbour", "River Watch International"),
		stored("three", "A third letter", "2017", "acme harbour!", "Zebra Club")}
	for name, c := range map[string]struct {
		printed string
		decide  func(n *graph.Network) Decision
		want    map[string]string // name in letter -> "same" or "apart" from the new row
	}{
		"by the rule":             {"aCME harbour", func(*graph.Network) Decision { return Decision{} }, map[string]string{"ACME HARBOUR": "same"}},
		"new, though spelt alike": {"aCME harbour", func(*graph.Network) Decision { return Decision{Decision: "new"} }, map[string]string{"ACME HARBOUR": "apart", "Acme Harbour": "apart", "acme harbour!": "apart"}},
		"new, though the same":    {"ACME HARBOUR", func(*graph.Network) Decision { return Decision{Decision: "new"} }, map[string]string{"ACME HARBOUR": "apart", "Acme Harbour": "apart", "acme harbour!": "apart"}},
		"another than the known":  {"ACME HARBOUR", func(n *graph.Network) Decision { return Decision{"same", organization(n, "Zebra Club")} }, map[string]string{"Zebra Club": "same", "ACME HARBOUR": "apart"}},
		"not that one":            {"ACME HARBOUR", func(n *graph.Network) Decision { return Decision{"different", organization(n, "ACME HARBOUR")} }, map[string]string{"ACME HARBOUR": "apart"}},
		"a new spelling":          {"The Watchers", func(n *graph.Network) Decision { return Decision{"same", organization(n, "River Watch")} }, map[string]string{"River Watch": "same", "River Watch International": "apart"}},
		"not the candidate": {"River Watchers", func(n *graph.Network) Decision { return Decision{"different", organization(n, "River Watch")} },
			map[string]string{"River Watch": "apart"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := openDesk(t, earlier...)
			a := d.add("new.txt", letterText("Keep the river open", c.printed, "Boat Builders Guild", "Harbour Union"))
			q := untouched(&a)
			q.Rows[0].Organization = c.decide(d.network())
			saved := d.save(a.ID, q)
			if len(saved.NotApplied) > 0 {
				t.Errorf("not applied: %q", saved.NotApplied)
			}
			if again := d.save(a.ID, q); again.Written != 0 {
				t.Errorf("the second time %d records are written", again.Written)
			}
			n := d.network()
			own := signer(t, n, saved.Letter, c.printed)
			for other, want := range c.want {
				letter := map[string]string{"ACME HARBOUR": "one", "River Watch": "one", "Acme Harbour": "two", "River Watch International": "two", "acme harbour!": "three", "Zebra Club": "three"}[other]
				if same := signer(t, n, letter, other) == own; same != (want == "same") {
					t.Errorf("%s and %s: same is %v", c.printed, other, same)
				}
			}
			if one, two, three := signer(t, n, "one", "ACME HARBOUR"), signer(t, n, "two", "Acme Harbour"), signer(t, n, "three", "acme harbour!"); one != two || two != three {
				t.Error("spellings of other letters were taken apart")
			}
			if doubtful := n.Coverage().Ambiguous; len(doubtful) > 0 || saved.Judgements > 2 {
				t.Errorf("%d judgements, and names of other letters are in doubt: %v", saved.Judgements, doubtful)
			}
		})
	}
}

// organization returns the id of the organization behind a name.
func organization(n *graph.Network, name string) string {
	o, ok := n.Organization(name)
	if !ok {
		panic("no organization " + name)
	}
	return n.Organizations()[o].ID
}

// signer returns the organization that a letter prints under a name.
func signer(t *testing.T, n *graph.Network, letter, name string) int {
	t.Helper()
	l, ok := n.Letter(letter)
	if !ok {
		t.Fatalf("no letter %s", letter)
	}
	for _, o := range n.Incidence().SignersOf(l) {
		for _, ref := range n.Signatures(int(o), l) {
			if ref.Signature.Name == name && ref.Letter.ID == letter {
				return int(o)
			}
		}
	}
	t.Fatalf("nobody signs %s as %s", letter, name)
	return -1
}

func TestPersonsAreNotJudged(t *testing.T) {
	d := openDesk(t, stored("one", "An earlier letter", "2020", "River Watch"))
	a := d.add("river.txt", letterText("Keep the river open", riverNames...))
	q := untouched(&a)
	q.Rows[0].Type, q.Rows[0].Organization = "person", Decision{Decision: "new"}
	if s := d.save(a.ID, q); s.Judgements != 0 {
		t.Errorf("%+v", s)
	}
}

func TestContradictionIsSaid(t *testing.T) {
	d := openDesk(t, stored("one", "An earlier letter", "2020", "River Watch"))
	apart := graph.NewJudgement(graph.Judgement{Verdict: graph.Different, A: graph.NameRef{Name: "The Watchers"}, B: graph.NameRef{Name: "River Watch"}, By: "person: Bob"})
	if _, err := d.store.Put(t.Context(), store.Change{Judgements: []graph.Judgement{apart}, Actor: "person: Bob"}); err != nil {
		t.Fatal(err)
	}
	a := d.add("river.txt", letterText("Keep the river open", "The Watchers", "Boat Builders Guild"))
	q := untouched(&a)
	q.Rows[0].Organization = Decision{"same", organization(d.network(), "River Watch")}
	if s := d.save(a.ID, q); len(s.NotApplied) != 1 || !strings.Contains(s.NotApplied[0], "River Watch") {
		t.Errorf("%+v", s)
	}
}

// TestDecisionsAndRules: who calls new what a rule would join, or the same what the rules leave open, is recorded as saying so.
func TestDecisionsAndRules(t *testing.T) {
	d := openDesk(t, stored("one", "An earlier letter", "2020", "Friends of the Delta", "FAIR"))
	a := d.add("river.txt", letterText("Keep the river open", "The Friends of the Delta (FD)", "Fair", "Boat Builders Guild"))
	if a.Rows[0].Match.State != "known" || a.Rows[1].Match.State != "unsure" || a.Rows[2].Match.State != "new" {
		t.Fatalf("%+v", a.Rows)
	}
	q := untouched(&a)
	q.Rows[0].Organization = Decision{Decision: "new"}
	q.Rows[1].Organization = Decision{"same", a.Rows[1].Match.Candidates[0].ID}
	q.Rows[2].Organization = Decision{Decision: "new"}
	d.save(a.ID, q)
	js, err := d.store.Judgements(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	says := map[graph.Verdict]int{}
	for _, j := range js {
		switch ref := [2]graph.NameRef{j.A, j.B}; {
		case j.By != "person: Ada":
		case j.Verdict == graph.Different && slices.Contains(ref[:], graph.NameRef{Name: "Friends of the Delta"}) && slices.Contains(ref[:], graph.NameRef{Name: "The Friends of the Delta (FD)"}),
			j.Verdict == graph.Same && slices.Contains(ref[:], graph.NameRef{Name: "FAIR"}) && slices.Contains(ref[:], graph.NameRef{Name: "Fair"}):
			says[j.Verdict]++
		default:
			t.Errorf("%+v", j)
		}
	}
	if says[graph.Different] != 1 || says[graph.Same] != 1 {
		t.Errorf("%+v", js)
	}
	again := d.add("again.txt", letterText("Keep the quay open", "Friends of the Delta", "The Friends of the Delta (FD)", "Fair"))
	if m := again.Rows[1].Match; m.State != "known" || m.Name != "The Friends of the Delta (FD)" || again.Rows[2].Match.State != "known" {
		t.Errorf("after it was said: %+v", again.Rows)
	}
}
