package graphtest

import (
	"fmt"
	"strings"

	"undersigned/graph"
)

// davis is the Southern Women network of Davis, Gardner and Gardner (Deep South, 1941) in the usual order of women;
// A..N are the events E1..E14. It has 18 women, 14 events and 89 attendances.
const davis = `
Evelyn ABCDEFHI
Laura ABCEFGH
Theresa BCDEFGHI
Brenda ACDEFGH
Charlotte CDEG
Frances CEFH
Eleanor EFGH
Pearl FHI
Ruth EGHI
Verne GHIL
Myra HIJL
Katherina HIJLMN
Sylvia GHIJLMN
Nora FGIJKLMN
Helen GHJKL
Dorothy HI
Olivia IK
Flora IK
`

// Davis returns the Southern Women: organizations are the women in the order of DavisNames, letter l is event E(l+1).
func Davis() *graph.Incidence {
	var pairs []graph.Pair
	for o, line := range strings.Split(strings.TrimSpace(davis), "\n") {
		_, events, _ := strings.Cut(line, " ")
		for _, e := range events {
			pairs = append(pairs, graph.Pair{Org: int32(o), Letter: e - 'A'})
		}
	}
	return build(18, 14, pairs)
}

// DavisNames returns the first names of the women in the usual order, Evelyn first.
func DavisNames() []string {
	var names []string
	for line := range strings.SplitSeq(strings.TrimSpace(davis), "\n") {
		name, _, _ := strings.Cut(line, " ")
		names = append(names, name)
	}
	return names
}

// build is NewIncidence for literals and generators, whose pairs are in range by construction.
func build(n, m int, pairs []graph.Pair) *graph.Incidence {
	x, err := graph.NewIncidence(n, m, pairs)
	if err != nil {
		panic(fmt.Sprintf("graphtest: %v", err))
	}
	return x
}
