package names

import (
	"slices"
	"strings"
)

// leading are legal forms that may stand before a name.
var leading = map[string]bool{"nv": true, "bv": true, "ab": true, "pt": true, "ooo": true, "zao": true, "pao": true, "ao": true, "cv": true, "oy": true, "jsc": true, "oao": true, "llc": true}

// alwaysLegal are words that are a legal form wherever a name ends with them, though they are common.
var alwaysLegal = map[string]bool{"company": true, "limited": true, "corporation": true, "incorporated": true, "gmbh": true}

// stripTwin takes off the second name where a company prints its name twice, with two legal forms.
func (t *tables) stripTwin(words []word) []word {
	for i := 1; i+1 < len(words); i++ {
		if words[i+1].text == words[0].text && t.isLegalWord(words[i].text) {
			return words[:i+1]
		}
	}
	return words
}

// withoutSlip leaves out the last word of a name without a legal form where it is one mistyped: "N.C." of a company that the other name calls
// an N.V.
func (r *reading) withoutSlip(left []int, other *reading) []int {
	last := len(r.tokens) - 1
	if len(r.legal) > 0 || last < 1 || !slices.Contains(left, last) {
		return left
	}
	w := &r.tokens[last]
	if len(w.text) > 3 || w.kind == number || !upper(w.printed) || !slices.ContainsFunc(other.legal, func(form string) bool {
		return len(form) == len(w.text) && form[0] == w.text[0] && distance([]rune(form), []rune(w.text), 1) == 1
	}) {
		return left
	}
	return slices.DeleteFunc(slices.Clone(left), func(i int) bool { return i == last })
}

func (t *tables) isLegalWord(w string) bool {
	return slices.ContainsFunc(t.legal[w], func(f legalForm) bool { return len(f.words) == 1 && !f.common })
}

// stripSeat takes off what follows a legal form without a comma: the town of a company's seat, or its address, which ends with a number.
func (t *tables) stripSeat(s string, words []word) []word {
	if n := len(words); n > 2 && words[n-2].text == "te" {
		words = words[:n-2] // Dutch: "te Eindhoven"
	}
	for cut := max(2, len(words)-4); cut < len(words); cut++ {
		rest := words[cut:]
		last := rest[len(rest)-1]
		seat := strings.Trim(last.text, "0123456789") == ""
		if !seat {
			seat = true
			for i, w := range rest {
				m := t.word[w.text]
				seat = seat && (m != nil && len(m.places) > 0 && !m.shared || i == 0 && len(rest) > 1 && m != nil && m.kind == link)
			}
		}
		if !seat {
			continue
		}
		for _, form := range t.legal[words[cut-1].text] {
			n := len(form.words)
			if first := words[max(0, cut-n)]; n < cut && same(form.words, words[cut-n:cut]) && (!form.common || first.joined || alwaysLegal[form.words[0]]) {
				return words[:cut]
			}
		}
	}
	return words
}

// stripLegal takes legal forms from the end of the words, and some from their start, as long as something is left.
func (t *tables) stripLegal(s string, words []word) (rest []word, ids []string) {
	for found := true; found && len(words) > 1; {
		found = false
		for _, form := range t.legal[words[len(words)-1].text] {
			n := len(form.words)
			if n >= len(words) || !same(form.words, words[len(words)-n:]) {
				continue
			}
			first := words[len(words)-n]
			if form.common && !alwaysLegal[form.words[0]] && !strings.Contains(s[words[len(words)-n-1].to:first.from], ",") && !upper(first.printed) && !first.dotted && !first.joined {
				continue
			}
			ids, words, found = append(ids, form.id), words[:len(words)-n], true
			break
		}
	}
	for first := range min(5, len(words)-1) {
		for _, form := range t.legal[words[first].text] {
			if n := len(form.words); n > 1 && n == first+1 && n < len(words) && !form.common && form.id != "na" && same(form.words, words) {
				return words[n:], append(ids, form.id)
			}
		}
	}
	if len(words) > 1 && upper(words[0].printed) {
		for _, form := range t.legal[words[0].text] {
			if len(form.words) == 1 && leading[form.id] {
				return words[1:], append(ids, form.id)
			}
		}
	}
	return words, ids
}

func (t *tables) isLegal(s string) bool {
	w := split(s)
	if len(w) == 0 {
		return false
	}
	for _, form := range t.legal[w[len(w)-1].text] {
		if len(form.words) == len(w) && same(form.words, w) {
			return true
		}
	}
	return false
}
