package graph

import (
	"cmp"
	"slices"
)

// Work is one letter of a Network: the letter itself and its translations, versions and reports, which are linked to it and
// not counted again.
type Work struct {
	*Letter            // the record that stands for all: neither report, translation nor version of another, where there is one
	Records  []*Letter // all records, the one above first, then by id
	Links    []Link    // how the others belong to it
	Versions []*Letter // of the records those that are versions of it, and itself, newest first
	List     *Letter   // the version whose list of organizations is the letter's: the newest that decides (see decide), else the letter itself

	replaced map[*Letter]*Letter // see Replaced
	version  map[*Letter]bool    // as Versions, where some are replaced
	reports  map[*Letter]bool
}

// Link says how a record belongs to another, and what says so: the data themselves (Judgement is nil) or a judgement.
type Link struct {
	From, To  string // ids of letters
	Relation  Relation
	Judgement *Judgement
}

// groupLetters joins records that are linked. A report that a rule links to several letters goes to the one it shares the
// largest part of its names with (then to the smaller id), so the order of loading does not matter. A "different"
// judgement about two letters takes away every link between them that a rule or the data made.
func groupLetters(letters []Letter, judgements []Judgement) []Work {
	at := make(map[string]int, len(letters))
	for i := range letters {
		at[letters[i].ID] = i
	}
	links := letterLinks(letters, judgements, at)
	parent := make([]int, len(letters))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int { return find(parent, i) }
	rank := make([]int, len(letters)) // how far from being the letter itself
	for _, l := range links {
		parent[root(at[l.From])] = root(at[l.To])
		rank[at[l.From]] = max(rank[at[l.From]], relationRank[l.Relation])
	}
	groups := make(map[int][]int, len(letters))
	for i := range letters {
		groups[root(i)] = append(groups[root(i)], i)
	}
	works := make([]Work, 0, len(groups))
	for _, members := range groups {
		slices.SortFunc(members, func(a, b int) int {
			return cmp.Or(cmp.Compare(rank[a], rank[b]), letters[a].Date.Compare(letters[b].Date), cmp.Compare(letters[a].ID, letters[b].ID))
		})
		slices.SortFunc(members[1:], func(a, b int) int { return cmp.Compare(letters[a].ID, letters[b].ID) })
		w := Work{Letter: &letters[members[0]]}
		for _, i := range members {
			w.Records = append(w.Records, &letters[i])
		}
		works = append(works, w)
	}
	slices.SortFunc(works, func(a, b Work) int { return cmp.Compare(a.ID, b.ID) })
	byRecord := make(map[string]int, len(letters))
	for i, w := range works {
		for _, l := range w.Records {
			byRecord[l.ID] = i
		}
	}
	for _, l := range links {
		w := &works[byRecord[l.From]]
		w.Links = append(w.Links, l)
	}
	for i := range works {
		works[i].decide()
	}
	return works
}

var relationRank = map[Relation]int{VersionOf: 1, TranslationOf: 2, ReportOf: 3}

func letterLinks(letters []Letter, judgements []Judgement, at map[string]int) []Link {
	apart := map[[2]string]bool{}
	var js []Judgement
	for _, j := range sortedJudgements(judgements) {
		_, a := at[j.A.Letter]
		_, b := at[j.B.Letter]
		if j.Relation == "" || j.Undone != nil || !a || !b {
			continue
		}
		if j.Verdict == Different {
			apart[[2]string{j.A.Letter, j.B.Letter}] = true
			apart[[2]string{j.B.Letter, j.A.Letter}] = true
		}
		if j.Verdict == Same {
			js = append(js, j)
		}
	}
	var links []Link
	for i := range letters {
		l := &letters[i]
		for _, to := range []Link{{l.ID, l.VersionOf, VersionOf, nil}, {l.ID, l.TranslationOf, TranslationOf, nil}, {l.ID, l.ReportOf, ReportOf, nil}} {
			if _, known := at[to.To]; known && to.To != l.ID && !apart[[2]string{l.ID, to.To}] {
				links = append(links, to)
			}
		}
	}
	best := map[string]*Judgement{} // of rules, by record
	for i := range js {
		j := &js[i]
		if weight(j.By) < 2 {
			links = append(links, Link{j.A.Letter, j.B.Letter, j.Relation, j})
			continue
		}
		if apart[[2]string{j.A.Letter, j.B.Letter}] {
			continue
		}
		if b := best[j.A.Letter]; b == nil || j.Score > b.Score || j.Score == b.Score && j.B.Letter < b.B.Letter {
			best[j.A.Letter] = j
		}
	}
	for i := range js {
		if j := &js[i]; best[j.A.Letter] == j {
			links = append(links, Link{j.A.Letter, j.B.Letter, j.Relation, j})
		}
	}
	slices.SortStableFunc(links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Relation, b.Relation))
	})
	return links
}
