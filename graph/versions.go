package graph

import (
	"cmp"
	"slices"
)

// A revised list decides. Versions of a letter are records that a version-of links to one another; translations and reports are none. Of them
// the newest one's list is the letter's: organizations that only older ones print do not sign. Which one is newest is said by, in turn
//
//   - the date of the letter; one without a date has the day on which its document was retrieved, and without that the date of what it says it is
//     a version of; what has none of these is oldest
//   - the time of retrieval, of those that say one date (a list on a page that goes on growing); one without has that of what it is a version of
//   - who points at whom: a version-of leads from the newer to the older, where neither date nor retrieval says otherwise
//   - the longer list, then the smaller id
//
// A version that names no organization decides nothing about them, nor does an excerpt: one that itself claims at least twice as many as it names
// ("and 100 others"). What such a version names signs beside the list of the version before. A list that is much shorter and claims no more decides as any other.

// decide finds the versions of a work and whose list is the letter's.
func (w *Work) decide() {
	w.List, w.Versions = w.Letter, w.Records
	if len(w.Records) == 1 {
		return
	}
	e := newEditions(w)
	w.Versions = nil
	for _, members := range e.groups() {
		own := members[0] == 0
		e.sort(members)
		decides := -1
		if !slices.ContainsFunc(members, func(i int) bool { return e.report[i] }) {
			decides = slices.IndexFunc(members, func(i int) bool { return decisive(w.Records[i]) })
		}
		if decides >= 0 {
			for _, i := range members[decides+1:] {
				e.instead[i] = w.Records[members[decides]]
			}
		}
		if own {
			for _, i := range members {
				w.Versions = append(w.Versions, w.Records[i])
			}
			if decides >= 0 {
				w.List = w.Versions[decides]
			}
		}
	}
	e.followTranslations()
	for i, l := range w.Records {
		if e.instead[i] != nil {
			if w.replaced == nil {
				w.replaced = map[*Letter]*Letter{}
			}
			w.replaced[l] = e.instead[i]
		}
		if e.report[i] {
			if w.reports == nil {
				w.reports = map[*Letter]bool{}
			}
			w.reports[l] = true
		}
	}
	if w.replaced != nil {
		w.version = map[*Letter]bool{}
		for _, l := range w.Versions {
			w.version[l] = true
		}
	}
}

// Replaced returns the version whose list stands instead of a record's: of an older version the newest, of a translation of it, too. It is nil
// for a record whose names sign.
func (w Work) Replaced(record *Letter) *Letter { return w.replaced[record] }

// Persons counts the people who signed. Translations and versions list the same ones again, so it is the most that one record has of those
// that no newer version stands for; where none of these counts any, of all.
func (w Work) Persons() int {
	most, replaced := 0, 0
	for _, l := range w.Records {
		n := l.Individuals
		for i := range l.Signatures {
			if s := &l.Signatures[i]; s.Type == TypePerson && s.Signs() {
				n++
			}
		}
		if w.replaced[l] != nil {
			replaced = max(replaced, n)
		} else {
			most = max(most, n)
		}
	}
	return cmp.Or(most, replaced)
}

// namesOrganizations counts the organizations that a record lists, also those that it says took their signatures back.
func (l *Letter) namesOrganizations() int {
	n := 0
	for i := range l.Signatures {
		if l.Signatures[i].Type == TypeOrganization {
			n++
		}
	}
	return n
}

// Excerpt reports whether a record itself says that it lists a part of the organizations: it claims at least twice as many as it names.
func (l *Letter) Excerpt() bool {
	return l.Claimed.Organizations != nil && *l.Claimed.Organizations > 0 && *l.Claimed.Organizations >= 2*l.namesOrganizations()
}

func decisive(l *Letter) bool { return l.namesOrganizations() > 0 && !l.Excerpt() }

// editions are the records of a work on the way to their versions. All slices are by the position of the record.
type editions struct {
	records    []*Letter
	version    [][]int // positions of what it says it is a version of
	translated [][]int // and a translation of
	report     []bool
	instead    []*Letter
	date       []Date
	retrieved  []string
	depth      []int // how many versions it leads to one after another
	listed     []int // organizations
}

