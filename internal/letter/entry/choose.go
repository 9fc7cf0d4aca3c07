package entry

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/weights"
)

// How says by what a reading of lists is chosen.
type How struct {
	Model   *weights.Model // nil: what is built in
	Fitted  *weights.Set   // by what tables are told; nil too
	Claimed int            // organizations that the document claims; 0 where it claims none
}

// Option is one reading of a list of plain lines.
type Option struct {
	Name     string
	Entries  []Entry
	Features OptionFeatures
	Score    float64
}

// Choice is a list that may be read in several ways. None is tried only because another found nothing: all are made and scored.
type Choice struct {
	Options []Option // two at least
	Taken   int
	Next    int     // the most likely of the others
	Margin  float64 // probability of the one that was taken, against the next
}

// Words say how a reading cuts its list into names.
func (o *Option) Words() string {
	name, by, _ := strings.Cut(o.Name, ", ")
	switch {
	case name == "rules":
		name = "as rules for single lines say"
	case name == "lines":
		name = "a name on each line"
	case name == "paragraphs":
		name = "a name in each paragraph"
	case name == "name above":
		name = "a name above what it is"
	case name == "signatures":
		name = "a person above whom she signs for"
	default:
		name = fmt.Sprintf("names cut at %q", strings.TrimPrefix(o.Name, "run-on "))
		by = ""
	}
	return strings.TrimSuffix(name+", "+by, ", ")
}

// Reasons are what tells the reading that was taken from the next, at most n, the strongest first.
func (c *Choice) Reasons(n int) []weights.Reason {
	var apart OptionFeatures
	for i, v := range c.Options[c.Taken].Features {
		apart[i] = v - c.Options[c.Next].Features[i]
	}
	return builtIn().Reasons("reading", OptionNames[:], apart[:], n)
}

// Choices are the lists of blocks that may be read in several ways, for fitting.
func Choices(blocks []section.Block, how How) []Choice {
	var out []Choice
	split(blocks, how, func(c *Choice) { out = append(out, *c) })
	return out
}

// listEnd is where the list ends that begins with blocks[from]: plain blocks under one heading, whatever country it names.
func listEnd(blocks []section.Block, from int) int {
	to := from + 1
	if blocks[from].Sort != document.Plain {
		return to
	}
	for to < len(blocks) && blocks[to].Sort == document.Plain && sameBut(blocks[to].Setting, blocks[from].Setting) {
		to++
	}
	return to
}

// chosen reads a list in each way that makes a difference and returns the entries of the most likely one. habitual is what the rules for
// single blocks make of it.
func chosen(blocks []section.Block, options []Option, habitual []Entry, how How, tell func(*Choice)) []Entry {
	c := Choice{Options: []Option{{Name: "rules", Entries: habitual}}}
	seen := []string{keyOf(habitual)}
	for _, o := range options {
		if key := keyOf(o.Entries); len(o.Entries) > 0 && !slices.Contains(seen, key) {
			seen = append(seen, key)
			c.Options = append(c.Options, o)
		}
	}
	if len(c.Options) == 1 {
		return habitual
	}
	m := how.Model
	if m == nil {
		m = builtIn()
	}
	for i := range c.Options {
		o := &c.Options[i]
		o.measure(how, blocks)
		o.Score = m.Bias
		for k, v := range o.Features {
			o.Score += float64(m.Weights[k] * v)
		}
		if o.Score > c.Options[c.Taken].Score {
			c.Taken = i
		}
	}
	c.Next = -1
	for i := range c.Options {
		if i != c.Taken && (c.Next < 0 || c.Options[i].Score > c.Options[c.Next].Score) {
			c.Next = i
		}
	}
	c.Margin = 1 / (1 + math.Exp(c.Options[c.Next].Score-c.Options[c.Taken].Score))
	if tell != nil {
		tell(&c)
	}
	out := c.Options[c.Taken].Entries
	for i := range out {
		out[i].Contested = 2 * (1 - c.Margin)
	}
	return out
}

// keyOf tells readings apart by the texts of their entries.
func keyOf(entries []Entry) string {
	var b strings.Builder
	for i := range entries {
		b.WriteString(entries[i].Person)
		b.WriteByte('|')
		b.WriteString(entries[i].Text)
		b.WriteByte('\n')
	}
	return b.String()
}
