package names

import (
	"slices"
	"strings"
)

// alignment pairs the words of two readings.
type alignment struct {
	a, b       *reading
	matched    [unlike]float64 // weight of the words that match, by how; of each pair the mean of both
	coverA     float64         // the share of a's weight that is matched
	coverB     float64
	leftA      []int // positions of words that match nothing
	leftB      []int
	inversions int  // pairs of matched words in another order
	telling    bool // a word that tells something matches as it is written
	onlyLight  bool // nothing but generic words and places matches
}

// align pairs words one to one: equal ones first, then those alike, in the order of the name; then words that are written in two on one side.
func (t *tables) align(a, b *reading) alignment {
	al := alignment{a: a, b: b, onlyLight: true}
	var usedA, usedB [mostWords + 8]bool
	var toB [mostWords + 8]int
	for i := range toB {
		toB[i] = -1
	}
	pair := func(i, k int, h how) {
		usedA[i], usedB[k], toB[i] = true, true, k
		x, y := &a.tokens[i], &b.tokens[k]
		w := worth[h]
		al.matched[h] += w * (x.weight + y.weight) / 2
		al.coverA += w * x.weight
		al.coverB += w * y.weight
		if x.kind == plain || y.kind == plain || x.kind == topic || y.kind == topic {
			al.onlyLight = false
			if (h == equal || h == spelling || h == sounded) && x.weight > .5 {
				al.telling = true
			}
		}
	}
	for i := range a.tokens {
		for k := range b.tokens {
			if !usedB[k] && a.tokens[i].text == b.tokens[k].text && a.tokens[i].spelt == b.tokens[k].spelt {
				pair(i, k, equal)
				break
			}
		}
	}
	for i := range a.tokens {
		if usedA[i] {
			continue
		}
		best, at := unlike, -1
		for k := range b.tokens {
			if usedB[k] {
				continue
			}
			if h := t.compareTokens(&a.tokens[i], &b.tokens[k]); h < best {
				best, at = h, k
			}
		}
		if at >= 0 {
			pair(i, at, best)
		}
	}
	t.alignJoined(a, b, usedA[:], usedB[:], &al, false)
	t.alignJoined(b, a, usedB[:], usedA[:], &al, true)
	alignForms(a, b, usedA[:], usedB[:], &al, false)
	alignForms(b, a, usedB[:], usedA[:], &al, true)
	t.alignPhrases(a, b, usedA[:], usedB[:], &al, false)
	t.alignPhrases(b, a, usedB[:], usedA[:], &al, true)
	t.alignInitials(a, b, usedA[:], usedB[:], &al, false)
	t.alignInitials(b, a, usedB[:], usedA[:], &al, true)
	for i := range a.tokens {
		if !usedA[i] {
			al.leftA = append(al.leftA, i)
		}
	}
	for k := range b.tokens {
		if !usedB[k] {
			al.leftB = append(al.leftB, k)
		}
	}
	last := -1
	for i := range a.tokens {
		if toB[i] >= 0 && a.tokens[i].kind < link {
			if toB[i] < last {
				al.inversions++
			}
			last = max(last, toB[i])
		}
	}
	if a.weight > 0 {
		al.coverA = min(1, al.coverA/a.weight)
	}
	if b.weight > 0 {
		al.coverB = min(1, al.coverB/b.weight)
	}
	return al
}

// alignJoined matches a word of a, written in one, with neighbours of b.
func (t *tables) alignJoined(a, b *reading, usedA, usedB []bool, al *alignment, swapped bool) {
	for i := range a.tokens {
		if usedA[i] || len(a.tokens[i].text) < 3 {
			continue
		}
		text := strings.ReplaceAll(a.tokens[i].text, " ", "")
		for k := 0; k+1 < len(b.tokens); k++ {
			n, sum := 0, 0.0
			var run string
			alike := false
			for k+n < len(b.tokens) && !usedB[k+n] && len(run) < len(text)+1 && !alike {
				run += strings.ReplaceAll(b.tokens[k+n].text, " ", "")
				sum += b.tokens[k+n].weight
				n++
				alike = n > 1 && (run == text || len(text) > 7 && typo(run, text))
			}
			if !alike {
				continue
			}
			usedA[i] = true
			for j := range n {
				usedB[k+j] = true
			}
			how := joinedUp
			if run != text {
				how = mistyped
			}
			al.add(&a.tokens[i], sum, how, swapped)
			al.onlyLight = false
			al.telling = al.telling || how == joinedUp
			break
		}
	}
}

