package naming

import (
	"fmt"
	"io"
)

// WriteText prints the evaluation as tables beside the bars it is held against.
func (e *Evaluation) WriteText(w io.Writer, verbose bool) error {
	p := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }
	p("%-44s %9s %9s %9s\n", "aliases (pairs of printed names)", "precision", "recall", "of pairs")
	line := func(name string, s Score) {
		p("%-44s %9.4f %9.4f %5d/%d/%d\n", name, s.Precision(), s.Recall(), s.Right, s.Given, s.All)
	}
	line("equal after folding", e.Fold)
	line("zone same", e.Same)
	line("zones same and ask", e.Asked)
	p("%-44s %9.2f\n", "questions a true pair", e.AsksPerTrue)
	p("%-44s %9d\n\n", "pairs known to differ judged the same", len(e.DistinctSame))
	p("single pairs\n")
	line("zone same", e.PairsSame)
	line("score of .5 and above", e.PairsLikely)
	p("%-44s %9.4f F1\n", "", e.PairsLikely.F1())
	p("%-44s %9.4f Brier\n", "", e.Brier)
	for _, b := range e.Reliability {
		p("  score %.1f to %.1f: %4d pairs, mean %.3f, same %.3f\n", b.From, b.To, b.Pairs, b.Mean, b.Same)
	}
	for _, g := range []struct {
		name string
		s    GroupScore
	}{{"rows at likely", e.Rows}, {"rows at rule", e.RowsRule}} {
		p("\n%-24s B-cubed F1 %.4f, pairwise F1 %.4f (precision %.4f, recall %.4f), %d groups\n", g.name, g.s.BCubed, g.s.Pairwise.F1(), g.s.Pairwise.Precision(), g.s.Pairwise.Recall(), g.s.Groups)
	}
	if verbose {
		for _, list := range []struct {
			name  string
			pairs []Pair
		}{{"joined wrongly", e.Wrong}, {"not even asked", e.Missed}, {"known to differ, joined", e.DistinctSame}, {"on the wrong side of .5", e.WrongPairs}} {
			p("\n%s\n", list.name)
			for _, pair := range list.pairs {
				p("  %s | %s | %s\n", pair.A, pair.B, pair.List)
			}
		}
	}
	return nil
}

// WriteLeftOut prints how well the score tells each list when it was fitted on the others.
func WriteLeftOut(w io.Writer, list []LeftOut, verbose bool) error {
	for _, l := range list {
		_, _ = fmt.Fprintf(w, "%-10s precision %.4f recall %.4f F1 %.4f Brier %.4f\n", l.List, l.Score.Precision(), l.Score.Recall(), l.Score.F1(), l.Brier)
		for _, b := range l.Bands {
			_, _ = fmt.Fprintf(w, "  score %.1f to %.1f: %5d pairs, mean %.3f, same %.3f\n", b.From, b.To, b.Pairs, b.Mean, b.Same)
		}
		if verbose && l.List != "rows" {
			for _, p := range l.Wrong {
				_, _ = fmt.Fprintf(w, "    %v: %s | %s\n", p.Same, p.A, p.B)
			}
		}
	}
	return nil
}
