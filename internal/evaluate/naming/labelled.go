package naming

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"
)

// labelled are pairs that we labelled by reading: neighbours among names printed on open letters, and names of well-known organizations.
//
//go:embed labelled.csv
var labelled string

// Labelled returns the pairs that the project labelled itself.
var Labelled = sync.OnceValue(func() []Pair {
	rows, err := csv.NewReader(strings.NewReader(labelled)).ReadAll()
	if err != nil {
		panic(err) // a broken tree
	}
	var list []Pair
	for _, r := range rows[1:] {
		list = append(list, Pair{r[0], r[1], r[2] == "same", r[3]})
	}
	return list
})
