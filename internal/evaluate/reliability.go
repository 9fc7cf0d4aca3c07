package evaluate

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// Reliability says how often rows of a confidence are right. Rows are the organizations of all documents, those that nobody signs too;
// names that are neither right nor wrong are left out.
type Reliability struct {
	Bins  []Bin `json:"bins"` // from the most to the least sure
	Rows  int   `json:"rows"`
	Wrong int   `json:"wrong"` // of them

	Sure    float64 `json:"sure"`    // share of the rows of 0.9 and above that are right
	Doubted float64 `json:"doubted"` // share of the wrong rows below 0.7
	Brier   float64 `json:"brier"`   // mean square of what confidence misses rightness (1 or 0) by
}

// Bin counts the rows with a confidence of From and above, below the next bin's From.
type Bin struct {
	From  float64 `json:"from"`
	Rows  int     `json:"rows"`
	Right int     `json:"right"`
	Mean  float64 `json:"mean"` // confidence
}

var binsFrom = []float64{sureFrom, doubtBelow, 0.5, 0}

const (
	sureFrom   = 0.9
	doubtBelow = 0.7
)

func reliabilityOf(documents []Document) Reliability {
	var r Reliability
	for _, from := range binsFrom {
		r.Bins = append(r.Bins, Bin{From: from})
	}
	doubted, missed := 0, 0.0
	for i := range documents {
		d := &documents[i]
		for k, v := range d.verdicts {
			if v != right && v != wrong {
				continue
			}
			p := d.draft.Signatories[k].Confidence
			b := &r.Bins[slices.IndexFunc(binsFrom, func(from float64) bool { return p >= from })]
			r.Rows++
			b.Rows++
			b.Mean += p
			if v == right {
				b.Right++
				missed += (1 - p) * (1 - p)
				continue
			}
			r.Wrong++
			missed += p * p
			if p < doubtBelow {
				doubted++
			}
		}
	}
	for i := range r.Bins {
		r.Bins[i].Mean = round(share(r.Bins[i].Mean, r.Bins[i].Rows))
	}
	r.Sure, r.Doubted = round(share(float64(r.Bins[0].Right), r.Bins[0].Rows)), round(share(float64(doubted), r.Wrong))
	if r.Rows > 0 {
		r.Brier = round(missed / float64(r.Rows))
	}
	return r
}

// label reads ".9 and above" or ".7 to .9".
func (r *Reliability) label(bin int) string {
	from := fmt.Sprintf("%.1f", r.Bins[bin].From)
	if bin == 0 {
		return from + " and above"
	}
	to := fmt.Sprintf("%.1f", r.Bins[bin-1].From)
	if r.Bins[bin].From == 0 {
		return "below " + to
	}
	return from + " to " + to
}

// writeReliability writes the table that people read: by the weights fitted without the publisher, beside those that are built in.
func writeReliability(w io.Writer, fitted, builtIn *Reliability) error {
	fmt.Fprintln(w, "reliability of confidence: rows whose publisher the weights were fitted without, beside the weights that are built in")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "confidence\tright\trows\tshare right\tmean confidence\tbuilt in: right\trows\tshare right\tmean confidence\t")
	for i := range fitted.Bins {
		fmt.Fprintf(t, "%s\t", fitted.label(i))
		for _, b := range []Bin{fitted.Bins[i], builtIn.Bins[i]} {
			if b.Rows == 0 {
				fmt.Fprint(t, "0\t0\t\t\t")
			} else {
				fmt.Fprintf(t, "%d\t%d\t%.3f\t%.3f\t", b.Right, b.Rows, share(float64(b.Right), b.Rows), b.Mean)
			}
		}
		fmt.Fprintln(t)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "of %d wrong rows %.3f are below .7 (built in %.3f); Brier score %.4f (built in %.4f)\n",
		fitted.Wrong, fitted.Doubted, builtIn.Doubted, fitted.Brier, builtIn.Brier)
	return err
}
