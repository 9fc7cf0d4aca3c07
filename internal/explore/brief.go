package explore

// Brief is what a glance at an organization shows. It takes no analysis.
type Brief struct {
	OrganizationRef
	Country string
	Letters int
	Years   string   // from the first letter to the last
	Also    []string // other names
	Latest  []LetterRef
}

// otherNamesBrief is how many other names a glance shows.
const otherNamesBrief = 3

// Brief returns a glance at an organization with its latest letters, at most n.
func (r *Reading) Brief(id string, n int) (Brief, error) {
	o, err := r.organization(id)
	if err != nil {
		return Brief{}, err
	}
	letters := r.lettersLatestFirst(r.x.LettersOf(o))
	b := Brief{OrganizationRef: r.organizationRef(o), Country: r.country[o], Letters: len(letters), Years: years(r.first[o].Year, r.last[o].Year),
		Latest: r.letterRefs(letters[:min(n, len(letters))])}
	for _, v := range r.values(o, propertyOthers) {
		if len(b.Also) < otherNamesBrief {
			b.Also = append(b.Also, v.Text)
		}
	}
	return b, nil
}
