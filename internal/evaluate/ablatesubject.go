package evaluate

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/letter/rule"
)

// subject is one document that is read with and without each rule.
type subject struct {
	name   string
	data   []byte
	opened *letter.Opened
	gold   *Gold           // nil for a case
	asked  map[string]bool // rules
	opens  map[string]bool // those that opening it asks
	text   string          // all that words could stand in, in lower case
	with   reading
}

// reading is what was read of a subject.
type reading struct {
	answer []byte // all of it
	score  counts
	names  map[string]int
	words  string // as printed
}

// counts are the rows that a gold calls right and wrong.
type counts struct{ right, wrong int }

// open opens a document; nil for one that is not read.
func open(ctx context.Context, file, name string) (*subject, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, nil // a gold without its document: evaluate extract tells
	}
	s := &subject{name: name, data: data, asked: map[string]bool{}, opens: map[string]bool{}}
	for _, id := range rule.Tracing(func() { s.opened, err = letter.Open(ctx, name, data, letter.Limits{}) }) {
		s.asked[id], s.opens[id] = true, true
	}
	if graph.CodeOf(err) == graph.Cancelled {
		return nil, err
	}
	if err != nil {
		return nil, nil
	}
	return s, nil
}

// base reads with all rules on and notes which are asked.
func (s *subject) base(ctx context.Context) error {
	var err error
	for _, id := range rule.Tracing(func() { s.with, err = s.read(ctx, s.opened) }) {
		s.asked[id] = true
	}
	s.text = s.with.words
	if bytes.IndexByte(s.data, 0) < 0 { // what is packed says nothing
		s.text += "\n" + string(s.data)
	}
	s.text = strings.ToLower(s.text + "\n" + strings.ReplaceAll(s.with.words, ". ", ".")) // "e. V." is asked for as "e.v."
	return err
}

// without reads with a rule off, which must be switched already.
func (s *subject) without(ctx context.Context, id string) (reading, error) {
	if !s.opens[id] {
		return s.read(ctx, s.opened)
	}
	o, err := letter.Open(ctx, s.name, s.data, letter.Limits{})
	if graph.CodeOf(err) == graph.Cancelled {
		return reading{}, err
	}
	if err != nil {
		return reading{}, nil
	}
	return s.read(ctx, o)
}

// read reads the document as the rules stand. One that is not read without a rule has an empty answer.
func (s *subject) read(ctx context.Context, o *letter.Opened) (r reading, err error) {
	d, err := o.Read(ctx)
	if graph.CodeOf(err) == graph.Cancelled {
		return r, err
	}
	if err != nil {
		d = &letter.Draft{}
	}
	var words strings.Builder
	words.WriteString(d.Text + "\n" + string(d.Title))
	r.names = map[string]int{}
	for i := range d.Signatories {
		row := &d.Signatories[i]
		r.names[string(row.Type)+" "+row.Name]++
		words.WriteString("\n" + row.Name + "\n" + row.Text)
	}
	for i := range d.LeftOut {
		words.WriteString("\n" + d.LeftOut[i].Text)
	}
	r.words = words.String()
	if s.gold != nil {
		rows, _ := match(d, s.gold)
		for _, v := range rows {
			switch v {
			case right:
				r.score.right++
			case wrong:
				r.score.wrong++
			}
		}
	}
	r.answer, err = json.Marshal(struct {
		*letter.Draft
		Text             string
		Quotes, Warnings []string
		Record           graph.Letter // what the answer leaves out: capacities, withdrawals
	}{d, d.Text, d.Quotes, d.Warnings, d.Letter("")})
	return r, err
}

// touches reports whether a rule can change what is read of a subject.
func (r *Rule) touches(s *subject) bool {
	if r.Kind != WordsRule {
		return s.asked[r.ID]
	}
	for w := range rule.Words()[r.ID] {
		if standsIn(s.text, strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// standsIn reports whether a word stands in a text: at the beginning or the end of a word, since lists are asked for parts of compounds and for
// plurals, too; one of up to three letters by itself.
func standsIn(s, w string) bool {
	for at := 0; ; at++ {
		i := strings.Index(s[at:], w)
		if i < 0 {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(w):])
		begins, ends := !unicode.IsLetter(before), !unicode.IsLetter(after)
		if begins && ends || (begins || ends) && utf8.RuneCountInString(w) > 3 {
			return true
		}
	}
}
