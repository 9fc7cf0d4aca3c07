package graph_test

import (
	"testing"

	"undersigned/graph"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"S.T.O.P.", "stop"}, {"Straße", "STRASSE"}, {"ＡＢＣ", "abc"}, {"e\u0301cole", "École"}, {"Σίσυφος", "ΣΊΣΥΦΟΣ"}, {"№ 5", "no 5"}, {"İzmir", "İZMIR"},
	} {
		if graph.Fold(c.a) != graph.Fold(c.b) {
			t.Errorf("%q folds to %q, %q to %q: want one key", c.a, graph.Fold(c.a), c.b, graph.Fold(c.b))
		}
	}
	for _, c := range []struct{ a, b string }{{"ecole", "école"}, {"A1", "A2"}, {"कि", "का"}} {
		if graph.Fold(c.a) == graph.Fold(c.b) {
			t.Errorf("%q and %q must not fold alike", c.a, c.b)
		}
	}
	if graph.Fold("—!?") != "" {
		t.Error("a name without letters and digits has no key")
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Straße & Söhne")
	f.Add("ﬁnance ǅ")
	f.Add("\xf7½") // no UTF-8
	f.Fuzz(func(t *testing.T, s string) {
		once := graph.Fold(s)
		if again := graph.Fold(once); again != once {
			t.Errorf("folding %q twice: %q, then %q", s, once, again)
		}
		if c := graph.CleanName(s); graph.CleanName(c) != c {
			t.Errorf("cleaning %q is not stable", s)
		}
	})
}

func TestIDsComeFromThePrintedName(t *testing.T) {
	if a, b := graph.OrganizationID("Color of Change", ""), graph.OrganizationID("Color Of Change", ""); a == b {
		t.Error("names that only fold alike must have ids of their own")
	}
	if a, b := graph.OrganizationID("Color  of\nChange", ""), graph.OrganizationID("Color of Change", ""); a[len(a)-10:] != b[len(b)-10:] {
		t.Error("white space is no part of a name")
	}
	if a, b := graph.OrganizationID("X", "l1"), graph.OrganizationID("X", ""); a == b {
		t.Error("a split name needs the letter in its id")
	}
	if got := graph.OrganizationID("Über-Netz e.V.", ""); got[:len("uber-netz-ev-")] != "uber-netz-ev-" {
		t.Errorf("got %q: the readable part should be uber-netz-ev", got)
	}
	if got := graph.OrganizationID("中国", ""); got[:len("organization-")] != "organization-" {
		t.Errorf("got %q", got)
	}
}

func TestDates(t *testing.T) {
	for _, s := range []string{"", "2021", "2021-05", "2020-02-29"} {
		d, err := graph.ParseDate(s)
		if err != nil || d.String() != s {
			t.Errorf("%q: got %v, %v", s, d, err)
		}
	}
	for _, s := range []string{"21", "2021-13", "2021-00", "2021-02-30", "2021-2-3", "2021-05-06T", "x", "2021-05-", "-2021", "2021-05-06-07"} {
		if _, err := graph.ParseDate(s); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%q is no date, got %v", s, err)
		}
	}
	order := []graph.Date{{Year: 2019, Month: 12, Day: 31}, {Year: 2020}, {Year: 2020, Month: 3}, {Year: 2020, Month: 3, Day: 1}, {}}
	for i := range order[1:] {
		if order[i].Compare(order[i+1]) >= 0 || order[i+1].Compare(order[i]) <= 0 {
			t.Errorf("%v does not come before %v", order[i], order[i+1])
		}
	}
}

func TestDaysTo(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		days  int
		known bool
	}{
		{"2020-01-02", "2020-01-02", 0, true}, {"2020-03-01", "2020-02-28", 2, true}, {"2019-12-31", "2020-01-01", 1, true}, {"2020-05", "2020-05-17", 0, true},
		{"2020-05", "2020-06-01", 0, false}, {"2020", "2020-06-01", 0, false}, {"", "2020-06-01", 0, false}, {"", "", 0, false},
	} {
		a, errA := graph.ParseDate(c.a)
		b, errB := graph.ParseDate(c.b)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		for range 2 {
			if days, known := a.DaysTo(b); days != c.days || known != c.known {
				t.Errorf("from %q to %q: %d days, %v; want %d, %v", a, b, days, known, c.days, c.known)
			}
			a, b = b, a
		}
	}
}
