package partner

import (
	"slices"

	"undersigned/graph"
)

// past is the network as it was before letter end, where positions of letters are their order in time; with end at the
// number of letters it is the whole network. A letter is in it whole or not at all, so only degrees change with time.
type past struct {
	x   *graph.Incidence
	end int32
}

func whole(x *graph.Incidence) past { return past{x, int32(x.Letters())} }

func (p past) lettersOf(o int32) []int32 {
	row := p.x.LettersOf(int(o))
	if len(row) == 0 || row[len(row)-1] < p.end {
		return row
	}
	cut, _ := slices.BinarySearch(row, p.end)
	return row[:cut]
}

func (p past) degree(o int32) int { return len(p.lettersOf(o)) }

// field is a quantity spread over positions, with the list of those that hold some of it. Only touched positions are
// visited and cleared, so a query costs its surroundings and not the network.
type field struct {
	value   []float64
	held    []bool
	touched []int32
}

func newField(n int) *field { return &field{value: make([]float64, n), held: make([]bool, n)} }

func (f *field) add(i int32, v float64) {
	if !f.held[i] {
		f.held[i] = true
		f.touched = append(f.touched, i)
	}
	f.value[i] += v
}

// sorted brings the touched positions into ascending order, in which sums over them are taken.
func (f *field) sorted() []int32 {
	slices.Sort(f.touched)
	return f.touched
}

func (f *field) clear() {
	for _, i := range f.touched {
		f.value[i], f.held[i] = 0, false
	}
	f.touched = f.touched[:0]
}
