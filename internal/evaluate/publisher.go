package evaluate

import (
	"context"
	"slices"

	"undersigned/internal/letter"
)

// Publisher is what its documents gave, read and rated by what was fitted without them.
type Publisher struct {
	Name string `json:"publisher"`
	Overall
}

// part is something that is fitted on gold. learn looks at documents whose gold may be used, and returns what decides anew, in the draft
// of any document, what the part decides there.
type part struct {
	name  string
	learn func(known []*Document) (decide func(*Document))
}

// parts are all that is fitted, in the order in which they decide: each learns from documents in which those before it have decided.
var parts = []part{{"confidence", learnConfidence}}

// ByPublisher scores each publisher's documents with everything fitted on the documents of all others. The Extraction that it is called on
// keeps what is built in.
func (e *Extraction) ByPublisher(ctx context.Context) (*Extraction, error) {
	var names []string
	for i := range e.Documents {
		names = append(names, e.Documents[i].Publisher)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	documents := make([]Document, len(e.Documents))
	err := parallel(ctx, len(names), func(p int) error {
		var all, others []*Document
		for i := range e.Documents {
			d := e.Documents[i].clone()
			if all = append(all, d); d.Publisher != names[p] {
				others = append(others, d)
			}
		}
		for _, part := range parts {
			decide := part.learn(others)
			for _, d := range all {
				decide(d)
				d.score()
			}
		}
		for i, d := range all {
			if d.Publisher == names[p] {
				documents[i] = *d
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	left := sum(documents)
	left.BuiltIn = &e.Overall.Reliability
	for _, name := range names {
		own := slices.DeleteFunc(slices.Clone(documents), func(d Document) bool { return d.Publisher != name })
		left.Publishers = append(left.Publishers, Publisher{name, addUp(own)})
	}
	return left, nil
}

// clone copies what parts may change.
func (d *Document) clone() *Document {
	c, draft := *d, *d.draft
	draft.Signatories = slices.Clone(draft.Signatories)
	c.draft = &draft
	return &c
}

func learnConfidence(known []*Document) func(*Document) {
	model := fit(samples(known))
	return func(d *Document) {
		for i := range d.draft.Signatories {
			r := &d.draft.Signatories[i]
			if f, rated := letter.FeaturesOf(r); rated {
				r.Confidence = model.Confidence(&f)
			}
		}
		letter.Reconsider(d.draft)
	}
}

// sample is one row: its features and whether it is right.
type sample struct {
	document int
	features letter.Features
	right    bool
}

// samples are the rated rows whose rightness a gold tells: organizations, and persons where it says that none signed.
func samples(documents []*Document) []sample {
	var out []sample
	for i, d := range documents {
		nobody := d.gold.Gives("individuals") && d.gold.Individuals == 0
		for k, v := range d.verdicts {
			f, rated := letter.FeaturesOf(&d.draft.Signatories[k])
			if rated && (v == right || v == wrong || v == notAsked && nobody) {
				out = append(out, sample{i, f, v == right})
			}
		}
	}
	return out
}
