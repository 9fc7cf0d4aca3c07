package load

import (
	"context"
	"path/filepath"
	"testing"

	"undersigned/internal/store"
)

const sentence = "We ask you to publish every record of the meetings that were held in private this year."

// beside is a store into which somebody else loads before the first write of ours.
type beside struct {
	store.Store
	before func()
}

func (b *beside) Put(ctx context.Context, c store.Change) (store.Result, error) {
	if before := b.before; before != nil {
		b.before = nil
		before()
	}
	return b.Store.Put(ctx, c)
}

// TestLoadsSideBySideFindTheReport: a letter and its report, loaded at the same time by two programs, give what one load gives.
func TestLoadsSideBySideFindTheReport(t *testing.T) {
	dir := folder(t, map[string]string{
		"letter.json": `{"undersigned": "dataset/1", "name": "l", "letters": [{"id": "l", "documents": [{"name": "d", "text": "Dear Minister, ` + sentence + `"}],
			"signatories": ["Alpha", "Beta", "Gamma"]}]}`,
		"report.json": `{"undersigned": "dataset/1", "name": "r", "letters": [{"id": "r", "kind": "news", "quotes": ["publish every record of the meetings that were held"],
			"signatories": ["ALPHA", "Beta"]}]}`,
	})
	in := func(name string) Input { return Input{Paths: []string{filepath.Join(dir, name)}} }
	together := openStore(t)
	if sum := mustLoad(t, &Loader{Store: together}, Input{Paths: []string{dir}}); sum.Judgements != 1 {
		t.Fatalf("one load finds %d reports", sum.Judgements)
	}
	want := contentOf(t, together)
	for _, names := range [][2]string{{"letter.json", "report.json"}, {"report.json", "letter.json"}} {
		s := &beside{Store: openStore(t)}
		s.before = func() { mustLoad(t, &Loader{Store: s.Store}, in(names[1])) }
		sum := mustLoad(t, &Loader{Store: s}, in(names[0]))
		if got := contentOf(t, s); got != want || len(sum.Letters[0].Linked) != 1 || sum.Judgements != 1 {
			t.Errorf("%s beside %s: %d links, %d judgements, content %.8s, want %.8s", names[0], names[1], len(sum.Letters[0].Linked), sum.Judgements, got, want)
		}
		if again := mustLoad(t, &Loader{Store: s}, in(names[0])); again.Written != 0 {
			t.Errorf("loading again writes %d records", again.Written)
		}
	}
}
