package export

import (
	"io"
	"strconv"
	"strings"
)

// pajekLabel replaces what a quoted Pajek label cannot hold.
var pajekLabel = strings.NewReplacer(`"`, "'", `\`, "/", "\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// Pajek writes a Pajek network (.net, http://mrvar.fdv.uni-lj.si/pajek/). A two-mode file has the number of organizations as the second number
// of its first section, as Pajek wants it. The value of a tie is its Newman weight. See the package comment for labels.
func Pajek(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	m := newMarkup(w)
	m.raw("\ufeff% ", pajekLabel.Replace(clean(n.About(mode))), "\r\n")
	labels := pajekLabels(m, n, mode)
	m.raw("*Vertices ", strconv.Itoa(len(labels)))
	if mode == TwoMode {
		m.raw(" ", strconv.Itoa(len(n.Organizations)))
	}
	m.raw("\r\n")
	for i, label := range rowsTo(m, labels) {
		var x, y float64
		shape := "ellipse"
		if i < len(n.Organizations) {
			x, y = n.Organizations[i].X, n.Organizations[i].Y
		} else {
			x, y = n.Letters[i-len(n.Organizations)].X, n.Letters[i-len(n.Organizations)].Y
			shape = "box"
		}
		m.raw(strconv.Itoa(i+1), ` "`, label, `" `, share(x, n.Width), " ", share(y, n.Height), " 0.5 ", shape, "\r\n")
	}
	m.raw("*Edges\r\n")
	if mode == TwoMode {
		for i := range rowsTo(m, n.Letters) {
			for _, o := range n.Letters[i].Signers {
				m.raw(strconv.Itoa(o+1), " ", strconv.Itoa(len(n.Organizations)+i+1), " 1\r\n")
			}
		}
	} else {
		for _, t := range rowsTo(m, n.Ties) {
			m.raw(strconv.Itoa(t.A+1), " ", strconv.Itoa(t.B+1), " ", number(t.Newman), "\r\n")
		}
	}
	return m.Flush()
}

// Partition writes a Pajek partition (.clu): the number of each vertex's cluster, in the order of the vertices of Pajek's network file of
// the same mode. 0 is no cluster; letters have none.
func Partition(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	m := newMarkup(w)
	m.raw("% Clusters. ", pajekLabel.Replace(n.VersionSentence(n.Hash)), "\r\n")
	count := len(n.Organizations)
	if mode == TwoMode {
		count += len(n.Letters)
	}
	m.raw("*Vertices ", strconv.Itoa(count), "\r\n")
	for i := range count {
		cluster := 0
		if i < len(n.Organizations) {
			cluster = n.Organizations[i].Cluster
		}
		m.raw(strconv.Itoa(cluster), "\r\n")
	}
	return m.Flush()
}

// pajekLabels returns the label of every vertex. A label that more than one vertex would have is followed by the id.
func pajekLabels(to output, n *Network, mode Mode) []string {
	var labels, ids []string
	times := map[string]int{}
	n.nodes(to, mode, func(id, label string, _ func(column) string) {
		label = strings.TrimSpace(pajekLabel.Replace(clean(label)))
		labels = append(labels, label)
		ids = append(ids, id)
		times[label]++
	})
	for i, label := range labels {
		if times[label] > 1 || label == "" {
			labels[i] = strings.TrimSpace(label + " [" + pajekLabel.Replace(clean(ids[i])) + "]")
		}
	}
	return labels
}

// share scales a coordinate into 0..1, to four decimals as Pajek writes them itself.
func share(v, size float64) string {
	if size <= 0 {
		return "0.5000"
	}
	return strconv.FormatFloat(min(max(v/size, 0), 1), 'f', 4, 64)
}
