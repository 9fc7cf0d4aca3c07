package sheet

import (
	"strings"

	"undersigned/internal/letter/rule"
)

// twin reports whether a list has the fields of one that holds signatories, so that it holds more of them under a key of its own: "usergroups" and
// "conferences". Sponsors are told by their key.
func (r *dataReader) twin(at int, kinds []keySort) bool {
	l := &r.lists[at]
	if rule.Off("sheet.dataReader.twin") || !l.named || sponsorKeys.MatchString(strings.Join(l.path, " ")) {
		return false
	}
	own := l.usual()
	for i := range r.lists {
		if kinds[i] != signingKey || !r.lists[i].named {
			continue
		}
		other, shared := r.lists[i].usual(), 0
		for k := range own {
			if other[k] {
				shared++
			}
		}
		if shared >= leastShared && 4*shared >= 3*max(len(own), len(other)) {
			return true
		}
	}
	return false
}

// leastShared is how many fields lists of one kind share.
const leastShared = 3

// usual are the fields that half of a list's entries have.
func (l *dataList) usual() map[string]bool {
	n := map[string]int{}
	for _, item := range l.items {
		for _, k := range item.keys {
			n[k.text]++
		}
	}
	out := map[string]bool{}
	for k, n := range n {
		if 2*n >= len(l.items) {
			out[k] = true
		}
	}
	return out
}
