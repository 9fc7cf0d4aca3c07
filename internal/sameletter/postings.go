package sameletter

import "slices"

// postings finds the letters of an index by what they have. Letters come into them when they are first asked, so that who looks for reports
// only pays for nothing else.
type postings[K comparable] struct {
	keys func(*sketch) map[K]bool // nil for a letter that is not to be found
	at   map[K][]int32            // positions in the index, in order
	next int                      // letters before this one are in
}

func newPostings[K comparable](keys func(*sketch) map[K]bool) postings[K] {
	return postings[K]{keys: keys, at: map[K][]int32{}}
}

// tally adds to shared how many of the keys each letter has. A key that more than common letters have is left out; common is 0 for none.
func (p *postings[K]) tally(shared map[int32]int, sketches []*sketch, keys map[K]bool, common int) {
	for ; p.next < len(sketches); p.next++ {
		if s := sketches[p.next]; s != nil {
			for key := range p.keys(s) {
				p.at[key] = append(p.at[key], int32(p.next))
			}
		}
	}
	for key := range keys {
		if list := p.at[key]; common == 0 || len(list) <= common {
			for _, n := range list {
				shared[n]++
			}
		}
	}
}

func (p *postings[K]) remove(s *sketch, n int32) {
	if int(n) >= p.next {
		return
	}
	for key := range p.keys(s) {
		list := p.at[key]
		if i, found := slices.BinarySearch(list, n); found {
			p.at[key] = slices.Delete(list, i, i+1)
		}
	}
}
