package names

import "slices"

// residue is what one side has and the other has not, by the greatest weight of each kind.
type residue struct {
	plain, light              float64
	place, number, arm, chapt bool
	places                    []string // ids, all alternatives of each place
	words                     int
	after                     bool // a place after a comma
	joint                     bool // a letter of a script without blanks
}

func (r *reading) left(at []int) residue {
	var out residue
	for _, i := range at {
		tok := &r.tokens[i]
		switch tok.kind {
		case plain, topic:
			out.plain = max(out.plain, tok.weight)
			out.words++
			out.joint = out.joint || len(tok.text) >= 3 && isJoint(firstRune(tok.text))
		case generic:
			out.light = max(out.light, tok.weight)
			out.words++
		case place:
			out.place = true
			out.after = out.after || tok.after
			out.places = append(out.places, tok.means.places...)
		case number:
			out.number = true
		case arm:
			out.arm = true
			out.words++
		case chapter:
			out.chapt = true
			out.words++
		}
	}
	return out
}

// leadsWith reports whether a reading begins with a word of a kind that is left.
func (r *reading) leadsWith(what kind, left []int) bool {
	for i := range r.tokens {
		if k := r.tokens[i].kind; k != article && k != link {
			return k == what && slices.Contains(left, i)
		}
	}
	return false
}

// otherAside reports whether both names have words in brackets of which none is like one of the other's.
func (c *Corpus) otherAside(f, g *Form) bool {
	found := false
	for i := range f.readings {
		for k := range g.readings {
			r, o := &f.readings[i], &g.readings[k]
			if r.part != inBrackets || o.part != inBrackets {
				continue
			}
			found = true
			if al := c.t.align(r, o); max(al.coverA, al.coverB) > .3 {
				return false
			}
		}
	}
	return found
}
