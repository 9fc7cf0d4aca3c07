package entry

import (
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/weights"
)

// judgeCompany decides for the entries of each list together what one line alone cannot tell: whether a name that could be a person's is
// one, and whether persons sign for the organizations beside their names. Where most lines surely are persons, the others that
// may be are, too; and where most of them print no office, the organizations are affiliations, since those who sign for an
// organization say what they are in it; in a longer list, where most print no office with what it is in, as members of parliament, lawyers and
// journalists, and few stand beside a firm. Where nearly all do, or all
// print an organization and some of these a legal form, the few who print only the organization sign for it.
func judgeCompany(entries []Entry, habits []Habit, by *weights.Set) {
	var lists [][]Entry
	var theirs [][]Habit
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && sameList(&entries[to-1], &entries[to], entries[from:to]) {
			to++
		}
		lists, theirs = append(lists, entries[from:to]), append(theirs, habits[from:to])
		from = to
	}
	judgePeople(lists, theirs, by)
	for i := range lists {
		judgeList(lists[i], theirs[i])
	}
}

// sameList reports whether b goes on with the list that a ends: it stands under the same heading, and no gap divides them
// where the list has lines without.
func sameList(a, b *Entry, list []Entry) bool {
	if rule.Off("entry.sameList") {
		return false
	}
	if a.Setting != b.Setting || len(a.Lines) == 0 || len(b.Lines) == 0 {
		return false
	}
	if b.Lines[0].Gap == 0 || b.Lines[0].Sort != document.Plain || len(list) < 3 {
		return true
	}
	for i := range list {
		if i > 0 && list[i].Lines[0].Gap == 0 {
			return false
		}
	}
	return true
}

// academy are the words for where scholars work, who sign for themselves.
var academy = lexicon.Set("entry.academy", "{organization academy}")

func judgeList(list []Entry, habits []Habit) {
	if len(list) < 3 || list[0].Company == section.Organizations {
		return
	}
	c, could := countList(list)
	if c.occupied >= 3 && c.occupied > c.offices { // persons beside organizations, each for herself
		for i := range list {
			habits[i].Themselves = true
		}
	}
	if habits[0].People <= 0 && 2*c.sure < len(list) && (5*c.sure < 2*len(list) || 4*(c.sure+c.maybe) < 3*len(list)) {
		return
	}
	officers := len(list) >= 5 && (3*c.employed >= 2*(c.sure+c.maybe) || c.firms >= 2 && c.own == 0 && 10*(c.beside+c.firms) >= 9*len(list) || c.presented())
	persons := c.sure + c.maybe
	themselves := !officers && (2*c.offices < persons || persons >= small && 2*c.employed < persons && 5*c.firms < persons)
	if c.themselves() > .5 {
		officers, themselves = false, true
	}
	described := officers && c.presented()
	told := allTell(list, could)
	for i := range list {
		habits[i].Persons = could[i] && !(told && bareMaybe(&list[i]))
		habits[i].Described = described
		habits[i].Officers = officers
		habits[i].Themselves = themselves
	}
}

// presented reports whether firms present themselves beside the persons who sign for them: each has another one, most of them with its address on the
// web or its legal form, and hardly anybody is at a place of scholars or says an occupation of hers.
func (c *company) presented() bool {
	if rule.Off("entry.company.presented") {
		return false
	}
	persons := c.sure + c.maybe
	return 10*c.besidePerson >= 8*persons && 10*len(c.distinct) >= 9*c.besidePerson && 5*c.academic < c.besidePerson && 5*c.own < persons && 3*(c.sited+c.firms) >= 2*persons && c.sited > 2
}

// allTell reports whether a list mixes persons, all of whom say what they are, with organizations that say nothing: a bare name that may be a person's
// is then an organization's.
func allTell(list []Entry, could []bool) bool {
	if rule.Off("entry.allTell") {
		return false
	}
	persons, bare := 0, 0
	for i := range list {
		e := &list[i]
		w, ok := phrase.ReadPerson(phrase.CutMarks(e.Text))
		switch told := w.Rest != "" || e.Note != "" || e.Said != "" || e.Affiliation != ""; {
		case e.Person != "":
			return false
		case ok && w.Certainty == 2 && !told:
			return false
		case ok && w.Certainty == 2:
			persons++
		case !could[i] && !ok && e.Note == "" && !strings.Contains(e.Text, ", "):
			bare++
		}
	}
	return persons >= 5 && bare >= 3
}

// bareMaybe reports whether an entry is nothing but a name that may be a person's and is not surely one.
func bareMaybe(e *Entry) bool {
	w, ok := phrase.ReadPerson(phrase.CutMarks(e.Text))
	return ok && w.Certainty < 2 && w.Rest == "" && e.Note == "" && e.Said == "" && e.Affiliation == ""
}
