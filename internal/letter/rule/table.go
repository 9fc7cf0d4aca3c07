package rule

import (
	_ "embed"
	"strings"
	"sync"
)

// Row is what the table says of a rule.
type Row struct {
	ID   string
	Kind Kind
	Says string // in one sentence
	// Of a pattern, a text that it matches and one that it does not; of a list, a word that it has and one that it has not; of a decision, a document
	// whose answer is another without it and one whose answer is not. See Document.
	Example, Counterexample string
}

// Kind is what a rule is.
type Kind string

// The kinds of rules. A rule that is neither a pattern nor a list of words is a decision.
const (
	Pattern  Kind = "pattern"
	WordList Kind = "words"
	Decision Kind = "decision"
)

// KindOf returns what a rule is by what is registered.
func KindOf(id string) Kind {
	switch {
	case patterns[id] != nil:
		return Pattern
	case sets[id] != nil:
		return WordList
	}
	return Decision
}

//go:embed rules.tsv
var data string

var parsed = sync.OnceValue(func() []Row {
	var rows []Row
	unescape := strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t")
	for line := range strings.Lines(data) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 5 {
			panic("rules.tsv: " + line) // a broken file in the tree
		}
		rows = append(rows, Row{f[0], Kind(f[1]), f[2], unescape.Replace(f[3]), unescape.Replace(f[4])})
	}
	return rows
})

// Table returns the rows of rules.tsv, by id.
func Table() []Row { return parsed() }

var sentences = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, r := range Table() {
		out[r.ID] = r.Says
	}
	return out
})

// Says returns what the table says of a rule; its id where it says nothing.
func Says(id string) string {
	if s := sentences()[id]; s != "" {
		return s
	}
	return id
}

// Document reads the example of a decision. "case:NAME" names a folder of internal/letter/testdata; anything else is the text of a document, of the
// medium that stands before it as the ending of a file ("html: ..."), or plain text. A PDF is given as lines of where their text is set.
func Document(example string) (folder, file, text string) {
	if folder, ok := strings.CutPrefix(example, "case:"); ok {
		return folder, "", ""
	}
	for _, ending := range []string{"html", "md", "csv", "yml", "json", "js", "pdf"} {
		if text, ok := strings.CutPrefix(example, ending+": "); ok {
			return "", "rule." + ending, text
		}
	}
	return "", "rule.txt", example
}
