package signatory

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// readSignature reads a person's signature block: for the organization unless she signs for herself.
func readSignature(row *draft.Row, e *entry.Entry, h entry.Habit) {
	if e.Company == section.People || e.Own || phrase.Makes(e.Office) || h.Themselves || e.Text == "" {
		row.Type, row.Name, row.Capacity = graph.TypePerson, phrase.CutMarks(e.Person), graph.AsIndividual
		row.Note = draft.Maybe(strings.Trim(e.Office+", "+e.Text, ", "))
		if h.Themselves && e.Said != "" {
			row.Note = draft.Maybe(e.Said)
		}
		if e.Text != "" {
			row.Capacity, row.Affiliation = graph.AsAffiliated, phrase.CutMarks(e.Text)
		}
		return
	}
	row.Name, row.Capacity = phrase.CutMarks(e.Text), graph.OnBehalf
	row.Note = draft.Maybe(strings.Trim(phrase.CutMarks(e.Person)+", "+e.Office, ", "))
}

// readAsPerson decides whether the entry is a person, and for whom she signs. own says that she signs for herself, order that she signs for
// another ("i. A.").
func readAsPerson(row *draft.Row, e *entry.Entry, h entry.Habit, t string, own, order bool) bool {
	if rule.Off("signatory.readAsPerson") {
		return false
	}
	if own {
		t = phrase.CutMarks(t)
	}
	w, ok := phrase.ReadPerson(t)
	if e.Company == section.People {
		if !ok {
			w = phrase.WhoBefore(text.Narrow(t))
			w.Organization = phrase.OrganizationIn(w.Rest)
		}
	} else if (!ok || w.Certainty < 2) && e.Company != section.Organizations && h.IsPerson(t, e.Note) {
		if !ok {
			w = phrase.WhoBefore(text.Narrow(t))
			w.Organization = phrase.OrganizationIn(w.Rest)
		}
	} else if org, person := lastEmployer(t); !ok && h.Officers && org != "" {
		row.Name, row.Capacity, row.Note = org, graph.OnBehalf, draft.Maybe(strings.Trim(person+", "+phrase.WithoutOrganization(strings.TrimPrefix(t, person+", "), org), ", "))
		return true
	} else if !ok || w.Certainty < 2 && !own && !order && !h.Persons {
		return false
	}
	if ok && w.Rest == "" {
		w.Name, w.Rest = phrase.CutSeat(w.Name)
	}
	row.Note = draft.Maybe(strings.Trim(w.Rest+", "+string(row.Note), ", "))
	forOrganization := e.Company != section.People && !own && (order || !h.Themselves) && w.Organization != "" && (order || w.Office && !w.Own || h.Officers && !w.Own || e.Company == section.Organizations && phrase.HasWord(w.Organization, lexicon.OrgWords))
	if forOrganization && (phrase.PersonCertainty(w.Organization) < 2 || phrase.HasWord(w.Organization, lexicon.OrgWords)) {
		row.Name, row.Capacity = w.Organization, graph.OnBehalf
		rest := phrase.WithoutOrganization(w.Rest, w.Organization)
		row.Note = draft.Maybe(strings.Trim(w.Name+", "+strings.Trim(rest, ", "), ", "))
		return true
	}
	if e.Company == section.Organizations && (w.Rest == "" || !w.Office && !phrase.HasWord(w.Organization, lexicon.OrgWords)) {
		return false // a heading says organizations, and nothing but the look of the name speaks against it
	}
	row.Type, row.Name, row.Capacity = graph.TypePerson, w.Name, graph.AsIndividual
	if e.Affiliation != "" {
		w.Organization = phrase.OrganizationIn(e.Affiliation)
	}
	if w.Organization == "" && e.Note != "" {
		w.Organization = phrase.OrganizationIn(e.Note)
	}
	if w.Organization != "" {
		row.Capacity, row.Affiliation = graph.AsAffiliated, w.Organization
	}
	return true
}

// lastEmployer reads "Somebody, office Some Group" where what stands before the comma does not look like a person's name.
func lastEmployer(t string) (org, person string) {
	name, rest, ok := strings.Cut(t, ", ")
	if !ok || text.WordCount(name) > 4 || phrase.HasWord(name, lexicon.OrgWords) || phrase.HasCompound(name) || !phrase.SaysOffice(rest) && !text.IsLower(name) && !strings.Contains(name, ".") {
		return "", ""
	}
	return phrase.OrganizationIn(rest), name
}

// represented says who speaks for an organization: "Foreningen Parkbenken v/ Kari Nordvik".
var represented = lexicon.PhrasesOf("signatory.represented", lexicon.Cue, "represented-by")

// orgWithPerson splits "Some Foundation, Jane Doe", "Some Foundation (Jane Doe, Director)", "Some Group: Jane Doe" where the end surely is a
// person; at its beginning a person's name could be hers, too.
func orgWithPerson(t string) (org string, ok bool) {
	if i := strings.LastIndex(t, " ("); i > 0 && strings.HasSuffix(t, ")") && phrase.HoldsOffice(t[i+2:len(t)-1]) && phrase.PersonCertainty(t[:i]) < 2 {
		return text.Trim(t[:i]), true
	}
	if org := phrase.WithoutRepresentative(t); org != t {
		return org, true
	}
	if start, end := represented.Last(text.Lowered(t)); start > 0 {
		person, _, _ := strings.Cut(text.Trim(t[end:]), ",")
		if c := phrase.PersonCertainty(person); c == 2 || c == 1 && strings.ContainsAny(t[start:end], " /") {
			return text.Trim(strings.TrimRight(t[:start], " ,–—-(")), true
		}
	}
	for _, sep := range []string{" (", " – ", " — ", " - ", ": ", ", "} {
		i := strings.LastIndex(t, sep)
		if i <= 0 || strings.Count(t[:i], "(") > strings.Count(t[:i], ")") {
			if i = strings.Index(t, sep); i <= 0 {
				continue
			}
		}
		rest := strings.TrimRight(t[i+len(sep):], ")")
		name := rest
		if k := strings.IndexAny(rest, ",("); k > 0 {
			name = rest[:k]
		}
		more := len(name) < len(rest)
		says := more && phrase.SaysOffice(rest[len(name):])
		if c := phrase.PersonCertainty(name); c == 0 || c < 2 && (!says || sep == ", " || sep == " (") || phrase.PersonCertainty(t[:i]) == 2 {
			continue
		}
		collective := phrase.HasWord(t[:i], lexicon.OrgWords) || phrase.HasCompound(t[:i])
		switch {
		case more && (says || phrase.SaysOccupation(rest[len(name):])):
		case sep == " (" && !more, sep == ": " && !more:
		case collective && text.WordCount(name) <= 4 && sep != ", ":
		default:
			continue
		}
		return text.Trim(t[:i]), true
	}
	return "", false
}