func newEditions(w *Work) *editions {
	n := len(w.Records)
	e := &editions{w.Records, make([][]int, n), make([][]int, n), make([]bool, n), make([]*Letter, n), make([]Date, n), make([]string, n), make([]int, n), make([]int, n)}
	at := make(map[string]int, n)
	for i, l := range w.Records {
		at[l.ID] = i
		e.date[i], e.listed[i] = l.Date, l.namesOrganizations()
		for k := range l.Documents {
			e.retrieved[i] = max(e.retrieved[i], l.Documents[k].Retrieved)
		}
		if e.date[i].IsZero() && len(e.retrieved[i]) >= len("2021-05-06") {
			e.date[i], _ = ParseDate(e.retrieved[i][:len("2021-05-06")]) // else no date
		}
	}
	for _, link := range w.Links {
		from, to := at[link.From], at[link.To]
		switch link.Relation {
		case TranslationOf:
			e.translated[from] = append(e.translated[from], to)
		case ReportOf:
			e.report[from] = true
		}
	}
	for _, link := range w.Links { // what is a translation or a report is that first
		if from := at[link.From]; link.Relation == VersionOf && !e.report[from] && len(e.translated[from]) == 0 {
			e.version[from] = append(e.version[from], at[link.To])
		}
	}
	e.inherit()
	reports := e.allOf(e.translated, func(i int) bool { return e.report[i] }, func(int) bool { return false })
	for i := range e.report {
		e.report[i] = reports(i)
	}
	return e
}

// inherit gives each record the dates of what it is a version of, where it has none, and its depth: first those that lead nowhere. Of records
// that lead in a circle nothing is known but what they say themselves.
func (e *editions) inherit() {
	waits := make([]int, len(e.records))
	from := make([][]int, len(e.records))
	var ready []int
	for i, targets := range e.version {
		waits[i] = len(targets)
		for _, to := range targets {
			from[to] = append(from[to], i)
		}
		if len(targets) == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		var date Date
		retrieved := ""
		for _, to := range e.version[i] {
			e.depth[i] = max(e.depth[i], e.depth[to]+1)
			retrieved = max(retrieved, e.retrieved[to])
			if later(e.date[to], date) > 0 {
				date = e.date[to]
			}
		}
		e.retrieved[i] = cmp.Or(e.retrieved[i], retrieved)
		if e.date[i].IsZero() {
			e.date[i] = date
		}
		for _, k := range from[i] {
			if waits[k]--; waits[k] == 0 {
				ready = append(ready, k)
			}
		}
	}
}

// later compares dates by time; no date comes first.
func later(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(a.Year, b.Year)
	}
	return a.Compare(b)
}

// groups are the records that are versions of one another, each sorted by position; the first has the letter itself.
func (e *editions) groups() [][]int {
	parent := make([]int, len(e.records))
	for i := range parent {
		parent[i] = i
	}
	for i, targets := range e.version {
		for _, to := range targets {
			a, b := find(parent, i), find(parent, to)
			parent[max(a, b)] = min(a, b)
		}
	}
	place := make([]int, len(e.records)) // of the group of a root, and 1
	var groups [][]int
	for i := range e.records {
		root := find(parent, i)
		if place[root] == 0 {
			groups = append(groups, nil)
			place[root] = len(groups)
		}
		groups[place[root]-1] = append(groups[place[root]-1], i)
	}
	return groups
}

// sort puts the newest first.
func (e *editions) sort(members []int) {
	slices.SortFunc(members, func(a, b int) int {
		return cmp.Or(later(e.date[b], e.date[a]), cmp.Compare(e.retrieved[b], e.retrieved[a]), cmp.Compare(e.depth[b], e.depth[a]),
			cmp.Compare(e.listed[b], e.listed[a]), cmp.Compare(e.records[a].ID, e.records[b].ID))
	})
}

// followTranslations replaces what translates older versions only. A translation that is dated after the newest version was made of that, whatever
// record it was linked to.
func (e *editions) followTranslations() {
	dated := make(map[*Letter]Date, len(e.records))
	for i, l := range e.records {
		dated[l] = e.date[i]
	}
	newest := make([]*Letter, len(e.records))
	for i := range e.records {
		newest[i] = e.original(i)
	}
	replaced := e.allOf(e.translated, func(i int) bool { return e.instead[i] != nil }, func(i int) bool {
		return newest[i] != nil && later(e.records[i].Date, dated[newest[i]]) > 0
	})
	for i := range e.records {
		if replaced(i) {
			newest[i] = cmp.Or(e.instead[i], newest[i])
		} else {
			newest[i] = nil
		}
	}
	e.instead = newest
}

// original is what stands instead of the first record that a translation is of, directly or by others.
func (e *editions) original(i int) *Letter {
	for range e.records {
		if e.instead[i] != nil || len(e.translated[i]) == 0 {
			break
		}
		i = e.translated[i][0]
	}
	return e.instead[i]
}

// allOf tells of which records something holds: itself, or for all that it leads to unless it is exempt. In a circle it holds for none by the others.
func (e *editions) allOf(targets [][]int, itself, exempt func(i int) bool) func(i int) bool {
	const unknown, no, yes = 0, 1, 2
	known := make([]int8, len(e.records))
	var holds func(i int) bool
	holds = func(i int) bool {
		if known[i] == unknown {
			known[i] = no
			if itself(i) || len(targets[i]) > 0 && !exempt(i) && !slices.ContainsFunc(targets[i], func(to int) bool { return !holds(to) }) {
				known[i] = yes
			}
		}
		return known[i] == yes
	}
	return holds
}
