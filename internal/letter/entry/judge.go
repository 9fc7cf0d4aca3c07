package entry

import (
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// judgeCompany decides for the entries of each list together what one line alone cannot tell: whether a name that could be a person's is
// one, and whether persons sign for the organizations beside their names. Where most lines surely are persons, the others that
// may be are, too; and where most of them print no office, the organizations are affiliations, since those who sign for an
// organization say what they are in it. Where nearly all do, or all
// print an organization and some of these a legal form, the few who print only the organization sign for it.
func judgeCompany(entries []Entry, habits []Habit) {
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && sameList(&entries[to-1], &entries[to], entries[from:to]) {
			to++
		}
		judgeList(entries[from:to], habits[from:to])
		from = to
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
var academy = text.Set("entry.academy", lexicon.Organization.Words("academy"))

func judgeList(list []Entry, habits []Habit) {
	if len(list) < 3 || list[0].Company == section.Organizations {
		return
	}
	sure, maybe, offices, employed := 0, 0, 0, 0
	occupied := 0                 // persons who say what they are, and no office
	beside, firms, own := 0, 0, 0 // organizations beside names, those with a legal form or named by a "for", persons with occupations
	could := make([]bool, len(list))
	for i := range list {
		e := &list[i]
		if e.Person != "" {
			sure++
			offices++
			employed++
			continue
		}
		w, ok := phrase.ReadPerson(phrase.CutMarks(e.Text))
		if _, _, behalf := phrase.SignsForWhom(phrase.CutMarks(e.Text)); behalf {
			firms++
		} else if ok && w.Organization != "" {
			beside++
			if phrase.LegalEnd(w.Organization) {
				firms++
			}
		}
		if ok && w.Own {
			occupied++
		}
		if w.Own || phrase.HasWord(w.Organization, academy) {
			own++
		}
		switch {
		case !ok:
			continue
		case w.Certainty == 2:
			sure++
		default:
			maybe++
		}
		could[i] = true
		if w.Office && !w.Own {
			offices++
			if w.Organization != "" {
				employed++
			}
		}
	}
	if occupied >= 3 && occupied > offices { // persons beside organizations, each for herself
		for i := range list {
			habits[i].Themselves = true
		}
	}
	if 2*sure < len(list) && (5*sure < 2*len(list) || 4*(sure+maybe) < 3*len(list)) {
		return
	}
	officers := len(list) >= 5 && (3*employed >= 2*(sure+maybe) || firms >= 2 && own == 0 && 10*(beside+firms) >= 9*len(list))
	for i := range list {
		habits[i].Persons = could[i]
		habits[i].Officers = officers
		habits[i].Themselves = !officers && 2*offices < sure+maybe
	}
}
