package explore

import (
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/graph/affinity"
	"undersigned/graph/centrality"
	"undersigned/graph/cluster"
	"undersigned/graph/layout"
)

// AnalyzeOptions steer Analyze. The zero value keeps no ties and uses all processors.
type AnalyzeOptions struct {
	Ties     int    // strongest ties to keep; all are counted
	Seed     uint64 // of clusters and positions; 0 means the explorer's own
	Threads  int    // below 1 means all processors. The result does not depend on it
	Progress func(done, total int, step string)
	Without  []string // of CanBeWithout: steps to leave out, with their fields
}

// What takes longest on large networks and is not always wanted.
const (
	WithoutBetweenness = "betweenness"
	WithoutLayout      = "layout"
)

// CanBeWithout lists what an analysis or an export can leave out.
func CanBeWithout() []string { return []string{WithoutBetweenness, WithoutLayout} }

// Analysis is the whole network with its measures, as `undersigned analyze --json` prints it. Organizations are in the order
// of ids.
type Analysis struct {
	Network       AnalysisNetwork        `json:"network"`
	Clusters      AnalysisClusters       `json:"clusters"`
	Organizations []AnalysisOrganization `json:"organizations"`
	Ties          []AnalysisTie          `json:"ties"`
}

// AnalysisNetwork counts. Ties are all pairs with a letter in common, kept or not.
type AnalysisNetwork struct {
	Organizations int     `json:"organizations"`
	Letters       int     `json:"letters"`
	Signatures    int     `json:"signatures"`
	Ties          int64   `json:"ties"`
	NewmanTotal   float64 `json:"newman_total"`
	Revision      int64   `json:"revision"`

	RolledUp *graph.RolledUp `json:"rolled_up,omitempty"` // who counts as what it belongs to; nil where everybody counts as itself
}

// AnalysisClusters says how clusters were found, and which.
type AnalysisClusters struct {
	Method     string          `json:"method"`
	Objective  string          `json:"objective"`
	Seed       uint64          `json:"seed"`
	Modularity float64         `json:"modularity"`
	Groups     []AnalysisGroup `json:"groups"`
}

// AnalysisGroup is one cluster; numbers are from 1, by decreasing number of organizations.
type AnalysisGroup struct {
	Number        int              `json:"number"`
	Label         string           `json:"label,omitempty"`
	Organizations int              `json:"organizations"`
	Letters       []AnalysisLetter `json:"letters"` // signed by most of its organizations first; at most 10
}

// AnalysisLetter is a letter with the number of a cluster's organizations that signed it.
type AnalysisLetter struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Signers int    `json:"signers"`
}

// AnalysisOrganization has the measures of one organization, in the conventions of packages affinity and centrality. Cluster
// is 0 for one without letters. X and Y lie in layout.Layout's own units.
type AnalysisOrganization struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Degree      int      `json:"degree"`
	Strength    float64  `json:"strength"`
	Betweenness *float64 `json:"betweenness,omitempty"` // missing where it was left out
	PageRank    float64  `json:"pagerank"`
	Cluster     int      `json:"cluster"`
	X           *float64 `json:"x,omitempty"` // as Betweenness
	Y           *float64 `json:"y,omitempty"`
}

// AnalysisTie is one tie, by the ids of its organizations.
type AnalysisTie struct {
	A       string  `json:"a"`
	B       string  `json:"b"`
	Letters int     `json:"letters"`
	Newman  float64 `json:"newman"`
}

// lettersOfGroup is how many letters an analysis lists for a cluster.
const lettersOfGroup = 10

// Analyze computes every measure of the whole network. The same data, options and program give the same bytes for any
// number of threads.
func Analyze(ctx context.Context, network *graph.Network, o AnalyzeOptions) (Analysis, error) {
	x := network.Incidence()
	if o.Seed == 0 {
		o.Seed = analysisSeed
	}
	if o.Progress == nil {
		o.Progress = func(int, int, string) {}
	}
	a := Analysis{Network: AnalysisNetwork{x.Organizations(), x.Letters(), x.Signatures(), 0, affinity.Total(x), network.Revision(), network.RolledUp()},
		Organizations: make([]AnalysisOrganization, x.Organizations()), Ties: []AnalysisTie{}}
	step := func(name string) func(done, total int) {
		o.Progress(0, 1, name)
		return func(done, total int) { o.Progress(done, total, name) }
	}
	ties, err := affinity.Ties(ctx, x, affinity.Options{Keep: o.Ties, Threads: o.Threads, Progress: step("counting the ties")})
	if err != nil {
		return a, err
	}
	organizations := network.Organizations()
	a.Network.Ties = ties.Count
	for _, t := range ties.Ties {
		a.Ties = append(a.Ties, AnalysisTie{organizations[t.A].ID, organizations[t.B].ID, int(t.Letters), t.Newman})
	}
	p, err := cluster.Leiden(ctx, x, cluster.Options{Seed: o.Seed, Threads: o.Threads, Progress: step("finding clusters")})
	if err != nil {
		return a, err
	}
	a.Clusters = analysisClusters(network, p, o.Seed)
	var between []float64
	if !slices.Contains(o.Without, WithoutBetweenness) {
		if between, err = centrality.Betweenness(ctx, x, centrality.Options{Threads: o.Threads, Progress: step("betweenness")}); err != nil {
			return a, err
		}
	}
	step("pagerank")
	rank, err := centrality.PageRank(ctx, x, centrality.Damping)
	if err != nil {
		return a, err
	}
	var at layout.Positions
	if !slices.Contains(o.Without, WithoutLayout) {
		if at, err = layout.Layout(ctx, x, layout.Options{Seed: o.Seed, Progress: step("positions")}); err != nil {
			return a, err
		}
	}
	strength := affinity.Strengths(x)
	for i := range a.Organizations {
		to := &a.Organizations[i]
		*to = AnalysisOrganization{ID: organizations[i].ID, Name: organizations[i].Name, Degree: x.Degree(i), Strength: strength[i], PageRank: rank[i], Cluster: int(p.Org[i]) + 1}
		if between != nil {
			to.Betweenness = &between[i]
		}
		if at.OrgX != nil {
			to.X, to.Y = &at.OrgX[i], &at.OrgY[i]
		}
	}
	return a, nil
}

func analysisClusters(network *graph.Network, p cluster.Partition, seed uint64) AnalysisClusters {
	c := coalitionsOf(newSnapshot(network), p)
	a := AnalysisClusters{Method: "Leiden on the two-mode network", Objective: "Barber's bipartite modularity", Seed: seed, Modularity: p.Modularity,
		Groups: make([]AnalysisGroup, p.Clusters)}
	for k := range a.Groups {
		a.Groups[k] = AnalysisGroup{k + 1, c.label(k + 1), c.sizes[k], []AnalysisLetter{}}
		for _, b := range c.letters[k][:min(len(c.letters[k]), lettersOfGroup)] {
			w := network.Letters()[b.Letter]
			a.Groups[k].Letters = append(a.Groups[k].Letters, AnalysisLetter{w.ID, titleOf(w.Letter), int(b.Signers)})
		}
	}
	return a
}
