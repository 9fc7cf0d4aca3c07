package evaluate

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"undersigned/internal/letter"
)

// Reliability says how often rows of a confidence are right, where each document's rows were rated by weights that were fitted on the other
// documents only.
type Reliability struct {
	Bins  []Bin `json:"bins"`  // from the most to the least sure
	Rows  int   `json:"rows"`  // whose rightness the golds tell
	Wrong int   `json:"wrong"` // of them

	Sure    float64 `json:"sure"`     // share of the rows of 0.9 and above that are right
	Doubted float64 `json:"doubted"`  // share of the wrong rows below 0.7
	LogLoss float64 `json:"log_loss"` // mean, in nats

	// The same two by the weights that are built in.
	BuiltInSure    float64 `json:"built_in_sure"`
	BuiltInDoubted float64 `json:"built_in_doubted"`
}

// Bin counts the rows with a confidence of From and above, below the next bin's From.
type Bin struct {
	From  float64 `json:"from"`
	Rows  int     `json:"rows"`
	Right int     `json:"right"`
	Mean  float64 `json:"mean"` // confidence
}

// sample is one row: its features and whether it is right.
type sample struct {
	document int
	features letter.Features
	right    bool
	shipped  float64
}

// The bars: rows from sureFrom must be right 97 times in 100; half of the wrong rows must be below doubtBelow.
const (
	sureFrom   = 0.9
	doubtBelow = 0.7
)

var binsFrom = []float64{0.98, 0.95, 0.9, 0.8, 0.7, 0.5, 0}

func samples(documents []Document) []sample {
	var out []sample
	for i := range documents {
		d := &documents[i]
		if d.Error != "" {
			continue
		}
		right, known := rightRows(d.draft, d.gold)
		for k := range d.draft.Signatories {
			if r := &d.draft.Signatories[k]; known[k] {
				out = append(out, sample{i, letter.FeaturesOf(r), right[k], r.Confidence})
			}
		}
	}
	return out
}

// Rate adds the reliability: it fits once for each document, on all others.
func (e *Extraction) Rate() {
	r := e.reliability()
	e.Reliability = &r
}

func (e *Extraction) reliability() Reliability {
	all := samples(e.Documents)
	r := Reliability{Rows: len(all)}
	for _, from := range binsFrom {
		r.Bins = append(r.Bins, Bin{From: from})
	}
	var sure, shipped Tally // rows of 0.9 and above
	doubted, shippedDoubted := 0.0, 0.0
	for document := range e.Documents {
		var others, own []sample
		for _, s := range all {
			if s.document == document {
				own = append(own, s)
			} else {
				others = append(others, s)
			}
		}
		if len(own) == 0 {
			continue
		}
		model := fit(others)
		for _, s := range own {
			exact := model.Probability(&s.features)
			p := math.Round(100*exact) / 100 // as it is shown
			b := &r.Bins[slices.IndexFunc(binsFrom, func(from float64) bool { return p >= from })]
			b.Rows++
			b.Mean += p
			if s.right {
				b.Right++
				r.LogLoss -= math.Log(max(exact, 1e-9))
			} else {
				r.Wrong++
				r.LogLoss -= math.Log(max(1-exact, 1e-9))
				if p < doubtBelow {
					doubted++
				}
				if s.shipped < doubtBelow {
					shippedDoubted++
				}
			}
			if p >= sureFrom {
				sure.add(s.right)
			}
			if s.shipped >= sureFrom {
				shipped.add(s.right)
			}
		}
	}
	for i := range r.Bins {
		r.Bins[i].Mean = round(share(r.Bins[i].Mean, r.Bins[i].Rows))
	}
	r.LogLoss = round(share(r.LogLoss, r.Rows))
	r.Sure, r.Doubted = round(share(float64(sure.Right), sure.Of)), round(share(doubted, r.Wrong))
	r.BuiltInSure, r.BuiltInDoubted = round(share(float64(shipped.Right), shipped.Of)), round(share(shippedDoubted, r.Wrong))
	return r
}

func share(sum float64, n int) float64 {
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}

// Write writes the table that people read.
func (r *Reliability) Write(w io.Writer) error {
	fmt.Fprintf(w, "reliability of confidence, leave-one-document-out: %d rows, %d of them wrong\n", r.Rows, r.Wrong)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "confidence\trows\tright\twrong\tshare right\tmean confidence\t")
	for i, b := range r.Bins {
		to := "1.00"
		if i > 0 {
			to = fmt.Sprintf("%.2f", r.Bins[i-1].From-0.01)
		}
		if b.Rows == 0 {
			fmt.Fprintf(t, "%.2f to %s\t0\t\t\t\t\t\n", b.From, to)
			continue
		}
		fmt.Fprintf(t, "%.2f to %s\t%d\t%d\t%d\t%.3f\t%.3f\t\n", b.From, to, b.Rows, b.Right, b.Rows-b.Right, float64(b.Right)/float64(b.Rows), b.Mean)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "rows of .9 and above: %.4f right (bar .97); wrong rows below .7: %.3f (bar .5); mean log loss %.4f\nthe weights that are built in: rows of .9 and above %.4f right, wrong rows below .7 %.3f\n",
		r.Sure, r.Doubted, r.LogLoss, r.BuiltInSure, r.BuiltInDoubted)
	return err
}

// WriteModel writes the weights fitted on all documents, as they stand in confidencefit.go.
func (e *Extraction) WriteModel(w io.Writer) error {
	all := samples(e.Documents)
	m := fit(all)
	if _, err := fmt.Fprintf(w, "fitted on %d rows of %d documents\nModel{Bias: %.2f, Weights: Features{\n", len(all), len(e.Documents), m.Bias); err != nil {
		return err
	}
	start := priorModel()
	for i, name := range letter.FeatureNames {
		rows, wrong := 0.0, 0.0
		for _, s := range all {
			rows += s.features[i]
			if !s.right {
				wrong += s.features[i]
			}
		}
		if _, err := fmt.Fprintf(w, "\tf%s: %.2f, // from %.1f; %.0f rows, %.0f wrong\n", strings.ToUpper(name[:1])+name[1:], m.Weights[i], start.Weights[i], rows, wrong); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w, "}}")
	return err
}
