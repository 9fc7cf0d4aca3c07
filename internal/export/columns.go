package export

import (
	"strconv"
	"strings"
)

// kind is the type of a column's values.
type kind int

const (
	text kind = iota
	integer
	double
)

// column is one attribute of a node. The same list serves all formats, so that a name means the same everywhere. A function
// that is nil, or returns "", leaves the value out.
type column struct {
	name         string
	kind         kind
	place        bool // a coordinate, which formats with positions of their own do not repeat
	organization func(n *Network, o *Organization) string
	letter       func(n *Network, l *Letter) string
}

var nodeColumns = []column{
	{name: "mode", organization: func(*Network, *Organization) string { return "organization" },
		letter: func(*Network, *Letter) string { return "letter" }},
	{name: "kind", organization: func(_ *Network, o *Organization) string { return o.Kind },
		letter: func(_ *Network, l *Letter) string { return l.Kind }},
	{name: "country", organization: func(_ *Network, o *Organization) string { return o.Country }},
	{name: "letters", kind: integer, organization: func(_ *Network, o *Organization) string { return strconv.Itoa(o.Letters) }},
	{name: "strength", kind: double, organization: func(_ *Network, o *Organization) string { return number(o.Strength) }},
	{name: "betweenness", kind: double, organization: func(_ *Network, o *Organization) string {
		if o.Betweenness < 0 {
			return ""
		}
		return number(o.Betweenness)
	}},
	{name: "pagerank", kind: double, organization: func(_ *Network, o *Organization) string { return number(o.PageRank) }},
	{name: "cluster", kind: integer, organization: func(_ *Network, o *Organization) string { return strconv.Itoa(o.Cluster) }},
	{name: "cluster_label", organization: func(n *Network, o *Organization) string { return n.clusterLabel(o.Cluster) }},
	{name: "stability", kind: double, organization: func(_ *Network, o *Organization) string {
		if o.Stability < 0 {
			return ""
		}
		return number(o.Stability)
	}},
	{name: "first", organization: func(_ *Network, o *Organization) string { return o.First.String() }},
	{name: "last", organization: func(_ *Network, o *Organization) string { return o.Last.String() }},
	{name: "x", kind: double, place: true, organization: func(_ *Network, o *Organization) string { return number(o.X) },
		letter: func(_ *Network, l *Letter) string { return number(l.X) }},
	{name: "y", kind: double, place: true, organization: func(_ *Network, o *Organization) string { return number(o.Y) },
		letter: func(_ *Network, l *Letter) string { return number(l.Y) }},
	{name: "date", letter: func(_ *Network, l *Letter) string { return l.Date.String() }},
	{name: "language", letter: func(_ *Network, l *Letter) string { return l.Language }},
	{name: "targets", letter: func(_ *Network, l *Letter) string { return strings.Join(l.Targets, "; ") }},
	{name: "signers", kind: integer, letter: func(_ *Network, l *Letter) string { return strconv.Itoa(len(l.Signers)) }},
	{name: "signers_total", kind: integer, letter: func(_ *Network, l *Letter) string { return strconv.Itoa(l.size()) }},
}

// columnsFor returns the columns that some node of the mode has.
func columnsFor(mode Mode) []column {
	if mode == TwoMode {
		return nodeColumns
	}
	var kept []column
	for _, c := range nodeColumns {
		if c.organization != nil {
			kept = append(kept, c)
		}
	}
	return kept
}

// nodes calls fn for every node of the mode, organizations first, with its id, its label and the value of a column; see rowsTo.
func (n *Network) nodes(to output, mode Mode, fn func(id, label string, value func(column) string)) {
	for i := range rowsTo(to, n.Organizations) {
		o := &n.Organizations[i]
		fn(o.ID, o.Name, func(c column) string {
			if c.organization == nil {
				return ""
			}
			return c.organization(n, o)
		})
	}
	if mode == OneMode {
		return
	}
	for i := range rowsTo(to, n.Letters) {
		l := &n.Letters[i]
		fn(l.ID, l.Title, func(c column) string {
			if c.letter == nil {
				return ""
			}
			return c.letter(n, l)
		})
	}
}

func (n *Network) clusterLabel(number int) string {
	if number >= 1 && number <= len(n.Clusters) && n.Clusters[number-1].Number == number {
		return n.Clusters[number-1].Label
	}
	for i := range n.Clusters { // a view of some clusters only
		if n.Clusters[i].Number == number {
			return n.Clusters[i].Label
		}
	}
	return ""
}

// number prints a float64 in the shortest form that reads back as the same number.
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
