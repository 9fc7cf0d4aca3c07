package export

// years is a span of whole years, the last one included; the zero span is no span.
type years struct{ first, last int }

func (y years) with(year int) years {
	switch {
	case year == 0:
		return y
	case y.first == 0:
		return years{year, year}
	}
	return years{min(y.first, year), max(y.last, year)}
}

// dated reports whether a letter or an organization has a year.
func (n *Network) dated() bool {
	for i := range n.Organizations {
		if n.Organizations[i].First.Year != 0 {
			return true
		}
	}
	for i := range n.Letters {
		if n.Letters[i].Date.Year != 0 {
			return true
		}
	}
	return false
}

// lettersSigned returns the letters that each organization signed, in the order of the letters.
func (n *Network) lettersSigned() [][]int32 {
	signed := make([][]int32, len(n.Organizations))
	for i := range n.Letters {
		for _, o := range n.Letters[i].Signers {
			signed[o] = append(signed[o], int32(i))
		}
	}
	return signed
}

// shared returns the years of the letters that stand in both lists.
func (n *Network) shared(a, b []int32) (y years) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			y = y.with(n.Letters[a[0]].Date.Year)
			a, b = a[1:], b[1:]
		}
	}
	return y
}
