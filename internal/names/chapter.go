package names

import (
	"cmp"
	"slices"
	"strings"
)

// Link says that one name of a corpus is a part of another: a chapter, a local, a country's section.
type Link struct {
	Child, Parent int32
	Why           string
}

// Child reports whether f names a part of g: the same words with a place, a number or a word for a part behind (a place also before). It is
// written for few and right links: where the rest is made of words that any body may have, it says no ("Bank", "Bank of America").
func (c *Corpus) Child(f, g *Form) (why string, child bool) {
	for _, s := range c.trunks(f) {
		if c.is(&s, g) || c.shortOf(&s, g) {
			return s.why, true
		}
	}
	return "", false
}

// Parents returns the links between the names of the corpus, in the order of children, then parents. One name that adds a place to another may
// only say where that one has its seat. So a link needs proof: the word for a part, or two names that add different places to the
// one. Each name costs a few look-ups.
func (c *Corpus) Parents() []Link {
	named, called := map[string][]int32{}, map[string][]int32{} // by words, by acronym
	for i, f := range c.forms {
		for _, a := range f.acronyms {
			called[a] = append(called[a], int32(i))
		}
		if key := f.whole().compact; key != "" {
			named[key] = append(named[key], int32(i))
		}
	}
	type found struct {
		Link
		trunk *trunk
	}
	var list []found
	added := map[int32][]*trunk{} // to a parent
	for i, f := range c.forms {
		for _, s := range c.trunks(f) {
			near := slices.Clone(named[s.key])
			if s.short {
				near = append(near, called[s.key]...)
			}
			slices.Sort(near)
			for _, k := range slices.Compact(near) {
				if g := c.forms[k]; k != int32(i) && (c.is(&s, g) || c.shortOf(&s, g)) {
					list = append(list, found{Link{int32(i), k, s.why}, &s})
					added[k] = append(added[k], &s)
				}
			}
		}
	}
	var links []Link
	for _, l := range list {
		if l.trunk.chapter || slices.ContainsFunc(added[l.Parent], func(o *trunk) bool { return c.elsewhere(l.trunk, o) }) {
			links = append(links, l.Link)
		}
	}
	slices.SortStableFunc(links, func(a, b Link) int { return cmp.Or(cmp.Compare(a.Child, b.Child), cmp.Compare(a.Parent, b.Parent)) })
	return slices.CompactFunc(links, func(a, b Link) bool { return a.Child == b.Child && a.Parent == b.Parent })
}

// trunk is what a name would be without what makes it a part.
type trunk struct {
	key     string // compact
	short   bool   // it is an acronym
	web     bool   // it is a number: only an address of its own makes that a name
	chapter bool   // a word says that it is a part
	adds    []token
	why     string
}

// is reports whether a name is the trunk and nothing else, such as the seat of a company.
func (c *Corpus) is(s *trunk, g *Form) bool {
	if g.whole().compact != s.key || s.web && !slices.Contains(g.whole().legal, "web") {
		return false
	}
	return !slices.ContainsFunc(split(g.Printed), func(w word) bool {
		m := c.t.word[w.text]
		return m != nil && len(m.places) > 0 && !m.shared && !g.whole().has(w.text)
	})
}

// elsewhere reports whether two parts of one whole add different places, of which none lies in the other.
func (c *Corpus) elsewhere(s, o *trunk) bool {
	places := func(t *trunk) (list []string) {
		for i := range t.adds {
			if t.adds[i].kind == place {
				list = append(list, t.adds[i].means.places...)
			}
		}
		return
	}
	p, q := places(s), places(o)
	return len(p) > 0 && len(q) > 0 && !c.nested(p, q)
}

// shortOf reports whether a name prints the trunk beside itself as what it is called in short, and no other name of the corpus does.
func (c *Corpus) shortOf(s *trunk, g *Form) bool {
	return s.short && slices.Contains(g.acronyms, s.key) && c.unambiguous(s.key, g) && g.placeless() &&
		(strings.ContainsAny(g.Printed, "(（") || acronymFit(s.key, g.whole()) > 0)
}

// placeless reports whether a name has no place or number of its own at its end.
func (f *Form) placeless() bool {
	tokens := f.whole().tokens
	return len(tokens) > 0 && tokens[len(tokens)-1].kind != place && tokens[len(tokens)-1].kind != number
}

