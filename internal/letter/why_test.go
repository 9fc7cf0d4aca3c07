package letter_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
)

func explain(t *testing.T, file, text string) *letter.Why {
	t.Helper()
	o, err := letter.Open(context.Background(), file, []byte(text), letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := o.Explain(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// withoutRule is what would be read without a rule, "" where it is not among those that decided.
func withoutRule(rules []letter.WhyRule, id string) string {
	for _, r := range rules {
		if r.ID == id {
			return r.Without
		}
	}
	return ""
}

const pledge = "Open letter on the pool\n\n9 March 2022\n\nDear Mayor,\n\nWe ask you to keep the pool open, because our town needs it and we all swim there.\n\n" +
	"Signed by the following organizations:\n\nSalt Union [2]\nPier Friends\nAssociation of Night\nWorkers\nwww.salt.example\n"

func TestExplainRows(t *testing.T) {
	w := explain(t, "pledge.txt", pledge)
	at := slices.IndexFunc(w.Draft.Signatories, func(r letter.Row) bool { return r.Name == "Salt Union" })
	if at < 0 || len(w.Rows) != len(w.Draft.Signatories) {
		t.Fatalf("%d rows are explained of %d, Salt Union is %d", len(w.Rows), len(w.Draft.Signatories), at)
	}
	r := w.Rows[at]
	if r.List < 0 || !w.Lists[r.List].Taken || w.Lists[r.List].First != "Salt Union [2]" {
		t.Errorf("it is said to stand in list %d of %+v", r.List, w.Lists)
	}
	if !slices.Contains(r.Found, "a heading or sentence announces it") || !slices.Contains(r.Found, "what announces it speaks of organizations") {
		t.Errorf("it is found because %q", r.Found)
	}
	if r.ReadAs != "a line" || !slices.Contains(r.Because, `"Union" is a word that organizations have`) {
		t.Errorf("it is read as %q, an organization because %q", r.ReadAs, r.Because)
	}
	if len(r.Reasons) == 0 || r.Reasons[0].Words == "" {
		t.Errorf("its confidence rests on %+v", r.Reasons)
	}
	if s := withoutRule(r.Rules, "phrase.marks"); s != `it would be read as "Salt Union [2]"` {
		t.Errorf("without the rule of marks, %q", s)
	}
	for _, r := range slices.Concat(w.Rules, w.Rows[at].Rules) {
		if r.Says == r.ID || !strings.HasSuffix(r.Says, ".") {
			t.Errorf("the rule %s says %q", r.ID, r.Says)
		}
	}
}

func TestExplainLeftOut(t *testing.T) {
	w := explain(t, "pledge.txt", pledge)
	for _, c := range []struct{ text, why, rule, without string }{
		{"9 March 2022", "was not taken", "", ""},
		{"www.salt.example", "an address", "phrase.LooksLikeAddress", `it would be taken as "www.salt.example"`},
	} {
		i := slices.IndexFunc(w.LeftOut, func(l letter.WhyLeft) bool { return strings.Contains(l.Text, c.text) })
		if i < 0 {
			t.Errorf("nothing is said of %q", c.text)
			continue
		}
		l := w.LeftOut[i]
		if !strings.Contains(l.Why, c.why) || c.rule != "" && withoutRule(l.Rules, c.rule) != c.without {
			t.Errorf("%q is left out because %q, rules %+v", l.Text, l.Why, l.Rules)
		}
		if c.rule == "" && (l.List < 0 || w.Lists[l.List].Taken) {
			t.Errorf("%q is said to stand in list %d", l.Text, l.List)
		}
	}
}

func TestExplainColumns(t *testing.T) {
	const csv = "Organization,Contact\nSalt Union,Jane Doe\nPier Friends,Ann Lee\nNight Owls,John Roe\n"
	w := explain(t, "signers.csv", csv)
	if len(w.Columns) != 3 || w.Columns[0] != `column 1 "Organization" holds organizations (its header says so); they sign` || !strings.Contains(w.Columns[1], "who answers for an organization") {
		t.Errorf("its columns are said to be %q", w.Columns)
	}
	w = explain(t, "page.html", "<h1>Signatories</h1><table><tr><th>Organization</th><th>Country</th></tr><tr><td>Salt Union</td><td>Chile</td></tr><tr><td>Pier Friends</td><td>Peru</td></tr></table>")
	if len(w.Lists) != 1 || len(w.Lists[0].Columns) != 3 || !strings.Contains(w.Lists[0].Columns[1], `"Country" holds countries`) {
		t.Errorf("lists and their columns are %+v", w.Lists)
	}
}

// TestExplainChangesNothing explains all small cases: the draft must be the one that is read without asking why, before and after, and the
// answer the same each time, with no list null.
func TestExplainChangesNothing(t *testing.T) {
	n := 0
	for _, f := range fixtures(t, ".md", ".csv", ".json", ".html") {
		if len(f.data) > 600 || n > 10 {
			continue
		}
		n++
		o, err := letter.Open(context.Background(), f.file, f.data, letter.Limits{})
		if err != nil {
			continue
		}
		before := answer(t, o)
		w, err := o.Explain(context.Background())
		if err != nil {
			if before != err.Error() {
				t.Errorf("%s: %v", f.name, err)
			}
			continue
		}
		again, err := o.Explain(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		a, b := marshal(t, w), marshal(t, again)
		if a != b {
			t.Errorf("%s: explained twice it reads\n%s\n%s", f.name, a, b)
		}
		if after := answer(t, o); after != before || marshal(t, w.Draft) != marshal(t, again.Draft) || !strings.HasPrefix(before, strings.TrimSuffix(marshal(t, w.Draft), "}")) {
			t.Errorf("%s is read otherwise once it was explained", f.name)
		}
		for _, list := range []string{"lists", "columns", "rows", "left_out", "rules", "found", "because", "reasons"} {
			if strings.Contains(a, `"`+list+`":null`) {
				t.Errorf("%s: %s is null", f.name, list)
			}
		}
	}
	if n < 10 {
		t.Errorf("only %d cases were explained", n)
	}
}

func TestExplainPages(t *testing.T) {
	lettertest.NeedEngine(t)
	w := explain(t, "pages.pdf", string(setPages(t, "60 790 12 Keep the pool open because our town needs it and we all swim.\n60 750 14 b Signatories\n60 710 12 Salt Union\n60 690 12 Pier Friends\n60 670 12 Night Owls")))
	if len(w.Rows) != 3 || withoutRule(w.Rules, "phrase.IsSentence") != `the kind would be "list"` {
		t.Errorf("%d rows are explained, by the rules %+v", len(w.Rows), w.Rules)
	}
}

func marshal(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestExplainReadings asks that a list which may be cut in several ways says how it was, of how many, and why; and one that may not says nothing.
func TestExplainReadings(t *testing.T) {
	w := explain(t, "pledge.txt", strings.Replace(pledge, "Salt Union [2]\nPier Friends\nAssociation of Night\nWorkers\nwww.salt.example\n",
		"Salt Union\nthe friends of all harbours\n\nPier Friends\nthe lamps of the old town\n\nRiver Watch\nthe boats at night\n", 1))
	if len(w.Rows) != 3 || len(w.Readings) != 1 {
		t.Fatalf("%d rows and %d readings: %+v", len(w.Rows), len(w.Readings), w.Readings)
	}
	for i := range w.Rows {
		if w.Rows[i].Reading != 0 {
			t.Errorf("row %d is of reading %d", i, w.Rows[i].Reading)
		}
	}
	r := w.Readings[0]
	if r.From != 11 || r.To != 18 || r.Margin <= 0.5 || len(r.Reasons) == 0 || len(r.Others) == 0 || slices.Contains(r.Others, r.Taken) {
		t.Errorf("the reading is %+v", r)
	}
	if w := explain(t, "list.md", "# Open letter on the pool\n\nDear Mayor,\n\nWe ask you to keep the pool open, because our town needs it.\n\n## Signatories\n\n- Salt Union\n- Pier Friends\n"); len(w.Readings) > 0 || w.Rows[0].Reading != -1 {
		t.Errorf("items have the readings %+v", w.Readings)
	}
}
