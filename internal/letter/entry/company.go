package entry

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/weights"
)

// company counts what the entries of one list have.
type company struct {
	n            int
	sure, maybe  int // persons
	offices      int // persons with an office
	employed     int // and with the organization that it is in
	occupied     int // persons who say what they are, and no office
	beside       int // organizations beside names
	firms        int // those with a legal form or named by a "for"
	own          int // persons with occupations, or at places of scholars
	learned      int // persons with a title or degree of scholars
	academic     int // organizations beside names where scholars work
	distinct     map[string]bool
	sited        int // persons beside whose organizations an address of the web stands
	besidePerson int // organizations beside names, signature blocks among them
}

// learnedTitles are titles and degrees of scholars.
var learnedTitles = lexicon.Set("entry.learnedTitles", "{person learned-title}")

func learned(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if w = strings.ToLower(strings.Trim(w, ",.()")); learnedTitles.Has(w) {
			return true
		}
		if n++; n > 8 {
			break
		}
	}
	return false
}

func countList(list []Entry) (c company, could []bool) {
	c.n, c.distinct = len(list), map[string]bool{}
	could = make([]bool, len(list))
	stands := func(org string) {
		if org == "" {
			return
		}
		c.besidePerson++
		if phrase.HasWord(org, academy) || academicWord(org) {
			c.academic++
		}
		c.distinct[graph.Fold(org)] = true
	}
	for i := range list {
		e := &list[i]
		if e.Person != "" {
			c.sure++
			if phrase.Makes(e.Office) {
				c.occupied++
				continue
			}
			c.offices++
			c.employed++
			stands(e.Text)
			if learned(e.Person) || learned(e.Office) {
				c.learned++
			}
			continue
		}
		w, ok := phrase.ReadPerson(phrase.CutMarks(e.Text))
		if _, _, behalf := phrase.SignsForWhom(phrase.CutMarks(e.Text)); behalf {
			c.firms++
		} else if ok && w.Organization != "" {
			c.beside++
			if phrase.LegalEnd(w.Organization) {
				c.firms++
			}
		}
		if ok && w.Own {
			c.occupied++
		}
		if w.Own || phrase.HasWord(w.Organization, academy) {
			c.own++
		}
		switch {
		case !ok:
			continue
		case w.Certainty == 2:
			c.sure++
		default:
			c.maybe++
		}
		if learned(e.Text) {
			c.learned++
		}
		stands(w.Organization)
		if e.Sited && w.Organization != "" {
			c.sited++
		}
		could[i] = true
		if w.Office && !w.Own {
			c.offices++
			if w.Organization != "" {
				c.employed++
			}
		}
	}
	return c, could
}

// academicWord reports whether an organization's name begins as universities' names do in most languages of Europe.
func academicWord(org string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(org)) {
		w = strings.TrimLeft(w, "(\"“«l’'")
		if academicStems.Begin(w) > 0 {
			return true
		}
	}
	return false
}

var academicStems = lexicon.PartsOf("{organization academic}")

// The features of a list of persons, in the order of their weights: for herself each of them signs, or for what stands beside her name. All are shares of the
// persons, or of what stands beside them.
const (
	cLearned  = iota // they have a scholar's title or degree
	cAcademic        // what stands beside them is where scholars work
	cOccupied        // they say what they are, and no office
	cSame            // the same organization stands beside several
	cEmployed        // they print an office and what it is in
	cFirms           // a legal form or "for" beside them
	companyCount
)

// forThemselves was set by hand: officers of universities are scholars nearly always, officers of firms seldom have titles.
var forThemselves = &weights.Model{Bias: -3, Weights: []float64{cLearned: 4, cAcademic: 2.5, cOccupied: 2, cSame: 1.5, cEmployed: -1, cFirms: -4}}

// themselves is the probability that the persons of a list sign for themselves, whatever stands beside their names.
func (c *company) themselves() float64 {
	persons := float64(c.sure + c.maybe)
	if persons < 3 {
		return 0
	}
	var f [companyCount]float64
	f[cLearned] = float64(c.learned) / persons
	f[cOccupied] = float64(c.occupied) / persons
	f[cEmployed] = float64(c.employed) / persons
	f[cFirms] = float64(c.firms) / float64(c.n)
	if c.besidePerson > 0 {
		f[cAcademic] = float64(c.academic) / float64(c.besidePerson)
		f[cSame] = 1 - float64(len(c.distinct))/float64(c.besidePerson)
	}
	return forThemselves.Probability(f[:])
}
