package sameletter

import (
	"cmp"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"undersigned/graph"
)

// sketch is what a letter is compared by.
type sketch struct {
	letter *graph.Letter
	names  map[string]bool // folded organizations
	title  map[string]bool
	text   map[uint64]bool // see passages
	read   bool
}

func sketchOf(l *graph.Letter) *sketch {
	return &sketch{letter: l, names: organizationKeys(*l), title: wordsOfTitle(l)}
}

// passages of the letter's text are worked out when they are first asked for.
func (s *sketch) passages() map[uint64]bool {
	if !s.read {
		s.text, s.read = passagesOf(s.letter), true
	}
	return s.text
}

// passagesOf returns a sample of the runs of graph.QuoteWords words of a letter's texts, its list of signatories left out: lists are compared by
// names, and two letters of one coalition share their list without sharing a word of text. One run in eight is kept, chosen by its
// hash, so that the same runs are kept in every text (A. Z. Broder: On the resemblance and containment of documents, 1997,
// doi:10.1109/SEQUEN.1997.666900).
func passagesOf(l *graph.Letter) map[uint64]bool {
	printed := map[string]bool{}
	for i := range l.Signatures {
		for _, e := range l.Signatures[i].Evidence {
			for line := range strings.SplitSeq(e.Text, "\n") {
				printed[line] = true
			}
		}
	}
	out := map[uint64]bool{}
	for _, d := range l.Documents {
		var text strings.Builder
		for line := range strings.SplitSeq(d.Text, "\n") {
			if !printed[line] {
				text.WriteString(line)
				text.WriteByte(' ')
			}
		}
		words := foldedWords(text.String())
		for i := 0; i+graph.QuoteWords <= len(words) && len(out) < 20_000; i++ {
			h := fnv.New64a()
			for _, w := range words[i : i+graph.QuoteWords] {
				h.Write([]byte(w))
				h.Write([]byte{0})
			}
			if sum := h.Sum64(); sum%8 == 0 {
				out[sum] = true
			}
		}
	}
	return out
}

// Index finds letters that may be one without comparing all with all: only those that share names, passages or words of
// their titles are weighed, found by an index. What tells little (a name that very many letters print) is not looked up, so what one
// letter costs grows with its own size. It is not safe for concurrent use.
type Index struct {
	texts    bool
	sketches []*sketch
	at       map[string]int
	names    map[string][]int32
	titles   map[string][]int32
	passages map[uint64][]int32
}

const (
	commonFrom = 256 // letters from which a name, word or passage is too common to be looked up
	weighed    = 40  // letters that share most, which are compared as a whole
	passageTry = 64  // passages of a letter that are looked up
)

// New returns an empty index. With texts it finds letters that have nothing but passages of their text in common, too, for
// which it reads the text of every letter (about a millisecond each); without, texts are only weighed where names or titles agree.
func New(texts bool) *Index {
	return &Index{texts: texts, at: map[string]int{}, names: map[string][]int32{}, titles: map[string][]int32{}, passages: map[uint64][]int32{}}
}

// Add puts a letter into the index; one whose id is there already is left as it is. The letter must not change afterwards.
func (x *Index) Add(l *graph.Letter) {
	if _, known := x.at[l.ID]; known {
		return
	}
	s, n := sketchOf(l), int32(len(x.sketches))
	x.at[l.ID] = int(n)
	x.sketches = append(x.sketches, s)
	put(x.names, s.names, n)
	put(x.titles, s.title, n)
	if x.texts {
		put(x.passages, s.passages(), n)
	}
}

func put[K comparable](index map[K][]int32, keys map[K]bool, n int32) {
	for key := range keys {
		if list := index[key]; len(list) <= commonFrom {
			index[key] = append(list, n)
		}
	}
}

// Of returns the proposals for a letter of the index, the strongest first, then by id.
func (x *Index) Of(id string) []Proposal {
	if self, known := x.at[id]; known {
		return x.like(x.sketches[self])
	}
	return nil
}

// Like returns the proposals for a letter that is not in the index, as Of would if it were; one of the same id is left aside.
func (x *Index) Like(l *graph.Letter) []Proposal { return x.like(sketchOf(l)) }

func (x *Index) like(s *sketch) []Proposal {
	shared := map[int32]int{}
	tallyShared(shared, x.names, s.names)
	tallyShared(shared, x.titles, s.title)
	if x.texts {
		tallyShared(shared, x.passages, sample(s.passages()))
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
	out := []Proposal{}
	for _, n := range tried[:min(len(tried), weighed)] {
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

func tallyShared[K comparable](shared map[int32]int, index map[K][]int32, keys map[K]bool) {
	for key := range keys {
		if list := index[key]; len(list) <= commonFrom {
			for _, n := range list {
				shared[n]++
			}
		}
	}
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

// HasText reports whether the text of a letter is known; edge lists and data sets of facts have none.
func HasText(l *graph.Letter) bool {
	return slices.ContainsFunc(l.Documents, func(d graph.Document) bool { return d.Text != "" })
}
