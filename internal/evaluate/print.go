package evaluate

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"undersigned/internal/letter"
)

// WriteText writes the table that people read. verbose adds the names that are missing or extra, and the values that differ.
func (e *Extraction) WriteText(w io.Writer, verbose bool) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "prec\trecall\tF1\torgs\tfound\tmiss\textra\tpersons\tdate\ttargets\tkind\tclaim\t  document")
	for i := range e.Documents {
		d := &e.Documents[i]
		fmt.Fprintf(t, "%.3f\t%.3f\t%.3f\t%d\t%d\t%d\t%d\t%d/%d%s\t%s\t%d/%d\t%s\t%s\t  %s\n", d.Precision, d.Recall, d.F1, d.Expected, d.Found, len(d.Missing), len(d.Extra),
			d.Persons.Found, d.Persons.Wanted, mark(d.Persons.Right), d.Date.word(), d.Targets.Right, len(d.Targets.Wanted), d.Kind.word(), d.Claimed.word(), d.label())
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if verbose {
		for i := range e.Documents {
			e.Documents[i].writeDetails(w)
		}
	}
	o := &e.Overall
	fmt.Fprintf(w, "\n%d documents", o.Documents)
	if o.Unread > 0 {
		fmt.Fprintf(w, ", %d of them NOT READ (their names count as missing)", o.Unread)
	}
	fmt.Fprintf(w, "\norganizations  precision %.4f, recall %.4f, F1 %.4f (micro; %d in the gold, %d found, %d right)\n", o.Precision, o.Recall, o.F1, o.Expected, o.Found, o.Right)
	fmt.Fprintf(w, "worst document F1 %.4f; %d below %.2f\n", o.Lowest, o.Below, BarEach)
	fmt.Fprintf(w, "the same letter again: %d pairs in the gold, %d proposed, %d right\n", e.Same.Wanted, e.Same.Found, e.Same.Right)
	if verbose {
		for _, m := range e.Same.Missing {
			fmt.Fprintf(w, "  not proposed: %s\n", m)
		}
		for _, x := range e.Same.Extra {
			fmt.Fprintf(w, "  proposed, too: %s\n", x)
		}
	}
	_, err := fmt.Fprintf(w, "persons %s within 2 %%, dates %s (and %d where none is given), targets %s, kinds %s, claimed %s, addressees %s, negatives %s\n",
		o.Persons, o.Dates, o.Invented, o.Targets, o.Kinds, o.Claims, o.Addressed, o.Negatives)
	if err == nil && e.Reliability != nil {
		fmt.Fprintln(w)
		err = e.Reliability.Write(w)
	}
	return err
}

// String reads "29 of 31".
func (t Tally) String() string { return fmt.Sprintf("%d of %d", t.Right, t.Of) }

func mark(right bool) string {
	if right {
		return " "
	}
	return "!"
}

// word is "ok", "-" where nothing is wanted or found, else "no".
func (c Compare) word() string {
	switch {
	case c.Wanted == "" && c.Found == "":
		return "-"
	case c.Right:
		return "ok"
	}
	return "no"
}

func (d *Document) label() string {
	label := d.Name
	if d.Signed != "signed" && d.Signed != "" {
		label += " (" + d.Signed + ")"
	}
	if d.Error != "" {
		label += " NOT READ"
	}
	return label
}

func (d *Document) writeDetails(w io.Writer) {
	var b strings.Builder
	differ := func(what string, c Compare) {
		if c.Wanted != c.Found {
			fmt.Fprintf(&b, "  %s: want %q, found %q\n", what, c.Wanted, c.Found)
		}
	}
	if d.Error != "" {
		fmt.Fprintf(&b, "  not read: %s\n", d.Error)
	} else {
		differ("date", d.Date)
		differ("kind", d.Kind)
		differ("claimed", d.Claimed)
		if d.Targets.Right != len(d.Targets.Wanted) || d.Targets.Right != len(d.Targets.Found) {
			fmt.Fprintf(&b, "  targets: want %q, found %q\n", d.Targets.Wanted, d.Targets.Found)
		}
		if !d.Addressed {
			fmt.Fprintf(&b, "  addressees: want %s, found %s\n", addressees(d.gold.Addressees), addressees(d.draft.Addressees))
		}
		for _, name := range d.Missing {
			fmt.Fprintf(&b, "  missing %s\n", name)
		}
	}
	for _, name := range d.Extra {
		fmt.Fprintf(&b, "  extra   %s\n", name)
	}
	if b.Len() > 0 {
		fmt.Fprintf(w, "\n%s\n%s", d.Name, b.String())
	}
}

// WriteCSV writes one row a document and a last one that adds up.
func (e *Extraction) WriteCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	rows := [][]string{{"document", "medium", "signatory_kind", "expected", "found", "right", "missing", "extra", "precision", "recall", "f1",
		"persons_wanted", "persons_found", "persons_right", "date_wanted", "date_found", "date_right", "kind_wanted", "kind_found", "kind_right",
		"claimed_wanted", "claimed_found", "claimed_right", "targets_wanted", "targets_found", "targets_right", "error"}}
	for i := range e.Documents {
		d := &e.Documents[i]
		row := []string{d.Name, d.Medium, d.Signed}
		row = append(row, integers(d.Expected, d.Found, d.Right, len(d.Missing), len(d.Extra))...)
		row = append(row, decimals(d.Precision, d.Recall, d.F1)...)
		row = append(row, integers(d.Persons.Wanted, d.Persons.Found)...)
		row = append(row, strconv.FormatBool(d.Persons.Right))
		for _, v := range []Compare{d.Date, d.Kind, d.Claimed} {
			row = append(row, v.Wanted, v.Found, strconv.FormatBool(v.Right))
		}
		row = append(row, integers(len(d.Targets.Wanted), len(d.Targets.Found), d.Targets.Right)...)
		rows = append(rows, append(row, d.Error))
	}
	o := &e.Overall
	last := append([]string{"all", "", ""}, integers(o.Expected, o.Found, o.Right, o.Expected-o.Right, o.Found-o.Right)...)
	last = append(last, decimals(o.Precision, o.Recall, o.F1)...)
	last = append(last, "", "", o.Persons.String(), "", "", o.Dates.String(), "", "", o.Kinds.String(), "", "", o.Claims.String(), "", "", o.Targets.String(), "")
	if err := c.WriteAll(append(rows, last)); err != nil {
		return err
	}
	return c.Error()
}

func integers(values ...int) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strconv.Itoa(v)
	}
	return out
}

func decimals(values ...float64) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strconv.FormatFloat(v, 'f', 5, 64)
	}
	return out
}

func number(n *int) string {
	if n == nil {
		return "-"
	}
	return strconv.Itoa(*n)
}

func addressees(all []letter.Addressee) string {
	parts := make([]string, len(all))
	for i, a := range all {
		parts[i] = fmt.Sprintf("[%s | %s]", a.Role, a.Organization)
	}
	return strings.Join(parts, " ")
}
