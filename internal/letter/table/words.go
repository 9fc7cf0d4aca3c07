package table

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// vocabulary is what the words above columns and in cells say in all languages, by folded words. Where languages disagree, the column that is named
// first in columnNames counts.
type vocabulary struct {
	headers map[string]Column
	signers map[string]Who
	states  map[string]State
	answers map[string]int      // 1 yes, -1 no
	flags   map[string][]string // senses of words of headers that ask
}

// Signs that answer as words do, and numbers above columns that say nothing.
var (
	yesSigns = strings.Fields("1 ✓ ✔ ☑")
	noSigns  = strings.Fields("0 ✗ ✘ ☐")
	fillers  = strings.Fields("1 2 3")
)

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{map[string]Column{}, map[string]Who{}, map[string]State{}, map[string]int{}, map[string][]string{}}
	headers := lexicon.Header.All()
	for c := NameColumn; c <= fillerColumn; c++ {
		first(v.headers, headers[c.String()], c)
	}
	first(v.headers, fillers, fillerColumn)
	signers := lexicon.Signer.All()
	first(v.signers, signers["organization"], Organizations)
	first(v.signers, signers["person"], Persons)
	first(v.signers, signers["occupation"], Workers)
	states := lexicon.Status.All()
	first(v.states, states["stands"], Stands)
	first(v.states, states["gone"], Gone)
	first(v.states, states["waits"], Waits)
	first(v.answers, slices.Concat(lexicon.Answer.Words("yes"), yesSigns), 1)
	first(v.answers, slices.Concat(lexicon.Answer.Words("no"), noSigns), -1)
	flags := lexicon.Flag.All()
	for _, sense := range []string{asks, hides, goes, aside, alias, being} {
		for _, w := range flags[sense] {
			if k := Key(w); !slices.Contains(v.flags[k], sense) {
				v.flags[k] = append(v.flags[k], sense)
			}
		}
	}
	for _, w := range lexicon.Organization.Words("column") {
		if k := Key(w); v.headers[k] == UnknownColumn {
			v.headers[k] = OrganizationColumn
		}
	}
	for _, w := range lexicon.Organization.Words("type") {
		if k := Key(w); v.signers[k] == Anyone {
			v.signers[k] = Organizations
		}
	}
	return v
})

// first gives words a meaning that have none.
func first[T any](meanings map[string]T, words []string, meaning T) {
	for _, w := range words {
		k := Key(w)
		if _, known := meanings[k]; !known {
			meanings[k] = meaning
		}
	}
}

// Key folds case, accents, blanks and punctuation; of what has nothing else, punctuation stays ("#").
func Key(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if !ascii {
		s = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(s))
	}
	if k := graph.Fold(s); k != "" {
		return k
	}
	return text.Trim(s)
}

// longestWord is how many bytes a cell may have that says a kind or a state.
const longestWord = 60

func saysKind(cell string) bool {
	if rule.Off("table.saysKind") {
		return false
	}
	return len(cell) <= longestWord
}

func saysState(cell string) bool {
	if rule.Off("table.saysState") {
		return false
	}
	return len(cell) <= longestWord
}

// longestKind is how many words a cell may have that says what a signatory is.
const longestKind = 5

// KindOf reads a cell that says what a signatory is: "Company", "Private individual", "On behalf of my organization". What has words for both, or
// none, says nothing.
func KindOf(cell string) Who {
	if !saysKind(cell) {
		return Anyone
	}
	v := words()
	if w, ok := v.signers[Key(cell)]; ok {
		return w
	}
	parts := tokens(cell)
	if len(parts) > longestKind {
		return Anyone
	}
	found := Anyone
	for _, p := range parts {
		k := Key(p)
		w, ok := v.signers[k]
		if !ok {
			w, ok = v.signers[strings.TrimSuffix(k, "s")]
		}
		if ok && found != Anyone && found != w {
			return Anyone
		} else if ok {
			found = w
		}
	}
	return found
}

// StateOf reads a cell that says what became of a signature.
func StateOf(cell string) State {
	if !saysState(cell) {
		return Unsaid
	}
	v := words()
	if s, ok := v.states[Key(cell)]; ok {
		return s
	}
	for i, p := range tokens(cell) { // "withdrawn on 3 May"
		if s, ok := v.states[Key(p)]; ok && i == 0 {
			return s
		}
	}
	return Unsaid
}

// elided are words that lose their last letter before a vowel, in French, Italian and Catalan.
var elided = lexicon.Set("table.elided", "{function-word elided}")

// tokens cuts a header into words: at blanks and marks, and where a capital follows a small letter ("NameGiven").
func tokens(s string) []string {
	var out []string
	from := -1
	var last rune
	for i, r := range s {
		if (r == '\'' || r == '’') && from >= 0 && elided.Has(strings.ToLower(s[from:i])) {
			out, from = append(out, s[from:i]), -1
		}
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || (r == '\'' || r == '’') && from >= 0
		if from >= 0 && (!word || unicode.IsUpper(r) && unicode.IsLower(last)) {
			out, from = append(out, unpossessed(s[from:i])), -1
		}
		if word && from < 0 {
			from = i
		}
		last = r
	}
	if from >= 0 {
		out = append(out, unpossessed(s[from:]))
	}
	return out
}

// unpossessed takes the English possessive off a word: "organization's name".
func unpossessed(s string) string {
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
}
