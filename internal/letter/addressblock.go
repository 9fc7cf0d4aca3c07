package letter

import "strings"

// addressBlock reads the address above the greeting: up to four short pieces. Where the greeting names persons, the pieces with
// their surnames are the address; an organization at the end stands for all of them.
func (d *document) addressBlock(greets []string) []Addressee {
	var out []Addressee
	surnames := map[string]bool{}
	for _, g := range greets {
		words := strings.Fields(g)
		surnames[foldWord(words[len(words)-1])] = true
	}
	agree := false
	var stack []Addressee
	for i := d.salutation - 1; i >= 0 && i >= d.salutation-4; i-- {
		p := &d.pieces[i]
		if subject.MatchString(p.lines[0].text) {
			continue // "Re: ..." stands between address and greeting
		}
		if p.prose || p.sort != plain || len(p.lines) > 7 || i == d.titlePiece || justDate(p.lines[0].text) {
			break
		}
		a, ok := readAddress(p)
		if !ok {
			break
		}
		words := strings.Fields(string(a.Name))
		matches := len(words) > 0 && surnames[foldWord(words[len(words)-1])] || len(words) == 0 && surnames[foldWord(firstWords(string(a.Role), 1))]
		if agree && !matches {
			break
		}
		agree = agree || matches
		stack = append(stack, a)
		if !matches {
			break
		}
	}
	org := Maybe("")
	for _, a := range stack { // from the greeting upwards
		if a.Organization == "" {
			a.Organization = org
		}
		org = a.Organization
		out = append([]Addressee{a}, out...)
	}
	return out
}

// readAddress reads one piece: a person, her offices, her organization, and the postal address, which is dropped.
func readAddress(p *piece) (Addressee, bool) {
	a := Addressee{}
	var others []string
	address := false
	for k := range p.lines {
		t := strings.TrimRight(p.lines[k].text, " ,;")
		if k == 0 && toPattern.MatchString(t) {
			t = trim(strings.TrimPrefix(strings.TrimPrefix(t, "To:"), "An:"))
		}
		bare := trim(titleBefore.ReplaceAllString(t, ""))
		address = address || looksLikeAddress(t)
		switch {
		case t == "" || bare == "" || looksLikeAddress(t) || isPlace(t) || justDate(t) || strings.HasPrefix(strings.ToLower(t), "via "):
		case k == 0 && (cueOf(&p.lines[k]) == opens || cueOf(&p.lines[k]) == signOff):
			return Addressee{}, false
		case a.Name == "" && k <= 1 && (personCertainty(t) == 2 || personCertainty(bare) == 2 || bare != t && personCertainty(bare) > 0 || personCertainty(t) == 1 && k+1 < len(p.lines) && rolePattern.MatchString(p.lines[k+1].text)):
			a.Name = Maybe(bare)
		case rolePattern.MatchString(t) && a.Organization == "" && len(a.Role) < 120:
			head, rest, ok := strings.Cut(t, ", ")
			if personCertainty(head) > 0 && ok && a.Name == "" {
				a.Name, t = Maybe(trim(titleBefore.ReplaceAllString(head, ""))), rest
			}
			if role, org, ok := strings.Cut(t, ", "); ok && rolePattern.MatchString(role) && !rolePattern.MatchString(org) {
				t, a.Organization = role, Maybe(org)
			}
			a.Role = Maybe(strings.TrimPrefix(string(a.Role)+", "+strings.TrimPrefix(t, "The "), ", "))
		case a.Organization == "":
			a.Organization = Maybe(t)
		default:
			others = append(others, t)
		}
	}
	if a.Name == "" && a.Role == "" && address && a.Organization != "" {
		if len(others) > 0 { // "Board of Directors" above the company's name
			a.Name, a.Organization = a.Organization, Maybe(others[0])
		}
		return a, true
	}
	return a, a.Name != "" || a.Role != ""
}
