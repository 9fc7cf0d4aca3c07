package export

import (
	"io"
	"strconv"
)

var graphmlTypes = map[kind]string{text: "string", integer: "int", double: "double"}

// GraphML writes GraphML (http://graphml.graphdrawing.org) with a typed key for each attribute. Nodes carry label, and r, g, b and
// size as Gephi reads them; in two-mode also what bipartite functions ask for: type (false for organizations, true for letters,
// igraph's) and bipartite (0 and 1, networkx's). Ties carry letters and weight, the Newman weight. What the file holds and its
// data version stand in the graph's desc, since keys of a graph are what Gephi reports as faults.
func GraphML(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	m := newMarkup(w)
	m.raw(`<?xml version="1.0" encoding="UTF-8"?>`, "\n", `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`, "\n")
	key := func(id, of, typ string) {
		m.raw(`<key id="`, of[:1], "_", id, `" for="`, of, `" attr.name="`, id, `" attr.type="`, typ, `"/>`, "\n")
	}
	key("label", "node", "string")
	columns := columnsFor(mode)
	for _, c := range columns {
		key(c.name, "node", graphmlTypes[c.kind])
	}
	for _, channel := range [...]string{"r", "g", "b"} {
		key(channel, "node", "int")
	}
	key("size", "node", "double")
	if mode == TwoMode {
		key("type", "node", "boolean")
		key("bipartite", "node", "int")
	} else {
		key("letters", "edge", "int")
	}
	key("weight", "edge", "double")
	m.raw(`<graph id="network" edgedefault="undirected">`, "\n<desc>")
	m.text(n.About(mode))
	m.raw("</desc>\n")
	data := func(id, value string) {
		if value != "" {
			m.raw(`<data key="`, id, `">`)
			m.text(value)
			m.raw("</data>")
		}
	}
	i := 0
	n.nodes(m, mode, func(id, label string, value func(column) string) {
		m.raw("<node")
		m.attr("id", id)
		m.raw(">")
		data("n_label", label)
		for _, c := range columns {
			data("n_"+c.name, value(c))
		}
		r, g, b := rgb(n.color(i))
		data("n_r", strconv.FormatInt(r, 10))
		data("n_g", strconv.FormatInt(g, 10))
		data("n_b", strconv.FormatInt(b, 10))
		if size := n.radius(i); size > 0 {
			data("n_size", number(size))
		}
		if mode == TwoMode {
			letter := i >= len(n.Organizations)
			data("n_type", strconv.FormatBool(letter))
			data("n_bipartite", map[bool]string{false: "0", true: "1"}[letter])
		}
		m.raw("</node>\n")
		i++
	})
	edge := func(source, target string) {
		m.raw("<edge")
		m.attr("source", source)
		m.attr("target", target)
		m.raw(">")
	}
	if mode == TwoMode {
		for i := range rowsTo(m, n.Letters) {
			for _, o := range n.Letters[i].Signers {
				edge(n.Organizations[o].ID, n.Letters[i].ID)
				data("e_weight", "1")
				m.raw("</edge>\n")
			}
		}
	} else {
		for _, t := range rowsTo(m, n.Ties) {
			edge(n.Organizations[t.A].ID, n.Organizations[t.B].ID)
			data("e_letters", strconv.Itoa(t.Letters))
			data("e_weight", number(t.Newman))
			m.raw("</edge>\n")
		}
	}
	m.raw("</graph>\n</graphml>\n")
	return m.Flush()
}
