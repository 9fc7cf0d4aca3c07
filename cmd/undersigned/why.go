package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"undersigned/internal/letter"
)

// printWhy shows how a document was read: the lists that were proposed, and what decided each row and each line that was left out.
func (a *app) printWhy(ctx context.Context, name string, data []byte) error {
	o, err := letter.Open(ctx, name, data, letter.Limits{})
	if err != nil {
		return err
	}
	w, rules, err := o.Explain(ctx)
	if err != nil {
		return err
	}
	out := a.text()
	for i, l := range w.Lists {
		verdict := "not taken"
		if l.Taken {
			verdict = "taken"
		}
		fmt.Fprintf(out, "list %d  lines %d to %d, %d entries, %s: %s at %.2f (%q)\n", i+1, l.From, l.To, l.Entries, l.Finder, verdict, l.Score, l.First)
		printReasons(out, l.Reasons)
	}
	if len(w.Lists) == 0 && len(w.Rows) > 0 {
		fmt.Fprintln(out, "the document is a table or list that says itself who signed")
	}
	for i, r := range w.Rows {
		s := &w.Draft.Signatories[i]
		from := "named in a sentence"
		if r.List >= 0 {
			from = fmt.Sprintf("list %d", r.List+1)
		} else if len(w.Lists) == 0 {
			from = "a row"
		}
		fmt.Fprintf(out, "%5d  %s  %s, line %d, %s, confidence %.2f\n", i+1, s.Name, s.Type, s.Line, from, s.Confidence)
		printReasons(out, r.Reasons)
	}
	for _, l := range w.Draft.LeftOut {
		fmt.Fprintf(out, "left out  %s (%s)%s\n", l.Text, l.Why, atLine(l.Line))
	}
	fmt.Fprintf(out, "patterns that matched in it: %s\n", strings.Join(rules, ", "))
	return nil
}

func printReasons(out io.Writer, reasons []letter.Reason) {
	for _, r := range reasons {
		fmt.Fprintf(out, "         %+.1f  %s\n", r.Adds, r.Words)
	}
}
