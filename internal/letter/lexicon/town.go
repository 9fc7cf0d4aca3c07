package lexicon

import (
	"strings"
	"sync"

	"undersigned/graph"
	"undersigned/internal/letter/rule"
)

var towns = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, w := range Place.Words("town") {
		set[graph.Fold(w)] = true
	}
	return set
})

// IsTown reports whether a text is the name of a large town and nothing else.
func IsTown(s string) bool {
	if rule.Off("lexicon.IsTown") {
		return false
	}
	return len(s) <= 40 && towns()[graph.Fold(strings.ToLower(s))] // folded at once, "İzmir" would keep its dot
}
