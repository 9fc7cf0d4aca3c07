package cluster

import (
	"cmp"
	"slices"

	"undersigned/graph"
)

// number turns labels of organizations, then letters, into a Partition with its promised order of clusters.
func number(x *graph.Incidence, labels []int32, resolution float64) Partition {
	n := x.Organizations()
	p := Partition{Org: slices.Clone(labels[:n]), Letter: slices.Clone(labels[n:])}
	for o := range p.Org {
		if x.Degree(o) == 0 {
			p.Org[o] = -1
		}
	}
	for l := range p.Letter {
		if x.Size(l) == 0 {
			p.Letter[l] = -1
		}
	}
	type found struct{ label, orgs int32 }
	var clusters []found
	place := make(map[int32]int) // labels arrive by smallest organization, then smallest letter
	for i, side := range [2][]int32{p.Org, p.Letter} {
		for _, c := range side {
			if c < 0 {
				continue
			}
			at, ok := place[c]
			if !ok {
				at = len(clusters)
				place[c] = at
				clusters = append(clusters, found{label: c})
			}
			if i == 0 {
				clusters[at].orgs++
			}
		}
	}
	slices.SortStableFunc(clusters, func(a, b found) int { return cmp.Compare(b.orgs, a.orgs) })
	for i, c := range clusters {
		place[c.label] = i
	}
	for _, side := range [2][]int32{p.Org, p.Letter} {
		for i, c := range side {
			if c >= 0 {
				side[i] = int32(place[c])
			}
		}
	}
	p.Clusters = len(clusters)
	p.Modularity = modularity(x, p.Org, p.Letter, resolution)
	return p
}

// Sizes returns the number of organizations of each cluster, largest first.
func (p Partition) Sizes() []int {
	sizes := make([]int, p.Clusters)
	for _, c := range p.Org {
		if c >= 0 {
			sizes[c]++
		}
	}
	return sizes
}

// Backed is a letter as one cluster sees it.
type Backed struct {
	Letter  int32
	Signers int32 // signers of the letter that are in the cluster
	Size    int32 // all signers of the letter
}

// Letters returns for each cluster all letters that any of its organizations signed, whichever cluster the letter itself
// is in: most of the cluster's signers first, then the smaller letter, then the lower position. The first ones say what
// the cluster is about. O(E log E) time; the lists together hold at most E entries.
func Letters(x *graph.Incidence, p Partition) [][]Backed {
	lists := make([][]Backed, p.Clusters)
	signers := make([]int32, p.Clusters)
	var near []int32
	for l := range x.Letters() {
		for _, o := range x.SignersOf(l) {
			c := p.Org[o]
			if c < 0 {
				continue
			}
			if signers[c] == 0 {
				near = append(near, c)
			}
			signers[c]++
		}
		for _, c := range near {
			lists[c] = append(lists[c], Backed{Letter: int32(l), Signers: signers[c], Size: int32(x.Size(l))})
			signers[c] = 0
		}
		near = near[:0]
	}
	for _, list := range lists {
		slices.SortFunc(list, func(a, b Backed) int {
			return cmp.Or(cmp.Compare(b.Signers, a.Signers), cmp.Compare(a.Size, b.Size), cmp.Compare(a.Letter, b.Letter))
		})
	}
	return lists
}