// alignForms matches a word of a with one of b that ends a's and stands before its legal form: "UNILEVERNV".
func alignForms(a, b *reading, usedA, usedB []bool, al *alignment, swapped bool) {
	last, before := len(a.tokens)-1, len(b.tokens)-1
	if last < 0 || before < 0 || usedA[last] || usedB[before] || len(a.legal) > 0 {
		return
	}
	for _, form := range b.legal {
		if len(form) <= 4 && len(b.tokens[before].text) >= 4 && a.tokens[last].text == b.tokens[before].text+form {
			usedA[last], usedB[before] = true, true
			al.add(&a.tokens[last], b.tokens[before].weight, joinedUp, swapped)
			al.onlyLight, al.telling = false, true
			return
		}
	}
}

// alignInitials matches a word of a in capitals with neighbours of b that begin with its letters: "UC" with "University of California".
func (t *tables) alignInitials(a, b *reading, usedA, usedB []bool, al *alignment, swapped bool) {
	for i := range a.tokens {
		tok := &a.tokens[i]
		if usedA[i] || len(tok.text) < 2 || len(tok.text) > 5 || !upper(tok.printed) || len(a.tokens) == 1 {
			continue
		}
		for k := range b.tokens {
			n, sum := run(tok.text, b, usedB, k)
			if n == 0 {
				continue
			}
			usedA[i] = true
			for j := k; j < k+n; j++ {
				usedB[j] = true
			}
			al.add(tok, sum, shortened, swapped)
			break
		}
	}
}

// run returns how many words from k on begin with the letters of an acronym, in order, links passed over, and what they weigh; 0 where they
// do not.
func run(acronym string, b *reading, used []bool, k int) (n int, sum float64) {
	l := 0
	for j := k; j < len(b.tokens) && l < len(acronym); j++ {
		if used[j] {
			return 0, 0
		}
		n, sum = n+1, sum+b.tokens[j].weight
		for _, w := range strings.Fields(b.tokens[j].text) {
			switch {
			case l < len(acronym) && w[0] == acronym[l]:
				l++
			case l > 0 && b.tokens[j].kind == link:
			default:
				return 0, 0
			}
		}
	}
	if l < len(acronym) {
		return 0, 0
	}
	return n, sum
}

// alignPhrases matches a phrase of a with neighbours of b, word for word, where b prints one of them in another way.
func (t *tables) alignPhrases(a, b *reading, usedA, usedB []bool, al *alignment, swapped bool) {
	for i := range a.tokens {
		if usedA[i] || !strings.Contains(a.tokens[i].text, " ") {
			continue
		}
		words := strings.Fields(a.tokens[i].text)
		for k := 0; k+len(words) <= len(b.tokens); k++ {
			sum, worst := 0.0, equal
			for j, w := range words {
				if usedB[k+j] {
					worst = unlike
					break
				}
				one := token{text: w, printed: w, means: t.word[w]}
				if one.means != nil {
					one.kind = one.means.does(w)
				}
				worst = max(worst, t.compareTokens(&one, &b.tokens[k+j]))
				sum += b.tokens[k+j].weight
			}
			if worst == unlike {
				continue
			}
			usedA[i] = true
			for j := range words {
				usedB[k+j] = true
			}
			if worst == equal {
				worst = joinedUp
			}
			al.add(&a.tokens[i], sum, worst, swapped)
			break
		}
	}
}

// scripts reports whether words match that are written in two scripts.
func (al *alignment) scripts() bool {
	if al.matched[sounded] == 0 {
		return false
	}
	spelt := func(r *reading) bool { return slices.ContainsFunc(r.tokens, func(tok token) bool { return tok.spelt }) }
	return spelt(al.a) != spelt(al.b)
}

// add counts a word of one side that matches several of the other.
func (al *alignment) add(tok *token, sum float64, h how, swapped bool) {
	w := worth[h]
	al.matched[h] += w * (tok.weight + sum) / 2
	if swapped {
		al.coverB += w * tok.weight
		al.coverA += w * sum
	} else {
		al.coverA += w * tok.weight
		al.coverB += w * sum
	}
}
