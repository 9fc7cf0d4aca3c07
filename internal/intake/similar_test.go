package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

func numbered(from, to int) []string {
	var list []string
	for i := from; i < to; i++ {
		list = append(list, fmt.Sprintf("Group %s of Harbour %d", strings.Repeat("abcdefghij"[i%10:i%10+1], 3), i))
	}
	return list
}

// TestDiffOfARevisedList: same, unsure, new and gone, each with the lines of both.
func TestDiffOfARevisedList(t *testing.T) {
	old := append(numbered(0, 20), "Friends of the Delta Marshes", "Sailors of the North")
	d := openDesk(t, stored("old", "Keep the river open", "2021-03-05", old...), stored("other", "Another letter", "2015", "Painters of the World"))
	revised := append(numbered(0, 20), "Friends of the Delta Marsh", "Painters of the World", "Wholly New Weavers")
	a := d.add("new.txt", letterText("Keep the river open", revised...))
	if len(a.Similar) != 1 || a.Similar[0].Letter.ID != "old" || a.Similar[0].Relation != graph.VersionOf || a.Similar[0].Shared != 20 ||
		!slices.Contains(a.Similar[0].Reasons, "their titles are nearly the same") || a.Similar[0].Rule {
		t.Fatalf("%+v", a.Similar)
	}
	diff, err := d.Diff(t.Context(), a.ID, "old")
	if err != nil {
		t.Fatal(err)
	}
	if len(diff.Same) != 20 || len(diff.Unsure) != 1 || len(diff.New) != 2 || len(diff.Gone) != 1 {
		t.Fatalf("%d same, %d unsure, %d new, %d gone", len(diff.Same), len(diff.Unsure), len(diff.New), len(diff.Gone))
	}
	if s := diff.Same[3]; s.Row != 3 || s.Line == 0 || len(s.Lines) != 1 || s.Lines[0].Line != 13 || s.Text != s.Lines[0].Text {
		t.Errorf("%+v", s)
	}
	if u := diff.Unsure[0]; u.Other != "Friends of the Delta Marshes" || u.Score < .9 || len(u.Lines) != 1 {
		t.Errorf("%+v", u)
	}
	if diff.New[0].Other != "Painters of the World" || diff.New[1].ID != "" || diff.Gone[0].Name != "Sailors of the North" || len(diff.Gone[0].Lines) != 1 {
		t.Errorf("%+v, %+v", diff.New, diff.Gone)
	}
	q := untouched(&a)
	q.Relations = []SaveRelation{{"old", "version-of"}}
	saved := d.save(a.ID, q)
	n := d.network()
	one, _ := n.Letter("old")
	if len(n.Letters()[one].Records) != 2 {
		t.Error("the version is not linked")
	}
	if gone := n.Gone(one); n.Incidence().Size(one) != 23 || len(gone) != 2 || gone[1].Name != "Sailors of the North" {
		t.Errorf("%d sign, gone are %+v: the revised list has 23 and not these two", n.Incidence().Size(one), gone)
	}
	third := d.add("third.txt", letterText("Keep the river open", append(numbered(2, 20), "Wholly New Weavers")...))
	more := untouched(&third)
	more.Relations = []SaveRelation{{"old", "version-of"}} // the page knows the letter by its first record
	thirdSaved := d.save(third.ID, more)
	n = d.network()
	if one, _ = n.Letter("old"); n.Letters()[one].List.ID != thirdSaved.Letter || n.Incidence().Size(one) != 19 || len(n.Versions(one)) != 3 {
		t.Errorf("after a third list %d sign, of %d versions", n.Incidence().Size(one), len(n.Versions(one)))
	}
	if _, err := d.store.RemoveLetter(t.Context(), thirdSaved.Letter, "test"); err != nil {
		t.Fatal(err)
	}
	q.Relations[0].Relation = "unrelated"
	d.save(a.ID, q)
	n = d.network()
	one, _ = n.Letter("old")
	if two, _ := n.Letter(saved.Letter); one == two {
		t.Error("what was taken back is still linked")
	}
	if _, err := d.Diff(t.Context(), a.ID, "gone"); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a letter that is not there: %v", err)
	}
}

// TestCoalitionsSignMore: signers in common alone, a date or a title of usual words are no proposal.
func TestCoalitionsSignMore(t *testing.T) {
	d := openDesk(t, stored("a", "Open letter about harbours", "2021-03-05", numbered(0, 12)...), stored("b", "Statement of our coalition", "2019", numbered(3, 9)...),
		stored("c", "Open letter to the mayor", "2020", "Painters of the World"))
	a := d.add("new.txt", letterText("Open letter to the council", append(numbered(0, 6), numbered(30, 45)...)...))
	if len(a.Similar) != 0 {
		t.Errorf("%+v", a.Similar)
	}
}

