package entry

import (
	"slices"
	"strings"
	"sync"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// Sentences that name signatories in languages whose words are data only.
var (
	ours    = lexicon.PhrasesOf("entry.ours", lexicon.Cue, "we")
	behind  = lexicon.PhrasesOf("entry.behind", lexicon.Cue, "signed-by")
	toNames = text.Lazy("entry.toNames", `^[\s:,–—-]+`)
)

// nounsBefore are nouns that stand small before a name, the longest first: "organisationerna A och B".
var nounsBefore = sync.OnceValue(func() []string {
	list := lexicon.Organization.Words("noun-before")
	slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	return list
})

// namesOurs reads a sentence in which signatories speak and name themselves: "We, Salt Union, River Watch and Lamp League, ask ...". Most of the
// names have to have a word for an organization: "We, teachers, nurses and drivers" names none.
func namesOurs(s, lower string) []text.Span {
	at := ours.Begins(lower)
	if at == 0 {
		return nil
	}
	m := toNames.FindStringIndex(s[at:])
	if m == nil || m[1] == 1 && !strings.Contains(s[:at], " ") && len(s[:at]) < 8 {
		return nil // a pronoun and no comma behind it: "We Indigenous Peoples"
	}
	names, rest := listOf(s, at+m[1], true, false)
	if len(names) < 2 || text.WordCount(rest) < 2 || !mostlyNamed(names) && !(strings.Contains(text.Trim(lower[:at]), " ") && allBegin(names) && len(names) >= 3 && startsVerb(rest)) {
		return nil
	}
	return names
}

// namesBehind reads names that stand behind words such as "undertecknat av". A letter speaks of other letters, too: there the words begin the
// sentence, or three names stand behind them.
func namesBehind(s, lower string, own bool) []text.Span {
	start, end := behind.Last(lower)
	if end == 0 {
		return nil
	}
	at := end
	if m := toNames.FindStringIndex(s[at:]); m != nil {
		at += m[1]
	}
	names, _ := listOf(s, at, true, true)
	if len(names) < 2 || own && len(names) < 3 && start > 20 || !mostlyNamed(names) {
		return nil
	}
	return names
}

// mostlyNamed reports whether half of the names, or more, have a word for an organization or are acronyms.
func mostlyNamed(names []text.Span) bool {
	n := 0
	for _, name := range names {
		if phrase.HasWord(name.Text, lexicon.OrgWords) || phrase.HasCompound(name.Text) || !strings.Contains(name.Text, " ") && len(name.Text) > 1 && name.Text == strings.ToUpper(name.Text) {
			n++
		}
	}
	return 2*n >= len(names)
}

// smallBefore returns where the first name begins behind one or two words that are written small, and say what those named are; 0 where none stand
// before it.
func smallBefore(s string) int {
	at := 0
	for range 2 {
		word, rest, more := strings.Cut(s[at:], " ")
		if !text.IsLower(word) || !more || rest == "" {
			break
		}
		at += len(word) + 1
	}
	if text.IsLower(text.FirstWords(s[at:], 1)) {
		return 0
	}
	return at
}

// allBegin reports whether all names begin in upper case.
func allBegin(names []text.Span) bool {
	return !slices.ContainsFunc(names, func(n text.Span) bool { return text.IsLower(n.Text) })
}

// startsVerb reports whether what follows names goes on as a sentence does, in lower case and with no mark: "... muestran su rechazo".
func startsVerb(rest string) bool {
	rest = text.Trim(rest)
	return text.IsLower(rest) && text.WordCount(rest) >= 3
}
