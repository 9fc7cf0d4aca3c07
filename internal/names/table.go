package names

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var files embed.FS

//go:embed data/terms.txt
var terms string

// Terms are those under which others' facts stand in the tables.
func Terms() string { return terms }

// rows returns the columns of a data file, without its head.
func rows(file string) [][]string {
	text, err := files.ReadFile("data/" + file)
	if err != nil {
		panic(err) // a broken tree
	}
	var list [][]string
	head := true
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if head {
			head = false
			continue
		}
		list = append(list, strings.Split(strings.TrimRight(line, "\n"), "\t"))
	}
	return list
}

// Fingerprint is equal where the tables are: a hash of all of them.
func Fingerprint() string {
	h := sha256.New()
	list, err := files.ReadDir("data")
	if err != nil {
		panic(err) // a broken tree
	}
	for _, f := range list {
		text, err := files.ReadFile("data/" + f.Name())
		if err != nil {
			panic(err)
		}
		h.Write([]byte(f.Name()))
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// kind is what a word of a name does in it.
type kind uint8

const (
	plain   kind = iota // it tells this name from others
	topic               // a word with a sense that several languages share
	generic             // it says what kind of body it is
	arm                 // it makes a body of its own of a parent: fund, action
	chapter             // it makes a part of a whole: chapter, section
	place
	number
	legal
	link    // of, for, and
	article // the
)

// meaning is what the data say of a word or a phrase. Strings are interned by the loader: equal ones are one.
type meaning struct {
	senses  []string // concepts
	spoken  []string // languages in which it is used so, "en,fr", of each sense
	places  []string // ids of places
	kind    kind
	shared  bool // the word of a place is a common word, too
	demonym bool
	code    bool // of a place only where printed in capitals
}

// phrase is a meaning of several words, by the first of them.
type phrase struct {
	words []string
	of    *meaning
}

type tables struct {
	word    map[string]*meaning
	phrases map[string][]phrase // longest first
	legal   map[string][]legalForm
	short   map[string][]string
	within  map[string]string
	common  map[string]int // names that hold a word, among those counted
	counted int
}

type legalForm struct {
	words  []string
	id     string
	common bool
}

var load = sync.OnceValue(func() *tables {
	t := &tables{word: map[string]*meaning{}, phrases: map[string][]phrase{}, legal: map[string][]legalForm{}, short: map[string][]string{}, within: map[string]string{}, common: map[string]int{}}
	kinds := map[string]kind{"article": article, "link": link, "generic": generic, "arm": arm, "chapter": chapter, "topic": topic}
	for _, f := range rows("words.tsv") {
		m := t.of(f[0])
		if !slices.Contains(m.senses, f[1]) {
			m.senses, m.spoken = append(m.senses, f[1]), append(m.spoken, f[3])
		}
		m.kind = max(m.kind, kinds[f[2]])
	}
	for _, f := range rows("places.tsv") {
		m := t.of(f[0])
		if !slices.Contains(m.places, f[1]) {
			m.places = append(m.places, f[1])
		}
		m.shared = m.shared || len(f) > 6 && f[6] == "y"
		m.code = m.code || f[2] == "code"
		m.demonym = m.demonym || f[2] == "demonym"
		if f[3] != "" {
			t.within[f[1]] = f[3]
		}
	}
	for _, f := range rows("legal.tsv") {
		w := strings.Fields(f[0])
		form := legalForm{w, f[1], len(f) > 4 && f[4] == "y"}
		t.legal[w[len(w)-1]] = append(t.legal[w[len(w)-1]], form)
	}
	for _, list := range t.legal {
		slices.SortStableFunc(list, func(a, b legalForm) int { return len(b.words) - len(a.words) })
	}
	for _, list := range t.phrases {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	for _, f := range rows("short.tsv") {
		t.short[f[0]] = append(t.short[f[0]], f[1])
	}
	for _, f := range rows("frequency.tsv") {
		n := 0
		for _, d := range f[1] {
			n = n*10 + int(d-'0')
		}
		if f[0] == "" {
			t.counted = n
		} else {
			t.common[f[0]] = n
		}
	}
	return t
})

// of returns the meaning of a word or phrase, to be filled.
func (t *tables) of(text string) *meaning {
	if !strings.Contains(text, " ") {
		if t.word[text] == nil {
			t.word[text] = &meaning{}
		}
		return t.word[text]
	}
	w := strings.Fields(text)
	for _, p := range t.phrases[w[0]] {
		if slices.Equal(p.words, w) {
			return p.of
		}
	}
	m := &meaning{}
	t.phrases[w[0]] = append(t.phrases[w[0]], phrase{w, m})
	return m
}

// inside reports whether a place is another or lies in it.
func (t *tables) inside(p, q string) bool {
	for range 8 {
		if p == q {
			return true
		}
		if p = t.within[p]; p == "" {
			return false
		}
	}
	return false
}
