package evaluate

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// published are documents of three publishers. In those of the first, names with a bracket that does not close are right, in the others wrong.
func published(t *testing.T) *Extraction {
	t.Helper()
	var documents []Document
	for i, publisher := range []string{"b", "a", "b", "c", "a", "c"} {
		var lines, names []string
		for k := range 30 {
			name := fmt.Sprintf("Union of Town %c%c", 'A'+k%26, 'A'+i)
			if k%3 == 0 {
				name += " (UT"
			}
			lines = append(lines, "- "+name)
			if k%3 != 0 || publisher == "a" {
				names = append(names, name)
			}
		}
		d, err := letter.Extract(context.Background(), "x.txt", []byte("Keep the pool\n\nWe ask the council to keep the old pool open, because our town needs it.\n\nSignatories:\n\n"+strings.Join(lines, "\n")+"\n"), letter.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		g := goldOf("signed", names...)
		g.Document, g.ID, g.Publisher = fmt.Sprintf("letters/%d.txt", i), fmt.Sprint(i), publisher
		of := Document{draft: d, gold: g}
		of.score()
		documents = append(documents, of)
	}
	return sum(documents)
}

// TestByPublisher asks that a publisher is rated by what the others teach, and by nothing of its own.
func TestByPublisher(t *testing.T) {
	e := published(t)
	before, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	left, err := e.ByPublisher(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	after, err := json.Marshal(e)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("what is built in has changed (%v)", err)
	}
	if len(left.Publishers) != 3 || left.Publishers[0].Name != "a" || left.Publishers[2].Name != "c" || left.Publishers[1].Documents != 2 || *left.BuiltIn.first() != *e.Overall.Reliability.first() {
		t.Errorf("the publishers are %+v", left.Publishers)
	}
	for _, p := range left.Publishers {
		var others []*Document
		for i := range e.Documents {
			if d := &e.Documents[i]; d.Publisher != p.Name {
				others = append(others, d)
			}
		}
		model := fit(samples(others), priorModel(priorBias, priorWeights, letter.FeatureNames[:]), 1, nil)
		for i := range left.Documents {
			for k := range left.Documents[i].draft.Signatories {
				r := &left.Documents[i].draft.Signatories[k]
				f, _ := letter.FeaturesOf(r)
				if want := letter.Confidence(model, &f); left.Documents[i].Publisher == p.Name && r.Confidence != want {
					t.Fatalf("%s has confidence %.2f, want %.2f by the other publishers", r.Name, r.Confidence, want)
				}
			}
		}
	}
	// Those who know only publishers that err with such names doubt the one that does not.
	a, b := confidenceOf(left, "a"), confidenceOf(left, "b")
	if a >= b {
		t.Errorf("an open bracket has confidence %.2f where it is always wrong elsewhere, and %.2f where it is sometimes right", a, b)
	}
	var texts, objects [2]bytes.Buffer
	for i := range 2 {
		again, err := e.ByPublisher(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if err := again.WriteText(&texts[i], true); err != nil {
			t.Fatal(err)
		}
		if err := json.NewEncoder(&objects[i]).Encode(again); err != nil {
			t.Fatal(err)
		}
	}
	if texts[0].String() != texts[1].String() || objects[0].String() != objects[1].String() {
		t.Error("two runs write other bytes")
	}
	for _, want := range []string{"fitted without it: tables and lists, sections, readings, confidence, doubt", "reliability of confidence: rows whose publisher"} {
		if !strings.Contains(texts[0].String(), want) {
			t.Errorf("the text has no %q:\n%s", want, &texts[0])
		}
	}
}

func (r *Reliability) first() *Bin { return &r.Bins[0] }

func confidenceOf(e *Extraction, publisher string) float64 {
	for i := range e.Documents {
		d := &e.Documents[i]
		if k := slices.IndexFunc(d.draft.Signatories, func(r letter.Row) bool { return strings.HasSuffix(r.Name, "(UT") }); d.Publisher == publisher && k >= 0 {
			return d.draft.Signatories[k].Confidence
		}
	}
	return -1
}

// TestPartsDecideInTurn asks that each part learns from what those before it have decided, and that documents are scored anew.
func TestPartsDecideInTurn(t *testing.T) {
	old := parts
	defer func() { parts = old }()
	parts = []part{
		testPart{"no brackets", func(d *Document, _ float64) {
			d.draft.Signatories = slices.DeleteFunc(d.draft.Signatories, func(r letter.Row) bool { return strings.Contains(r.Name, "(") })
		}},
		testPart{"the number of rows", func(d *Document, n float64) {
			for i := range d.draft.Signatories {
				d.draft.Signatories[i].Confidence = n / 1000
			}
		}},
	}
	left, err := published(t).ByPublisher(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for i := range left.Documents {
		d := &left.Documents[i]
		if want := [2]int{20, 20}; [2]int{d.Found, d.Right} != want || d.draft.Signatories[0].Confidence != 4*20.0/1000 {
			t.Errorf("%s: %d found, %d right, confidence %.3f", d.Name, d.Found, d.Right, d.draft.Signatories[0].Confidence)
		}
	}
}

// testPart learns how many rows the known documents have.
type testPart struct {
	title string
	by    func(d *Document, rows float64)
}

func (p testPart) name() string { return p.title }

func (p testPart) learn(_ context.Context, known []*Document) ([]fitted, error) {
	n := 0.0
	for _, d := range known {
		n += float64(len(d.verdicts))
	}
	return []fitted{{p.title, nil, &letter.Model{Bias: n}}}, nil
}

func (p testPart) decide(_ context.Context, models []fitted, d *Document, _ bool) error {
	p.by(d, models[0].Bias)
	return nil
}

func TestByPublisherStopped(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := published(t).ByPublisher(stopped); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a stopped evaluation gives %v", err)
	}
	if _, err := Extract(stopped, []string{"testdata/gold"}, nil); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a stopped evaluation gives %v", err)
	}
}

// TestReliability counts by hand.
func TestReliability(t *testing.T) {
	d := Document{draft: draftOf("", "Salt Union", "Moon", "Pier", "Sun", "Council"), gold: goldOf("signed", "Salt Union", "Pier")}
	d.gold.Optional = []string{"Council"}
	for i, p := range []float64{1, 0.9, 0.7, 0.69, 0.9} {
		d.draft.Signatories[i].Confidence = p
	}
	d.score()
	r := reliabilityOf([]Document{d})
	want := []Bin{{0.9, 2, 1, 0.95}, {0.7, 1, 1, 0.7}, {0.5, 1, 0, 0.69}, {0, 0, 0, 1}}
	if !slices.Equal(r.Bins, want) || r.Rows != 4 || r.Wrong != 2 || r.Sure != 0.5 || r.Doubted != 0.5 || r.Brier != round((0.81+0.09+0.4761)/4) {
		t.Errorf("the reliability is %+v", r)
	}
}
