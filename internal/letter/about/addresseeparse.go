package about

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// bothSexes finds a greeting of ladies and gentlemen who are one group: "Mesdames et Messieurs les conseillers".
var bothSexes = lexicon.Pattern("about.bothSexes", `(?i)^(?:{pattern ladies})(?:,| {function-word and}| &) ({pattern gentlemen})\b`)

// splitAddressees cuts "Mr. Doe and Ms. Roe" before each title.
func splitAddressees(t string) []string {
	var out []string
	t = bothSexes.ReplaceAllString(t, "$1")
	for {
		m := nextPerson.FindStringIndex(t)
		if m == nil {
			return append(out, t)
		}
		out = append(out, strings.TrimRight(t[:m[0]], " ,"))
		rest := t[m[0]:]
		rest = strings.TrimLeft(rest, " ,")
		for _, c := range phrase.Conjunctions() {
			rest = strings.TrimPrefix(rest, c[1:])
		}
		if len(rest) >= len(t) {
			return append(out, t)
		}
		t = rest
	}
}

// parseAddressee reads one phrase such as "Example CEO Jane Doe", "President Roe", "Members of Parliament".
func parseAddressee(s string) draft.Addressee {
	if a, ok := addresseeAbroad(s); ok {
		return a
	}
	full := text.Trim(strings.TrimRight(s, " ,:;."))
	s = text.Trim(titleBefore.ReplaceAllString(full, ""))
	if s == "" {
		return draft.Addressee{}
	}
	m := RolePattern.FindStringIndex(s)
	if m == nil {
		switch {
		case phrase.PersonCertainty(full) == 2 || phrase.PersonCertainty(s) == 2 || full != s && phrase.PersonCertainty(full) > 0 && !phrase.HasWord(s, lexicon.OrgWords):
			return draft.Addressee{Name: draft.Maybe(s)}
		case collective.MatchString(s):
			return draft.Addressee{Name: draft.Maybe(s), Organization: bodyOf(s)}
		case full != s && text.WordCount(s) == 1 && Greets(full):
			return draft.Addressee{Name: draft.Maybe(s)}
		}
		return draft.Addressee{Organization: draft.Maybe(s)}
	}
	if rest := s[m[1]:]; strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") {
		return draft.Addressee{Organization: draft.Maybe(s)} // "Prime Minister's Office"
	}
	role := s[m[0]:m[1]]
	before, after := text.Trim(strings.TrimRight(s[:m[0]], " ,-–")), text.Trim(s[m[1]:])
	a := draft.Addressee{}
	before = strings.TrimSuffix(strings.TrimSuffix(before, "'s"), "’s")
	if phrase.PersonCertainty(before) > 0 && !phrase.HasWord(before, lexicon.OrgWords) && (strings.HasPrefix(after, ",") || after == "" || roleOf.Begin(after) > 0) {
		a.Name, before = draft.Maybe(before), ""
	}
	if ministry(role) && before != "" && text.WordCount(before) <= 4 && !phrase.HasWord(before, LegalForms) {
		role, before = before+" "+role, "" // "Environment Minister"
		if head, rest, ok := strings.Cut(role, " "); ok && lexicon.IsCountry(head) {
			role, before = rest, head
		}
	}
	a.Organization = draft.Maybe(before)
	if n := roleOf.Begin(after); n > 0 {
		of, rest := after[:n], after[n:]
		if org, person, found := strings.Cut(rest, ", "); found {
			rest, after = org, person
		} else {
			after = ""
		}
		if text.IsLower(rest) || !ministry(role) {
			a.Organization = draft.Maybe(text.Trim(rest))
		} else {
			role += " " + of + text.Trim(rest)
		}
	}
	after = strings.Trim(after, " ,")
	a.Role = draft.Maybe(role)
	switch {
	case after == "":
	case phrase.PersonCertainty(after) > 0 || text.WordCount(after) <= 3 && !phrase.HasWord(after, lexicon.OrgWords) && !strings.Contains(after, ","):
		a.Name = draft.Maybe(titleBefore.ReplaceAllString(after, ""))
	case a.Organization == "":
		a.Organization = draft.Maybe(after)
	}
	return a
}

// ofBody divides a group from the body it belongs to.
var ofBody = lexicon.Pattern("about.ofBody", `(?i)\s(?:{pattern of-body})\s+`)

// bodyOf finds the body of a group: "Members of the Example Council", "Example Council Members", "Fraktionen des Rates". A place
// after it ("in Geneva", "à Genève") is none of its name.
func bodyOf(group string) draft.Maybe {
	if m := ofBody.FindStringIndex(group); m != nil {
		body := text.Trim(group[m[1]:])
		if i := placeIn.At(body); i >= 0 {
			body = body[:i]
		}
		if r, _ := utf8.DecodeRuneInString(body); unicode.IsUpper(r) || text.WordCount(body) < 3 {
			return draft.Maybe(body)
		}
		return ""
	}
	if n := memberNouns.End(text.Lowered(group)); n > 0 && text.WordCount(group[:len(group)-n]) > 1 {
		return draft.Maybe(group[:len(group)-n])
	}
	return ""
}

var (
	roleOf        = lexicon.PartsOf("{function-word role-of}")
	placeIn       = lexicon.PartsOf("{function-word place-in}")
	memberNouns   = lexicon.PartsOf("{person member-nouns}")
	ministerParts = lexicon.PartsOf("{person minister-part}")
	generalParts  = lexicon.PartsOf("{person general-part}")
)

func ministry(role string) bool {
	if rule.Off("about.ministry") {
		return false
	}
	role = strings.ToLower(role)
	return ministerParts.In(role) && !generalParts.In(role)
}
