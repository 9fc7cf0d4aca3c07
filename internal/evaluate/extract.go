package evaluate

import (
	"context"
	"os"
	"path"
	"path/filepath"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// Extraction is the evaluation of gold folders.
type Extraction struct {
	Documents []Document `json:"documents"` // folder by folder, by name
	Overall   Overall    `json:"overall"`
	Intervals *Intervals `json:"intervals,omitempty"`
	Same      SameLetter `json:"same_letter"`

	// Publishers are the same figures for each; BuiltIn is the reliability by what is built in. See ByPublisher.
	Publishers []Publisher  `json:"publishers,omitempty"`
	BuiltIn    *Reliability `json:"built_in_reliability,omitempty"`
}

// Extract reads the documents of gold folders (they lie beside each folder, as its golds name them) and compares. only keeps the documents
// that it names; empty means all. A document that cannot be read is no error: its names are missing. Each is opened once, as many at
// a time as there are processors. The same files give the same result.
func Extract(ctx context.Context, dirs, only []string) (*Extraction, error) {
	golds, err := ReadGolds(dirs)
	if err != nil {
		return nil, err
	}
	if golds, err = choose(golds, only); err != nil {
		return nil, err
	}
	documents := make([]Document, len(golds))
	err = parallel(ctx, len(golds), func(i int) (err error) {
		documents[i], err = read(ctx, golds[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	return sum(documents), nil
}

func read(ctx context.Context, g Gold) (Document, error) {
	d := Document{draft: &letter.Draft{}, gold: g, known: &proposals{forms: map[string]bool{}}}
	for _, name := range g.organizations() {
		d.known.forms[normal(name)] = true
	}
	for _, o := range g.Accept {
		for _, form := range o.Forms {
			d.known.forms[normal(form)] = true
		}
	}
	data, err := os.ReadFile(filepath.Join(g.root, filepath.FromSlash(g.Document)))
	if err != nil {
		d.Error = "the document is not there"
		d.score()
		return d, nil
	}
	var draft *letter.Draft
	opened, err := letter.Open(ctx, path.Base(g.Document), data, letter.Limits{})
	if err == nil {
		draft, err = opened.Read(ctx)
	}
	if graph.CodeOf(err) == graph.Cancelled {
		return d, err
	} else if err != nil {
		d.Error = graph.MessageOf(err)
	} else {
		d.draft, d.opened = draft, opened
	}
	d.score()
	return d, nil
}

func sum(documents []Document) *Extraction {
	return &Extraction{Documents: documents, Overall: addUp(documents), Intervals: bootstrap(documents), Same: sameLetters(documents)}
}
