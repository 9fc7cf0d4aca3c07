package sheet

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// namelike reports whether keys look like names: most have words with capitals and blanks between, or words that names of organizations have.
func namelike(keys []*datum) bool {
	if rule.Off("sheet.namelike") {
		return false
	}
	n := 0
	for _, k := range keys {
		if words := strings.Fields(k.text); len(words) > 1 && !text.IsLower(words[0]) && !text.IsLower(words[len(words)-1]) || phrase.HasWord(k.text, lexicon.OrgWords) {
			n++
		}
	}
	return 3*n >= 2*len(keys)
}

// described reports whether a group says something of what its key names.
func described(v *datum) bool {
	for i, k := range v.keys {
		if v.values[i].kind == scalar && table.SenseOf(k.text) != table.UnknownColumn {
			return true
		}
	}
	return false
}

func named(v *datum) bool {
	if rule.Off("sheet.named") {
		return false
	}
	name, _ := nameField(v)
	return name != nil
}

// entriesByKey reports whether a group is a list whose entries have keys, such as numbers: "1: {name: Salt Union}, 2: {...}". They are alike and
// each has a name.
func entriesByKey(v *datum) bool {
	if rule.Off("sheet.entriesByKey") || len(v.values) < 2 || languages(v) {
		return false
	}
	counts := map[string]int{}
	all := 0
	for i, c := range v.values {
		if c = unwrapped(c); c.kind != mapping || !named(c) || hasLists(c) || keyKind([]string{v.keys[i].text}) != unknownKey {
			return false
		}
		for _, k := range c.keys {
			counts[k.text]++
			all++
		}
	}
	shared := 0
	for _, n := range counts {
		if 2*n > len(v.values) {
			shared += n
		}
	}
	return 2*shared > all
}

// hasLists tells a heading with a list of its own from an entry one of whose fields has several values: pictures and links are no list, and what an
// entry makes or does, beside other fields that describe it, is none of signatories.
func hasLists(v *datum) bool {
	if rule.Off("sheet.hasLists") {
		return false
	}
	_, own := nameField(v)
	says := 0 // fields that describe a signatory
	group := false
	for i, k := range v.keys {
		c := table.SenseOf(k.text)
		group = group || c == table.OrganizationColumn && v.values[i].kind == scalar
		switch {
		case v.values[i].kind == sequence, c == table.UnknownColumn, c == table.NameColumn, c == table.TitleColumn, c == table.LabelColumn, c == table.NoteColumn, c == table.NumberColumn:
		default:
			says++
		}
	}
	for i, c := range v.values {
		if c = whole(c); c.kind != sequence || len(c.values) == 0 {
			continue
		}
		key := keyKind([]string{v.keys[i].text})
		if key == otherKey || group && key == signingKey && onlyGroups(v.keys[i].text) { // what an organization makes
			continue
		}
		switch first := c.values[0]; {
		case first.kind == mapping:
			if n, _ := namesIn(c); n > 0 && (key >= namedKey || says == 0) {
				return true
			}
		case !own || len(c.values) > 3 && (key >= namedKey || says == 0):
			return true
		}
	}
	return false
}
