package names

import "slices"

// gramDice is Dice's coefficient of the trigrams of two words without blanks (10.2307/1932409).
func gramDice(a, b string) float64 {
	if a == b {
		return boolean(a != "")
	}
	x, y := grams(a), grams(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	shared := 0
	for i, k := 0, 0; i < len(x) && k < len(y); {
		switch {
		case x[i] < y[k]:
			i++
		case x[i] > y[k]:
			k++
		default:
			shared, i, k = shared+1, i+1, k+1
		}
	}
	return 2 * float64(shared) / float64(len(x)+len(y))
}

// grams are the sorted trigrams of a word with blanks around, packed.
func grams(s string) []uint64 {
	list := make([]uint64, 0, len(s)+2)
	p, q := uint64(' '), uint64(' ')
	for _, r := range s {
		list = append(list, p<<42|q<<21|uint64(r))
		p, q = q, uint64(r)
	}
	list = append(list, p<<42|q<<21|uint64(' '))
	slices.Sort(list)
	return list
}

// editLike is the share of the longer word that is left when edits are taken off, from half on; 0 below.
func editLike(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || len(y) >= 63 {
		return boolean(a == b && a != "")
	}
	d := distance(x, y, len(y)/2)
	return max(0, 1-2*float64(d)/float64(len(y)))
}
