package export

import (
	"io"
	"strconv"
)

var graphmlTypes = map[kind]string{text: "string", integer: "int", double: "double"}

// GraphML writes GraphML (http://graphml.graphdrawing.org) with a typed key for each attribute. Nodes carry label and, for
// bipartite functions, bipartite (0 for organizations, 1 for letters); ties carry letters and weight, the Newman weight.
func GraphML(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	m := newMarkup(w)
	m.raw(`<?xml version="1.0" encoding="UTF-8"?>`, "\n", `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`, "\n")
	key := func(id, of, typ string) {
		m.raw(`<key id="`, of[:1], "_", id, `" for="`, of, `" attr.name="`, id, `" attr.type="`, typ, `"/>`, "\n")
	}
	key("about", "graph", "string")
	key("data_version", "graph", "string")
	key("label", "node", "string")
	columns := columnsFor(mode)
	for _, c := range columns {
		key(c.name, "node", graphmlTypes[c.kind])
	}
	if mode == TwoMode {
		key("bipartite", "node", "int")
	} else {
		key("letters", "edge", "int")
	}
	key("weight", "edge", "double")
	m.raw(`<graph id="network" edgedefault="undirected">`, "\n")
	data := func(id, value string) {
		if value != "" {
			m.raw(`<data key="`, id, `">`)
			m.text(value)
			m.raw("</data>")
		}
	}
	data("g_about", n.About(mode))
	data("g_data_version", n.Hash)
	m.raw("\n")
	i := 0
	n.nodes(mode, func(id, label string, value func(column) string) {
		m.raw("<node")
		m.attr("id", id)
		m.raw(">")
		data("n_label", label)
		for _, c := range columns {
			data("n_"+c.name, value(c))
		}
		if mode == TwoMode {
			side := "0"
			if i >= len(n.Organizations) {
				side = "1"
			}
			data("n_bipartite", side)
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
		for i := range n.Letters {
			for _, o := range n.Letters[i].Signers {
				edge(n.Organizations[o].ID, n.Letters[i].ID)
				data("e_weight", "1")
				m.raw("</edge>\n")
			}
		}
	} else {
		for _, t := range n.Ties {
			edge(n.Organizations[t.A].ID, n.Organizations[t.B].ID)
			data("e_letters", strconv.Itoa(t.Letters))
			data("e_weight", number(t.Newman))
			m.raw("</edge>\n")
		}
	}
	m.raw("</graph>\n</graphml>\n")
	return m.Flush()
}
