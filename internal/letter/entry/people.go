package entry

import (
	"math"
	"strings"
	"sync"

	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/weights"
)

// Whether persons signed or organizations, the shape of the whole list tells: of five hundred names, one that says nothing is a person's where the others
// are, in whatever language.

// The features of a list, in the order of their weights. All but the last are shares of the entries.
const (
	pSure  = iota // they surely are persons, by a known given name, an initial, a title, a degree or an occupation
	pMay          // they may be persons
	pOrg          // they have a legal form or a word of organizations and nothing of persons
	pOther        // they do not look like persons
	pAgain        // they begin with the same word as another, as given names and family names repeat
	pSize         // how many there are, as a power of ten
	peopleCount
)

// PeopleNames name the features.
var PeopleNames = [peopleCount]string{"sure", "may", "organization", "other", "again", "size"}

var ofPeople = sync.OnceValue(func() *weights.Model { return weights.Of("people", PeopleNames[:]) })

// SeenList is a list that was judged, for fitting what lists of persons are told by.
type SeenList struct {
	Entries  []Entry
	Own      []float64 // what speaks for a person in each, see phrase.PersonEvidence
	Features [peopleCount]float64
	Persons  float64 // the logarithm of the odds for them
}

// people counts the shape of a list.
type people struct {
	n      int
	f      [peopleCount]float64
	firsts map[string]int
}

// asked are the words of an entry that may be a person's, and those beside them.
func asked(e *Entry) (t, beside string) {
	if e.Person != "" {
		return e.Person, e.Office
	}
	return e.Text, e.Note
}

func (p *people) add(e *Entry) {
	if p.n++; p.firsts == nil {
		p.firsts = map[string]int{}
	}
	t, beside := asked(e)
	logit, name := phrase.PersonEvidence(t, beside)
	switch {
	case logit >= 2.5:
		p.f[pSure]++
	case logit >= 1:
		p.f[pMay]++
	case logit <= -3:
		p.f[pOrg]++
		return
	default:
		p.f[pOther]++
	}
	p.firsts[text.Fold(text.FirstWords(name, 1))]++
}

// most is the farthest that a list speaks for or against persons: an entry has its say.
const most = 4

// features of the whole list.
func (p *people) features() [peopleCount]float64 {
	f := p.f
	for w, n := range p.firsts {
		if n > 1 && w != "" {
			f[pAgain] += float64(n)
		}
	}
	for i := range f {
		f[i] /= float64(p.n)
	}
	f[pSize] = math.Log10(float64(p.n))
	return f
}

// logit says how much speaks for persons.
func (p *people) logit(m *weights.Model) float64 {
	if p.n == 0 {
		return -most
	}
	f := p.features()
	out := m.Bias
	for i, v := range f {
		out += float64(v * m.Weights[i]) // rounded, so that no machine fuses the two
	}
	if p.n >= many && 100*p.f[pOrg] <= float64(p.n) && f[pSure]+f[pMay] >= .8 {
		return most // of so many organizations some had a word that says so
	}
	return max(-most, min(most, out))
}

// many is how many entries a list has that surely would hold a word of organizations if it were one of these, in whatever language.
const many = 50

// small is below how many entries a list is judged with the others of the document, as lists below letters and countries are.
const small = 10

// judgePeople says of each entry how much its list speaks for persons.
func judgePeople(lists [][]Entry, habits [][]Habit, by *weights.Set) {
	if rule.Off("entry.judgePeople") {
		return
	}
	m := ofPeople()
	if by != nil {
		m = by.Of("people", PeopleNames[:])
	}
	var all people
	each := make([]people, len(lists))
	for k, list := range lists {
		for i := range list {
			if list[i].Company == section.Organizations {
				continue
			}
			each[k].add(&list[i])
			all.add(&list[i])
		}
	}
	together := all.logit(m)
	for k := range lists {
		p := each[k].logit(m)
		if each[k].n == 0 {
			continue
		}
		if by.Tells() {
			by.Seen(seenList(lists[k], &each[k], p))
		}
		if each[k].n < small {
			p = (p + together) / 2
		} else if together == most && all.n >= many && each[k].f[pOrg] == 0 {
			p = max(p, together) // the end of a long list, which a gap divides from it
		}
		for i := range habits[k] {
			habits[k][i].People = p
		}
	}
}

// IsPerson reports whether an entry that does not read like a person is one by what its list is and by what little it says itself. Where persons sign for
// organizations and say their offices, an entry that says none names an organization.
func (h *Habit) IsPerson(t, beside string) bool {
	if h.People <= 0 || h.Officers && !phrase.SaysOffice(t) || strings.TrimSpace(t) == "" {
		return false
	}
	logit, _ := phrase.PersonEvidence(t, beside)
	return logit+h.People > 0
}

func seenList(list []Entry, p *people, persons float64) *SeenList {
	s := &SeenList{Entries: list, Features: p.features(), Persons: persons}
	for i := range list {
		t, beside := asked(&list[i])
		own, _ := phrase.PersonEvidence(t, beside)
		s.Own = append(s.Own, own)
	}
	return s
}
