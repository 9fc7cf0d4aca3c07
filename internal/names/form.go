package names

import (
	"regexp"
	"slices"
	"strings"
)

// token is a word or phrase of a name with what is known of it.
type token struct {
	text    string
	printed string
	kind    kind
	means   *meaning // nil for a word that no table knows
	weight  float64  // how much it tells names apart: 0 to 1, see Corpus
	dotted  bool
	after   bool // a comma stands before the places that the name ends with
	spelt   bool // in Latin letters from another script
}

// reading is one way to read a name: whole, or a part of it that may be a name by itself.
type reading struct {
	tokens   []token // without legal forms
	legal    []string
	formWord string // a legal form that is a word, such as "corporation"
	compact  string // the tokens that are no articles or links, in one word
	weight   float64
	dropped  float64 // the share of the name's weight that it leaves out
	part     part
	tail     int // words that say something behind a first part
}

// part says which part of a name a reading is.
type part uint8

const (
	wholeName part = iota
	firstPart      // what stands before a dash, slash, colon or comma
	otherPart      // what follows
	inBrackets
)

// Form is a printed name, taken apart once.
type Form struct {
	Printed  string
	readings []reading // the whole name first
	acronyms []string  // folded: what the name says it is called in short
	short    string    // folded: the name itself, where it is one word that looks like an acronym
	shorts   []string  // folded: the acronyms that it is made of: "IUF/UITA", "AFL-CIO"
	capitals bool      // all letters are capitals, so that capitals tell nothing
	seat     string    // folded: the town that follows a legal form
	words    []word    // as printed, for the rules
	key      string    // see foldKey
	endings  []string  // of addresses, of countries only
}

// whole is the name without what is in brackets.
func (f *Form) whole() *reading { return &f.readings[0] }

const (
	mostWords    = 40 // of a name that are compared
	mostReadings = 5
)

// slippedComma stands for a full stop between the letters of a legal form: "N,V."
var slippedComma = regexp.MustCompile(`\b(\p{Lu}),(\p{Lu})\b\.?`)

// reader reads the parts of one name.
type reader struct {
	*tables
	capitals bool // of the name, so that they tell nothing
}

// parse takes a name apart. Weights are the corpus's to give.
func (tb *tables) parse(name string) *Form {
	f := &Form{Printed: name, words: split(name), key: foldKey(name)}
	f.endings = countryEndings(name, f.words)
	name = strings.Trim(name, " *\u00a0\t")
	f.capitals = upper(name) && strings.ContainsAny(name, " ")
	t := &reader{tb, f.capitals}
	name = slippedComma.ReplaceAllString(name, "$1.$2.")
	outside, inside := brackets(name)
	var called []string
	if outside, called = alsoCalled(outside); len(called) > 0 {
		inside = append(called, inside...)
	}
	main := t.tokens(outside)
	if w := main.only(); w != nil && upper(w.printed) && len(w.text) <= 6 && w.kind != number {
		w.kind, w.means = plain, nil // an acronym, whatever word it looks like
	}
	if len(main.tokens) == 0 {
		outside, inside = name, nil
		main = t.tokens(name)
	}
	var aside []token // a place in brackets belongs to the name as if it stood there
	var others []reading
	for _, in := range inside {
		in, _ = alsoCalled(in)
		r := t.tokens(in)
		switch {
		case len(r.tokens) == 0 || t.isLegal(in):
			main.legal = append(main.legal, r.legal...)
		case f.acronym(in):
			f.addAcronym(in)
		case len(r.tokens) == 1 && slices.Contains(r.legal, "web") && f.acronym(r.tokens[0].printed):
			f.addAcronym(r.tokens[0].printed)
		case f.acronymWithPlace(t, in, &aside):
		case r.allOf(place, number, chapter, link, article):
			aside = append(aside, r.tokens...)
		default:
			if a, rest, ok := strings.Cut(in, " "); ok && f.acronym(strings.Trim(a, "-–,:;")) && upper(a) {
				f.addAcronym(strings.Trim(a, "-–,:;"))
				r = t.tokens(rest)
			}
			r.part = inBrackets
			others = append(others, r)
		}
	}
	parts := pieces(outside)
	if len(parts) > 1 {
		main, others = f.readParts(t, outside, main, others, parts)
	}
	f.takeAcronym(&main)
	main.tokens = append(main.tokens, aside...)
	f.calledShort(outside, &main)
	f.readings = append([]reading{main}, others...)
	f.readings = f.readings[:min(len(f.readings), mostReadings)]
	for i := range f.readings {
		r := &f.readings[i]
		r.tokens = r.tokens[:min(len(r.tokens), mostWords)]
	}
	return f
}

