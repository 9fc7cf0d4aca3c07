package entry

import (
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
	Margin  float64 // probability of the one that was taken, against the next
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
	next := math.Inf(-1)
	for i := range c.Options {
		if i != c.Taken {
			next = max(next, c.Options[i].Score)
		}
	}
	c.Margin = 1 / (1 + math.Exp(next-c.Options[c.Taken].Score))
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