// TestSameTextElsewhere: the text of a letter on another site, with another list.
func TestSameTextElsewhere(t *testing.T) {
	d := openDesk(t)
	body := "The river is ours and has been for as long as anybody of us can remember, which is why we ask you today to keep it open, to mend what is broken, " +
		"to clean what is foul and to let everybody who lives on it or by it say what becomes of it in the years that lie before all of us now."
	text := func(title string, names ...string) string {
		return title + "\n\n1 May 2020\n\nDear members of the council,\n\n" + body + "\n\nSincerely,\n\n" + strings.Join(names, "\n") + "\n"
	}
	a := d.add("one.txt", text("About the river", append(numbered(0, 6), "River Watch")...))
	d.save(a.ID, untouched(&a))
	b := d.add("two.txt", text("What we ask for", append(numbered(4, 6), "Boat Builders Guild", "Harbour Union")...))
	if len(b.Similar) != 1 || b.Similar[0].Relation != graph.VersionOf || !slices.Contains(b.Similar[0].Reasons, "they have 100 % of the shorter text in common") {
		t.Errorf("%+v", b.Similar)
	}
}

// TestTranslation: the same list under a text in another language.
func TestTranslation(t *testing.T) {
	d := openDesk(t, stored("en", "Keep the river open", "2021-03-05", numbered(0, 12)...))
	text := "Laßt den Fluss offen\n\n5. März 2021\n\nSehr geehrte Damen und Herren,\n\nwir, die unterzeichnenden Organisationen, bitten Sie, den Fluss für alle offen zu halten, die an ihm wohnen.\n" +
		"Er gehört uns seit langer Zeit, und so soll es bleiben.\n\nMit freundlichen Grüßen\n\n" + strings.Join(numbered(0, 12), "\n") + "\n"
	a := d.add("fluss.txt", text)
	if len(a.Similar) != 1 || a.Similar[0].Relation != graph.TranslationOf || a.Similar[0].Shared != 12 || a.Similar[0].Rule ||
		!strings.Contains(a.Warnings[0].Text, "It may be a translation of “Keep the river open”: 12 of the 12 organizations") {
		t.Errorf("%q, %+v, %+v", a.Language, a.Similar, a.Warnings)
	}
}

// TestDecidedIsNotProposed: what somebody has said about the two stands, in another draft of the document, too.
func TestDecidedIsNotProposed(t *testing.T) {
	d := openDesk(t, stored("old", "Keep the river open", "2021-03-05", numbered(0, 12)...))
	text := letterText("Keep the river open", numbered(0, 14)...)
	a := d.add("new.txt", text)
	q := untouched(&a)
	q.Relations = []SaveRelation{{"old", "unrelated"}}
	d.save(a.ID, q)
	if again, err := d.Draft(t.Context(), a.ID); err != nil || len(again.Similar) != 1 {
		t.Errorf("the draft that decided it asks no more, so that it could be taken back by mistake: %+v, %v", again.Similar, err)
	}
	if b := d.add("new.txt", text); len(b.Similar) != 0 {
		t.Errorf("asked again: %+v", b.Similar)
	}
}

const riverQuote = "the river has been open for longer than anybody here can remember and so it should stay"

// TestNewsIsAddedAfterTheLetter: where the rule says that it is a report, the page shows it before it is saved; else a person is asked.
func TestNewsIsAddedAfterTheLetter(t *testing.T) {
	river := stored("river", "Keep the river open", "2021-03-05", "River Watch", "Boat Builders Guild", "Harbour Union")
	river.Documents[0].Text = "We say that " + riverQuote + "."
	for name, c := range map[string]struct {
		signers []string
		rule    bool
	}{
		"half of its names sign": {[]string{"River Watch", "Harbour Union"}, true},
		"others sign":            {[]string{"Painters of the World", "Wholly New Weavers"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := openDesk(t, river)
			l := graph.Letter{ID: "news", Title: "Keep the river open, say groups", Kind: "news", Language: "en", Quotes: []string{riverQuote}, Documents: []graph.Document{{ID: "n", Text: riverQuote}}}
			a := d.drafted(l, c.signers...)
			if len(a.Similar) != 1 || a.Similar[0].Relation != graph.ReportOf || a.Similar[0].Rule != c.rule || a.Similar[0].Letter.ID != "river" {
				t.Fatalf("%+v", a.Similar)
			}
			if saved := d.save(a.ID, untouched(&a)); (len(saved.Linked) == 1) != c.rule || c.rule && !strings.Contains(saved.Linked[0], "It is a report of “Keep the river open”: 100 % of its names") {
				t.Errorf("%+v", saved)
			}
		})
	}
}

