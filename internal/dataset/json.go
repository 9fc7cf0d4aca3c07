package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"sort"

	"undersigned/graph"
)

// parseJSON reads one JSON value as nodes.
func parseJSON(data []byte) (*node, error) {
	p := jsonParser{d: json.NewDecoder(bytes.NewReader(data)), size: len(data)}
	p.d.UseNumber()
	for i, c := range data {
		if c == '\n' {
			p.breaks = append(p.breaks, int64(i))
		}
	}
	n, err := p.value(0)
	if err != nil {
		return nil, err
	}
	if _, err := p.d.Token(); !errors.Is(err, io.EOF) {
		return nil, graph.Errorf(graph.Invalid, "line %d: something follows after the end of the data set; a file holds one", p.line())
	}
	return n, nil
}

type jsonParser struct {
	d      *json.Decoder
	size   int
	breaks []int64 // offsets of line breaks
}

func (p *jsonParser) line() int { return p.lineAt(p.d.InputOffset()) }

func (p *jsonParser) lineAt(offset int64) int {
	return 1 + sort.Search(len(p.breaks), func(i int) bool { return p.breaks[i] >= offset })
}

func (p *jsonParser) token() (json.Token, error) {
	t, err := p.d.Token()
	if err == nil {
		return t, nil
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return nil, graph.Errorf(graph.Invalid, "line %d: this is no valid JSON here (%s)", p.lineAt(syntax.Offset-1), syntax.Error())
	}
	return nil, graph.Errorf(graph.Invalid, "line %d: the JSON ends before it is complete; the file may be cut off", p.lineAt(int64(p.size)))
}

func (p *jsonParser) value(depth int) (*node, error) {
	t, err := p.token()
	if err != nil {
		return nil, err
	}
	n := &node{line: p.line()}
	if depth > maxDepth {
		return nil, tooDeep(n.line)
	}
	switch v := t.(type) {
	case json.Delim:
		return n, p.composite(n, v == '{', depth)
	case string:
		n.kind, n.text, n.quoted = scalarNode, v, true
	case json.Number:
		n.kind, n.text = scalarNode, v.String()
	case bool:
		n.kind, n.text = scalarNode, "false"
		if v {
			n.text = "true"
		}
	}
	return n, nil
}

func (p *jsonParser) composite(n *node, isMap bool, depth int) error {
	n.kind = listNode
	if isMap {
		n.kind = mapNode
	}
	for p.d.More() {
		if isMap {
			key, err := p.value(depth + 1)
			if err != nil {
				return err
			}
			n.keys = append(n.keys, key)
		}
		item, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.items = append(n.items, item)
	}
	_, err := p.token()
	return err
}
