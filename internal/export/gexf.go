package export

import (
	"io"
	"strconv"
)

var gexfTypes = map[kind]string{text: "string", integer: "integer", double: "double"}

// GEXF writes GEXF 1.3 (https://gexf.net) with positions, sizes, shapes, cluster colours and, where something has a date, time spans
// in years for a time line: an organization's from its first letter to its last, a letter's its year, a tie's from the first shared
// letter to the last. What has no date has no span and is there always. The weight of a tie is its Newman weight, that of a signature 1.
func GEXF(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	m := newMarkup(w)
	m.raw(`<?xml version="1.0" encoding="UTF-8"?>`, "\n",
		`<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">`, "\n",
		"<meta><creator>undersigned</creator><keywords>co-signing, data version ")
	m.text(n.Hash)
	m.raw("</keywords><description>")
	m.text(n.About(mode))
	time := `mode="static"`
	if n.dated() {
		time = `mode="dynamic" timeformat="double" timerepresentation="interval"`
	}
	m.raw("</description></meta>\n", "<graph ", time, ` defaultedgetype="undirected" idtype="string">`, "\n")
	columns := columnsFor(mode)
	m.raw(`<attributes class="node">`, "\n")
	for _, c := range columns {
		if !c.place {
			m.raw(`<attribute id="`, c.name, `" title="`, c.name, `" type="`, gexfTypes[c.kind], `"/>`, "\n")
		}
	}
	m.raw("</attributes>\n")
	if mode == OneMode {
		m.raw(`<attributes class="edge"><attribute id="letters" title="letters" type="integer"/></attributes>`, "\n")
	}
	gexfNodes(m, n, mode, columns)
	gexfEdges(m, n, mode)
	m.raw("</graph>\n</gexf>\n")
	return m.Flush()
}

func gexfNodes(m markup, n *Network, mode Mode, columns []column) {
	count := len(n.Organizations)
	if mode == TwoMode {
		count += len(n.Letters)
	}
	m.raw(`<nodes count="`, strconv.Itoa(count), `">`, "\n")
	i := 0
	n.nodes(m, mode, func(id, label string, value func(column) string) {
		m.raw("<node")
		m.attr("id", id)
		m.attr("label", label)
		if i < len(n.Organizations) {
			gexfSpan(m, years{n.Organizations[i].First.Year, n.Organizations[i].Last.Year})
		} else {
			l := &n.Letters[i-len(n.Organizations)]
			gexfSpan(m, years{l.Date.Year, l.Date.Year})
		}
		m.raw("><attvalues>")
		for _, c := range columns {
			if v := value(c); v != "" && !c.place {
				m.raw(`<attvalue for="`, c.name, `"`)
				m.attr("value", v)
				m.raw("/>")
			}
		}
		m.raw("</attvalues>")
		if i < len(n.Organizations) {
			o := &n.Organizations[i]
			gexfLook(m, n.color(i), "disc", o.X, n.Height-o.Y, o.Radius)
		} else {
			l := &n.Letters[i-len(n.Organizations)]
			gexfLook(m, n.color(i), "square", l.X, n.Height-l.Y, 0)
		}
		m.raw("</node>\n")
		i++
	})
	m.raw("</nodes>\n")
}

// gexfSpan writes the years from which and until which something is there.
func gexfSpan(m markup, y years) {
	if y.first != 0 {
		m.raw(` start="`, strconv.Itoa(y.first), `" end="`, strconv.Itoa(y.last), `"`)
	}
}

// gexfLook writes colour, position, size (where it is known) and shape.
func gexfLook(m markup, color, shape string, x, y, size float64) {
	r, g, b := rgb(color)
	m.raw(`<viz:color r="`, strconv.FormatInt(r, 10), `" g="`, strconv.FormatInt(g, 10), `" b="`, strconv.FormatInt(b, 10), `"/>`)
	m.raw(`<viz:position x="`, number(x), `" y="`, number(y), `" z="0"/>`)
	if size > 0 {
		m.raw(`<viz:size value="`, number(size), `"/>`)
	}
	m.raw(`<viz:shape value="`, shape, `"/>`)
}

func gexfEdges(m markup, n *Network, mode Mode) {
	count := len(n.Ties)
	if mode == TwoMode {
		count = n.SignatureCount()
	}
	m.raw(`<edges count="`, strconv.Itoa(count), `">`, "\n")
	edge := 0
	open := func(source, target, weight string, span years) {
		m.raw(`<edge id="`, strconv.Itoa(edge), `"`)
		m.attr("source", source)
		m.attr("target", target)
		m.raw(` weight="`, weight, `"`)
		gexfSpan(m, span)
		edge++
	}
	if mode == TwoMode {
		for i := range rowsTo(m, n.Letters) {
			for _, o := range n.Letters[i].Signers {
				open(n.Organizations[o].ID, n.Letters[i].ID, "1", years{n.Letters[i].Date.Year, n.Letters[i].Date.Year})
				m.raw("/>\n")
			}
		}
	} else {
		signed := n.lettersSigned()
		for _, t := range rowsTo(m, n.Ties) {
			open(n.Organizations[t.A].ID, n.Organizations[t.B].ID, number(t.Newman), n.shared(signed[t.A], signed[t.B]))
			m.raw(`><attvalues><attvalue for="letters" value="`, strconv.Itoa(t.Letters), `"/></attvalues></edge>`, "\n")
		}
	}
	m.raw("</edges>\n")
}
