package export

import (
	"html"
	"io"
	"strconv"
)

// VOSviewer writes the JSON that VOSviewer Online opens (https://app.vosviewer.com/docs/file-types/json-file-type/): items with their
// places on the map, clusters, weights and scores, and links by Newman weight (in two-mode, signatures of strength 1). VOSviewer asks
// for three items at least, and clusters from 1 to 1,000; beyond, an item has none. All items have all weights, as it wants them.
func VOSviewer(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	j := jsonWriter{newMarkup(w)}
	// VOSviewer shows the description as HTML, and labels as text.
	j.raw(`{"info":`, encoded(vosInfo{"Co-signing network", html.EscapeString(clean(n.About(mode)))}),
		`,"config":{"terminology":`, encoded(vosTerms(mode)), `},"network":{"clusters":`, encoded(n.vosClusters()))
	j.list("items", func(item func(string)) {
		i := 0
		n.nodes(j, mode, func(id, label string, _ func(column) string) {
			item(encoded(n.vosItem(i, id, label)))
			i++
		})
	})
	link := func(source, target, strength string) string {
		return `{"source_id":` + encoded(source) + `,"target_id":` + encoded(target) + `,"strength":` + strength + `}`
	}
	j.list("links", func(item func(string)) {
		if mode == TwoMode {
			for i := range rowsTo(j, n.Letters) {
				for _, o := range n.Letters[i].Signers {
					item(link(n.Organizations[o].ID, n.Letters[i].ID, "1"))
				}
			}
			return
		}
		for _, t := range rowsTo(j, n.Ties) {
			item(link(n.Organizations[t.A].ID, n.Organizations[t.B].ID, number(t.Newman)))
		}
	})
	j.raw("}}\n")
	return j.Flush()
}

type vosInfo struct {
	Title       string `json:"title"`
	Description string `json:"description"`
}

type vosCluster struct {
	Cluster int    `json:"cluster"`
	Label   string `json:"label"`
}

type vosWeights struct {
	Letters  float64 `json:"Letters"`
	Strength float64 `json:"Strength"`
}

type vosScores struct {
	Betweenness float64  `json:"Betweenness"`
	PageRank    float64  `json:"PageRank"`
	Stability   *float64 `json:"Cluster stability"`
	First       *int     `json:"First year"`
	Last        *int     `json:"Last year"`
}

type vosItem struct {
	ID      string     `json:"id"`
	Label   string     `json:"label"`
	X       float64    `json:"x"`
	Y       float64    `json:"y"`
	Cluster *int       `json:"cluster,omitempty"`
	Weights vosWeights `json:"weights"`
	Scores  vosScores  `json:"scores"`
}

func vosTerms(mode Mode) map[string]string {
	if mode == TwoMode {
		return map[string]string{"item": "Organization or letter", "items": "Organizations and letters", "link": "Signature", "links": "Signatures"}
	}
	return map[string]string{"item": "Organization", "items": "Organizations", "link": "Tie", "links": "Ties",
		"link_strength": "Newman weight", "total_link_strength": "Total Newman weight"}
}

// mostVOSClusters is the highest number of a cluster that VOSviewer reads.
const mostVOSClusters = 1000

func (n *Network) vosClusters() []vosCluster {
	clusters := []vosCluster{}
	for _, c := range n.Clusters {
		if c.Number >= 1 && c.Number <= mostVOSClusters {
			clusters = append(clusters, vosCluster{c.Number, clean(strconv.Itoa(c.Number) + " " + c.Label)})
		}
	}
	return clusters
}

func (n *Network) vosItem(i int, id, label string) vosItem {
	item := vosItem{ID: id, Label: clean(label)}
	if i >= len(n.Organizations) {
		l := &n.Letters[i-len(n.Organizations)]
		item.X, item.Y, item.Weights.Letters = l.X, n.Height-l.Y, 1
		item.Scores.First, item.Scores.Last = year(l.Date.Year), year(l.Date.Year)
		return item
	}
	o := &n.Organizations[i]
	item.X, item.Y = o.X, n.Height-o.Y
	item.Weights = vosWeights{float64(o.Letters), o.Strength}
	item.Scores = vosScores{Betweenness: o.Betweenness, PageRank: o.PageRank, First: year(o.First.Year), Last: year(o.Last.Year)}
	if o.Stability >= 0 {
		item.Scores.Stability = &o.Stability
	}
	if o.Cluster >= 1 && o.Cluster <= mostVOSClusters {
		item.Cluster = &o.Cluster
	}
	return item
}

// year is nil, which VOSviewer takes for unknown, for 0.
func year(y int) *int {
	if y == 0 {
		return nil
	}
	return &y
}
