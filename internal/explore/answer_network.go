package explore

import "undersigned/graph"

// View is the filter that map, table and exports share. The zero value of a field leaves it out.
type View struct {
	MinLetters int    `json:"min_letters" doc:"organizations that signed at least so many letters (of all, whatever the years); 0 lets the server choose"`
	From       int    `json:"from" doc:"first year"`
	To         int    `json:"to" doc:"last year"`
	MinShared  int    `json:"min_shared" doc:"ties of at least so many shared letters"`
	Target     string `json:"target" doc:"id of a target: letters to it only"`
	Country    string `json:"country"`
	Cluster    int    `json:"cluster" doc:"number of a cluster, from 1; 0 for all"`
	Around     string `json:"around" doc:"id of an organization: it and its co-signers only"`
	Ties       int    `json:"ties" doc:"ties drawn at most: the strongest; the rest is counted"`

	RollUp graph.RollUp `json:"rollup,omitempty" enum:"parents,umbrellas" doc:"who counts as what it belongs to; left out where everybody counts as itself"` // by Reading.RollUp
}

// Cluster describes one cluster. Numbers are from 1, by decreasing size in the whole network.
type Cluster struct {
	Number        int          `json:"number"`
	Label         string       `json:"label" doc:"from the letters that make it"`
	Organizations int          `json:"organizations" doc:"in the whole network"`
	Shown         int          `json:"shown" doc:"in this view"`
	Stability     float64      `json:"stability" doc:"mean share of runs, 0 to 1, in which its members stay together; -1 where it was not computed"`
	Letters       []LetterRef  `json:"letters" doc:"the letters that make it, most signed by its members first; at most 5"`
	Hull          [][2]float64 `json:"hull" doc:"closed outline; empty for fewer than 4 members shown"`
	LabelX        float64      `json:"label_x"`
	LabelY        float64      `json:"label_y"`
}

// NetworkAnswer is the view as columns: row i of every organization column is one organization.
type NetworkAnswer struct {
	Version       Version             `json:"version"`
	View          View                `json:"view" doc:"as applied, defaults filled in"`
	Statement     string              `json:"statement" doc:"the view in a sentence"`
	Remark        string              `json:"remark" doc:"what is not drawn, in a sentence; empty where all is"`
	Width         float64             `json:"width" doc:"positions lie in 0..width, 0..height"`
	Height        float64             `json:"height"`
	Organizations OrganizationColumns `json:"organizations"`
	Letters       LetterColumns       `json:"letters" doc:"letters of the view, for the two-mode map"`
	Ties          TieColumns          `json:"ties"`
	TiesTotal     int64               `json:"ties_total" doc:"all ties of the view; ties holds the strongest"`
	Clusters      []Cluster           `json:"clusters"`
	Unclustered   int                 `json:"unclustered"`
	Years         []graph.Year        `json:"years" doc:"all years of the data, for the slider"`
	Undated       int                 `json:"undated" doc:"letters without a date: hidden as soon as a year is chosen"`
	LettersTotal  int                 `json:"letters_total"`
	Countries     []Count             `json:"countries"`
	Targets       []Count             `json:"targets"`
	RollUps       []graph.RollUp      `json:"rollups" enum:"parents,umbrellas" doc:"values of rollup for which the data have parents or coalitions"`
}

// Count is a value of a filter and how many organizations (countries) or letters (targets) have it.
type Count struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	N    int    `json:"n"`
}

// OrganizationColumns are the organizations of a view, most letters first.
type OrganizationColumns struct {
	ID          []string  `json:"id"`
	Name        []string  `json:"name"`
	Country     []string  `json:"country"`
	Kind        []string  `json:"kind"`
	Letters     []int     `json:"letters" doc:"letters signed within the view (degree)"`
	Strength    []float64 `json:"strength" doc:"Newman strength, whole network"`
	Betweenness []float64 `json:"betweenness" doc:"organization ends, raw, whole network"`
	PageRank    []float64 `json:"pagerank"`
	Cluster     []int     `json:"cluster" doc:"number from 1; 0 for none"`
	Stability   []float64 `json:"stability" doc:"share of runs in its cluster; -1 where it was not computed"`
	Last        []string  `json:"last" doc:"date of the last letter signed"`
	Radius      []float64 `json:"radius"`
	X           []float64 `json:"x"`
	Y           []float64 `json:"y"`
}

// LetterColumns are the letters of a view and who of the view signed them: Signers[SignersStart[i]:SignersStart[i+1]] are
// positions of organizations.
type LetterColumns struct {
	ID           []string  `json:"id"`
	Title        []string  `json:"title"`
	Date         []string  `json:"date"`
	X            []float64 `json:"x"`
	Y            []float64 `json:"y"`
	SignersStart []int     `json:"signers_start"`
	Signers      []int     `json:"signers"`
}

// TieColumns are ties, strongest first; A and B are positions of organizations.
type TieColumns struct {
	A       []int     `json:"a"`
	B       []int     `json:"b"`
	Letters []int     `json:"letters" doc:"shared letters within the view"`
	Newman  []float64 `json:"newman" doc:"sum over shared letters of 1/(signers - 1)"`
}
