package names

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
)

// Limits of the index. What a name costs grows with the names in its buckets, not with all.
const (
	mostInBucket = 300 // names of a key from which it says too little
	mostNear     = 30  // names that are compared with one, the likest by shared keys
)

// index finds names that may be like a name by the keys they share: rare words, pairs of words, senses, beginnings, acronyms.
type index struct {
	buckets map[uint64][]int32
}

type key struct {
	hash  uint64
	worth float32
}

// keys returns the keys of a form, with what sharing one is worth. Each once.
func (ix *index) keys(f *Form) []key {
	list := make([]key, 0, 32)
	add := func(worth float64, parts ...string) {
		h := uint64(14695981039346656037) // FNV-1a
		for _, p := range parts {
			for i := 0; i < len(p); i++ {
				h = (h ^ uint64(p[i])) * 1099511628211
			}
			h *= 1099511628211
		}
		list = append(list, key{h, float32(worth)})
	}
	for r := range f.readings {
		ix.readingKeys(&f.readings[r], add)
	}
	for _, a := range f.acronyms {
		add(1.5, "acronym", a)
	}
	if f.short != "" {
		add(1.5, "acronym", f.short)
	}
	for _, a := range f.shorts {
		add(1.5, "acronym", a)
	}
	if len(f.acronyms) == 0 && f.short == "" {
		for _, a := range append(initials(f.whole()), withForm(f.whole())...) {
			add(1, "acronym", a)
		}
	}
	slices.SortFunc(list, func(a, b key) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(b.worth, a.worth)) })
	return slices.CompactFunc(list, func(a, b key) bool { return a.hash == b.hash })
}

func (ix *index) readingKeys(r *reading, add func(float64, ...string)) {
	type item struct {
		text   string
		weight float64
	}
	var words []item
	for i := range r.tokens {
		tok := &r.tokens[i]
		if tok.kind >= link {
			continue
		}
		text := tok.text
		if tok.means != nil && len(tok.means.senses) > 0 && tok.kind != place {
			text = "=" + tok.means.senses[0]
		} else if tok.kind == place {
			text = "@" + tok.means.places[0]
		} else {
			text = respell(text)
		}
		words = append(words, item{text, tok.weight})
		if n := []rune(tok.text); len(n) >= 5 && (tok.kind == plain || tok.kind == topic) {
			add(.5*tok.weight, "begins", string(n[:4]))
			add(.6*tok.weight, "bones", bones(spoken.Replace(tok.text)))
		}
	}
	slices.SortStableFunc(words, func(a, b item) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text)) })
	words = words[:min(len(words), 5)]
	for i, a := range words {
		add(a.weight, "word", a.text)
		for _, b := range words[:i] {
			add(.8*(a.weight+b.weight), "two", min(a.text, b.text), max(a.text, b.text))
		}
	}
	if n := []rune(r.compact); len(n) > 0 {
		add(.7, "begin", string(n[:min(len(n), 7)]))
		if len(n) > 7 {
			add(.6, "end", string(n[len(n)-7:]))
		}
	}
}

// bones are the consonants of a word, doubled ones once, and its first letter: most slips leave them.
func bones(w string) string {
	var b strings.Builder
	last := rune(0)
	for i, r := range w {
		if r != last && (i == 0 || !strings.ContainsRune("aeiouyh", r)) {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// initials are the first letters of the words of a name, without and with articles and links; none of a name of one word.
func initials(r *reading) []string {
	var without, with []rune
	for i := range r.tokens {
		for _, w := range strings.Fields(r.tokens[i].text) {
			first := []rune(w)[0]
			if with = append(with, first); r.tokens[i].kind != link && r.tokens[i].kind != article {
				without = append(without, first)
			}
		}
	}
	if len(without) < 2 {
		return nil
	}
	if len(with) == len(without) {
		return []string{string(without)}
	}
	return []string{string(without), string(with)}
}

func (c *Corpus) buildIndex(ctx context.Context) (*index, error) {
	ix := &index{buckets: map[uint64][]int32{}}
	for i, f := range c.forms {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "comparing names was stopped")
		}
		for _, k := range ix.keys(f) {
			if list := ix.buckets[k.hash]; len(list) <= mostInBucket {
				ix.buckets[k.hash] = append(list, int32(i))
			}
		}
	}
	return ix, nil
}

// near appends to list the names that share most with a form, at most mostNear, the likest first, then by position. worth is all 0 between.
func (ix *index) near(f *Form, skip int32, worth []float32, list []int32) []int32 {
	var touched []int32
	for _, k := range ix.keys(f) {
		bucket := ix.buckets[k.hash]
		if len(bucket) > mostInBucket {
			continue
		}
		for _, at := range bucket {
			if at == skip {
				continue
			}
			if worth[at] == 0 {
				touched = append(touched, at)
			}
			worth[at] += k.worth + 1e-6
		}
	}
	slices.SortFunc(touched, func(a, b int32) int { return cmp.Or(cmp.Compare(worth[b], worth[a]), cmp.Compare(a, b)) })
	list = append(list, touched[:min(len(touched), mostNear)]...)
	for _, at := range touched {
		worth[at] = 0
	}
	return list
}

// Pair is two names of a corpus, by position, A < B.
type Pair struct {
	A, B int32
	Result
}

// Pairs compares each name of the corpus with those that may be like it, and returns the pairs that are no different organizations, in
// order of A, then B.
func (c *Corpus) Pairs(ctx context.Context) ([]Pair, error) { return c.PairsFrom(ctx, 1) }

// PairsFrom is Pairs, and those too that score least and above.
func (c *Corpus) PairsFrom(ctx context.Context, least float64) ([]Pair, error) {
	ix, err := c.index(ctx)
	if err != nil {
		return nil, err
	}
	worth := make([]float32, len(c.forms))
	var found []Pair
	var near []int32
	seen := make(map[uint64]bool)
	for i, f := range c.forms {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "comparing names was stopped")
		}
		near = ix.near(f, int32(i), worth, near[:0])
		for _, k := range near {
			a, b := min(int32(i), k), max(int32(i), k)
			id := uint64(a)<<32 | uint64(b)
			if k < int32(i) && seen[id] {
				continue
			}
			seen[id] = true
			if r := c.Compare(c.forms[a], c.forms[b]); r.Verdict != Different || r.Score >= least {
				found = append(found, Pair{a, b, r})
			}
		}
	}
	slices.SortFunc(found, func(x, y Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return slices.CompactFunc(found, func(x, y Pair) bool { return x.A == y.A && x.B == y.B }), nil
}
