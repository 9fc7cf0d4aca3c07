package letter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
)

// WhyRule is one rule that decided, and what would be read without it.
type WhyRule struct {
	ID      string    `json:"id"`
	Kind    rule.Kind `json:"kind"`
	Says    string    `json:"says"`
	Without string    `json:"without"` // as a sentence that goes on after "without it"
}

// triedLines is how many lines a document may have whose rules are tried one by one: each reads it once more.
const triedLines = 1000

// tryRules reads the document again without each rule that it asks. A rule decided a row or a line where that is then read otherwise. What
// changes most rows, or what is said of the document, is told once, of the document.
func (o *Opened) tryRules(ctx context.Context, w *Why) error {
	if strings.Count(w.Draft.Text, "\n") > triedLines {
		w.Untried = true
		return nil
	}
	opens, ids, err := o.asked(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		without, err := o.readWithout(ctx, id, opens[id])
		if graph.CodeOf(err) == graph.Cancelled {
			return err
		}
		w.tell(WhyRule{ID: id, Kind: rule.KindOf(id), Says: rule.Says(id)}, without)
	}
	return nil
}

// asked returns the rules that the document asks, and which of them when it is opened. Lists of words do not tell, so that all are tried.
func (o *Opened) asked(ctx context.Context) (opens map[string]bool, ids []string, err error) {
	opens = map[string]bool{}
	var again *Opened
	for _, id := range rule.Tracing(func() { again, err = Open(ctx, o.source.Name, o.source.Data, o.source.Limits) }) {
		opens[id] = true
		ids = append(ids, id)
	}
	if err != nil {
		return nil, nil, err
	}
	ids = append(ids, rule.Tracing(func() { _, err = again.Read(ctx) })...)
	for id := range rule.Words() {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return opens, slices.Compact(ids), err
}

// readWithout reads the document with a rule off; nil where it is not read then.
func (o *Opened) readWithout(ctx context.Context, id string, opens bool) (*draft.Draft, error) {
	if ctx.Err() != nil {
		return nil, medium.Cancelled(ctx, o.source.Name)
	}
	defer rule.Switch(id)()
	if opens {
		again, err := Open(ctx, o.source.Name, o.source.Data, o.source.Limits)
		if err != nil {
			return nil, err
		}
		o = again
	}
	return o.Read(ctx)
}

// tell compares what is read without a rule with what is read.
func (w *Why) tell(r WhyRule, without *draft.Draft) {
	if without == nil {
		r.Without = "the document would not be read"
		w.Rules = append(w.Rules, r)
		return
	}
	lines := without.Text == w.Draft.Text
	here, other := indexed(w.Draft, lines), indexed(without, lines)
	changed := map[int]string{}
	for i := range w.Draft.Signatories {
		if s := other.insteadOf(&w.Draft.Signatories[i], here); s != "" {
			changed[i] = s
		}
	}
	said := besides(w.Draft, without)
	if n := len(changed); n > 3 && 2*n > len(w.Rows) {
		said = append(said, fmt.Sprintf("%d of %d rows would be read otherwise; of the first, %s", n, len(w.Rows), changed[first(changed)]))
		clear(changed)
	}
	for i, s := range changed {
		of := r
		of.Without = s
		w.Rows[i].Rules = append(w.Rows[i].Rules, of)
	}
	if lines {
		for i := range w.LeftOut {
			l := &w.LeftOut[i]
			if s := other.takenInstead(l, here); s != "" {
				of := r
				of.Without = s
				l.Rules = append(l.Rules, of)
			}
		}
	}
	if len(said) > 0 {
		r.Without = strings.Join(said, "; ")
		w.Rules = append(w.Rules, r)
	}
}

func first(changed map[int]string) int {
	least := -1
	for i := range changed {
		if least < 0 || i < least {
			least = i
		}
	}
	return least
}

// besides says what else of a document would be read without a rule.
func besides(with, without *draft.Draft) []string {
	var out []string
	say := func(what, is, other string) {
		switch {
		case is == other:
		case other == "":
			out = append(out, fmt.Sprintf("there would be no %s", what))
		default:
			out = append(out, fmt.Sprintf("the %s would be %q", what, other))
		}
	}
	say("title", string(with.Title), string(without.Title))
	say("date", string(with.Date), string(without.Date))
	say("kind", with.Kind, without.Kind)
	say("language", string(with.Language), string(without.Language))
	say("addressee", addressees(with), addressees(without))
	say("claim", string(with.Claimed.Text), string(without.Claimed.Text))
	if n := len(without.Signatories) - len(with.Signatories); n > 0 && len(with.Signatories) == 0 {
		out = append(out, fmt.Sprintf("%d rows would be read, the first %q", n, without.Signatories[0].Name))
	}
	return out
}

func addressees(d *draft.Draft) string {
	var out []string
	for _, a := range d.Addressees {
		var parts []string
		for _, part := range []draft.Maybe{a.Name, a.Role, a.Organization} {
			if part != "" {
				parts = append(parts, string(part))
			}
		}
		out = append(out, strings.Join(parts, ", "))
	}
	return strings.Join(out, "; ")
}

// reading is a draft by its lines, or by its names alone where lines are not the same ones.
type reading struct {
	lines bool
	rows  map[int][]*draft.Row
	left  map[int][]*draft.LeftOut
}

func indexed(d *draft.Draft, lines bool) *reading {
	x := &reading{lines: lines, rows: map[int][]*draft.Row{}, left: map[int][]*draft.LeftOut{}}
	for i := range d.Signatories {
		r := &d.Signatories[i]
		x.rows[x.key(r.Line)] = append(x.rows[x.key(r.Line)], r)
	}
	for i := range d.LeftOut {
		l := &d.LeftOut[i]
		x.left[x.key(l.Line)] = append(x.left[x.key(l.Line)], l)
	}
	return x
}

func (x *reading) key(line int) int {
	if x.lines {
		return line
	}
	return 0
}

func (x *reading) has(line int, name string) *draft.Row {
	for _, r := range x.rows[x.key(line)] {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// related reports whether one text holds the other.
func related(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// insteadOf says how a row of here reads in another reading; "" where it reads the same.
func (x *reading) insteadOf(r *draft.Row, here *reading) string {
	if same := x.has(r.Line, r.Name); same != nil {
		return difference(r, same)
	}
	var others []*draft.Row
	for _, s := range x.rows[x.key(r.Line)] {
		if here.has(s.Line, s.Name) == nil && (related(s.Name, r.Name) || related(s.Text, r.Name)) {
			others = append(others, s)
		}
	}
	switch len(others) {
	case 0:
	case 1:
		return fmt.Sprintf("it would be read as %q", others[0].Name)
	default:
		return fmt.Sprintf("it would be read as %d names, the first %q", len(others), others[0].Name)
	}
	for _, l := range x.left[x.key(r.Line)] {
		if related(l.Text, r.Name) {
			return "it would be left out: " + l.Why
		}
	}
	return "it would not be found"
}

// difference says how one reading of a name differs from another.
func difference(a, b *draft.Row) string {
	var out []string
	say := func(what, is, other string) {
		switch {
		case is == other:
		case other == "":
			out = append(out, "it would have no "+what)
		default:
			out = append(out, fmt.Sprintf("its %s would be %q", what, other))
		}
	}
	say("type", string(a.Type), string(b.Type))
	say("capacity", string(a.Capacity), string(b.Capacity))
	say("country", string(a.Country), string(b.Country))
	say("note", string(a.Note), string(b.Note))
	say("affiliation", a.Affiliation, b.Affiliation)
	say("status", string(a.Status), string(b.Status))
	if a.Withdrawn != b.Withdrawn {
		out = append(out, map[bool]string{true: "it would be withdrawn", false: "it would not be withdrawn"}[b.Withdrawn])
	}
	if a.Text != b.Text {
		out = append(out, fmt.Sprintf("it would be cut out of %q", strings.ReplaceAll(b.Text, "\n", " / ")))
	}
	return strings.Join(out, ", ")
}

// takenInstead says as what a line that was left out is taken in another reading; "" where it is not.
func (x *reading) takenInstead(l *WhyLeft, here *reading) string {
	for _, r := range x.rows[l.Line] {
		if here.has(r.Line, r.Name) == nil && related(r.Text, l.Text) {
			return fmt.Sprintf("it would be taken as %q", r.Name)
		}
	}
	for _, a := range x.left[l.Line] {
		if a.Text == l.Text && a.Why == l.Why {
			return ""
		}
	}
	for _, a := range x.left[l.Line] {
		if a.Text == l.Text {
			return "it would be left out: " + a.Why
		}
	}
	return ""
}
