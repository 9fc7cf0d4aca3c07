package export

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Readers of each format, strict where the format is.

func readGEXF(t *testing.T, data []byte) file {
	var doc struct {
		XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
		Graph   struct {
			Nodes struct {
				Count int `xml:"count,attr"`
				Node  []struct {
					ID    string `xml:"id,attr"`
					Label string `xml:"label,attr"`
				} `xml:"node"`
			} `xml:"nodes"`
			Edges struct {
				Count int `xml:"count,attr"`
				Edge  []struct {
					Source string  `xml:"source,attr"`
					Target string  `xml:"target,attr"`
					Weight float64 `xml:"weight,attr"`
				} `xml:"edge"`
			} `xml:"edges"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	var f file
	for _, n := range doc.Graph.Nodes.Node {
		f.ids, f.labels = append(f.ids, n.ID), append(f.labels, n.Label)
	}
	for _, e := range doc.Graph.Edges.Edge {
		f.edges, f.weights = append(f.edges, [2]string{e.Source, e.Target}), append(f.weights, e.Weight)
	}
	if doc.Graph.Nodes.Count != len(f.ids) || doc.Graph.Edges.Count != len(f.edges) {
		t.Errorf("gexf: counts %d and %d in the file", doc.Graph.Nodes.Count, doc.Graph.Edges.Count)
	}
	return f
}

func readGraphML(t *testing.T, data []byte) file {
	type item struct {
		ID     string `xml:"id,attr"`
		Source string `xml:"source,attr"`
		Target string `xml:"target,attr"`
		Data   []struct {
			Key   string `xml:"key,attr"`
			Value string `xml:",chardata"`
		} `xml:"data"`
	}
	var doc struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []item   `xml:"key"`
		Graph   struct {
			Node []item `xml:"node"`
			Edge []item `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, k := range doc.Keys {
		known[k.ID] = true
	}
	value := func(i item, key string) (value string) {
		for _, d := range i.Data {
			if !known[d.Key] {
				t.Fatalf("graphml: key %s is not declared", d.Key)
			}
			if d.Key == key {
				value = d.Value
			}
		}
		return value
	}
	var f file
	for _, n := range doc.Graph.Node {
		f.ids, f.labels = append(f.ids, n.ID), append(f.labels, value(n, "n_label"))
	}
	for _, e := range doc.Graph.Edge {
		w, err := strconv.ParseFloat(value(e, "e_weight"), 64)
		if err != nil {
			t.Fatal(err)
		}
		f.edges, f.weights = append(f.edges, [2]string{e.Source, e.Target}), append(f.weights, w)
	}
	return f
}

func readJSON(t *testing.T, data []byte, mode Mode) file {
	var doc struct {
		Nodes []struct{ ID, Label string }
		Edges []struct {
			Source, Target string
			Newman         float64
		}
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	var f file
	for _, n := range doc.Nodes {
		f.ids, f.labels = append(f.ids, n.ID), append(f.labels, n.Label)
	}
	for _, e := range doc.Edges {
		if mode == TwoMode {
			e.Newman = 1
		}
		f.edges, f.weights = append(f.edges, [2]string{e.Source, e.Target}), append(f.weights, e.Newman)
	}
	return f
}

// readVOSviewer reads VOSviewer's JSON by what VOSviewer Online asks of it: a weight of each kind in every item, clusters from 1 to
// 1,000, links between items that are there.
func readVOSviewer(t *testing.T, data []byte) file {
	var doc struct {
		Network struct {
			Items []struct {
				ID, Label string
				X, Y      *float64
				Cluster   *int
				Weights   map[string]float64
			}
			Links []struct {
				Source   string `json:"source_id"`
				Target   string `json:"target_id"`
				Strength float64
			}
		}
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	var f file
	known := map[string]bool{}
	for _, i := range doc.Network.Items {
		if i.ID == "" || known[i.ID] || i.X == nil || i.Y == nil || len(i.Weights) != 2 || i.Cluster != nil && (*i.Cluster < 1 || *i.Cluster > 1000) {
			t.Errorf("vosviewer: item %+v", i)
		}
		known[i.ID] = true
		f.ids, f.labels = append(f.ids, i.ID), append(f.labels, i.Label)
	}
	for _, l := range doc.Network.Links {
		if !known[l.Source] || !known[l.Target] || l.Strength < 0 {
			t.Errorf("vosviewer: link %+v", l)
		}
		f.edges, f.weights = append(f.edges, [2]string{l.Source, l.Target}), append(f.weights, l.Strength)
	}
	return f
}

// records reads CSV as RFC 4180 has it. The reader of the standard library turns a CRLF inside a cell into a line feed, so
// the line ends are checked here and taken off first.
func records(t *testing.T, data []byte) [][]string {
	r := csv.NewReader(strings.NewReader(strings.ReplaceAll(string(data), "\r\n", "\n")))
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

var guarded = regexp.MustCompile("^'+[=+@\t\r\uff1d\uff0b\uff20\uff0d-]")

// unguard undoes the guard against formulas as the package comment tells readers to.
func unguard(s string) string {
	if guarded.MatchString(s) {
		return s[1:]
	}
	return s
}

func readCSV(t *testing.T, nodes, ties []byte, mode Mode) file {
	var f file
	for _, row := range records(t, nodes)[1:] {
		f.ids, f.labels = append(f.ids, unguard(row[0])), append(f.labels, unguard(row[1]))
	}
	for _, row := range records(t, ties)[1:] {
		w := 1.
		if mode == OneMode {
			var err error
			if w, err = strconv.ParseFloat(row[3], 64); err != nil {
				t.Fatal(err)
			}
		}
		f.edges, f.weights = append(f.edges, [2]string{unguard(row[0]), unguard(row[1])}), append(f.weights, w)
	}
	return f
}

var pajekVertex = regexp.MustCompile(`^(\d+) "([^"\\]*)" [\d.]+ [\d.]+ 0\.5 (ellipse|box)$`)

// comparePajek reads a .net file strictly; labels lose what the format cannot say, so only their number and that all of
// them differ is compared.
func comparePajek(t *testing.T, data []byte, n *Network, mode Mode, want file) {
	lines := strings.Split(strings.TrimSuffix(string(data), "\r\n"), "\r\n")
	head := "*Vertices " + strconv.Itoa(len(want.ids))
	if mode == TwoMode {
		head += " " + strconv.Itoa(len(n.Organizations))
	}
	if !strings.HasPrefix(lines[0], "\ufeff% ") || lines[1] != head {
		t.Fatalf("pajek: begins %q", lines[:2])
	}
	labels := map[string]bool{}
	for i := range want.ids {
		m := pajekVertex.FindStringSubmatch(lines[2+i])
		if m == nil || m[1] != strconv.Itoa(i+1) || m[2] == "" || labels[m[2]] {
			t.Fatalf("pajek: vertex line %q", lines[2+i])
		}
		labels[m[2]] = true
	}
	rest := lines[2+len(want.ids):]
	if rest[0] != "*Edges" || len(rest)-1 != len(want.edges) {
		t.Fatalf("pajek: %d edges after %q, want %d", len(rest)-1, rest[0], len(want.edges))
	}
	for i, line := range rest[1:] {
		fields := strings.Fields(line)
		a, errA := strconv.Atoi(fields[0])
		b, errB := strconv.Atoi(fields[1])
		w, errW := strconv.ParseFloat(fields[2], 64)
		if errA != nil || errB != nil || errW != nil || want.ids[a-1] != want.edges[i][0] || want.ids[b-1] != want.edges[i][1] || w != want.weights[i] {
			t.Fatalf("pajek: edge %q, want %v", line, want.edges[i])
		}
	}
}
