package export

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"undersigned/graph"
)

type jsonGraph struct {
	About       string        `json:"about"`
	Mode        string        `json:"mode"`
	DataVersion string        `json:"data_version"`
	TiesTotal   int64         `json:"ties_total"`
	Clusters    []jsonCluster `json:"clusters"`
}

type jsonCluster struct {
	Number    int      `json:"number"`
	Label     string   `json:"label"`
	Size      int      `json:"size"`
	Stability *float64 `json:"stability"`
}

type jsonLetter struct {
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Kind     string     `json:"kind"`
	Date     graph.Date `json:"date"`
	Language string     `json:"language"`
	Targets  []string   `json:"targets"`
	Signers  []string   `json:"signers"`
	Total    int        `json:"signers_total"`
}

type jsonSignature struct {
	Organization string       `json:"organization"`
	Letter       string       `json:"letter"`
	Name         string       `json:"printed_name"`
	Text         string       `json:"printed_line"`
	Document     string       `json:"document"`
	Page         int          `json:"page,omitempty"`
	Line         int          `json:"line,omitempty"`
	Position     int          `json:"position,omitempty"`
	Of           int          `json:"of,omitempty"`
	Status       graph.Status `json:"status"`
	Country      string       `json:"country,omitempty"`
	Relation     string       `json:"relation,omitempty"`
	Record       string       `json:"record,omitempty"`
}

// JSON writes everything in one document: a node-link graph (directed, multigraph, graph, nodes, edges: what networkx, d3
// and others read), and beside it letters with their signers and, where the network has them, signatures with their
// printed lines.
func JSON(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	j := jsonWriter{newMarkup(w)}
	j.raw(`{"directed":false,"multigraph":false,"graph":`, encoded(n.jsonGraph(mode)))
	j.nodes(n, mode)
	j.edges(n, mode)
	j.list("letters", func(item func(string)) {
		for i := range rowsTo(j, n.Letters) {
			item(encoded(n.jsonLetter(&n.Letters[i])))
		}
	})
	if n.Signatures != nil {
		var failed error
		j.list("signatures", func(item func(string)) {
			for s := range n.Signatures {
				o, l, err := n.signature(s)
				if failed = err; err != nil || j.failed() {
					return
				}
				item(encoded(jsonSignature{o.ID, l.ID, clean(s.Name), clean(s.Text), clean(s.Document), s.Page, s.Line, s.Position, s.Of,
					s.Status, clean(s.Country), s.Relation, s.Record}))
			}
		})
		if failed != nil {
			return failed
		}
	}
	j.raw("}\n")
	return j.Flush()
}

func (n *Network) jsonGraph(mode Mode) jsonGraph {
	head := jsonGraph{About: clean(n.About(mode)), Mode: "one-mode", DataVersion: n.Hash,
		TiesTotal: n.TiesTotal, Clusters: []jsonCluster{}}
	if mode == TwoMode {
		head.Mode = "two-mode"
	}
	for _, c := range n.Clusters {
		jc := jsonCluster{Number: c.Number, Label: clean(c.Label), Size: c.Size}
		if c.Stability >= 0 {
			jc.Stability = &c.Stability
		}
		head.Clusters = append(head.Clusters, jc)
	}
	return head
}

func (n *Network) jsonLetter(l *Letter) jsonLetter {
	j := jsonLetter{ID: l.ID, Title: clean(l.Title), Kind: clean(l.Kind), Date: l.Date, Language: clean(l.Language),
		Targets: make([]string, len(l.Targets)), Signers: make([]string, len(l.Signers)), Total: l.size()}
	for i, t := range l.Targets {
		j.Targets[i] = clean(t)
	}
	for i, o := range l.Signers {
		j.Signers[i] = n.Organizations[o].ID
	}
	return j
}

type jsonWriter struct{ markup }

// list writes ,"name":[...] with one encoded item a line.
func (j jsonWriter) list(name string, fill func(item func(string))) {
	j.raw(",\n\"", name, `":[`)
	separator := "\n"
	fill(func(item string) {
		j.raw(separator, item)
		separator = ",\n"
	})
	j.raw("\n]")
}

func (j jsonWriter) nodes(n *Network, mode Mode) {
	columns := columnsFor(mode)
	j.list("nodes", func(item func(string)) {
		n.nodes(j, mode, func(id, label string, value func(column) string) {
			var b strings.Builder
			b.WriteString(`{"id":` + encoded(id) + `,"label":` + encoded(clean(label)))
			for _, c := range columns {
				v := value(c)
				if v == "" {
					continue
				}
				if c.kind == text {
					v = encoded(clean(v))
				}
				b.WriteString(`,"` + c.name + `":` + v)
			}
			b.WriteString("}")
			item(b.String())
		})
	})
}

func (j jsonWriter) edges(n *Network, mode Mode) {
	j.list("edges", func(item func(string)) {
		if mode == TwoMode {
			for i := range rowsTo(j, n.Letters) {
				letter := encoded(n.Letters[i].ID)
				for _, o := range n.Letters[i].Signers {
					item(`{"source":` + encoded(n.Organizations[o].ID) + `,"target":` + letter + `}`)
				}
			}
			return
		}
		for _, t := range rowsTo(j, n.Ties) {
			item(`{"source":` + encoded(n.Organizations[t.A].ID) + `,"target":` + encoded(n.Organizations[t.B].ID) +
				`,"letters":` + strconv.Itoa(t.Letters) + `,"newman":` + number(t.Newman) + `}`)
		}
	})
}

// encoded returns v as JSON with < > & left as they are. The values are structures of strings and finite numbers, which
// always encode.
func encoded(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("export: " + err.Error())
	}
	return strings.TrimSuffix(b.String(), "\n")
}
