package sheet

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"undersigned/graph"
)

// datum is a value of a YAML or JSON file with the line it stands on.
type datum struct {
	kind   datumKind
	line   int
	text   string // of a scalar
	keys   []*datum
	values []*datum // of a list, or the values of the keys
}

type datumKind uint8

const (
	nothing datumKind = iota
	scalar
	sequence
	mapping
)

const (
	maxDataDepth = 40      // values within values
	maxYAMLBytes = 4 << 20 // its parser takes some hundred bytes of memory for each
)

// get returns the value of a key, whatever its case; nil where there is none.
func (v *datum) get(keys ...string) *datum {
	for _, key := range keys {
		for i, k := range v.keys {
			if strings.EqualFold(k.text, key) {
				return v.values[i]
			}
		}
	}
	return nil
}

func tooNested(name string, line int) error {
	return graph.Errorf(graph.TooLarge, "%s, line %d: values nest more than %d deep, as no list does; give the part that holds the names", name, line, maxDataDepth)
}

// parseYAML reads a YAML file; several documents in it are one list. Anchors and aliases are not followed, since a few of
// them can stand for gigabytes: an alias is nothing, and refers says that there are some.
//
// The parser is go.yaml.in/yaml/v3, which the settings use already, and not goccy/go-yaml, which the data sets use: that one
// needs a minute and a half for a file of 100,000 keys, and has no bound on nesting of its own.
func parseYAML(name, text string) (root *datum, refers bool, err error) {
	if len(text) > maxYAMLBytes {
		return nil, false, graph.Errorf(graph.TooLarge, "%s is YAML of %d bytes and the limit is %d: split it, or save it as JSON", name, len(text), maxYAMLBytes)
	}
	y := yamlReader{name: name}
	all := &datum{kind: sequence, line: 1}
	d := yaml.NewDecoder(strings.NewReader(text))
	for {
		var n yaml.Node
		err := d.Decode(&n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil { // "yaml: line 2: mapping values are not allowed in this context"
			return nil, false, graph.Errorf(graph.Invalid, "%s, %s: this is no valid YAML; mend the line, or save it as JSON", name, strings.TrimPrefix(err.Error(), "yaml: "))
		}
		v, err := y.value(&n, 0)
		if err != nil {
			return nil, false, err
		}
		all.values = append(all.values, v)
	}
	if len(all.values) == 1 {
		return all.values[0], y.refers, nil
	}
	return all, y.refers, nil
}

type yamlReader struct {
	name   string
	refers bool
}

func (y *yamlReader) value(n *yaml.Node, depth int) (*datum, error) {
	v := &datum{line: max(n.Line, 1)}
	if depth > maxDataDepth {
		return nil, tooNested(y.name, v.line)
	}
	switch n.Kind {
	case yaml.DocumentNode:
		if len(n.Content) > 0 {
			return y.value(n.Content[0], depth)
		}
	case yaml.ScalarNode:
		if n.Tag != "!!null" {
			v.kind, v.text = scalar, n.Value // as it stands: a group may be called 1999
		}
	case yaml.AliasNode:
		y.refers = true
	case yaml.MappingNode, yaml.SequenceNode:
		v.kind = sequence
		if n.Kind == yaml.MappingNode {
			v.kind = mapping
		}
		for i, c := range n.Content {
			child, err := y.value(c, depth+1)
			if err != nil {
				return nil, err
			}
			if v.kind == mapping && i%2 == 0 {
				v.keys = append(v.keys, child)
			} else {
				v.values = append(v.values, child)
			}
		}
	}
	y.refers = y.refers || n.Anchor != ""
	return v, nil
}

// parseJSON reads a JSON file, token by token; several values in it, as in JSON lines, are one list.
func parseJSON(name, text string) (*datum, error) {
	j := jsonReader{name: name, size: len(text), d: json.NewDecoder(strings.NewReader(text))}
	j.d.UseNumber()
	for i := range len(text) {
		if text[i] == '\n' {
			j.ends = append(j.ends, int64(i))
		}
	}
	all := &datum{kind: sequence, line: 1}
	for {
		t, err := j.d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, j.broken(err)
		}
		v, err := j.value(t, 0)
		if err != nil {
			return nil, err
		}
		all.values = append(all.values, v)
	}
	if len(all.values) == 1 {
		return all.values[0], nil
	}
	return all, nil
}

type jsonReader struct {
	name string
	size int
	d    *json.Decoder
	ends []int64 // offsets of line ends
}

func (j *jsonReader) lineAt(offset int64) int {
	before, _ := slices.BinarySearch(j.ends, offset)
	return 1 + before
}

func (j *jsonReader) broken(err error) error {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok && syntax.Offset < int64(j.size) {
		return graph.Errorf(graph.Invalid, "%s, line %d: this is no valid JSON (%s); mend the line", j.name, j.lineAt(syntax.Offset-1), syntax.Error())
	}
	return graph.Errorf(graph.Invalid, "%s, line %d: the JSON ends before it is complete: the file may be cut off; download it again", j.name, j.lineAt(int64(j.size)))
}

func (j *jsonReader) value(t json.Token, depth int) (*datum, error) {
	v := &datum{line: j.lineAt(j.d.InputOffset() - 1)}
	if depth > maxDataDepth {
		return nil, tooNested(j.name, v.line)
	}
	switch t := t.(type) {
	case string:
		v.kind, v.text = scalar, t
	case json.Number:
		v.kind, v.text = scalar, t.String()
	case bool:
		v.kind, v.text = scalar, map[bool]string{true: "true", false: "false"}[t]
	case json.Delim:
		v.kind = sequence
		if t == '{' {
			v.kind = mapping
		}
		for j.d.More() {
			child, err := j.next(depth)
			if err != nil {
				return nil, err
			}
			if v.kind == mapping {
				v.keys = append(v.keys, child)
				if child, err = j.next(depth); err != nil {
					return nil, err
				}
			}
			v.values = append(v.values, child)
		}
		if _, err := j.d.Token(); err != nil {
			return nil, j.broken(err)
		}
	}
	return v, nil
}

func (j *jsonReader) next(depth int) (*datum, error) {
	t, err := j.d.Token()
	if err != nil {
		return nil, j.broken(err)
	}
	return j.value(t, depth+1)
}