// TestRuleSaysWhatLoadingSays: a report that shares nothing with its letter but one name and the quotation, and one of a letter that all
// have left.
func TestRuleSaysWhatLoadingSays(t *testing.T) {
	river := stored("river", "Keep the river open", "2021-03-05", "River Watch", "Boat Builders Guild", "Harbour Union")
	river.Documents[0].Text = "We say that " + riverQuote + "."
	left := stored("left", "Keep the river open", "2021-03-05", "River Watch", "Boat Builders Guild")
	left.Documents[0].Text = river.Documents[0].Text
	for i := range left.Signatures {
		left.Signatures[i].Status = graph.Withdrawn
	}
	for name, c := range map[string]struct {
		letter  graph.Letter
		similar int // no page shows a letter that nobody signs
	}{"one name in common": {river, 1}, "a letter that all have left": {left, 0}} {
		t.Run(name, func(t *testing.T) {
			d := openDesk(t, c.letter)
			news := graph.Letter{ID: "news", Title: "Water and town", Kind: "news", Language: "en", Quotes: []string{riverQuote}, Documents: []graph.Document{{ID: "n", Text: riverQuote}}}
			a := d.drafted(news, "River Watch")
			if len(a.Similar) != c.similar || c.similar > 0 && !a.Similar[0].Rule {
				t.Errorf("%+v", a.Similar)
			}
			d.save(a.ID, untouched(&a))
			js, err := d.store.Judgements(t.Context())
			if err != nil || len(js) != 1 || js[0].By != graph.RuleSameLetter || js[0].A.Letter != "news" || js[0].B.Letter != c.letter.ID {
				t.Errorf("%+v, %v", js, err)
			}
		})
	}
}

// TestLetterIsAddedAfterTheNews: what may be a report of it is said, and never proposed as what the new letter is.
func TestLetterIsAddedAfterTheNews(t *testing.T) {
	news := func(names ...string) graph.Letter {
		l := stored("news", "Groups want the river open", "2021-03-05", names...)
		l.Kind, l.Quotes = "news", []string{riverQuote}
		return l
	}
	text := strings.Replace(letterText("Keep the river open", append(numbered(0, 12), "River Watch")...), "It has been ours for a long time", "We say that "+riverQuote, 1)
	for name, c := range map[string]struct {
		news graph.Letter
		says string
	}{
		"by the rule":          {news("River Watch", numbered(0, 1)[0]), "“Groups want the river open” is a report of it by the written rule: it is a report that names the same signatories"},
		"too few of its names": {news("River Watch", numbered(0, 1)[0], numbered(1, 2)[0], "A Club", "B Club", "C Club", "D Club"), ""},
		"without the quotation": {func() graph.Letter {
			l := news(numbered(0, 12)...)
			l.Quotes = nil
			return l
		}(), "It seems that “Groups want the river open” is a report of it: 12 of the 12 organizations"},
	} {
		t.Run(name, func(t *testing.T) {
			a := openDesk(t, c.news).add("river.txt", text)
			if len(a.Similar) != 0 {
				t.Errorf("%+v", a.Similar)
			}
			at := slices.IndexFunc(a.Warnings, func(w Warning) bool { return w.Code == "report" })
			if (at >= 0) != (c.says != "") || at >= 0 && (!strings.HasPrefix(a.Warnings[at].Text, c.says) || a.Warnings[at].Kind != "note") {
				t.Errorf("%+v", a.Warnings)
			}
		})
	}
}

// TestReportIsLinkedByTheRule, whichever of the two comes first, unless a person says otherwise.
func TestReportIsLinkedByTheRule(t *testing.T) {
	quote := riverQuote
	text := "Keep the river open\n\nMarch 5, 2021\n\nDear members of the council,\n\nWe say that " + quote + ".\n\nSincerely,\n\nRiver Watch\nBoat Builders Guild\nHarbour Union\n"
	report := graph.Letter{ID: "news", Title: "Groups want the river open", Kind: "news", Language: "en", Quotes: []string{quote}, Documents: []graph.Document{{ID: "n", Text: quote}}}
	for _, name := range []string{"River Watch", "Harbour Union"} {
		report.Signatures = append(report.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Reported,
			Evidence: []graph.Evidence{{Document: "n", Text: name}}})
	}
	d := openDesk(t, report)
	a := d.add("river.txt", text)
	saved := d.save(a.ID, untouched(&a))
	n := d.network()
	if l, _ := n.Letter("news"); len(n.Letters()[l].Records) != 2 || len(saved.Linked) != 1 || !strings.Contains(saved.Linked[0], "is a report of it") {
		t.Errorf("not linked: %+v", saved)
	}
	if again := d.save(a.ID, untouched(&a)); again.Written != 0 {
		t.Errorf("again: %+v", again)
	}
	d = openDesk(t)
	a = d.add("river.txt", text)
	if _, err := d.store.Put(t.Context(), store.Change{Letters: []graph.Letter{report}, Actor: "load"}); err != nil {
		t.Fatal(err)
	}
	if saved := d.save(a.ID, untouched(&a)); len(saved.Linked) != 1 {
		t.Errorf("what another program wrote in between is not seen: %+v", saved)
	}
	d = openDesk(t, report)
	a = d.add("river.txt", text)
	q := untouched(&a)
	q.Relations = []SaveRelation{{"news", "unrelated"}}
	saved = d.save(a.ID, q)
	n = d.network()
	one, _ := n.Letter("news")
	if two, _ := n.Letter(saved.Letter); one == two || len(saved.Linked) != 0 {
		t.Errorf("linked against a person's word: %+v", saved)
	}
}
