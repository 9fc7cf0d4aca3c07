package letter

import (
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/weights"
)

// WhyReading is how a list was cut into names that could be cut in other ways, too.
type WhyReading struct {
	From    int              `json:"from"` // its first and last line
	To      int              `json:"to"`
	Taken   string           `json:"taken"`
	Others  []string         `json:"others"` // the most likely first
	Margin  float64          `json:"margin"` // probability of the one that was taken, against the most likely other
	Reasons []weights.Reason `json:"reasons"`
}

// explainReadings says of each list that was taken how it was cut into names.
func (w *Why) explainReadings(g *grounds) {
	for _, c := range entry.Choices(section.Find(g.facts, nil).Blocks, howOf(g.facts, Models{})) {
		r := WhyReading{Taken: c.Options[c.Taken].Words(), Others: []string{c.Options[c.Next].Words()}, Margin: rounded(c.Margin), Reasons: inWords(c.Reasons(reasonsShown))}
		for i := range c.Options {
			if i != c.Taken && i != c.Next {
				r.Others = append(r.Others, c.Options[i].Words())
			}
		}
		for _, e := range c.Options[c.Taken].Entries {
			for i := range e.Lines {
				if n := e.Lines[i].Number; r.From == 0 || n < r.From {
					r.From = n
				}
				r.To = max(r.To, e.Lines[i].Number)
			}
		}
		w.Readings = append(w.Readings, r)
	}
}

// readingOf finds the reading that an entry came of: names within sentences came of none.
func (w *Why) readingOf(e *entry.Entry) int {
	if e.Origin == section.Sentence {
		return -1
	}
	for i := range w.Readings {
		if n := e.Lines[0].Number; n >= w.Readings[i].From && n <= w.Readings[i].To {
			return i
		}
	}
	return -1
}
