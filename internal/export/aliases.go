package export

import (
	"io"

	"undersigned/graph"
)

// Aliases writes a table of the printed names of each organization that has several, which undersigned reads back as judgements: a row for each name but the
// first. A name that stands for two organizations is left out, since a row would make them one.
func Aliases(w io.Writer, n *Network, _ Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	owners := map[string]int{}
	for i := range n.Organizations {
		for _, name := range n.Organizations[i].Names {
			owners[name.Text]++
		}
	}
	t := newTable(w, n)
	t.head("name", "alias")
	for i := range rowsTo(t, n.Organizations) {
		first := ""
		o := &n.Organizations[i]
		for k, name := range o.Names {
			switch {
			case name.Kind != graph.Printed && k >= o.Printed || owners[name.Text] > 1:
			case first == "":
				first = name.Text
			default:
				t.text(first)
				t.text(name.Text)
				t.end()
			}
		}
	}
	return t.Flush()
}
