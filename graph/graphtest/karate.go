package graphtest

import (
	"strconv"
	"strings"

	"undersigned/graph"
)

// karate lists Zachary's karate club (doi:10.1086/jar.33.4.3629752), one line a member: the member, then the friends
// with a higher number. Members are numbered from 1 as in the paper.
const karate = `
1 2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32
2 3 4 8 14 18 20 22 31
3 4 8 9 10 14 28 29 33
4 8 13 14
5 7 11
6 7 11 17
7 17
9 31 33 34
10 34
14 34
15 33 34
16 33 34
19 33 34
20 34
21 33 34
23 33 34
24 26 28 30 33 34
25 26 28 32
26 32
27 30 34
28 34
29 32 34
30 33 34
31 33 34
32 33 34
33 34
`

// Karate returns Zachary's club as 78 letters of two signers each: every letter is one friendship, so each measure of
// the projection must equal the published one of the plain graph. Organization o is member o+1.
func Karate() *graph.Incidence {
	var pairs []graph.Pair
	letter := int32(0)
	for line := range strings.SplitSeq(strings.TrimSpace(karate), "\n") {
		fields := strings.Fields(line)
		for _, friend := range fields[1:] {
			pairs = append(pairs, graph.Pair{Org: member(fields[0]), Letter: letter}, graph.Pair{Org: member(friend), Letter: letter})
			letter++
		}
	}
	return build(34, int(letter), pairs)
}

func member(number string) int32 {
	v, err := strconv.Atoi(number)
	if err != nil {
		panic("graphtest: karate: " + err.Error())
	}
	return int32(v - 1)
}
