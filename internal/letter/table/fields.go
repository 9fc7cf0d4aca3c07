package table

import (
	"slices"
	"strings"

	"undersigned/internal/letter/rule"
)

// parting is what stands between the fields that a line asks for.
var parting = strings.NewReplacer(" — ", "\n", " – ", "\n", " - ", "\n", "|", "\n", "/", "\n", ",", "\n", ";", "\n")

// Asks reports whether a line names the fields that a signature has and says nothing else, as a form or a pattern for signing does: "Name — City (if
// desired)". One field is enough where it is called a name: there are organizations called Internet Society.
func Asks(s string) bool {
	if rule.Off("table.Asks") || !readable(s) || !mayCallName(s) {
		return false
	}
	found, named, several := map[Column]bool{}, false, 0
	for part := range strings.SplitSeq(parting.Replace(s), "\n") {
		if Key(part) == "" {
			continue
		}
		c := SenseOf(part)
		if c == UnknownColumn {
			return false
		}
		several++
		found[c], named = true, named || callsName(part)
	}
	return named && (several > 1 && len(found) > 1 || several == 1 && len(tokens(s)) > 1)
}

// mayCallName reports whether a word of a line is one for a name, in whatever field: most lines have none, and need not be divided.
func mayCallName(s string) bool {
	v := words()
	return slices.ContainsFunc(tokens(s), func(w string) bool { return v.headers[Key(w)] == NameColumn })
}

// callsName reports whether one of a field's words says that it is a name. Two capitals among other words are an acronym, or a town's mark: "Union of
// Town AD", though ad is a name in Turkish.
func callsName(part string) bool {
	v := words()
	all := tokens(part)
	for _, w := range all {
		if len(all) > 1 && len(w) < 4 && w == strings.ToUpper(w) && part != strings.ToUpper(part) {
			continue
		}
		if v.headers[Key(w)] == NameColumn {
			return true
		}
	}
	return false
}
