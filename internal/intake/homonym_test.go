package intake

import (
	"slices"
	"strings"
	"testing"

	"undersigned/examples"
	"undersigned/graph"
)

// exampleDesk is a desk over the example data, in which two organizations are called Common Cause.
func exampleDesk(t *testing.T) *desk {
	t.Helper()
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d := openDesk(t)
	if _, err := d.store.Put(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestHomonym: a name of two organizations is asked about; what is said of it holds in this letter; undecided it is joined with neither.
func TestHomonym(t *testing.T) {
	const us, india = "Common Cause (US)", "Common Cause (India)"
	for name, c := range map[string]struct {
		printed string
		decide  func(n *graph.Network) Decision
		is      string // of the two
	}{
		"undecided":                   {"Common Cause", func(*graph.Network) Decision { return Decision{} }, ""},
		"undecided in other letters":  {"COMMON CAUSE", func(*graph.Network) Decision { return Decision{} }, ""},
		"the one":                     {"Common Cause", func(n *graph.Network) Decision { return Decision{"same", organization(n, us)} }, us},
		"the other, in other letters": {"COMMON CAUSE", func(n *graph.Network) Decision { return Decision{"same", organization(n, india)} }, india},
		"not the one":                 {"Common Cause", func(n *graph.Network) Decision { return Decision{"different", organization(n, us)} }, ""},
		"neither":                     {"Common Cause", func(*graph.Network) Decision { return Decision{Decision: "new"} }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := exampleDesk(t)
			before := len(d.network().Organizations())
			a := d.drafted(graph.Letter{ID: "new", Title: "Keep the river open", Documents: []graph.Document{{ID: "n"}}}, c.printed, "Boat Builders Guild of Nowhere", "Harbour Union of Nowhere")
			if m := a.Rows[0].Match; m.State != "unsure" || len(m.Candidates) != 2 || m.Why != "two organizations have this name" {
				t.Fatalf("%+v", m)
			}
			at := slices.IndexFunc(a.Warnings, func(w Warning) bool { return w.Code == "homonym" })
			if at < 0 || !slices.Equal(a.Warnings[at].Lines, []int{a.Rows[0].Line}) || !strings.Contains(a.Warnings[at].Text, "two organizations have this name") {
				t.Errorf("%+v", a.Warnings)
			}
			q := untouched(&a)
			q.Rows[0].Organization = c.decide(d.network())
			saved := d.save(a.ID, q)
			if undecided := q.Rows[0].Organization.Decision == ""; (len(saved.NotApplied) == 1) != undecided || undecided && !strings.Contains(saved.NotApplied[0], "nobody said which is meant") {
				t.Errorf("not applied: %q", saved.NotApplied)
			}
			if again := d.save(a.ID, q); again.Written != 0 || len(again.NotApplied) != len(saved.NotApplied) {
				t.Errorf("the second time: %+v", again)
			}
			n := d.network()
			if n.Coverage().Refused > 0 {
				t.Errorf("refused: %+v", n.Refused())
			}
			own := signer(t, n, saved.Letter, c.printed)
			for _, one := range []string{us, india} {
				if is := n.Organizations()[own].ID == organization(n, one); is != (c.is == one) {
					t.Errorf("it is %s: %v", one, is)
				}
			}
			want := before + 3
			if c.is != "" {
				want--
			}
			if got := len(n.Organizations()); got != want {
				t.Errorf("%d organizations, want %d", got, want)
			}
		})
	}
}

// TestUndecidedHomonymIsAskedAgain: a name that was left undecided once is no answer to the same question later.
func TestUndecidedHomonymIsAskedAgain(t *testing.T) {
	d := exampleDesk(t)
	a := d.add("one.txt", letterText("Keep the river open", "Common Cause", "Boat Builders Guild of Nowhere"))
	first := d.save(a.ID, untouched(&a))
	b := d.add("two.txt", letterText("Mend the bridge", "Common Cause", "Harbour Union of Nowhere"))
	if m := b.Rows[0].Match; m.State != "unsure" || len(m.Candidates) != 2 {
		t.Fatalf("%+v", m)
	}
	q := untouched(&b)
	q.Rows[0].Organization = Decision{"same", b.Rows[0].Match.Candidates[0].ID}
	second := d.save(b.ID, q)
	n := d.network()
	us := signer(t, n, second.Letter, "Common Cause")
	if n.Organizations()[us].Name != "Common Cause (US)" || signer(t, n, first.Letter, "Common Cause") == us || n.Coverage().Refused > 0 || len(second.NotApplied) > 0 {
		t.Errorf("%+v, refused %+v", n.Organizations()[us], n.Refused())
	}
	again, err := d.Draft(t.Context(), a.ID)
	if err != nil || again.Rows[0].Match.State != "unsure" {
		t.Errorf("the first draft: %+v, %v", again.Rows[0].Match, err)
	}
	q = untouched(&a)
	q.Rows[0].Organization = Decision{"same", again.Rows[0].Match.Candidates[0].ID}
	d.save(a.ID, q)
	n = d.network()
	if signer(t, n, first.Letter, "Common Cause") != signer(t, n, second.Letter, "Common Cause") {
		t.Error("what is decided later does not hold")
	}
}
