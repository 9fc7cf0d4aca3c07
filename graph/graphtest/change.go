package graphtest

import (
	"math/rand/v2"

	"undersigned/graph"
)

// Pairs lists the signatures of x, by organization, then letter.
func Pairs(x *graph.Incidence) []graph.Pair {
	pairs := make([]graph.Pair, 0, x.Signatures())
	for o := range x.Organizations() {
		for _, l := range x.LettersOf(o) {
			pairs = append(pairs, graph.Pair{Org: int32(o), Letter: l})
		}
	}
	return pairs
}

// Relabel renames every organization and letter at random and hands the signatures over in random order. Old position o
// becomes orgPerm[o], old letter l becomes letterPerm[l]. A measure must follow the permutation and change no value.
func Relabel(x *graph.Incidence, seed uint64) (y *graph.Incidence, orgPerm, letterPerm []int32) {
	r := rand.New(rand.NewPCG(seed, 1))
	orgPerm = permutation(r, x.Organizations())
	letterPerm = permutation(r, x.Letters())
	pairs := Pairs(x)
	for i, p := range pairs {
		pairs[i] = graph.Pair{Org: orgPerm[p.Org], Letter: letterPerm[p.Letter]}
	}
	r.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	return build(x.Organizations(), x.Letters(), pairs), orgPerm, letterPerm
}

func permutation(r *rand.Rand, n int) []int32 {
	p := make([]int32, n)
	for i, v := range r.Perm(n) {
		p[i] = int32(v)
	}
	return p
}

// WithIsolates returns x with organizations that signed nothing and letters without signers appended.
func WithIsolates(x *graph.Incidence, orgs, letters int) *graph.Incidence {
	return build(x.Organizations()+orgs, x.Letters()+letters, Pairs(x))
}

// Projection spells out what the kernels never build: for each pair of organizations the number of shared letters and
// the Newman weight, the sum of 1/(k-1) over shared letters of k signers (doi:10.1103/PhysRevE.64.016132). Both are
// symmetric with a zero diagonal. O(n^2) memory: small networks only.
func Projection(x *graph.Incidence) (letters [][]int32, newman [][]float64) {
	n := x.Organizations()
	letters, newman = make([][]int32, n), make([][]float64, n)
	for o := range n {
		letters[o], newman[o] = make([]int32, n), make([]float64, n)
	}
	for l := range x.Letters() {
		signers := x.SignersOf(l)
		for _, a := range signers {
			for _, b := range signers {
				if a != b {
					letters[a][b]++
					newman[a][b] += 1 / float64(len(signers)-1)
				}
			}
		}
	}
	return letters, newman
}