// readParts adds the parts of a name as readings, and takes acronyms of it out.
func (f *Form) readParts(t *reader, outside string, main reading, others []reading, parts []string) (reading, []reading) {
	var kept []string
	shorts := 0
	for _, p := range parts {
		if f.acronym(strings.Trim(p, " .,-")) {
			shorts++
		}
	}
	for _, p := range parts {
		short := strings.Trim(p, " .,-")
		if f.acronym(short) && (shorts == 1 && len(parts) == 2 && !f.capitals && main.words() > 3 || fitsWords(joined(foldText(short)), main.tokens)) && !t.isPlace(short) && len(t.tokens(short).legal) == 0 {
			f.addAcronym(short)
			continue
		}
		kept = append(kept, p)
	}
	if len(kept) == 0 || t.isLegal(kept[0]) {
		return main, others
	}
	main = reading{legal: main.legal}
	seat := false // what follows a legal form and a comma is where the company has its seat
	kept = slices.DeleteFunc(kept, func(p string) bool {
		r := t.tokens(p)
		if seat && (r.allOf(place, link) || len(r.legal) == 0 && r.unknownTown()) {
			for i := range r.tokens {
				f.seat += " " + r.tokens[i].text
			}
			return true
		}
		seat = slices.ContainsFunc(r.legal, func(id string) bool { return id != "web" })
		if t.isLegal(p) {
			main.legal = append(main.legal, r.legal...)
			return len(parts) > 1
		}
		if at := strings.Index(outside, p); len(main.tokens) > 0 && r.allOf(place, link) && strings.HasSuffix(strings.TrimRight(outside[:max(at, 0)], " "), ",") {
			for i := range r.tokens {
				r.tokens[i].after = true
			}
		}
		main.tokens, main.legal = append(main.tokens, r.tokens...), append(main.legal, r.legal...)
		return false
	})
	if len(kept) < 2 {
		return main, others
	}
	for i, p := range kept {
		r := t.tokens(p)
		if len(r.tokens) == 0 || r.allOf(place, number, chapter, link, article) || r.allOf(generic, link, article) {
			continue
		}
		// The rest must not be a mere place: "Movement, South Africa" is not "Movement".
		rest := t.tokens(strings.Join(slices.DeleteFunc(slices.Clone(kept), func(s string) bool { return s == p }), " "))
		if rest.allOf(place, number, chapter, link, article) {
			continue
		}
		r.part = otherPart
		if i == 0 {
			r.part, r.tail = firstPart, len(rest.tokens)
		}
		others = append(others, r)
	}
	return main, others
}

// joined leaves letters and digits only.
func joined(s string) string {
	return strings.Map(func(r rune) rune {
		if isWord(r) {
			return r
		}
		return -1
	}, s)
}

func (t *reader) isPlace(s string) bool {
	r := t.tokens(s)
	return len(r.tokens) > 0 && r.allOf(place)
}

func (r *reading) allOf(kinds ...kind) bool {
	for i := range r.tokens {
		if !slices.Contains(kinds, r.tokens[i].kind) {
			return false
		}
	}
	return true
}

// unknownTown reports whether a reading is one word that no table knows, with or without "at".
func (r *reading) unknownTown() bool {
	w := r.lone()
	return w != nil && w.means == nil && w.kind == plain
}

// words counts the words but articles and links.
func (r *reading) words() (n int) {
	for i := range r.tokens {
		if r.tokens[i].kind < link {
			n += len(strings.Fields(r.tokens[i].text))
		}
	}
	return n
}

// only is the word of a reading of one word, or nil.
func (r *reading) only() *token {
	if len(r.tokens) != 1 {
		return nil
	}
	return &r.tokens[0]
}

// own reports whether a word is not one that many bodies have in their names.
func (w *token) own() bool { return w != nil && w.kind != topic && w.kind != generic }

// lone is the only word that says something, or nil; words of a kind are passed over.
func (r *reading) lone(but ...kind) *token {
	var w *token
	for i := range r.tokens {
		if k := r.tokens[i].kind; k == article || k == link || slices.Contains(but, k) {
			continue
		}
		if w != nil {
			return nil
		}
		w = &r.tokens[i]
	}
	return w
}
