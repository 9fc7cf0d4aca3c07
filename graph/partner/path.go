package partner

import (
	"slices"

	"undersigned/graph"
)

// Step is one link of a chain: From and To signed Letters together.
type Step struct {
	From, To int32
	Letters  []int32 // all letters both signed, ascending
	Newman   float64 // sum of 1/(k-1) over them
}

// PathBetween returns a shortest chain of co-signing from a to b: the fewest steps, among those the largest sum of Newman
// weights, then at each step back from b the lowest position. It is empty, not nil, for a and itself, and nil where no
// chain exists. A position outside the network is NotFound.
//
// It costs the signatures for the distances, and for the weights the sizes of the letters of the organizations on shortest
// chains; neither the projection nor all chains are ever listed.
func PathBetween(x *graph.Incidence, a, b int32) ([]Step, error) {
	for _, o := range [2]int32{a, b} {
		if o < 0 || int(o) >= x.Organizations() {
			return nil, graph.Errorf(graph.NotFound, "There is no organization at position %d; this network has %d.", o, x.Organizations())
		}
	}
	if a == b {
		return []Step{}, nil
	}
	fromA := layers(x, a, b)
	length := fromA[b]
	if length < 0 {
		return nil, nil
	}
	toB := layers(x, b, a)
	between := make([][]int32, length+1) // organizations on shortest chains, by distance from a
	for o, d := range fromA {
		if d >= 0 && toB[o] >= 0 && d+toB[o] == length {
			between[d] = append(between[d], int32(o))
		}
	}
	previous := heaviest(x, between)
	steps := make([]Step, length)
	for o, i := b, length-1; i >= 0; i-- {
		steps[i] = step(x, previous[o], o)
		o = previous[o]
	}
	return steps, nil
}

// layers returns the number of co-signing steps from an organization to every other, as far as needed to reach goal;
// -1 for those farther away. Breadth-first over the two-mode network, each letter once.
func layers(x *graph.Incidence, from, goal int32) []int32 {
	distance := make([]int32, x.Organizations())
	for o := range distance {
		distance[o] = -1
	}
	distance[from] = 0
	seen := make([]bool, x.Letters())
	level := []int32{from}
	for len(level) > 0 && distance[goal] < 0 {
		var next []int32
		for _, o := range level {
			for _, l := range x.LettersOf(int(o)) {
				if seen[l] {
					continue
				}
				seen[l] = true
				for _, c := range x.SignersOf(int(l)) {
					if distance[c] < 0 {
						distance[c] = distance[o] + 1
						next = append(next, c)
					}
				}
			}
		}
		level = next
	}
	return distance
}

// heaviest returns for each organization on a shortest chain its predecessor on the chain of largest weight.
func heaviest(x *graph.Incidence, between [][]int32) map[int32]int32 {
	previous := map[int32]int32{}
	best := map[int32]float64{between[0][0]: 0}
	weight := newField(x.Organizations())
	for d := 1; d < len(between); d++ {
		for _, o := range between[d] {
			for _, l := range x.LettersOf(int(o)) {
				k := x.Size(int(l))
				for _, c := range x.SignersOf(int(l)) {
					if c != o {
						weight.add(c, 1/float64(k-1))
					}
				}
			}
			found := false
			for _, c := range between[d-1] {
				if weight.held[c] && (!found || best[c]+weight.value[c] > best[o]) {
					found = true
					previous[o], best[o] = c, best[c]+weight.value[c]
				}
			}
			weight.clear()
		}
	}
	return previous
}

func step(x *graph.Incidence, a, b int32) Step {
	s := Step{From: a, To: b}
	theirs := x.LettersOf(int(b))
	for _, l := range x.LettersOf(int(a)) {
		if _, both := slices.BinarySearch(theirs, l); both {
			s.Letters = append(s.Letters, l)
			s.Newman += 1 / float64(x.Size(int(l))-1)
		}
	}
	return s
}
