package sameletter

import (
	"cmp"
	"maps"
	"slices"

	"undersigned/graph"
)

// Index finds letters that are one, or may be, without comparing all with all: only those that share names, passages or words of their
// titles are weighed. Of what may be one, what tells little (a name that very many letters print) is not looked up, so what one letter costs
// grows with its own size; reports are looked for among all. It is not safe for concurrent use.
type Index struct {
	texts             bool
	sketches          []*sketch // nil where one was removed
	at                map[string]int32
	reports, quotable postings[string] // names of letters that may be reports, and that may have some
	names, titles     postings[string]
	passages          postings[uint64]
}

const (
	commonFrom = 256 // letters from which a name, word or passage is too common to be looked up
	weighed    = 40  // letters that share most, which are compared as a whole
	passageTry = 64  // passages of a letter that are looked up
)

// New returns an empty index. With texts it proposes letters that have nothing but passages of their text in common, too, for
// which it reads the text of every letter (about a millisecond each); without, texts are only weighed where names or titles agree.
func New(texts bool) *Index {
	named := func(may func(*sketch) bool) func(*sketch) map[string]bool {
		return func(s *sketch) map[string]bool {
			if !may(s) {
				return nil
			}
			return s.names()
		}
	}
	return &Index{texts: texts, at: map[string]int32{}, reports: newPostings(named((*sketch).reports)), quotable: newPostings(named((*sketch).quotable)),
		names: newPostings((*sketch).names), titles: newPostings((*sketch).title), passages: newPostings((*sketch).passages)}
}

// Add puts a letter into the index; one whose id is there already is left as it is. The letter must not change afterwards.
func (x *Index) Add(l *graph.Letter) {
	if _, known := x.at[l.ID]; known {
		return
	}
	x.at[l.ID] = int32(len(x.sketches))
	x.sketches = append(x.sketches, sketchOf(l))
}

// Remove takes the letter of that id out of the index, if it is there.
func (x *Index) Remove(id string) {
	n, known := x.at[id]
	if !known {
		return
	}
	s := x.sketches[n]
	x.reports.remove(s, n)
	x.quotable.remove(s, n)
	x.names.remove(s, n)
	x.titles.remove(s, n)
	x.passages.remove(s, n)
	x.sketches[n] = nil
	delete(x.at, id)
}

// sketchOf returns the sketch of a letter, the index's own where it has it.
func (x *Index) sketchOf(l *graph.Letter) *sketch {
	if n, known := x.at[l.ID]; known && x.sketches[n].letter == l {
		return x.sketches[n]
	}
	return sketchOf(l)
}

// Links returns what the written rule says of a letter, in the index or not, and all others of the index, in the order of the ids of report
// and letter. One of the same id is left aside.
func (x *Index) Links(l *graph.Letter) []Link {
	return slices.SortedFunc(maps.Values(x.linksOf(x.sketchOf(l))), func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.Report.ID, b.Report.ID), cmp.Compare(a.Letter.ID, b.Letter.ID))
	})
}

// linksOf returns the links of a letter by the position of the other one.
func (x *Index) linksOf(s *sketch) map[int32]Link {
	links := map[int32]Link{}
	shared := map[int32]int{}
	if s.reports() {
		x.quotable.tally(shared, x.sketches, s.names(), 0)
		for n, k := range shared {
			if 2*k >= len(s.names()) {
				if link, ok := reportOf(s, x.sketches[n]); ok {
					links[n] = link
				}
			}
		}
	} else if s.quotable() {
		x.reports.tally(shared, x.sketches, s.names(), 0)
		for n, k := range shared {
			if report := x.sketches[n]; 2*k >= len(report.names()) {
				if link, ok := reportOf(report, s); ok {
					links[n] = link
				}
			}
		}
	}
	return links
}

// Of returns the proposals for a letter of the index, the strongest first, then by id.
func (x *Index) Of(id string) []Proposal {
	if n, known := x.at[id]; known {
		return x.like(x.sketches[n])
	}
	return nil
}

// Like returns the proposals for a letter that is not in the index, as Of would if it were; one of the same id is left aside.
func (x *Index) Like(l *graph.Letter) []Proposal { return x.like(x.sketchOf(l)) }

func (x *Index) like(s *sketch) []Proposal {
	shared := map[int32]int{}
	x.names.tally(shared, x.sketches, s.names(), commonFrom)
	x.titles.tally(shared, x.sketches, s.title(), commonFrom)
	if x.texts {
		x.passages.tally(shared, x.sketches, sample(s.passages()), commonFrom)
	}
	tried := make([]int32, 0, len(shared))
	for n, k := range shared {
		if x.sketches[n].letter.ID != s.letter.ID && k >= 2 {
			tried = append(tried, n)
		}
	}
	slices.SortFunc(tried, func(a, b int32) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(x.sketches[a].letter.ID, x.sketches[b].letter.ID))
	})
	tried = tried[:min(len(tried), weighed)]
	for n := range x.linksOf(s) { // what the rule says is never lost among what looks more alike
		if !slices.Contains(tried, n) {
			tried = append(tried, n)
		}
	}
	out := []Proposal{}
	for _, n := range tried {
		if p, ok := same(s, x.sketches[n]); ok {
			out = append(out, p)
		}
	}
	sortProposals(out)
	return out
}

// sample keeps the passages with the smallest hashes: as good as by chance, and the same each time.
func sample(passages map[uint64]bool) map[uint64]bool {
	all := slices.Sorted(maps.Keys(passages))
	kept := map[uint64]bool{}
	for _, h := range all[:min(len(all), passageTry)] {
		kept[h] = true
	}
	return kept
}

func sortProposals(ps []Proposal) {
	slices.SortFunc(ps, func(p, q Proposal) int {
		return cmp.Or(cmp.Compare(q.Score, p.Score), cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B))
	})
}

// Proposals compares all letters that have a text with all others, each pair once, the strongest first.
func Proposals(letters []graph.Letter) []Proposal {
	x := New(true)
	for i := range letters {
		x.Add(&letters[i])
	}
	seen := map[[2]string]bool{}
	out := []Proposal{}
	for i := range letters {
		if !HasText(&letters[i]) {
			continue
		}
		for _, p := range x.Of(letters[i].ID) {
			if pair := [2]string{p.A, p.B}; !seen[pair] {
				seen[pair] = true
				out = append(out, p)
			}
		}
	}
	sortProposals(out)
	return out
}
