package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"undersigned/internal/letter"
)

// printWhy shows how a document was read: the lists that were proposed, and in words what decided each row and each line that was left out.
func (a *app) printWhy(ctx context.Context, name string, data []byte, asJSON bool) error {
	o, err := letter.Open(ctx, name, data, letter.Limits{})
	if err != nil {
		return err
	}
	w, err := o.Explain(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return a.writeJSON(w)
	}
	out := a.text()
	for i := range w.Lists {
		printList(out, i, &w.Lists[i])
	}
	for i, c := range w.Columns {
		if i == 0 {
			fmt.Fprintln(out, "how its columns or fields were read")
		}
		fmt.Fprintf(out, "         %s\n", c)
	}
	for i := range w.Rows {
		printRow(out, w, i)
	}
	for i := range w.LeftOut {
		if i == 0 {
			fmt.Fprintln(out, "left out")
		}
		l := &w.LeftOut[i]
		fmt.Fprintf(out, "       %s%s: %s\n", l.Text, atLine(l.Line), l.Why)
		printRules(out, l.Rules)
	}
	for i, r := range w.Rules {
		if i == 0 {
			fmt.Fprintln(out, "rules that decided for the document")
		}
		printRules(out, []letter.WhyRule{r})
	}
	if w.Untried {
		fmt.Fprintln(out, "the document is too long to try each rule: cut it to the lines that you ask about")
	}
	return nil
}

func printList(out io.Writer, i int, l *letter.WhyList) {
	verdict := "not taken"
	switch {
	case l.Taken:
		verdict = "taken"
	case l.Beaten:
		verdict = "another reading of its lines was chosen, not this one"
	}
	fmt.Fprintf(out, "list %d  lines %d to %d, %d entries, %s: %s at %.2f (%q)\n", i+1, l.From, l.To, l.Entries, l.Finder, verdict, l.Score, l.First)
	printReasons(out, l.Reasons)
	for _, c := range l.Columns {
		fmt.Fprintf(out, "         %s\n", c)
	}
}

func printRow(out io.Writer, w *letter.Why, i int) {
	s, r := &w.Draft.Signatories[i], &w.Rows[i]
	lines := fmt.Sprintf("line %d", s.Line)
	if r.LastLine > s.Line {
		lines = fmt.Sprintf("lines %d to %d", s.Line, r.LastLine)
	}
	if s.Page > 0 {
		lines = fmt.Sprintf("page %d, %s", s.Page, lines)
	}
	if r.List >= 0 {
		lines += fmt.Sprintf(", list %d", r.List+1)
	}
	fmt.Fprintf(out, "%5d  %s  %s, %s, confidence %.2f\n", i+1, s.Name, s.Type, lines, s.Confidence)
	fmt.Fprintf(out, "         found: %s\n", strings.Join(r.Found, "; "))
	as := r.ReadAs
	if r.Reading >= 0 {
		c := &w.Readings[r.Reading]
		as += fmt.Sprintf(": %s, chosen among %d readings of its list at %.2f against the next, %s", c.Taken, len(c.Others)+1, c.Margin, c.Others[0])
	}
	fmt.Fprintf(out, "         read as %s\n", as)
	if r.Reading >= 0 {
		printReasons(out, w.Readings[r.Reading].Reasons)
	}
	fmt.Fprintf(out, "         %s: %s\n", s.Type, strings.Join(r.Because, "; "))
	printReasons(out, r.Reasons)
	printRules(out, r.Rules)
}

func printReasons(out io.Writer, reasons []letter.Reason) {
	for _, r := range reasons {
		fmt.Fprintf(out, "         %+.1f  %s\n", r.Adds, r.Words)
	}
}

func printRules(out io.Writer, rules []letter.WhyRule) {
	for _, r := range rules {
		fmt.Fprintf(out, "         rule %s: %s Without it, %s.\n", r.ID, r.Says, strings.TrimSuffix(r.Without, "."))
	}
}
