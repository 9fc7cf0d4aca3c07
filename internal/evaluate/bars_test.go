package evaluate

import (
	"bytes"
	"context"
	"testing"
)

// sharedExtraction reads a shared gold; each is read once for all tests.
func sharedExtraction(t *testing.T, gold string) *Extraction {
	t.Helper()
	dir := shared(t, gold)
	if e := extractions[gold]; e != nil {
		return e
	}
	e, err := Extract(context.Background(), []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	extractions[gold] = e
	return e
}

var extractions = map[string]*Extraction{}

// leftOut scores a shared gold with what is fitted on other publishers, and logs the table; it names no signatory.
func leftOut(t *testing.T, gold string) *Extraction {
	t.Helper()
	e, err := sharedExtraction(t, gold).ByPublisher(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	if err := e.WriteText(&table, false); err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", &table)
	return e
}

// TestGoldBars asks of all documents of the gold what a release must reach, as fitted; and of the confidence of their rows, publishers left out.
func TestGoldBars(t *testing.T) {
	e := sharedExtraction(t, "gold")
	for i := range e.Documents {
		d := &e.Documents[i]
		switch {
		case d.Error != "":
			t.Errorf("%s is not read: %s", d.Name, d.Error)
		case d.F1 < 0.90:
			t.Errorf("%s: F1 of organizations is %.4f, want at least .90", d.Name, d.F1)
		}
	}
	o := &e.Overall
	if o.Documents != 36 {
		t.Errorf("%d documents, want 36", o.Documents)
	}
	if o.F1 < 0.99 {
		t.Errorf("micro F1 of organizations is %.4f, want at least .99", o.F1)
	}
	if o.Persons.Right < 34 {
		t.Errorf("the number of persons is right in %s, want 34 of 36", o.Persons)
	}
	if o.Negatives.Right != o.Negatives.Of {
		t.Errorf("%s documents without a signatory are read as such", o.Negatives)
	}
	if o.Dates.Of != 31 || o.Dates.Right < 30 {
		t.Errorf("%s dates are right, want 30 of 31", o.Dates)
	}
	if e.Same.Right != e.Same.Wanted || e.Same.Wanted == 0 {
		t.Errorf("of the pairs that are one letter these are not proposed: %q", e.Same.Missing)
	}
	if left := leftOut(t, "gold"); left.Overall.Reliability.Sure < 0.97 {
		t.Errorf("of the rows of .9 and above %.4f are right, want at least .97", left.Overall.Reliability.Sure)
	}
}

// TestGold2Bars asks of gold2 what a release must reach: as fitted, and with the publisher of a document left out of what is fitted.
func TestGold2Bars(t *testing.T) {
	fitted := &sharedExtraction(t, "gold2").Overall
	if fitted.F1 < 0.96 || fitted.Macro < 0.94 {
		t.Errorf("as fitted, micro F1 is %.4f and macro %.4f, want at least .96 and .94", fitted.F1, fitted.Macro)
	}
	if n := fitted.Unsigned; n.Organizations > 4 {
		t.Errorf("as fitted, false organizations in documents that nobody signs: %s, want at most 4", n)
	}
	if n := fitted.PersonsOnly; n.Organizations > 20 {
		t.Errorf("as fitted, false organizations in documents that only persons signed: %s, want at most 20", n)
	}
	e := leftOut(t, "gold2")
	o := &e.Overall
	if o.Documents != 118 || o.Signed != 60 || o.Unsigned.Of != 41 || o.PersonsOnly.Of != 17 {
		t.Errorf("%d documents, %d signed by organizations, %d by persons only, %d by nobody; want 118, 60, 17, 41", o.Documents, o.Signed, o.PersonsOnly.Of, o.Unsigned.Of)
	}
	for _, bar := range []struct {
		what     string
		got, bar float64
	}{
		{"micro F1", o.F1, 0.91}, {"macro F1", o.Macro, 0.88}, {"median F1", o.Median, 0.98}, {"documents at .95 and above", float64(o.Good.Right), 41},
		{"documents read", float64(o.Documents - o.Unread), 118}, {"right dates", float64(o.Dates.Right), 63}, {"right numbers of persons", float64(o.Persons.Right), 100},
		{"right among the rows of .9 and above, fitted without the publisher", o.Reliability.Sure, 0.96}, {"the same, by the weights that are built in", e.BuiltIn.Sure, 0.96},
	} {
		if bar.got < bar.bar {
			t.Errorf("%s: %.4f, want at least %.4f", bar.what, bar.got, bar.bar)
		}
	}
	if o.Unsigned.Organizations > 14 || o.Unsigned.In > 2 {
		t.Errorf("false organizations in documents that nobody signs: %s, want at most 14 in 2", o.Unsigned)
	}
	// Few documents are read badly by now: of five, one is not a fifth of anything. Two may say nothing.
	if d := o.Doubted; float64(d.Bad.Of-d.Bad.Right) > max(2, 0.30*float64(d.Bad.Of)) || float64(d.Others.Right) > 0.15*float64(d.Others.Of) {
		t.Errorf("said doubtful: %s; want all but two, or at least .70, and at most .15", d)
	}
	if o.PersonsOnly.Organizations > 20 {
		t.Errorf("false organizations in documents that only persons signed: %s, want at most 20", o.PersonsOnly)
	}
}
