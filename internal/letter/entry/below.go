package entry

import (
	"slices"
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// beneath is what the lines below the names of a list's items are, which one item alone cannot tell.
type beneath struct {
	wraps    bool // the author broke long names: most items have none, and few of those lines tell anything
	officers bool // name, office, organization, one below the other
}

// beneathOf looks over the items of all blocks.
func beneathOf(blocks []section.Block) beneath {
	items, with, told, three, offices, persons := 0, 0, 0, 0, 0, 0
	var alone, joined []int // lengths of names
	for b := range blocks {
		lines := blocks[b].Lines
		for i := range lines {
			if lines[i].Sort != document.Item {
				continue
			}
			items++
			below := belowOf(lines[i+1:])
			if below == 0 {
				alone = append(alone, utf8.RuneCountInString(lines[i].Text))
				continue
			}
			with++
			n := utf8.RuneCountInString(lines[i].Text)
			tells := below > 2
			for _, l := range lines[i+1 : i+1+below] {
				n += 1 + utf8.RuneCountInString(l.Text)
				tells = tells || tellsBelow(&l)
			}
			if joined = append(joined, n); tells {
				told++
			}
			if below >= 2 {
				three++
				if phrase.IsOffice(lines[i+1].Text) && phrase.PersonCertainty(lines[i+1].Text) < 2 {
					offices++
				}
				if phrase.PersonCertainty(lines[i].Text) > 0 {
					persons++
				}
			}
		}
	}
	if with == 0 || rule.Off("entry.beneathOf") {
		return beneath{}
	}
	return beneath{
		wraps:    10*with <= 7*items && 4*told <= with && median(joined) > median(alone),
		officers: three >= 3 && 2*three > with && 5*offices >= 2*three && 10*persons >= 7*three,
	}
}

// belowOf counts the lines that stand below the name of an item; lines follow its first one.
func belowOf(lines []document.Line) int {
	n := 0
	for n < len(lines) && lines[n].Sort == document.Plain && lines[n].Below {
		n++
	}
	return n
}

// tellsBelow reports whether a line below a name says something of it and is no part of it.
func tellsBelow(l *document.Line) bool {
	t := l.Text
	if text.WordCount(t) == 1 && !phrase.HasWord(t, lexicon.OrgWords) && !phrase.HasCompound(t) && !strings.ContainsAny(t, "()") {
		return true // a town, as a rule
	}
	return l.Link || lexicon.IsPlace(t) || phrase.IsSentence(t) || strings.HasSuffix(t, ".") && text.WordCount(t) > 3 || phrase.LooksLikeAddress(t) || phrase.IsOffice(t) || phrase.PersonCertainty(t) == 2
}

// officerItem reads an item of such a list of officers: "Jane Doe / Chair / River Watch", also where the office is none that is known. It returns
// how many lines it took, 0 where the item is none.
func officerItem(lines []document.Line, ctx section.Setting) (Entry, int) {
	below := belowOf(lines[1:])
	if below < 2 || below > 4 || phrase.PersonCertainty(lines[0].Text) == 0 {
		return Entry{}, 0
	}
	last := below
	for last > 2 && phrase.LooksLikeAddress(lines[last].Text) {
		last--
	}
	e := Entry{Person: strings.TrimRight(lines[0].Text, ", "), Text: lines[last].Text, Lines: lines[: below+1 : below+1], Setting: ctx}
	e.Office = strings.Join(document.TextsOf(lines[1:last]), ", ")
	e.Said = strings.Join(document.TextsOf(lines[1:last+1]), ", ")
	e.Own = phrase.HasWord(e.Text, academy) && phrase.SaysOccupation(e.Office) && !phrase.SaysOffice(e.Office)
	return e, below + 1
}

func median(n []int) int {
	slices.Sort(n)
	if len(n) == 0 {
		return 0
	}
	return n[len(n)/2]
}
