package letter

// setOff says how a list sets countries off at the ends of its names.
type setOff struct{ comma, dash, bracket, tab bool }

// habit is what most entries of a list do, which a single one cannot tell: whether a country at the end is a column of the
// list or part of the name, and who signs for whom.
type habit struct {
	setOff
	persons    bool // most of the list are persons, and this may be one
	officers   bool // nearly all of the list sign for an organization in which they have an office
	themselves bool // persons of the list sign for themselves, whatever stands beside their names
}

// judge returns the habit that each entry is to be read by.
func judge(entries []entry) []habit {
	habits := make([]habit, len(entries))
	judgeCompany(entries, habits)
	set := countriesOf(entries)
	for i := range habits {
		habits[i].setOff = set
	}
	return habits
}

// countriesOf counts over all entries of a list. A third of them, and at least two, make a habit; and so do three where they are not lost
// among many: lists locate the signatories from abroad and leave the rest.
func countriesOf(entries []entry) setOff {
	var comma, dash, bracket, tab int
	n := 0
	for i := range entries {
		if looksLikeAddress(entries[i].text) {
			continue
		}
		n++
		switch _, _, by := cutCountry(cutMarks(entries[i].text), setOff{true, true, true, true}); by {
		case ',':
			comma++
		case '-':
			dash++
		case '(':
			bracket++
		case '\t':
			tab++
		}
	}
	usual := func(some int) bool { return some >= 2 && 3*some >= n || some >= 3 && 50*some >= n }
	// A dash before a country may belong to the name ("Friends of Rivers - Kenya", "River Society – Peru"): only a list that sets countries
	// off with dashes says otherwise. Brackets with nothing but a country set it off where the list prints countries at all.
	set := usual(comma + dash + bracket)
	return setOff{comma: usual(comma), dash: dash >= 2 && 3*dash >= n, bracket: usual(bracket) || bracket > 0 && set, tab: tab > 0}
}
