package lexicon

import (
	"cmp"
	"embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"undersigned/internal/letter/text"
)

// Class is what a word is. A word of a class has one or more senses, each of which is a use that the reader makes of it; data/senses.tsv
// explains them.
type Class string

// The classes of the files in data.
const (
	LegalForm    Class = "legal-form"
	Organization Class = "organization"
	Function     Class = "function-word" // and verbs, which show that a text is one
	Person       Class = "person"
	Month        Class = "month"
	Numeral      Class = "numeral"
	Topic        Class = "topic"
	Cue          Class = "cue"
	Surname      Class = "surname"
	Place        Class = "place"
	Furniture    Class = "furniture" // what pages and forms print beside their text
	Paper        Class = "paper"     // letters, statements and their kin
	Header       Class = "header"    // words above columns, and keys of fields
	Signer       Class = "signer"    // what a cell says that a signatory is
	Status       Class = "status"    // what a cell says became of a signature
	Answer       Class = "answer"
	Flag         Class = "flag"    // words of headers that cells answer with yes or no
	Field        Class = "field"   // keys of front matter, without what joins their words
	piece        Class = "pattern" // pieces of regular expressions, where forms of words and gaps make plain ones too many
)

// files has a file for each language, named by its code, and one for the words of none.
//
//go:embed data/??.tsv data/mul.tsv
var files embed.FS

// noLanguage is the code (ISO 639-2 "multiple languages") whose file has names that belong to no one language.
const noLanguage = "mul"

// head is the first row of each file.
const head = "class\tword\tsenses\tsource"

// key is a class in one of its senses, of a language.
type key struct {
	class           Class
	sense, language string
}

// words are all words of the files by class and sense, of each language and, where it is "", of all.
var words = sync.OnceValue(read)

var wasRead atomic.Bool // for tests

// numeric is a word whose sense is a number.
type numeric struct {
	word  string
	value int
}

// numbers are the words whose senses are numbers, by class and language, in the order of the files.
var numbers = map[key][]numeric{}

func read() map[key]*[]string {
	wasRead.Store(true)
	all := make(map[key]*[]string, 1<<12)  // growing would cost a third of the time
	uses := make(map[[2]string]use, 1<<10) // of the words of a class that have the same senses
	names, err := files.ReadDir("data")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		data, err := files.ReadFile("data/" + name.Name())
		if err != nil {
			panic(err)
		}
		code := strings.TrimSuffix(name.Name(), ".tsv")
		clear(uses)
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
			u, known := uses[[2]string{class, senses}]
			if !known {
				u = useOf(all, class, senses, code)
				uses[[2]string{class, senses}] = u
			}
			u.add(word)
			for _, w := range printings(code, word) {
				u.add(w)
			}
		}
	}
	return all
}

// use is where the words of a class with the same senses go.
type use struct {
	lists  []*[]string
	class  Class
	code   string
	values []int // of senses that are numbers
}

func useOf(all map[key]*[]string, class, senses, code string) use {
	u := use{class: Class(class), code: code}
	for sense := range strings.SplitSeq(senses, ",") {
		if sense[0] <= '9' {
			n, err := strconv.Atoi(sense)
			if err != nil {
				panic("lexicon: " + code + ".tsv: the sense " + sense + " is no number")
			}
			u.values = append(u.values, n)
			continue
		}
		for _, in := range []string{"", code} {
			k := key{Class(class), sense, in}
			if all[k] == nil {
				list := make([]string, 0, 8)
				all[k] = &list
			}
			u.lists = append(u.lists, all[k])
		}
	}
	return u
}

func (u *use) add(word string) {
	for _, list := range u.lists {
		*list = append(*list, word)
	}
	for _, n := range u.values {
		for _, in := range []string{"", u.code} {
			numbers[key{u.class, "", in}] = append(numbers[key{u.class, "", in}], numeric{word, n})
		}
	}
}

// Words returns the words of a class in a sense, of all languages; one that several languages have stands several times. It panics where there
// are none, since the sense is then misspelled.
func (c Class) Words(sense string) []string {
	found := words()[key{c, sense, ""}]
	if found == nil {
		panic("lexicon: no " + string(c) + " has the sense " + sense)
	}
	return slices.Clone(*found)
}

// All returns the words of a class by sense, of all languages.
func (c Class) All() map[string][]string {
	out := map[string][]string{}
	for k, found := range words() {
		if k.class == c && k.language == "" {
			out[k.sense] = slices.Clone(*found)
		}
	}
	return out
}

// Languages returns the codes of the languages that have files, in the order of the alphabet.
func Languages() []string {
	names, err := files.ReadDir("data")
	if err != nil {
		panic(err)
	}
	var codes []string
	for _, name := range names {
		if code := strings.TrimSuffix(name.Name(), ".tsv"); code != noLanguage {
			codes = append(codes, code)
		}
	}
	return codes
}

// In returns the words of a class in a sense of one language; nil where it has none.
func (c Class) In(language, sense string) []string {
	if found := words()[key{c, sense, language}]; found != nil {
		return slices.Clone(*found)
	}
	return nil
}

// Numbers returns the words of a class whose sense is a number, as months and numerals have, of one language or, where it is "", of all. Where
// two languages disagree the first in the order of the alphabet counts.
func (c Class) Numbers(language string) map[string]int {
	words()
	out := map[string]int{}
	for _, n := range numbers[key{c, "", language}] {
		if out[n.word] == 0 {
			out[n.word] = n.value
		}
	}
	return out
}

// placeholder names the words of a class in a sense within a pattern.
var placeholder = regexp.MustCompile(`\{([a-z-]+) ([a-z-]+)\}`)

// Pattern makes a pattern in whose source "{class sense}" stands for the words of a class in a sense, as a group; regular
// expressions have nothing that looks so. The words are filled in when the pattern is first used.
func Pattern(id, source string) *text.Pattern {
	return text.LazyFrom(id, func() string { return expand(source) })
}

func expand(source string) string {
	return placeholder.ReplaceAllStringFunc(source, func(s string) string {
		class, sense, _ := strings.Cut(strings.Trim(s, "{}"), " ")
		return Class(class).group(sense)
	})
}

// Set makes a list of the words of one or more classes in a sense, named as in Pattern: "{person honorific}".
func Set(id, source string) *text.Set {
	return text.SetFrom(id, func() []string { return wordsOf(source) })
}

func wordsOf(source string) []string {
	var all []string
	for _, m := range placeholder.FindAllStringSubmatch(source, -1) {
		all = append(all, Class(m[1]).Words(m[2])...)
	}
	return all
}

// group returns a group of a regular expression that matches the words of a class in a sense. Longer words stand first, so that none hides
// behind its own beginning.
func (c Class) group(sense string) string {
	list := c.Words(sense)
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	list = slices.Compact(list)
	for i := range list {
		if c == piece {
			list[i] = expand(list[i])
		} else {
			list[i] = regexp.QuoteMeta(list[i])
		}
	}
	return "(?:" + strings.Join(list, "|") + ")"
}
