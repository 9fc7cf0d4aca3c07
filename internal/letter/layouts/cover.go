package layouts

// pair is two values of two axes.
type pair struct{ a, va, b, vb int }

// cover returns layouts of the media given in which every pair of values occurs that occurs in any layout at all, or the first most of them (0: all).
// Each is begun with the first pair that none has and filled axis by axis with the value that brings most new pairs, among these the one
// used least so far (the one-row-at-a-time greedy of D. M. Cohen and others, The AETG system, 1997, doi:10.1109/32.605761, without its
// random candidates). Cost: pairs x values x axes.
func cover(mediums []int, most int) []Layout {
	values := [axes][]int{axMedium: mediums}
	for a, axis := range Axes() {
		for v := 0; a != axMedium && v < len(axis.Values); v++ {
			values[a] = append(values[a], v)
		}
	}
	c := coverer{values: values, open: map[pair]bool{}}
	var all []pair
	for a := range axes {
		for b := a + 1; b < axes; b++ {
			for _, va := range values[a] {
				for _, vb := range values[b] {
					l := empty()
					l[a], l[b] = va, vb
					if goes(a, va, b, vb) && c.completes(l) {
						all = append(all, pair{a, va, b, vb})
						c.open[pair{a, va, b, vb}] = true
					}
				}
			}
		}
	}
	for i := range c.used {
		c.used[i] = map[int]int{}
	}
	var out []Layout
	for _, p := range all {
		if !c.open[p] || most > 0 && len(out) == most {
			continue
		}
		l := empty()
		l[p.a], l[p.b] = p.va, p.vb
		for a := range axes {
			if l[a] < 0 {
				l[a] = c.best(l, a)
			}
		}
		for a := range axes {
			c.used[a][l[a]]++
			for b := a + 1; b < axes; b++ {
				delete(c.open, pair{a, l[a], b, l[b]})
			}
		}
		out = append(out, l)
	}
	return out
}

type coverer struct {
	values [axes][]int
	open   map[pair]bool // pairs that no layout has so far
	used   [axes]map[int]int
}

func empty() Layout {
	var l Layout
	for a := range l {
		l[a] = -1
	}
	return l
}

// fits reports whether the value goes with those that are chosen.
func fits(l Layout, a, v int) bool {
	for b, vb := range l {
		if vb >= 0 && (b < a && !goes(b, vb, a, v) || b > a && !goes(a, v, b, vb)) {
			return false
		}
	}
	return true
}

// completes reports whether values of the open axes can be found.
func (c *coverer) completes(l Layout) bool {
	for a := range l {
		if l[a] >= 0 {
			continue
		}
		for _, v := range c.values[a] {
			if next := l; fits(l, a, v) {
				next[a] = v
				if c.completes(next) {
					return true
				}
			}
		}
		return false
	}
	return true
}

func (c *coverer) best(l Layout, a int) int {
	best, most := -1, -1
	for _, v := range c.values[a] {
		next := l
		next[a] = v
		if !fits(l, a, v) || !c.completes(next) {
			continue
		}
		gain := 0
		for b, vb := range l {
			if vb >= 0 && (b < a && c.open[pair{b, vb, a, v}] || b > a && c.open[pair{a, v, b, vb}]) {
				gain++
			}
		}
		if gain > most || gain == most && c.used[a][v] < c.used[a][best] {
			best, most = v, gain
		}
	}
	return best
}
