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
		for i, w := range words { // "Senators Doe and Roe" names two
			if i > 0 && i+1 < len(words) && (words[i+1] == "and" || words[i+1] == "und" || words[i+1] == "et" || words[i+1] == "y") {
				surnames[foldWord(w)] = true
			}
		}
	}
	agree := false
	var stack []Addressee
	for i := d.salutation - 1; i >= 0 && i >= d.salutation-4; i-- {
		p := &d.pieces[i]
		if subject.MatchString(p.lines[0].text) {
			continue // "Re: ..." stands between address and greeting
		}
		if len(p.lines) == 1 && justDate(p.lines[0].text) {
			continue
		}
		if p.prose || p.sort != plain || len(p.lines) > 7 || i == d.titlePiece {
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

var (
	toAlone = lazy(`(?i)^(to|an|à|a|para|al|aan)\s*[,:]?$`)
	copyTo  = lazy(`(?i)^(cc|copy|copies|kopie|copie|copia|nachrichtlich|in kopie)\b`)
)

// addressLines reads an address whose every line is a paragraph of its own, below a line that says "To," alone, as far as a
// copy's line, a subject or the greeting.
func (d *document) addressLines() (Addressee, bool) {
	for i := max(0, d.salutation-16); i < d.salutation; i++ {
		if first := &d.pieces[i]; len(first.lines) > 1 || !toAlone.MatchString(first.lines[0].text) {
			continue
		}
		var p piece
		for k := i + 1; k < d.salutation && k < i+7; k++ {
			next := &d.pieces[k]
			if t := next.lines[0].text; next.prose || copyTo.MatchString(t) || subject.MatchString(t) || justDate(t) {
				break
			}
			p.lines = append(p.lines, next.lines...)
		}
		if len(p.lines) > 0 {
			return readAddress(&p)
		}
	}
	return Addressee{}, false
}

// isBody reports whether a line is the name of a public body: "House of Representatives" holds the word for an office.
func isBody(t string) bool {
	found := bodiesIn(t)
	return len(found) == 1 && found[0][1] == len(t) && (found[0][0] == 0 || !rolePattern.MatchString(t[:found[0][0]]))
}

func beginsWithRole(t string) bool {
	m := rolePattern.FindStringIndex(t)
	return m != nil && m[0] == 0
}

// readAddress reads one piece: a person, her offices, her organization, and the postal address, which is dropped.
func readAddress(p *piece) (Addressee, bool) {
	a := Addressee{}
	if bare := trim(titleBefore.ReplaceAllString(p.lines[0].text, "")); len(p.lines) == 1 && beginsWithRole(bare) {
		return parseAddressee(p.lines[0].text), true
	}
	var others []string
	address := false
	for k := range p.lines {
		t := strings.TrimRight(p.lines[k].text, " ,;")
		if i := strings.LastIndexByte(t, ' '); strings.HasSuffix(t, ".") && len(t)-i > 5 {
			t = strings.TrimSuffix(t, ".") // the end of the address, no abbreviation
		}
		if k == 0 && toPattern.MatchString(t) {
			t = trim(strings.TrimPrefix(strings.TrimPrefix(t, "To:"), "An:"))
		}
		bare := trim(titleBefore.ReplaceAllString(t, ""))
		address = address || looksLikeAddress(t)
		switch {
		case t == "" || bare == "" || looksLikeAddress(t) || isPlace(t) || justDate(t) || strings.HasPrefix(strings.ToLower(t), "via "):
		case k == 0 && (cueOf(&p.lines[k]) == opens || cueOf(&p.lines[k]) == signOff):
			return Addressee{}, false
		case a.Name == "" && k <= 1 && !beginsWithRole(bare) && (personCertainty(t) == 2 || personCertainty(bare) == 2 || bare != t && personCertainty(bare) > 0 || personCertainty(t) == 1 && k+1 < len(p.lines) && rolePattern.MatchString(p.lines[k+1].text)):
			a.Name = Maybe(bare)
		case rolePattern.MatchString(t) && !isBody(t) && a.Organization == "" && len(a.Role) < 120:
			head, rest, ok := strings.Cut(t, ", ")
			if personCertainty(head) > 0 && ok && a.Name == "" {
				a.Name, t = Maybe(trim(titleBefore.ReplaceAllString(head, ""))), rest
			}
			if beginsWithRole(bare) {
				t = bare
			}
			if role, org, ok := strings.Cut(t, ", "); ok && rolePattern.MatchString(role) && !rolePattern.MatchString(org) {
				t, a.Organization = role, Maybe(org)
			}
			t, _, _ = strings.Cut(t, " acting ") // "Deputy Director acting in the capacity of ..."
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
