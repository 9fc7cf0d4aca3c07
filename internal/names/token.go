package names

import (
	"slices"
	"strings"
)

// tokens reads words: legal forms at the end (some at the start), then phrases and words of the tables.
func (t *reader) tokens(s string) reading {
	words := split(s)
	var r reading
	words = t.stripSeat(s, words)
	words = t.stripTwin(words)
	if last := words; len(words) > 1 {
		words, r.legal = t.stripLegal(s, words)
		if len(words)+1 == len(last) && alwaysLegal[last[len(words)].text] {
			r.formWord = last[len(words)].text
		}
	}
	if len(words) > mostWords {
		words = words[:mostWords]
	}
	for i := 0; i < len(words); {
		tok, n := t.token(words[i:])
		if i+n < len(words) && tld(s, words[i+n-1], words[i+n]) {
			r.legal = append(r.legal, "web")
			n++
		}
		r.tokens = append(r.tokens, tok)
		i += n
	}
	if n := len(r.tokens); n > 2 && (r.tokens[n-1].printed == "I" || r.tokens[n-1].printed == "V") {
		r.tokens[n-1].text, r.tokens[n-1].kind = map[string]string{"I": "1", "V": "5"}[r.tokens[n-1].printed], number
	}
	if last := len(r.tokens) - 1; last > 0 {
		if w := &r.tokens[last]; (w.kind == link || w.kind == article) && len(w.text) == 1 && upper(w.printed) {
			w.kind, w.means = number, nil // "Local E" is not "Local D"
		}
	}
	for i := 1; i+1 < len(r.tokens); i++ { // the middle letter of a person's name
		if tok := &r.tokens[i]; tok.dotted && len(tok.text) == 1 && tok.kind == plain && r.tokens[i-1].kind == plain && len(r.tokens[i-1].text) > 2 && r.tokens[i+1].kind == plain && len(r.tokens[i+1].text) > 2 {
			tok.kind = article
		}
	}
	if len(r.tokens) > 1 && r.tokens[0].text == "www" {
		r.tokens = r.tokens[1:]
	}
	return r
}

// tld reports whether a word ends an address that the word before it begins: "openmedia" "org" with a full stop between and no blank.
func tld(s string, before, w word) bool {
	return before.dotted && before.to+1 == w.from && len(before.text) > 2 && tlds[w.text] && s[before.to:w.from] == "."
}

// token returns the longest phrase that the words begin with, else the first word, with the number of words it takes.
func (t *reader) token(words []word) (token, int) {
	w := words[0]
	for _, p := range t.phrases[w.text] {
		if len(p.words) <= len(words) && same(p.words, words) {
			printed := make([]string, len(p.words))
			for i := range p.words {
				printed[i] = words[i].printed
			}
			tok := token{text: strings.Join(p.words, " "), printed: strings.Join(printed, " "), means: p.of}
			tok.kind = p.of.does(tok.printed)
			return tok.inLatin(), len(p.words)
		}
	}
	tok := token{text: w.text, printed: w.printed, dotted: w.dotted, means: t.word[w.text]}
	switch {
	case strings.Trim(w.text, "0123456789") == "":
		tok.kind, tok.means = number, nil
	case tok.means != nil:
		tok.kind = tok.means.does(w.printed)
	}
	if (tok.kind == link || tok.kind == article) && upper(w.printed) && len(w.text) > 1 && !t.capitals {
		tok.kind, tok.means = plain, nil
	}
	if tok.means == nil && upper(w.printed) {
		tok = t.shortPlace(tok)
	}
	if n := numeral(w); n != "" && (tok.means == nil || len(tok.means.senses) == 0) {
		tok.text, tok.kind, tok.means = n, number, nil
	}
	if tok.kind != place && tok.means != nil && tok.means.code && !upper(w.printed) && len(tok.means.senses) == 0 {
		tok.means, tok.kind = nil, plain
	}
	return tok.inLatin(), 1
}

// inLatin spells a word in Latin letters; what it means is known by then.
func (tok token) inLatin() token {
	text := latin(tok.text)
	tok.spelt = text != tok.text
	tok.text = text
	return tok
}

// shortPlace gives an abbreviation in capitals the meaning of the place that it is short for.
func (t *tables) shortPlace(tok token) token {
	for _, long := range t.short[tok.text] {
		m := t.word[long]
		if w := strings.Fields(long); len(w) > 1 {
			for _, p := range t.phrases[w[0]] {
				if slices.Equal(p.words, w) {
					m = p.of
				}
			}
		}
		if m != nil && len(m.places) > 0 {
			tok.means, tok.kind = m, place
			return tok
		}
	}
	return tok
}

// numeral is the figure that a Roman numeral or an ordinal stands for, or "".
func numeral(w word) string {
	if upper(w.printed) {
		if n := romans[w.text]; n != "" {
			return n
		}
	}
	if n := strings.TrimRight(w.text, "strdh"); n != "" && len(n)+2 == len(w.text) && strings.Trim(n, "0123456789") == "" && ordinals[w.text[len(n):]] {
		return n
	}
	return ""
}

// does says what a word does, as printed.
func (m *meaning) does(printed string) kind {
	if len(m.places) > 0 && (!m.code || upper(printed)) && !(m.shared && (len(m.senses) > 0 || printed == strings.ToLower(printed))) {
		return place
	}
	if len(m.senses) > 0 {
		return m.kind
	}
	return plain
}

func same(a []string, b []word) bool {
	for i := range a {
		if a[i] != b[i].text {
			return false
		}
	}
	return true
}

// tlds end addresses. Of countries' those that organizations use as words, or that stand after others.
var tlds = map[string]bool{"org": true, "com": true, "net": true, "info": true, "io": true, "me": true, "eu": true, "us": true, "int": true, "ngo": true, "coop": true, "tv": true, "co": true,
	"app": true, "dev": true, "de": true, "fr": true, "at": true, "ch": true, "nl": true, "be": true, "uk": true, "es": true, "it": true, "ca": true, "in": true, "is": true, "se": true, "no": true, "ai": true, "xyz": true, "edu": true, "gov": true, "tech": true, "social": true, "cc": true, "ly": true, "pt": true, "br": true, "au": true, "nz": true}

var romans = map[string]string{"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}

var ordinals = map[string]bool{"st": true, "nd": true, "rd": true, "th": true}
