package about

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// addressBlock reads the address above the greeting: up to four short pieces. Where the greeting names persons, the pieces with
// their surnames are the address; an organization at the end stands for all of them.
func (d *Facts) addressBlock(greets []string) []draft.Addressee {
	var out []draft.Addressee
	surnames := map[string]bool{}
	for _, g := range greets {
		words := strings.Fields(g)
		surnames[text.Fold(words[len(words)-1])] = true
		for i, w := range words { // "Senators Doe and Roe" names two
			if i > 0 && i+1 < len(words) && phrase.Ands.Has(words[i+1]) {
				surnames[text.Fold(w)] = true
			}
		}
	}
	agree := false
	var stack []draft.Addressee
	for i := d.Salutation - 1; i >= 0 && i >= d.Salutation-4; i-- {
		p := &d.Pieces[i]
		if subject.MatchString(p.Lines[0].Text) {
			continue // "Re: ..." stands between address and greeting
		}
		if len(p.Lines) == 1 && cue.JustDate(p.Lines[0].Text) {
			continue
		}
		if p.Prose || p.Sort != document.Plain || len(p.Lines) > 7 || i == d.TitlePiece {
			break
		}
		a, ok := readAddress(p)
		if !ok {
			break
		}
		words := strings.Fields(string(a.Name))
		matches := len(words) > 0 && surnames[text.Fold(words[len(words)-1])] || len(words) == 0 && surnames[text.Fold(text.FirstWords(string(a.Role), 1))]
		if agree && !matches {
			break
		}
		agree = agree || matches
		stack = append(stack, a)
		if !matches {
			break
		}
	}
	org := draft.Maybe("")
	for _, a := range stack { // from the greeting upwards
		if a.Organization == "" {
			a.Organization = org
		}
		org = a.Organization
		out = append([]draft.Addressee{a}, out...)
	}
	return out
}

var toAlone = lexicon.Pattern("about.toAlone", `(?i)^({pattern to-alone})\s*[,:]?$`)

// ToAlone reports whether a line says "To" and nothing else: whom it is sent to stands below.
func ToAlone(s string) bool { return toAlone.MatchString(s) }

// addressLines reads an address whose every line is a paragraph of its own, below a line that says "To," alone, as far as a
// subject or the greeting.
func (d *Facts) addressLines() (draft.Addressee, bool) {
	for i := max(0, d.Salutation-16); i < d.Salutation; i++ {
		if first := &d.Pieces[i]; len(first.Lines) > 1 || !toAlone.MatchString(first.Lines[0].Text) {
			continue
		}
		var p document.Piece
		for k := i + 1; k < d.Salutation && k < i+7; k++ {
			next := &d.Pieces[k]
			if t := next.Lines[0].Text; next.Prose || subject.MatchString(t) || cue.JustDate(t) {
				break
			}
			p.Lines = append(p.Lines, next.Lines...)
		}
		if len(p.Lines) > 0 {
			return readAddress(&p)
		}
	}
	return draft.Addressee{}, false
}

// isBody reports whether a line is the name of a public body: "House of Representatives" holds the word for an office.
func isBody(t string) bool {
	if rule.Off("about.isBody") {
		return false
	}
	found := bodiesIn(t)
	return len(found) == 1 && found[0][1] == len(t) && (found[0][0] == 0 || !RolePattern.MatchString(t[:found[0][0]]))
}

func beginsWithRole(t string) bool {
	if rule.Off("about.beginsWithRole") {
		return false
	}
	m := RolePattern.FindStringIndex(t)
	return m != nil && m[0] == 0
}

// readAddress reads one piece: a person, her offices, her organization, and the postal address, which is dropped.
func readAddress(p *document.Piece) (draft.Addressee, bool) {
	a := draft.Addressee{}
	if bare := text.Trim(titleBefore.ReplaceAllString(p.Lines[0].Text, "")); len(p.Lines) == 1 && beginsWithRole(bare) {
		return parseAddressee(p.Lines[0].Text), true
	}
	var others []string
	address := false
	for k := range p.Lines {
		t := strings.TrimRight(p.Lines[k].Text, " ,;")
		if i := strings.LastIndexByte(t, ' '); strings.HasSuffix(t, ".") && len(t)-i > 5 {
			t = strings.TrimSuffix(t, ".") // the end of the address, no abbreviation
		}
		if m := toPattern.FindStringSubmatch(t); k == 0 && m != nil && m[1] != "" {
			_, t, _ = strings.Cut(t, ":")
			t = text.Trim(t)
		}
		bare := text.Trim(titleBefore.ReplaceAllString(t, ""))
		address = address || phrase.LooksLikeAddress(t) && !strings.Contains(t, "://") // one of the web is no postal one
		switch {
		case t == "" || bare == "" || phrase.LooksLikeAddress(t) || lexicon.IsPlace(t) || cue.JustDate(t) || delivered.Begin(strings.ToLower(t)) > 0:
		case k == 0 && (cue.Of(&p.Lines[k]) == cue.Opens || cue.Of(&p.Lines[k]) == cue.SignOff):
			return draft.Addressee{}, false
		case a.Name == "" && k <= 1 && !beginsWithRole(bare) && (phrase.PersonCertainty(t) == 2 || phrase.PersonCertainty(bare) == 2 || bare != t && phrase.PersonCertainty(bare) > 0 || phrase.PersonCertainty(t) == 1 && k+1 < len(p.Lines) && RolePattern.MatchString(p.Lines[k+1].Text)):
			a.Name = draft.Maybe(bare)
		case RolePattern.MatchString(t) && !isBody(t) && a.Organization == "" && len(a.Role) < 120:
			head, rest, ok := strings.Cut(t, ", ")
			if phrase.PersonCertainty(head) > 0 && ok && a.Name == "" {
				a.Name, t = draft.Maybe(text.Trim(titleBefore.ReplaceAllString(head, ""))), rest
			}
			if beginsWithRole(bare) {
				t = bare
			}
			if role, org, ok := strings.Cut(t, ", "); ok && RolePattern.MatchString(role) && !RolePattern.MatchString(org) {
				t, a.Organization = role, draft.Maybe(org)
			}
			if i := acting.At(strings.ToLower(t)); i > 0 && i < len(t) {
				t = t[:i]
			} // "Deputy Director acting in the capacity of ..."
			a.Role = draft.Maybe(strings.TrimPrefix(string(a.Role)+", "+phrase.CutCapital(t), ", "))
		case a.Organization == "":
			a.Organization = draft.Maybe(t)
		default:
			others = append(others, t)
		}
	}
	if a.Name == "" && a.Role == "" && address && a.Organization != "" {
		if len(others) > 0 { // "Board of Directors" above the company's name
			a.Name, a.Organization = a.Organization, draft.Maybe(others[0])
		}
		return a, true
	}
	return a, a.Name != "" || a.Role != ""
}
