package sheet

import (
	"strings"
	"sync"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
)

// topics are what words of a key speak of.
type topics struct{ signs, aside, groups, persons bool }

// topicWords are the words of all languages for topics, folded as keys are: programs write "organizacoes_signatarias".
var topicWords = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	fold := func(name string, words []string) {
		for _, w := range words {
			out[name] = append(out[name], " "+table.Key(w))
		}
	}
	fold("sign", lexicon.Topic.Words("sign"))
	fold("support", lexicon.Topic.Words("support"))
	fold("aside", lexicon.Topic.Words("aside"))
	fold("group", lexicon.Topic.Words("group"))
	fold("person", lexicon.Topic.Words("person"))
	return out
})

// keyTopics says what a key speaks of in any language.
func keyTopics(key string) topics {
	if rule.Off("sheet.keyTopics") {
		return topics{}
	}
	k := " " + table.Key(key)
	has := func(name string) bool {
		for _, w := range topicWords()[name] {
			if strings.Contains(k, w) {
				return true
			}
		}
		return false
	}
	return topics{signs: has("sign") || has("support"), aside: has("aside"), groups: has("group"), persons: has("person")}
}
