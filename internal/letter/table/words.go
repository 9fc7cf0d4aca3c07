package table

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

//go:embed data/words.tsv
var wordData string

// vocabulary is what data/words.tsv says, by folded words, with the words for organizations of package lexicon. Where languages disagree the first line of the file counts.
type vocabulary struct {
	headers map[string]Column
	signers map[string]Who
	states  map[string]State
	answers map[string]int      // 1 yes, -1 no
	flags   map[string][]string // senses of words of headers that ask
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{map[string]Column{}, map[string]Who{}, map[string]State{}, map[string]int{}, map[string][]string{}}
	who := map[string]Who{"organization": Organizations, "person": Persons, "occupation": Workers}
	state := map[string]State{"stands": Stands, "gone": Gone, "waits": Waits}
	for _, r := range records(wordData) {
		for w := range strings.SplitSeq(r[3], "|") {
			k := Key(w)
			switch r[0] {
			case "header":
				if _, known := v.headers[k]; !known {
					v.headers[k] = columnNamed(r[1])
				}
			case "signer":
				if _, known := v.signers[k]; !known {
					v.signers[k] = who[r[1]]
				}
			case "answer":
				v.answers[k] = map[string]int{"yes": 1, "no": -1}[r[1]]
			case "flag":
				v.flags[k] = append(v.flags[k], r[1])
			case "status":
				if _, known := v.states[k]; !known {
					v.states[k] = state[r[1]]
				}
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
var elided = text.Words("table.elided", "l d dell all nell dall sull qu s")

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
