package centrality

import "undersigned/graph"

// Degree returns the number of letters of each organization.
func Degree(x *graph.Incidence) []int {
	d := make([]int, x.Organizations())
	for o := range d {
		d[o] = x.Degree(o)
	}
	return d
}

// DegreeNormalized returns degrees as shares of what is possible: of all letters for an organization, of all
// organizations for a letter (Borgatti and Everett 1997).
func DegreeNormalized(x *graph.Incidence) (org, letter []float64) {
	org, letter = make([]float64, x.Organizations()), make([]float64, x.Letters())
	for o := range org {
		org[o] = float64(x.Degree(o)) / float64(max(1, len(letter)))
	}
	for l := range letter {
		letter[l] = float64(x.Size(l)) / float64(max(1, len(org)))
	}
	return org, letter
}
