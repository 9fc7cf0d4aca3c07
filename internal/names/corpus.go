package names

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"undersigned/graph"
)

// Corpus is a set of names that are compared with each other: it knows which words are common among them, and what their acronyms stand for.
type Corpus struct {
	t        *tables
	forms    []*Form
	count    map[string]int     // names that hold a word
	acronyms map[string][]*Form // names that are called so in short
	lookup   *lookup
	Places   bool
}

// lookup is the index of a corpus, built when first asked for.
type lookup struct {
	mu      sync.Mutex
	ix      *index
	scratch sync.Pool // of *[]float32, see index.near
}

// NewCorpus takes the names apart. The same names in any order give the same weights.
func NewCorpus(printed []string) *Corpus {
	c, err := BuildCorpus(context.Background(), printed)
	if err != nil {
		panic(err) // only ctx can stop it
	}
	return c
}

// BuildCorpus is NewCorpus for who may not wait for the end: ctx stops it, with code Cancelled.
func BuildCorpus(ctx context.Context, printed []string) (*Corpus, error) {
	c := &Corpus{t: load(), count: map[string]int{}, acronyms: map[string][]*Form{}, lookup: &lookup{}}
	type meeting struct{ word, first string }
	met := map[meeting]bool{}
	for i, name := range printed {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "comparing names was stopped")
		}
		f := c.t.parse(name)
		c.forms = append(c.forms, f)
		first := f.whole().first()
		for i := range f.whole().tokens {
			if m := (meeting{f.whole().tokens[i].text, first}); !met[m] {
				met[m] = true
				c.count[m.word]++
			}
		}
	}
	for _, f := range c.forms {
		c.weigh(f)
		for _, a := range f.acronyms {
			c.acronyms[a] = append(c.acronyms[a], f)
		}
	}
	return c, nil
}

// Form takes another name apart, weighed as one of the corpus.
func (c *Corpus) Form(name string) *Form {
	f := c.t.parse(name)
	c.weigh(f)
	return f
}

// Of returns the form of the i-th name.
func (c *Corpus) Of(i int) *Form { return c.forms[i] }

// weigh gives each word its weight: the logarithm of how rare it is, among the names counted for the tables and those of the corpus
// (K. Spärck Jones, 1972, doi:10.1108/eb026526), 1 for one that stands nowhere else.
func (c *Corpus) weigh(f *Form) {
	all := float64(c.t.counted + len(c.forms) + 2)
	for r := range f.readings {
		reading := &f.readings[r]
		reading.weight = 0
		var compact []byte
		for i := range reading.tokens {
			tok := &reading.tokens[i]
			n := float64(c.t.common[tok.text]) + damped(c.count[tok.text])
			w := math.Log(all/(n+1)) / math.Log(all)
			switch tok.kind {
			case article:
				w = .01
			case link:
				w = .03
			case generic, arm, chapter:
				w = min(w, .35)
			}
			tok.weight = math.Round(max(w, .01)*1e4) / 1e4
			reading.weight += tok.weight
			if tok.kind != article && tok.kind != link {
				compact = append(compact, joined(tok.text)...)
			}
		}
		reading.compact = string(compact)
	}
	whole := f.whole().weight
	for r := range f.readings[1:] {
		if reading := &f.readings[r+1]; whole > 0 {
			reading.dropped = max(0, 1-reading.weight/whole)
		}
	}
}

// unambiguous reports whether an acronym stands for one name only, as far as words tell: every name of the corpus that is called so, and the
// one that is compared, which may be none of the corpus, is alike to the first.
func (c *Corpus) unambiguous(acronym string, compared *Form) bool {
	called := c.acronyms[acronym]
	if len(called) == 0 {
		return true
	}
	first := called[0]
	for _, f := range append(called[1:len(called):len(called)], compared) {
		al := c.t.align(first.whole(), f.whole())
		if cmp.Less(min(al.coverA, al.coverB), .5) {
			return false
		}
	}
	return true
}

// first is the first word that tells something, or "".
func (r *reading) first() string {
	for i := range r.tokens {
		if k := r.tokens[i].kind; k == plain || k == topic {
			return r.tokens[i].text
		}
	}
	return ""
}

func containsAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func (c *Corpus) index(ctx context.Context) (*index, error) {
	c.lookup.mu.Lock()
	defer c.lookup.mu.Unlock()
	if c.lookup.ix == nil {
		ix, err := c.buildIndex(ctx)
		if err != nil {
			return nil, err
		}
		c.lookup.ix = ix
	}
	return c.lookup.ix, nil
}

// damped counts the organizations of the corpus that have a word less the more there are: many may be spellings of one.
func damped(n int) float64 { return math.Sqrt(float64(max(0, n-1))) }
