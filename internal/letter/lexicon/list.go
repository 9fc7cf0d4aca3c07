package lexicon

import (
	"cmp"
	"embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"undersigned/internal/letter/text"
)

// Class is what a word is. A word of a class has one or more senses, each of which is a use that the reader makes of it; data/senses.tsv
// explains them.
type Class string

// The classes of the files in data.
const (
	LegalForm    Class = "legal-form"
	Organization Class = "organization"
)

// files has a file for each language, named by its code.
//
//go:embed data/??.tsv
var files embed.FS

// head is the first row of each file.
const head = "class\tword\tsenses\tsource"

// key is a class in one of its senses.
type key struct {
	class Class
	sense string
}

// words are all words of the files by class and sense.
var words = sync.OnceValue(read)

func read() map[key]*[]string {
	all := map[key]*[]string{}
	names, err := files.ReadDir("data")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		data, err := files.ReadFile("data/" + name.Name())
		if err != nil {
			panic(err)
		}
		for rest, line := string(data), ""; rest != ""; {
			line, rest, _ = strings.Cut(rest, "\n")
			if line == head || strings.HasPrefix(line, "#") {
				continue
			}
			class, more, _ := strings.Cut(line, "\t")
			word, more, _ := strings.Cut(more, "\t")
			senses, _, whole := strings.Cut(more, "\t")
			if !whole {
				panic("lexicon: " + name.Name() + ": the row " + line + " has not four columns")
			}
			for sense := range strings.SplitSeq(senses, ",") {
				list := all[key{Class(class), sense}]
				if list == nil {
					list = new([]string)
					all[key{Class(class), sense}] = list
				}
				*list = append(*list, word)
			}
		}
	}
	return all
}

// Words returns the words of a class in a sense, of all languages; one that several languages have stands several times. It panics where there
// are none, since the sense is then misspelled.
func (c Class) Words(sense string) []string {
	found := words()[key{c, sense}]
	if found == nil {
		panic("lexicon: no " + string(c) + " has the sense " + sense)
	}
	return slices.Clone(*found)
}

// placeholder names the words of a class in a sense within a pattern.
var placeholder = regexp.MustCompile(`\{([a-z-]+) ([a-z-]+)\}`)

// Pattern makes a pattern in whose source "{class sense}" stands for the words of a class in a sense, as a group; regular
// expressions have nothing that looks so. The words are filled in when the pattern is first used.
func Pattern(id, source string) *text.Pattern {
	return text.LazyFrom(id, func() string {
		return placeholder.ReplaceAllStringFunc(source, func(s string) string {
			class, sense, _ := strings.Cut(strings.Trim(s, "{}"), " ")
			return Class(class).group(sense)
		})
	})
}

// group returns a group of a regular expression that matches the words of a class in a sense. Longer words stand first, so that none hides
// behind its own beginning.
func (c Class) group(sense string) string {
	list := c.Words(sense)
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	list = slices.Compact(list)
	for i := range list {
		list[i] = regexp.QuoteMeta(list[i])
	}
	return "(?:" + strings.Join(list, "|") + ")"
}
