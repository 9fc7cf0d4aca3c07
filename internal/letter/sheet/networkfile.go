package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"undersigned/graph"
)

// readGEXF reads GEXF of any version (https://gexf.net): nodes with their labels and attributes, and edges.
func (n *network) readGEXF(text string) error {
	titles := map[string]string{} // of attributes, by id
	var v *node
	var inner, class string
	return n.elements(text, func(e xml.StartElement, line int) error {
		switch e.Name.Local {
		case "attributes":
			class = attr(e, "class")
		case "attribute":
			if class == "node" {
				titles[attr(e, "id")] = strings.ToLower(attr(e, "title"))
			}
		case "node":
			v, inner = &node{id: attr(e, "id"), label: attr(e, "label"), line: line, fields: map[string]string{}}, "node"
		case "edge":
			inner = ""
			return n.join(attr(e, "source"), attr(e, "target"), line)
		case "attvalue":
			if inner == "node" && v != nil {
				key := attr(e, "for")
				if key == "" {
					key = attr(e, "id")
				}
				v.fields[titles[key]] = attr(e, "value")
			}
		}
		return nil
	}, func(name, _ string) error {
		if name == "node" && v != nil {
			err := n.add(*v)
			v, inner = nil, ""
			return err
		}
		return nil
	})
}

// readGraphML reads GraphML (http://graphml.graphdrawing.org): nodes with what their keys say, and edges. A label is any of label, name, title.
func (n *network) readGraphML(text string) error {
	names := map[string]string{} // of keys, by id
	var v *node
	key := ""
	return n.elements(text, func(e xml.StartElement, line int) error {
		switch e.Name.Local {
		case "key":
			names[attr(e, "id")] = strings.ToLower(attr(e, "attr.name"))
		case "node":
			v = &node{id: attr(e, "id"), line: line, fields: map[string]string{}}
		case "edge":
			return n.join(attr(e, "source"), attr(e, "target"), line)
		case "data":
			key = attr(e, "key")
		}
		return nil
	}, func(name, data string) error {
		switch {
		case name == "data" && v != nil:
			field := names[key]
			if field == "" {
				field = strings.ToLower(key)
			}
			v.fields[field] = strings.TrimSpace(data)
		case name == "node" && v != nil:
			for _, l := range []string{"label", "name", "title"} {
				if v.label == "" {
					v.label = v.fields[l]
				}
			}
			err := n.add(*v)
			v = nil
			return err
		}
		return nil
	})
}

func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// elements calls begin for each element and end for its end, with the characters since its beginning. Entities are not expanded.
func (n *network) elements(text string, begin func(e xml.StartElement, line int) error, end func(name, data string) error) error {
	d := xml.NewDecoder(strings.NewReader(text))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 by now
	var data strings.Builder
	depth := 0
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return &graph.Error{Code: graph.Invalid, Message: n.name + " is damaged: it is no valid XML; save or export it again", Err: err}
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepestElement {
				return graph.Errorf(graph.TooLarge, "%s nests its elements more than %d deep, as no network does: export it again", n.name, deepestElement)
			}
			data.Reset()
			line, _ := d.InputPos()
			if err := begin(t, line); err != nil {
				return err
			}
		case xml.CharData:
			data.Write(t)
		case xml.EndElement:
			depth--
			if err := end(t.Name.Local, data.String()); err != nil {
				return err
			}
			data.Reset()
		}
		if err := n.beat(); err != nil {
			return err
		}
	}
}

const deepestElement = 100

// readPajek reads a network of Pajek: vertices, and edges or arcs, one by one or as lists. "*Vertices 5 3" says that it is of two modes, the first three
// being one. Of a project the first network is read.
func (n *network) readPajek(text string) error {
	section, line, matrix := "", 0, 0
	networks := 0
	for l := range strings.SplitSeq(text, "\n") {
		line++
		if l = strings.TrimSpace(strings.TrimPrefix(l, "\ufeff")); l == "" || l[0] == '%' {
			continue
		}
		if l[0] == '*' {
			words := strings.Fields(strings.ToLower(l))
			section = words[0]
			if section == "*vertices" {
				if networks++; networks > 1 {
					return nil
				}
				if err := n.vertices(words[1:], line); err != nil {
					return err
				}
			}
			continue
		}
		fields := pajekFields(l)
		var err error
		switch section {
		case "*vertices":
			err = n.vertex(fields, line)
		case "*edges", "*arcs":
			if len(fields) >= 2 {
				err = n.join(fields[0], fields[1], line)
			}
		case "*edgeslist", "*arcslist":
			for _, to := range fields[1:] {
				if err = n.join(fields[0], to, line); err != nil {
					break
				}
			}
		case "*matrix":
			matrix++
			for k, v := range fields {
				if f, bad := strconv.ParseFloat(v, 64); bad == nil && f != 0 {
					if err = n.join(strconv.Itoa(matrix), strconv.Itoa(k+1+n.first), line); err != nil {
						break
					}
				}
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// vertices reads how many there are, and how many of them the first mode has. They need not be listed.
func (n *network) vertices(counts []string, line int) error {
	var c [2]int
	for i := range min(len(counts), 2) {
		v, err := strconv.Atoi(counts[i])
		if err != nil || v < 0 {
			return graph.Errorf(graph.Invalid, "%s, line %d: %q is no number of vertices; export the network again", n.name, line, counts[i])
		}
		c[i] = v
	}
	if c[0] > mostNodes {
		return graph.Errorf(graph.TooLarge, "%s has more than %d nodes: split it", n.name, mostNodes)
	}
	if c[1] < c[0] {
		n.first = c[1]
	}
	for i := range c[0] {
		if err := n.add(node{id: strconv.Itoa(i + 1), line: line}); err != nil {
			return err
		}
	}
	return nil
}

func (n *network) vertex(fields []string, line int) error {
	at, known := n.at[fields[0]]
	if !known {
		return graph.Errorf(graph.Invalid, "%s, line %d: the vertex %s is none of the %d that were announced; export the network again", n.name, line, fields[0], len(n.nodes))
	}
	n.nodes[at].line = line
	if len(fields) > 1 && fields[1] != "" {
		n.nodes[at].label = fields[1]
	}
	return nil
}

// pajekFields cuts a line at blanks outside of quotes.
func pajekFields(l string) []string {
	var out []string
	for l = strings.TrimLeft(l, " \t"); l != ""; l = strings.TrimLeft(l, " \t") {
		if l[0] == '"' {
			field, rest, _ := strings.Cut(l[1:], `"`)
			out, l = append(out, field), rest
			continue
		}
		end := strings.IndexAny(l, " \t")
		if end < 0 {
			end = len(l)
		}
		out, l = append(out, l[:end]), l[end:]
	}
	return out
}
