package entry

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// termed finds years beside a name: "2015-2017", "since 2014", "2013".
var termed = lexicon.Pattern("entry.termed", `[,(]?\s*\b({pattern since} )?(1[89]|20)\d\d( ?[-–/] ?({pattern until-now}|(1[89]|20)?\d\d)?)?\)?`)

var termDash = text.Lazy("entry.termDash", `\s+[–—-]\s+`)

// readTerms reads lists in which years stand beside most names: "Night School, 2015-2017 – Jane Doe", in either order. Years say when
// somebody belonged somewhere. Organizations sign without; so the persons sign, for themselves.
func readTerms(entries []Entry) {
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].Setting == entries[from].Setting {
			to++
		}
		termList(entries[from:to])
		from = to
	}
}

func termList(list []Entry) {
	if len(list) < 4 {
		return
	}
	type term struct{ person, place string }
	found := make([]term, len(list))
	n := 0
	for i := range list {
		e := &list[i]
		if e.Person != "" || !strings.ContainsAny(e.Text, "0123456789") || !termed.MatchString(e.Text) {
			continue
		}
		person, place, ok := splitTerm(e.Text)
		if !ok {
			continue
		}
		found[i] = term{person, place}
		n++
	}
	if 5*n < 3*len(list) {
		return
	}
	for i, t := range found {
		if t.person != "" {
			list[i].Person, list[i].Text, list[i].Own = t.person, t.place, true
		}
	}
}

// splitTerm cuts "place, years – person" and "person – place, years".
func splitTerm(s string) (person, place string, ok bool) {
	at := termDash.FindAllStringIndex(s)
	for _, m := range at {
		a, b := text.Trim(s[:m[0]]), text.Trim(s[m[1]:])
		withYears, without := a, b
		if termed.MatchString(b) {
			withYears, without = b, a
		}
		if phrase.PersonCertainty(without) == 0 || phrase.HasWord(without, lexicon.OrgWords) {
			continue
		}
		place := text.Trim(strings.TrimRight(termed.ReplaceAllString(withYears, ""), " ,;–-"))
		if place == "" || !strings.Contains(s, place) {
			place = ""
		}
		return without, place, true
	}
	return "", "", false
}
