package letter

import (
	"fmt"
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// explainPassed adds the lines of which the draft says nothing: those of lists that were not taken, and those that look like a name and stand in none.
func (w *Why) explainPassed(g *grounds) {
	told := map[int]bool{} // by line
	for i := range w.LeftOut {
		told[w.LeftOut[i].Line] = true
	}
	for i := range g.behind {
		e := g.behind[i].behind
		for k := range e.Lines {
			told[e.Lines[k].Number] = true
		}
		for k := range e.Again {
			told[e.Again[k].Number] = true
		}
	}
	for k := range w.Lists {
		if l := &w.Lists[k]; !l.Taken && !l.Beaten {
			why := fmt.Sprintf("list %d, which is %s, was not taken: signatories with a probability of %.2f%s", k+1, finderWords(l.Finder), l.Score, mostAgainst(l))
			for _, e := range entriesOf(&g.candidates[k]) {
				if n := e.Lines[0].Number; !told[n] {
					w.pass(e.Lines, why, k)
				}
				for i := range e.Lines {
					told[e.Lines[i].Number] = true
				}
			}
		}
	}
	for i := range w.Lists { // lines of lists that were taken and became no row are told by the draft
		if l := &w.Lists[i]; l.Taken {
			for n := l.From; n <= l.To; n++ {
				told[n] = true
			}
		}
	}
	for i := range g.facts.Pieces {
		p := &g.facts.Pieces[i]
		if p.Prose || i == g.facts.TitlePiece || i == g.facts.Salutation {
			continue
		}
		for k := range p.Lines {
			l := &p.Lines[k]
			if told[l.Number] || !looksLikeName(l) {
				continue
			}
			why := "it looks like a name, and no list was proposed where it stands"
			if c := cue.Of(l); c != cue.None {
				why = "it was read as a heading or a line around a list: " + c.Words()
			} else if no := cue.WhyNot(l); no != "" {
				why = no
			}
			w.pass(p.Lines[k:k+1], why, -1)
		}
	}
}

func (w *Why) pass(lines []document.Line, why string, list int) {
	w.LeftOut = append(w.LeftOut, WhyLeft{Line: lines[0].Number, Text: strings.ReplaceAll(document.Printed(lines), "\n", " / "), Why: why, List: list, Rules: []WhyRule{}})
}

// looksLikeName reports whether a line could have been a signatory by its words.
func looksLikeName(l *document.Line) bool {
	t := phrase.CutMarks(l.Text)
	if n := text.WordCount(t); n < 2 || n > 12 || phrase.IsSentence(t) || text.IsLower(t) || lexicon.IsPlace(t) {
		return false
	}
	return phrase.HasWord(t, lexicon.OrgWords) || phrase.HasCompound(t) || phrase.LegalEnd(t) || phrase.BeginsPerson(t)
}

func finderWords(finder string) string {
	switch finder {
	case section.Shape.String():
		return "only shaped like one of signatories"
	case section.Trailing.String():
		return "at the end of a letter, unannounced"
	case section.Letterhead.String():
		return "above the greeting, as a letterhead is"
	}
	return "announced"
}

// mostAgainst is what spoke most against a list.
func mostAgainst(l *WhyList) string {
	for _, r := range l.Reasons {
		if r.Adds < 0 {
			return fmt.Sprintf("; most against it: %s (%.1f)", r.Words, r.Adds)
		}
	}
	return ""
}
