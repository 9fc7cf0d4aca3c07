package graph

import (
	"cmp"
	"slices"
	"sync"
)

// doubts says why letters speak against two names being one organization, "" where they do not. What the letters print is gathered when first
// asked for.
func doubts(letters []Letter) func(a, b string) string {
	type seen struct {
		letters   []int32
		countries []string
	}
	of := sync.OnceValue(func() map[string]*seen {
		of := map[string]*seen{}
		for i := range letters {
			for k := range letters[i].Signatures {
				s := &letters[i].Signatures[k]
				if s.Type != TypeOrganization {
					continue
				}
				found := of[s.Name]
				if found == nil {
					found = &seen{}
					of[s.Name] = found
				}
				if n := len(found.letters); n == 0 || found.letters[n-1] != int32(i) {
					found.letters = append(found.letters, int32(i))
				}
				if c := Fold(s.Country); c != "" && !slices.Contains(found.countries, c) {
					found.countries = append(found.countries, c)
				}
			}
		}
		return of
	})
	return func(a, b string) string {
		x, y := of()[a], of()[b]
		switch {
		case x == nil || y == nil:
			return ""
		case shared(x.letters, y.letters):
			return "one list prints both names"
		case countriesDiffer(x.countries, y.countries):
			return "their lists give different countries"
		}
		return ""
	}
}

// shared reports whether two sorted lists have a member in common.
func shared(x, y []int32) bool {
	for len(x) > 0 && len(y) > 0 {
		switch c := cmp.Compare(x[0], y[0]); {
		case c == 0:
			return true
		case c < 0:
			x = x[1:]
		default:
			y = y[1:]
		}
	}
	return false
}

// countriesDiffer reports whether no country of one list is one of the other. Codes and short forms (US, UG) are not compared with names, which they may
// stand for.
func countriesDiffer(x, y []string) bool {
	for _, a := range x {
		for _, b := range y {
			if a == b || (len(a) < 4) != (len(b) < 4) || len(a) < 4 && len(a) != len(b) {
				return false
			}
		}
	}
	return len(x) > 0 && len(y) > 0
}
