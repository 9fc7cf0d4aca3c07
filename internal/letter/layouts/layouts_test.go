package layouts_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/letter/layouts"
	"undersigned/internal/letter/lettertest"
)

// score is what reading some documents gave: organizations in gold and draft, and persons.
type score struct {
	documents, exact         int
	right, missing, extra    int
	persons, nobody, falsely int // documents with the right number of persons; documents that nobody signs, and rows read in them
	mentioned                int // rows that are organizations of another list
}

func (s *score) add(o score) {
	s.documents += o.documents
	s.exact += o.exact
	s.right += o.right
	s.missing += o.missing
	s.extra += o.extra
	s.persons += o.persons
	s.nobody += o.nobody
	s.falsely += o.falsely
	s.mentioned += o.mentioned
}

func (s *score) share() float64 { return float64(s.exact) / float64(max(s.documents, 1)) }

func (s *score) f1() float64 {
	return 2 * float64(s.right) / float64(max(2*s.right+s.missing+s.extra, 1))
}

// TestWhatWasPutInComesOut reads every layout. The floors are those of today's reader: they rise with it.
func TestWhatWasPutInComesOut(t *testing.T) {
	lettertest.NeedEngine(t)
	const floorExact, floorF1 = 0.28, 0.45
	var all score
	axes := layouts.Axes()
	by := make([]map[string]*score, len(axes))
	for a, axis := range axes {
		by[a] = map[string]*score{}
		for _, v := range axis.Values {
			by[a][v] = &score{}
		}
	}
	for _, l := range layouts.Layouts() {
		d, err := layouts.Print(l)
		if err != nil {
			t.Error(err)
			continue
		}
		s, wrong := read(t, d)
		if wrong != "" {
			t.Logf("%s: %s", l, wrong)
		}
		all.add(s)
		for a, v := range l.Values() {
			by[a][v].add(s)
		}
	}
	t.Log("\n" + tabled(axes, by, all))
	if all.share() < floorExact || all.f1() < floorF1 {
		t.Errorf("%.3f of the documents come out exactly and F1 is %.3f: the floors are %.3f and %.3f", all.share(), all.f1(), floorExact, floorF1)
	}
}

// TestOneChange reads letters that have nothing special and those that differ from them in one value. With -v it prints what each loses.
func TestOneChange(t *testing.T) {
	const floor = 0.75
	var all score
	for _, l := range layouts.Changes() {
		d, err := layouts.Print(l)
		if err != nil {
			t.Fatal(err)
		}
		s, wrong := read(t, d)
		all.add(s)
		if wrong != "" {
			t.Logf("%-28s %s: %s", layouts.Differs(l), l, wrong)
		}
	}
	t.Logf("%d of %d come out exactly, F1 %.3f", all.exact, all.documents, all.f1())
	if all.share() < floor {
		t.Errorf("%.3f of the documents come out exactly: the floor is %.3f", all.share(), floor)
	}
}

func read(t *testing.T, d layouts.Document) (score, string) {
	t.Helper()
	s := score{documents: 1}
	draft, err := letter.Extract(context.Background(), d.Name, d.Data, letter.Limits{})
	if err != nil {
		if graph.CodeOf(err) == graph.Internal {
			t.Errorf("%s: %v", d.Name, err)
		}
		draft = &letter.Draft{}
	}
	open, mentioned := map[string]int{}, map[string]bool{}
	for _, g := range d.Gold.Signatories {
		open[normal(g.As)]++
	}
	for _, m := range d.Gold.Mentioned {
		mentioned[normal(m)] = true
	}
	var extra, missing []string
	for i := range draft.Signatories {
		r := &draft.Signatories[i]
		switch key := normal(r.Name); {
		case r.Type == graph.TypePerson:
		case open[key] > 0:
			open[key]--
			s.right++
		default:
			extra = append(extra, r.Name)
			if mentioned[key] {
				s.mentioned++
			}
		}
	}
	for _, g := range d.Gold.Signatories {
		if key := normal(g.As); open[key] > 0 {
			open[key]--
			missing = append(missing, g.As)
		}
	}
	s.missing, s.extra = len(missing), len(extra)
	if draft.Persons() == d.Gold.Individuals {
		s.persons = 1
	}
	if d.Gold.Signed == "none" {
		s.nobody, s.falsely = 1, len(draft.Signatories)
	}
	if s.missing+s.extra == 0 && s.persons == 1 {
		s.exact = 1
		return s, ""
	}
	return s, fmt.Sprintf("%d right, missing %s, extra %s, %d persons of %d %s", s.right, few(missing), few(extra), draft.Persons(), d.Gold.Individuals, graph.MessageOf(err))
}

func few(names []string) string {
	return fmt.Sprintf("%d %q", len(names), names[:min(len(names), 3)])
}

// normal is the form in which names are compared: letters and digits, case and marks aside.
func normal(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKD.String(name))
}

func tabled(axes []layouts.Axis, by []map[string]*score, all score) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	row := func(axis, value string, s *score) {
		fmt.Fprintf(w, "%s\t%s\t%d\t%.2f\t%.3f\t%.2f\t%d of %d\t%d\n", axis, value, s.documents, s.share(), s.f1(), float64(s.persons)/float64(s.documents), s.falsely, s.nobody, s.mentioned)
	}
	fmt.Fprintln(w, "axis\tvalue\tdocuments\texact\tF1\tpersons\tfalse signers where nobody signs\tof another list")
	row("", "all", &all)
	for a, axis := range axes {
		values := slices.Clone(axis.Values)
		slices.SortStableFunc(values, func(x, y string) int { return cmp.Compare(by[a][x].share(), by[a][y].share()) })
		for _, v := range values {
			row(axis.Name, v, by[a][v])
		}
	}
	_ = w.Flush()
	return b.String()
}
