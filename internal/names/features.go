package names

import (
	"math"
	"slices"
	"unicode/utf8"
)

// The features of a pair of readings, in the order of their weights in data/weights.tsv; data/features.tsv says what each means.
const (
	fCoverLow = iota
	fCoverHigh
	fGrams
	fEdit
	fFirst
	fSame
	fSubstituted
	fOther
	fOtherLight
	fAddedFront
	fAddedInside
	fAddedBehind
	fAddedLight
	fBodyFront
	fPlaceAdded
	fPlaceOnly
	fPlaceComma
	fPlaceFront
	fPlaceConflict
	fNumberAdded
	fNumberConflict
	fArmAdded
	fChapterAdded
	fLegalConflict
	fTypos
	fTypoLone
	fTranslated
	fInflected
	fTranslatedCover
	fAcronymSame
	fAcronymLong
	fAcronymDifferent
	fAcronymOf
	fAcronymFits
	fPartFirst
	fPartTail
	fPartOther
	fPartBrackets
	fLone
	fTurned
	fCase
	fLight
	fJoint
	features
)

var featureNames = [features]string{"cover-low", "cover-high", "grams", "edit", "first", "same", "substituted", "other", "other-light", "added-front", "added-inside", "added-behind", "added-light", "body-front", "place-added", "place-only", "place-comma", "place-front", "place-conflict", "number-added",
	"number-conflict", "arm-added", "chapter-added", "legal-conflict", "typos", "typo-lone", "translated", "inflected", "translated-cover", "acronym-same", "acronym-long", "acronym-different", "acronym-of", "acronym-fits",
	"part-first", "part-tail", "part-other", "part-brackets", "lone", "turned", "case", "light", "joint"}

type vector [features]float64

// compared is a pair of readings, with what was found.
type compared struct {
	al   alignment
	x    vector
	left [2]residue

	aside bool // both put something in brackets, and the two have no word in common
}

// compareReadings fills the features that depend on one reading each.
func (c *Corpus) compareReadings(f, g *Form, a, b *reading) compared {
	al := c.t.align(a, b)
	al.leftA, al.leftB = a.withoutSlip(al.leftA, b), b.withoutSlip(al.leftB, a)
	out := compared{al: al, left: [2]residue{a.left(al.leftA), b.left(al.leftB)}}
	x, l, r := &out.x, &out.left[0], &out.left[1]
	x[fCoverLow], x[fCoverHigh] = min(al.coverA, al.coverB), max(al.coverA, al.coverB)
	x[fGrams] = gramDice(a.compact, b.compact)
	x[fEdit] = editLike(a.compact, b.compact)
	x[fFirst] = boolean(c.firstMatches(a, b, &al))
	x[fLone] = boolean(a.lone().own() || b.lone().own())
	x[fSame] = boolean(a.compact == b.compact && a.compact != "")
	lp, rp := l.tells(), r.tells()
	x[fSubstituted] = min(lp, rp)
	x[fOther] = boolean(lp > 0 && rp > 0)
	x[fOtherLight] = boolean(l.words > 0 && r.words > 0) - x[fOther]
	if x[fSubstituted] == 0 {
		more, left := a, al.leftA
		if rp > lp {
			more, left = b, al.leftB
		}
		if at, w := more.added(left); w > 0 {
			x[fAddedFront+at] = w
		} else if l.light+r.light > 0 {
			x[fAddedLight] = 1
			if a.leadsWith(generic, al.leftA) || b.leadsWith(generic, al.leftB) {
				x[fAddedLight], x[fBodyFront] = 0, 1
			}
		}
	}
	switch {
	case l.place && r.place:
		x[fPlaceConflict] = boolean(!c.nested(l.places, r.places))
		x[fPlaceAdded] = 1 - x[fPlaceConflict]
	case l.place || r.place:
		x[fPlaceAdded] = 1
	}
	if x[fPlaceAdded] == 1 && l.words+r.words == 0 {
		x[fPlaceAdded], x[fPlaceOnly] = 0, 1
		switch {
		case l.after || r.after:
			x[fPlaceOnly], x[fPlaceComma] = 0, 1
		case a.leadsWith(place, al.leftA) || b.leadsWith(place, al.leftB):
			x[fPlaceOnly], x[fPlaceFront] = 0, 1
		}
	}
	x[fNumberConflict] = boolean(l.number && r.number)
	x[fNumberAdded] = boolean(l.number != r.number)
	x[fArmAdded] = boolean(l.arm != r.arm)
	x[fChapterAdded] = boolean(l.chapt || r.chapt)
	x[fLegalConflict] = boolean(legalConflict(a.legal, b.legal))
	if sum := (a.weight + b.weight) / 2; sum > 0 {
		x[fTypos] = min(1, al.matched[mistyped]/sum)
		if x[fCoverHigh] > 0 && !al.telling && (al.matched[mistyped] > 0 || x[fLone] == 1) {
			x[fTypoLone] = 1
		}
		x[fTranslated] = min(1, al.matched[translated]/sum)
		x[fTranslatedCover] = x[fCoverLow] * min(1, 3*x[fTranslated])
		x[fInflected] = min(1, (al.matched[inflected]+al.matched[shortened])/sum)
	}
	for _, r := range []*reading{a, b} {
		switch r.part {
		case firstPart:
			x[fPartFirst] = max(x[fPartFirst], r.dropped)
			x[fPartTail] = max(x[fPartTail], boolean(r.tail <= 2))
		case otherPart:
			x[fPartOther] = max(x[fPartOther], r.dropped)
		case inBrackets:
			x[fPartBrackets] = max(x[fPartBrackets], 1)
		}
	}
	out.aside = a.part == wholeName && b.part == wholeName && c.otherAside(f, g)
	x[fTurned] = boolean(al.inversions > 0)
	x[fLight] = boolean(al.onlyLight)
	x[fJoint] = boolean(l.joint || r.joint)
	return out
}

// added says where the weightiest telling word stands that is left: before, between or behind those that match; and its weight.
func (r *reading) added(left []int) (at int, weight float64) {
	first, last := len(r.tokens), -1
	for i := range r.tokens {
		if r.tokens[i].kind < link && !slices.Contains(left, i) {
			first, last = min(first, i), i
		}
	}
	for _, i := range left {
		if k := r.tokens[i].kind; (k == plain || k == topic) && r.tokens[i].weight > weight {
			weight = r.tokens[i].weight
			switch {
			case i < first:
				at = 0
			case i < last:
				at = 1
			default:
				at = 2
			}
		}
	}
	return at, weight
}

// tells is the weight of the words that tell the name from others.
func (r *residue) tells() float64 { return r.plain }

// nested reports whether a place of one list lies in one of the other.
func (c *Corpus) nested(a, b []string) bool {
	for _, p := range a {
		for _, q := range b {
			if c.t.inside(p, q) || c.t.inside(q, p) {
				return true
			}
		}
	}
	return false
}

func (c *Corpus) firstMatches(a, b *reading, al *alignment) bool {
	first := func(r *reading, left []int) (int, bool) {
		for i := range r.tokens {
			if k := r.tokens[i].kind; k == plain || k == topic {
				return i, !slices.Contains(left, i)
			}
		}
		return -1, false
	}
	_, x := first(a, al.leftA)
	_, y := first(b, al.leftB)
	return x && y
}

func legalConflict(a, b []string) bool {
	real := func(list []string) (out []string) {
		for _, id := range list {
			if id != "web" {
				out = append(out, id)
			}
		}
		return
	}
	x, y := real(a), real(b)
	return len(x) > 0 && len(y) > 0 && !containsAny(x, y)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func boolean(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
