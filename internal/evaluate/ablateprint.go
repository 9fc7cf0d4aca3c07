package evaluate

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// WriteText prints the ablation: a line that counts, then the rules, those that earn most on the golds first and those that earn nothing last.
func (a *Ablation) WriteText(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "%d rules on %d documents and %d cases, each switched off alone; %d change nothing\n\n", len(a.Rules), a.Documents, a.Cases, a.Worthless); err != nil {
		return err
	}
	rules := slices.Clone(a.Rules)
	slices.SortStableFunc(rules, func(x, y Rule) int {
		return cmp.Or(cmp.Compare(y.Right-y.Wrong, x.Right-x.Wrong), cmp.Compare(y.Changed, x.Changed), cmp.Compare(y.ChangedCases, x.ChangedCases), cmp.Compare(x.ID, y.ID))
	})
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "earns\tright rows\twrong rows\tdocuments\tcase names\tnot without\tcases\t  rule\t")
	for _, r := range rules {
		fmt.Fprintf(t, "%+d\t%+d\t%+d\t%d\t%d\t%d\t%d\t  %s (%s)\t\n", r.Right-r.Wrong, r.Right, r.Wrong, r.Changed, r.Names, r.NamesWithout, r.ChangedCases, r.ID, r.Kind)
	}
	return t.Flush()
}
