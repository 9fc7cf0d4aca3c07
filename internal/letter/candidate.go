package letter

import (
	"context"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/signatory"
)

// Candidate is a run of lines that was proposed as signatories, and what its lines would give.
type Candidate struct {
	Finder   string
	Score    float64
	Features section.Features
	Shape    bool // nothing announces it
	Rivalled bool // its lines are read in two ways, which compete
	Rows     []draft.Row
}

// facts are those of a document that is read by its lines; nil for a medium that says itself who signed.
func (o *Opened) facts(ctx context.Context) (*about.Facts, error) {
	if o.printed == nil {
		return nil, nil
	}
	p, err := o.printed(ctx)
	if err != nil {
		return nil, err
	}
	p.Medium, p.Name = o.medium.Name, o.source.Name
	return about.Of(p), nil
}

// BriefWay is one way in which a brief may be read, and what it would give.
type BriefWay struct {
	Features section.BriefFeatures
	Rows     []draft.Row
}

// BriefWays are the ways in which a brief may be read, for fitting what decides among them; none for another document. The first is taken by what is
// built in.
func (o *Opened) BriefWays(ctx context.Context) ([]BriefWay, error) {
	d, err := o.facts(ctx)
	if d == nil {
		return nil, err
	}
	var out []BriefWay
	for _, way := range section.BriefWays(section.Find(d, nil).Candidates) {
		if len(way) == 0 {
			continue // it names nobody
		}
		one := BriefWay{Features: way[0].Brief}
		for _, c := range read(way) {
			one.Rows = append(one.Rows, c.Rows...)
		}
		out = append(out, one)
	}
	return out, nil
}

// Candidates are the proposals for a document, for fitting what decides among them: those that are chosen from, and those that there were if nothing in
// the document announced a list. None for a medium that says itself who signed.
func (o *Opened) Candidates(ctx context.Context) (found, unread []Candidate, err error) {
	d, err := o.facts(ctx)
	if d == nil {
		return nil, nil, err
	}
	return read(section.Find(d, nil).Candidates), read(section.Unread(d)), nil
}

func read(all []section.Candidate) []Candidate {
	var out []Candidate
	for _, c := range all {
		one := Candidate{Finder: c.Finder, Score: c.Score, Features: c.Features, Shape: c.Blocks[0].Origin == section.Shape, Rivalled: c.Rivalled()}
		entries := entry.Split(c.Blocks, entry.How{})
		habits := entry.Judge(nil, entries)
		for i := range entries {
			if row, why := signatory.Read(&entries[i], habits[i]); why == "" {
				one.Rows = append(one.Rows, row)
			}
		}
		out = append(out, one)
	}
	return out
}

// Choice is a list of plain lines that may be read in several ways, and what each would give.
type Choice struct {
	Options []ChoiceOption
	Taken   int
}

// ChoiceOption is one way.
type ChoiceOption struct {
	Name     string
	Features entry.OptionFeatures
	Rows     []draft.Row
}

// Choices are the lists of a document that may be read in several ways, for fitting what decides among them. They are those of the sections that are
// taken by what is built in.
func (o *Opened) Choices(ctx context.Context) ([]Choice, error) {
	d, err := o.facts(ctx)
	if d == nil {
		return nil, err
	}
	if d.Kind == draft.KindProfile {
		return nil, nil
	}
	var out []Choice
	for _, c := range entry.Choices(section.Find(d, nil).Blocks, howOf(d, Models{})) {
		one := Choice{Taken: c.Taken}
		for _, option := range c.Options {
			way := ChoiceOption{Name: option.Name, Features: option.Features}
			habits := entry.Judge(nil, option.Entries)
			for i := range option.Entries {
				if row, why := signatory.Read(&option.Entries[i], habits[i]); why == "" {
					way.Rows = append(way.Rows, row)
				}
			}
			one.Options = append(one.Options, way)
		}
		out = append(out, one)
	}
	return out, nil
}
