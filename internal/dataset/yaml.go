package dataset

import (
	"bytes"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"undersigned/graph"
)

// maxYAML bounds YAML files: the parser needs some hundred bytes of memory a byte. JSON has no such need.
const maxYAML = 16 << 20

// parseYAML reads one YAML document as nodes. Anchors, aliases, merge keys and tags are refused: a data set says what it
// says in place, and a few aliases can stand for gigabytes.
func parseYAML(data []byte) (n *node, err error) {
	if len(data) > maxYAML {
		return nil, graph.Errorf(graph.TooLarge, "the YAML file is larger than %d MiB; split it, or write it as JSON", maxYAML>>20)
	}
	if line := nestedTooDeep(data); line > 0 {
		return nil, tooDeep(line)
	}
	defer func() {
		if r := recover(); r != nil { // of the parser, which is not ours: a user's file must not end the program
			n, err = nil, graph.Errorf(graph.Invalid, "this is no YAML that can be read; write the data set as JSON to see where it goes wrong")
		}
	}()
	file, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		if e, ok := err.(yaml.Error); ok && e.GetToken() != nil {
			return nil, graph.Errorf(graph.Invalid, "line %d: this is no valid YAML here (%s)", e.GetToken().Position.Line, e.GetMessage())
		}
		return nil, graph.Errorf(graph.Invalid, "this is no valid YAML (%s)", firstLine(err.Error()))
	}
	var body ast.Node
	for _, d := range file.Docs {
		if d.Body == nil {
			continue
		}
		if body != nil {
			return nil, graph.Errorf(graph.Invalid, "line %d: a second YAML document begins; a file holds one data set", lineOf(d.Body))
		}
		body = d.Body
	}
	if body == nil {
		return &node{line: 1}, nil
	}
	return fromYAML(body, 0)
}

func fromYAML(y ast.Node, depth int) (*node, error) {
	n := &node{line: lineOf(y)}
	if depth > maxDepth {
		return nil, tooDeep(n.line)
	}
	switch v := y.(type) {
	case *ast.NullNode:
	case *ast.StringNode:
		n.kind, n.text = scalarNode, v.Value
		n.quoted = v.Token.Type == token.DoubleQuoteType || v.Token.Type == token.SingleQuoteType
	case *ast.LiteralNode:
		n.kind, n.text, n.quoted = scalarNode, v.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		n.kind, n.text = scalarNode, v.GetToken().Value // as it stands: a signatory may be called 1999 or yes
	case *ast.MappingNode:
		n.kind = mapNode
		for _, pair := range v.Values {
			if err := n.addPair(pair, depth); err != nil {
				return nil, err
			}
		}
	case *ast.MappingValueNode:
		n.kind = mapNode
		return n, n.addPair(v, depth)
	case *ast.SequenceNode:
		n.kind = listNode
		for _, item := range v.Values {
			child, err := fromYAML(item, depth+1)
			if err != nil {
				return nil, err
			}
			n.items = append(n.items, child)
		}
	default:
		return nil, graph.Errorf(graph.Invalid, "line %d: anchors, aliases, merges and tags of YAML are not read; write the value itself", n.line)
	}
	return n, nil
}

func (n *node) addPair(pair *ast.MappingValueNode, depth int) error {
	key, err := fromYAML(pair.Key, depth+1)
	if err != nil {
		return err
	}
	value, err := fromYAML(pair.Value, depth+1)
	if err != nil {
		return err
	}
	n.keys, n.items = append(n.keys, key), append(n.items, value)
	return nil
}

func lineOf(y ast.Node) int {
	if t := y.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 1
}

// nestedTooDeep returns the first line on which brackets or dashes nest so deep that the parser's recursion could exhaust the
// stack, which no recover catches; 0 where none does. Brackets inside texts count too: the bound is far above any of them.
func nestedTooDeep(data []byte) int {
	const bound = 2000
	depth, line := 0, 0
	for text := range bytes.Lines(data) {
		line++
		if nested := text[:len(text)-len(bytes.TrimLeft(text, "-?: \t"))]; bytes.Count(nested, []byte("-"))+bytes.Count(nested, []byte("?"))+bytes.Count(nested, []byte(":")) > bound {
			return line
		}
		for _, c := range text {
			switch c {
			case '[', '{':
				if depth++; depth > bound {
					return line
				}
			case ']', '}':
				depth = max(0, depth-1)
			}
		}
	}
	return 0
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
