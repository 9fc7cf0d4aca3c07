package evaluate

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"undersigned/internal/letter"
)

// WriteText writes the tables that people read. verbose adds the names that are missing or extra, and the values that differ.
func (e *Extraction) WriteText(w io.Writer, verbose bool) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "prec\trecall\tF1\torgs\tfound\tmiss\textra\tpersons\tdate\ttargets\tkind\tclaim\t  document")
	for i := range e.Documents {
		d := &e.Documents[i]
		fmt.Fprintf(t, "%.3f\t%.3f\t%.3f\t%d\t%d\t%d\t%d\t%s\t%s\t%s\t%s\t%s\t  %s\n", d.Precision, d.Recall, d.F1, d.Expected, d.Found, len(d.Missing), len(d.Extra),
			d.Persons.word(), d.Date.word(), d.Targets.word(), d.Kind.word(), d.Claimed.word(), d.label())
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if verbose {
		for i := range e.Documents {
			e.Documents[i].writeDetails(w)
		}
	}
	fmt.Fprintln(w)
	if len(e.Publishers) > 0 {
		if err := e.writePublishers(w); err != nil {
			return err
		}
	}
	if err := e.writeOverall(w, verbose); err != nil || e.BuiltIn == nil {
		return err
	}
	fmt.Fprintln(w)
	return writeReliability(w, &e.Overall.Reliability, e.BuiltIn)
}

// writePublishers writes a line for each publisher.
func (e *Extraction) writePublishers(w io.Writer) error {
	var fitted []string
	for _, part := range parts {
		fitted = append(fitted, part.name())
	}
	fmt.Fprintf(w, "by publisher; fitted without it: %s\n", strings.Join(fitted, ", "))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "documents\tsigned\tF1 micro\tmacro\torgs\tfound\tright\tnobody signs\tonly persons\t.9 and above\t  publisher")
	for i := range e.Publishers {
		p := &e.Publishers[i]
		micro, macro, unsigned, persons := "", "", "", ""
		if p.Signed > 0 {
			micro, macro = fmt.Sprintf("%.3f", p.F1), fmt.Sprintf("%.3f", p.Macro)
		}
		if p.Unsigned.Of > 0 {
			unsigned = p.Unsigned.String()
		}
		if p.PersonsOnly.Of > 0 {
			persons = p.PersonsOnly.String()
		}
		sure := p.Reliability.Bins[0]
		fmt.Fprintf(t, "%d\t%d\t%s\t%s\t%d\t%d\t%d\t%s\t%s\t%s\t  %s\n", p.Documents, p.Signed, micro, macro, p.Expected, p.Found, p.Right,
			unsigned, persons, Tally{sure.Right, sure.Rows}, p.Name)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}

func (e *Extraction) writeOverall(w io.Writer, verbose bool) error {
	o := &e.Overall
	fmt.Fprintf(w, "%d documents, %d of them signed by organizations", o.Documents, o.Signed)
	if o.Unread > 0 {
		fmt.Fprintf(w, "; %d NOT READ (their names count as missing)", o.Unread)
	}
	fmt.Fprintf(w, "\norganizations  precision %.4f, recall %.4f, F1 %.4f (micro; %d in the gold, %d found, %d right)\n", o.Precision, o.Recall, o.F1, o.Expected, o.Found, o.Right)
	fmt.Fprintf(w, "F1 by document mean %.4f (macro), median %.3f, lowest %.4f; %s at %.2f and above\n", o.Macro, o.Median, o.Lowest, o.Good, BarEach)
	if i := e.Intervals; i != nil {
		fmt.Fprintf(w, "95 in 100 samples of %d publishers give micro %s, macro %s\n", i.Publishers, i.Micro, i.Macro)
	}
	fmt.Fprintf(w, "organizations in documents that nobody signs: %s; where only persons signed: %s\n", o.Unsigned, o.PersonsOnly)
	r := &o.Reliability
	for i, b := range r.Bins {
		fmt.Fprintf(w, "%s %s: %s right", [2]string{"confidence", ";"}[min(i, 1)], r.label(i), Tally{b.Right, b.Rows})
	}
	fmt.Fprintf(w, "\nsaid doubtful: %s", o.Doubted)
	fmt.Fprintf(w, "\nthe same letter again: %d pairs in the gold, %d proposed, %d right\n", e.Same.Wanted, e.Same.Found, e.Same.Right)
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
	return err
}

// word is "ok", "-" where nothing is wanted or found, else "no"; empty where the gold does not give the value.
func (c Compare) word() string {
	switch {
	case !c.Given:
		return ""
	case c.Wanted == "" && c.Found == "":
		return "-"
	case c.Right:
		return "ok"
	}
	return "no"
}

func (c Counted) word() string {
	switch {
	case !c.Given:
		return strconv.Itoa(c.Found)
	case c.Right:
		return fmt.Sprintf("%d/%d ", c.Found, c.Wanted)
	}
	return fmt.Sprintf("%d/%d!", c.Found, c.Wanted)
}

func (s Sets) word() string {
	if !s.Given {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Both, len(s.Wanted))
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
		if c.Given && !c.Right {
			fmt.Fprintf(&b, "  %s: want %q, found %q\n", what, c.Wanted, c.Found)
		}
	}
	if d.Error != "" {
		fmt.Fprintf(&b, "  not read: %s\n", d.Error)
	} else {
		differ("date", d.Date)
		differ("kind", d.Kind)
		differ("claimed", d.Claimed)
		if d.Targets.Given && !d.Targets.Right {
			fmt.Fprintf(&b, "  targets: want %q, found %q\n", d.Targets.Wanted, d.Targets.Found)
		}
		if d.Addressed.Given && !d.Addressed.Right {
			fmt.Fprintf(&b, "  addressees: want %s, found %s\n", addressees(d.gold.Addressees), addressees(d.draft.Addressees))
		}
		for _, name := range d.Missing {
			fmt.Fprintf(&b, "  missing %s\n", name)
		}
	}
	for _, name := range d.Extra {
		fmt.Fprintf(&b, "  extra   %s\n", name)
	}
	if d.F1 < BarDoubt || b.Len() > 0 {
		for _, s := range d.Doubtful {
			fmt.Fprintf(&b, "  doubtful: %s\n", s)
		}
	}
	if b.Len() > 0 {
		fmt.Fprintf(w, "\n%s\n%s", d.Name, b.String())
	}
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
