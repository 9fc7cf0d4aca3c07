package graph

import (
	"cmp"
	"math"
	"slices"
)

// Pair is one signature reduced to positions: organization Org signed letter Letter.
type Pair struct{ Org, Letter int32 }

// Incidence is the two-mode network in compressed form: which organization signed which letter, from both sides.
// Organizations are 0..Organizations()-1, letters 0..Letters()-1; a pair occurs at most once. It is immutable, holds
// 2E + n + m + 2 int32 for E signatures, and is what every kernel below graph/ works on.
type Incidence struct {
	orgPtr, letPtr []int32 // row starts, length n+1 and m+1
	orgLet, letOrg []int32 // columns, ascending within each row
}

// NewIncidence builds the compressed form of pairs over n organizations and m letters in O(E log k). Repeated pairs
// count once. It does not keep or change pairs. A position out of range is Invalid; more than 2^31-1 pairs is TooLarge.
func NewIncidence(n, m int, pairs []Pair) (*Incidence, error) {
	if n < 0 || m < 0 || n > math.MaxInt32-1 || m > math.MaxInt32-1 || len(pairs) > math.MaxInt32 {
		return nil, Errorf(TooLarge, "a network of %d organizations, %d letters and %d signatures is too large", n, m, len(pairs))
	}
	x := &Incidence{orgPtr: make([]int32, n+1), letPtr: make([]int32, m+1)}
	for _, p := range pairs {
		if p.Org < 0 || int(p.Org) >= n || p.Letter < 0 || int(p.Letter) >= m {
			return nil, Errorf(Invalid, "signature (%d, %d) lies outside a network of %d organizations and %d letters", p.Org, p.Letter, n, m)
		}
		x.orgPtr[p.Org+1]++
	}
	for i := range n {
		x.orgPtr[i+1] += x.orgPtr[i]
	}
	rows := make([]int32, len(pairs))
	next := slices.Clone(x.orgPtr[:n])
	for _, p := range pairs {
		rows[next[p.Org]] = p.Letter
		next[p.Org]++
	}
	kept := int32(0)
	for i := range n {
		row := rows[x.orgPtr[i]:x.orgPtr[i+1]]
		slices.SortFunc(row, cmp.Compare[int32])
		row = slices.Compact(row)
		x.orgPtr[i] = kept
		kept += int32(copy(rows[kept:], row))
	}
	x.orgPtr[n] = kept
	x.orgLet = slices.Clip(rows[:kept])
	for _, l := range x.orgLet {
		x.letPtr[l+1]++
	}
	for l := range m {
		x.letPtr[l+1] += x.letPtr[l]
	}
	x.letOrg = make([]int32, kept)
	next = slices.Clone(x.letPtr[:m])
	for o := range n {
		for _, l := range x.LettersOf(o) {
			x.letOrg[next[l]] = int32(o)
			next[l]++
		}
	}
	return x, nil
}

// Organizations returns the number of organizations, n.
func (x *Incidence) Organizations() int { return len(x.orgPtr) - 1 }

// Letters returns the number of letters, m.
func (x *Incidence) Letters() int { return len(x.letPtr) - 1 }

// Signatures returns the number of distinct (organization, letter) pairs, E.
func (x *Incidence) Signatures() int { return len(x.orgLet) }

// LettersOf returns the letters that organization o signed, ascending. The caller must not change the slice.
func (x *Incidence) LettersOf(o int) []int32 { return x.orgLet[x.orgPtr[o]:x.orgPtr[o+1]] }

// SignersOf returns the organizations that signed letter l, ascending. The caller must not change the slice.
func (x *Incidence) SignersOf(l int) []int32 { return x.letOrg[x.letPtr[l]:x.letPtr[l+1]] }

// Degree returns the number of letters that organization o signed.
func (x *Incidence) Degree(o int) int { return int(x.orgPtr[o+1] - x.orgPtr[o]) }

// Size returns the number of organizations that signed letter l.
func (x *Incidence) Size(l int) int { return int(x.letPtr[l+1] - x.letPtr[l]) }

// Signed reports whether organization o signed letter l, in O(log Degree(o)).
func (x *Incidence) Signed(o, l int) bool {
	_, ok := slices.BinarySearch(x.LettersOf(o), int32(l))
	return ok
}
