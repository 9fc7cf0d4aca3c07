package letter

import "strings"

// termed finds years beside a name: "2015-2017", "since 2014", "2013".
var termed = lazy(`[,(]?\s*\b(since |from |seit |depuis |desde )?(1[89]|20)\d\d( ?[-–/] ?((1[89]|20)?\d\d|today|present|heute|aujourd'hui)?)?\)?`)

var termDash = lazy(`\s+[–—-]\s+`)

// readTerms reads lists in which years stand beside most names: "Night School, 2015-2017 – Jane Doe", in either order. Years say when
// somebody belonged somewhere. Organizations sign without; so the persons sign, for themselves.
func readTerms(entries []entry) {
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].setting == entries[from].setting {
			to++
		}
		termList(entries[from:to])
		from = to
	}
}

func termList(list []entry) {
	if len(list) < 4 {
		return
	}
	type term struct{ person, place string }
	found := make([]term, len(list))
	n := 0
	for i := range list {
		e := &list[i]
		if e.person != "" || !strings.ContainsAny(e.text, "0123456789") || !termed.MatchString(e.text) {
			continue
		}
		person, place, ok := splitTerm(e.text)
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
			list[i].person, list[i].text, list[i].own = t.person, t.place, true
		}
	}
}

// splitTerm cuts "place, years – person" and "person – place, years".
func splitTerm(text string) (person, place string, ok bool) {
	at := termDash.FindAllStringIndex(text)
	for _, m := range at {
		a, b := trim(text[:m[0]]), trim(text[m[1]:])
		withYears, without := a, b
		if termed.MatchString(b) {
			withYears, without = b, a
		}
		if personCertainty(without) == 0 || hasWord(without, orgWords) {
			continue
		}
		place := trim(strings.TrimRight(termed.ReplaceAllString(withYears, ""), " ,;–-"))
		if place == "" || !strings.Contains(text, place) {
			place = ""
		}
		return without, place, true
	}
	return "", "", false
}
