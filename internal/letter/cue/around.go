package cue

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Topic is what the words above a list are about. A line may have several.
type Topic uint8

// The topics.
const (
	AboutSigning Topic = 1 << iota
	AboutSupport
	AboutGroups
	AboutPersons
	AboutPaper
	AboutElse // sponsors, a team, a menu, demands
)

var topicNames = map[string]Topic{"sign": AboutSigning, "support": AboutSupport, "group": AboutGroups, "person": AboutPersons, "paper": AboutPaper, "aside": AboutElse}

//go:embed data/around.tsv
var aroundData string

// stems are those of all languages by their first letter: which language a heading is in is seldom known, and a list's heading may be in another
// than its document.
var stems = sync.OnceValue(func() map[rune][]stem {
	out := map[rune][]stem{}
	for line := range strings.Lines(aroundData) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		r, _ := utf8.DecodeRuneInString(f[2])
		out[r] = append(out[r], stem{f[2], topicNames[f[1]]})
	}
	return out
})

type stem struct {
	text  string
	topic Topic
}

// TopicsOf returns what a line speaks of.
func TopicsOf(s string) Topic {
	var found Topic
	all := stems()
	s = strings.ToLower(s)
	before := ' '
	for i, r := range s {
		if !unicode.IsLetter(before) || r >= 0x2e80 { // scripts without blanks between words
			for _, st := range all[r] {
				if found&st.topic == 0 && strings.HasPrefix(s[i:], st.text) {
					found |= st.topic
				}
			}
		}
		before = r
	}
	return found
}
