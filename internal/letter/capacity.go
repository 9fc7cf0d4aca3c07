package letter

import (
	"strings"

	"undersigned/graph"
)

// readSignature reads a person's signature block: for the organization unless she signs for herself.
func readSignature(row *Row, e *entry) {
	if e.company == people || e.own || e.text == "" {
		row.Type, row.Name, row.Capacity = graph.TypePerson, cutMarks(e.person), graph.AsIndividual
		row.Note = Maybe(strings.Trim(e.office+", "+e.text, ", "))
		if e.text != "" {
			row.Capacity, row.Affiliation = graph.AsAffiliated, cutMarks(e.text)
		}
		return
	}
	row.Name, row.Capacity = cutMarks(e.text), graph.OnBehalf
	row.Note = Maybe(strings.Trim(cutMarks(e.person)+", "+e.office, ", "))
}

// readAsPerson decides whether the entry is a person, and for whom she signs. own says that she signs for herself, order that she signs for
// another ("i. A.").
func readAsPerson(row *Row, e *entry, h habit, t string, own, order bool) bool {
	if own {
		t = cutMarks(t)
	}
	w, ok := readPerson(t)
	if e.company == people {
		if !ok {
			w = who{name: t}
			for _, sep := range whoSeparators {
				if i := strings.Index(t, sep); i > 0 && i < len(w.name) {
					w.name, w.rest = t[:i], trim(strings.TrimRight(t[i+len(sep):], ")"))
				}
			}
			w.organization = organizationIn(w.rest)
		}
	} else if org, person := lastEmployer(t); !ok && h.officers && org != "" {
		row.Name, row.Capacity, row.Note = org, graph.OnBehalf, Maybe(person)
		return true
	} else if !ok || w.certainty < 2 && !own && !order && !h.persons {
		return false
	}
	row.Note = Maybe(strings.Trim(w.rest+", "+string(row.Note), ", "))
	forOrganization := e.company != people && !own && (order || !h.themselves) && w.organization != "" && (order || w.office && !w.own || h.officers && !w.own || e.company == organizations && hasWord(w.organization, orgWords))
	if forOrganization && (personCertainty(w.organization) < 2 || hasWord(w.organization, orgWords)) {
		row.Name, row.Capacity = w.organization, graph.OnBehalf
		rest := strings.ReplaceAll(strings.Replace(w.rest, w.organization, "", 1), ", ,", ",") // it stood between commas
		row.Note = Maybe(strings.Trim(w.name+", "+strings.Trim(rest, ", "), ", "))
		return true
	}
	if e.company == organizations && (w.rest == "" || !w.office && !hasWord(w.organization, orgWords)) {
		return false // a heading says organizations, and nothing but the look of the name speaks against it
	}
	row.Type, row.Name, row.Capacity = graph.TypePerson, w.name, graph.AsIndividual
	if w.organization == "" && e.note != "" {
		w.organization = organizationIn(e.note)
	}
	if w.organization != "" {
		row.Capacity, row.Affiliation = graph.AsAffiliated, w.organization
	}
	return true
}

// lastEmployer reads "Somebody, office Some Group" where what stands before the comma does not look like a person's name.
func lastEmployer(t string) (org, person string) {
	name, rest, ok := strings.Cut(t, ", ")
	if !ok || wordCount(name) > 4 || hasWord(name, orgWords) || hasCompound(name) || !saysOffice(rest) && !isLower(name) && !strings.Contains(name, ".") {
		return "", ""
	}
	return organizationIn(rest), name
}

// orgWithPerson splits "Some Foundation, Jane Doe", "Some Foundation (Jane Doe, Director)", "Some Group: Jane Doe" where the end surely is a
// person; at its beginning a person's name could be hers, too.
func orgWithPerson(t string) (org string, ok bool) {
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
		if personCertainty(name) < 2 || personCertainty(t[:i]) == 2 {
			continue
		}
		collective := hasWord(t[:i], orgWords) || hasCompound(t[:i])
		switch {
		case more && (saysOffice(rest[len(name):]) || saysOccupation(rest[len(name):])):
		case sep == " (" && !more, sep == ": " && !more:
		case collective && wordCount(name) <= 4 && (sep != ", " || knownGiven(name)):
		default:
			continue
		}
		return trim(t[:i]), true
	}
	return "", false
}

// knownGiven reports whether a name begins with a title or a given name that is known; initials could be a legal form ("A. C.").
func knownGiven(name string) bool {
	bare, certain := withoutTitles(name)
	first, _, _ := strings.Cut(strings.ToLower(firstWords(bare, 1)), "-")
	return certain == 2 || firstNames[first]
}

// hasCompound reports whether a word of a text ends like the name of an organization.
func hasCompound(s string) bool {
	for _, w := range wordsOf(s) {
		if compound(strings.ToLower(w)) {
			return true
		}
	}
	return false
}
