package dataset

import (
	"undersigned/graph"
)

// node is a value of a YAML or JSON file with its place, so that one decoder serves both and every error names a line.
type node struct {
	kind   nodeKind
	line   int
	text   string // of a scalar
	quoted bool   // a scalar that is a text beyond doubt
	keys   []*node
	items  []*node // of a list, or the values of the keys
}

type nodeKind uint8

const (
	nullNode nodeKind = iota
	scalarNode
	listNode
	mapNode
)

func (k nodeKind) String() string {
	return [...]string{"nothing", "a single value", "a list", "a group of fields"}[k]
}

// maxDepth bounds how deep values nest. The form itself needs eight.
const maxDepth = 16

func tooDeep(line int) error {
	return graph.Errorf(graph.Invalid, "line %d: values nest more than %d deep; a data set never does", line, maxDepth)
}
