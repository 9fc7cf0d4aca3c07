package layouts

import (
	"embed"
	"fmt"
	"math/rand/v2"
	"path"
	"strings"
)

//go:embed words
var wordFiles embed.FS

// languages are those with a file of words, in alphabetical order.
var languages, dictionaries = readWords()

// words are the words of one language by key, with its alternatives.
type words map[string][]string

func readWords() ([]string, []words) {
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		panic(err)
	}
	var names []string
	var all []words
	for _, f := range files {
		data, err := wordFiles.ReadFile(path.Join("words", f.Name()))
		if err != nil {
			panic(err)
		}
		w := words{}
		for line := range strings.Lines(string(data)) {
			key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
			if !ok {
				panic(fmt.Sprintf("%s: %q is no word", f.Name(), line))
			}
			w[key] = strings.Split(value, " | ")
		}
		names = append(names, strings.TrimSuffix(f.Name(), ".txt"))
		all = append(all, w)
	}
	return names, all
}

// one is the first word of a key; any draws one.
func (w words) one(key string) string { return w[key][0] }

func (w words) any(r *rand.Rand, key string) string { return w[key][r.IntN(len(w[key]))] }