// trunks returns what may be the parent of a name: without a run of places, numbers and words for parts at its end, of any length, or without
// places at its beginning.
func (c *Corpus) trunks(f *Form) []trunk {
	tokens := f.whole().tokens
	var list []trunk
	run := len(tokens)
	for run > 1 && (partly(&tokens[run-1]) || joins(&tokens[run-1])) {
		run--
		if joins(&tokens[run]) {
			continue
		}
		if k := tokens[run-1].kind; k == link && !joins(&tokens[run-1]) {
			break // "in Palestine" says what it is for
		}
		rest := tokens[:run]
		for len(rest) > 0 && joins(&rest[len(rest)-1]) {
			rest = rest[:len(rest)-1]
		}
		if extra := tokens[run:]; whyPart(extra) != "" && namesOne(rest, extra) && (joins(&tokens[run-1]) || !mayBeWords(extra)) && !repeats(rest, extra) {
			list = append(list, newTrunk(rest, extra))
		}
	}
	at := 0
	for at+1 < len(tokens) && tokens[at].kind == place {
		at++
	}
	if at > 0 && namesOne(tokens[at:], tokens[:at]) && distinct(tokens[at:]) > 0 && tokens[at].kind != link && !mayBeWords(tokens[:at]) && !repeats(tokens[at:], tokens[:at]) {
		list = append(list, newTrunk(tokens[at:], tokens[:at]))
	}
	return list
}

func newTrunk(rest, extra []token) trunk {
	var b strings.Builder
	for i := range rest {
		if rest[i].kind < link {
			b.WriteString(joined(rest[i].text))
		}
	}
	s := trunk{key: b.String(), why: whyPart(extra), web: len(rest) == 1 && rest[0].kind == number, adds: extra}
	s.chapter = slices.ContainsFunc(extra, func(tok token) bool { return tok.kind == chapter })
	s.short = len(rest) == 1 && len(s.key) >= 3 && upper(rest[0].printed)
	return s
}

// partly reports whether a word can make a part of a whole.
func partly(tok *token) bool { return tok.kind == place || tok.kind == number || tok.kind == chapter }

// joins reports whether a word may stand between a whole and its part: of, the.
func joins(tok *token) bool {
	return tok.kind == article || tok.kind == link && tok.means != nil && slices.Contains(tok.means.senses, "of")
}

// whyPart says what makes a part, or "" where nothing does.
func whyPart(extra []token) string {
	var words []string
	found := kind(plain)
	for i := range extra {
		k := extra[i].kind
		if k == chapter || k == place && found != chapter || k == number && found == plain {
			found = k
		}
		if k < link && !slices.Contains(words, extra[i].printed) {
			words = append(words, extra[i].printed)
		}
	}
	said := strings.Join(words, " ")
	switch found {
	case chapter:
		return "a chapter of the other: “" + said + "”"
	case place:
		return "the other, in a place: “" + said + "”"
	case number:
		return "a numbered part of the other: “" + said + "”"
	}
	return ""
}

// namesOne reports whether the words that are left name one body by themselves, and what is added may make a part of it.
func namesOne(rest, extra []token) bool {
	if !slices.ContainsFunc(extra, func(tok token) bool { return tok.kind == place || tok.kind == number }) ||
		!slices.ContainsFunc(extra, func(tok token) bool { return tok.kind == place || tok.kind == chapter }) {
		return false // a mere word for a part, or a mere number
	}
	if len(rest) == 1 && rest[0].kind == number {
		return extra[0].kind == place // 350 Seattle
	}
	own, words := distinct(rest), 0
	for i := range rest {
		if m := rest[i].means; own < 2 && m != nil && slices.ContainsFunc(m.senses, func(s string) bool { return ofEach[s] }) {
			return false
		}
		words += int(boolean(rest[i].kind == topic || rest[i].kind == arm))
	}
	said := slices.ContainsFunc(extra, func(tok token) bool { return tok.kind == chapter })
	return own > 0 || words > 1 || words == 1 && len(rest) > 1 && said
}

// ofEach are senses of bodies that every country or town has its own of: a Pirate Party is no part of another.
var ofEach = map[string]bool{"party": true, "university": true, "school": true, "church": true, "library": true, "hospital": true, "bank": true, "museum": true, "court": true,
	"government": true, "ministry": true, "parliament": true, "chamber": true, "ombudsman": true, "bar": true}

// mayBeWords reports whether what is added is one word that is not only a place: Mobile, Reading.
func mayBeWords(extra []token) bool {
	return len(extra) == 1 && extra[0].kind == place && extra[0].means.shared && !extra[0].after
}

// repeats reports whether a place that is added lies in one that the rest names, or the other way: "Network Africa (Africa)".
func repeats(rest, extra []token) bool {
	return slices.ContainsFunc(extra, func(e token) bool {
		return e.kind == place && slices.ContainsFunc(rest, func(r token) bool { return r.kind == place && containsAny(e.means.places, r.means.places) })
	})
}

// distinct counts the words that no table of common words holds.
func distinct(tokens []token) (n int) {
	for i := range tokens {
		if tok := &tokens[i]; tok.kind == plain && len(tok.text) > 2 {
			n++
		}
	}
	return n
}
