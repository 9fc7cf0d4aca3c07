package evaluate

import (
	"context"
	"math"
	"slices"

	"undersigned/internal/letter"
)

// Publisher is what its documents gave, read and rated by what was fitted without them.
type Publisher struct {
	Name string `json:"publisher"`
	Overall
}

// part is something that is fitted on gold. learn looks at documents whose gold may be used, and returns models; decide lets them decide anew in the
// draft of any document. own is false for a document that only serves to learn from: there a part may leave a draft as it is where its
// decisions do not differ from those that the draft was made by.
type part interface {
	name() string
	learn(ctx context.Context, known []*Document) ([]fitted, error)
	decide(ctx context.Context, models []fitted, d *Document, own bool) error
}

// parts are all that is fitted, in the order in which they decide: each learns from documents in which those before it have decided.
var parts = []part{shapes{}, sections{}, readings{}, ratings{}, wholes{}}

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
			models, err := part.learn(ctx, others)
			if err != nil {
				return err
			}
			for _, d := range all {
				if err := part.decide(ctx, models, d, d.Publisher == names[p]); err != nil {
					return err
				}
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

// ratings is the confidence of rows.
type ratings struct{}

func (ratings) name() string { return "confidence" }

func (ratings) learn(_ context.Context, known []*Document) ([]fitted, error) {
	prior := priorModel(priorBias, priorWeights, letter.FeatureNames[:])
	return []fitted{{"confidence", letter.FeatureNames[:], fit(samples(known), prior, 1, nil)}}, nil
}

func (ratings) decide(_ context.Context, models []fitted, d *Document, _ bool) error {
	for i := range d.draft.Signatories {
		r := &d.draft.Signatories[i]
		if f, rated := letter.FeaturesOf(r); rated {
			r.Confidence = letter.Confidence(models[0].Model, &f)
		}
	}
	letter.Reconsider(d.draft, nil)
	return nil
}

// samples are the rated rows whose rightness a gold tells: organizations, and persons where it says that none signed. Rows of a document are
// alike, and a list of four hundred is no four hundred proofs: each document's rows weigh together as the square root of their number.
func samples(documents []*Document) []sample {
	var out []sample
	for _, d := range documents {
		from := len(out)
		nobody := d.gold.Gives("individuals") && d.gold.Individuals == 0
		whole := *d.draft // what was left out for its confidence teaches it, too
		whole.Signatories = slices.Concat(d.draft.Signatories, d.draft.Faint)
		verdicts, _ := match(&whole, &d.gold)
		for k, v := range verdicts {
			f, rated := letter.FeaturesOf(&whole.Signatories[k])
			if rated && (v == right || v == wrong || v == notAsked && nobody) {
				out = append(out, sample{features: f[:], right: v == right})
			}
		}
		for i := from; i < len(out); i++ {
			out[i].weight = 1 / math.Sqrt(float64(len(out)-from))
		}
	}
	return out
}
