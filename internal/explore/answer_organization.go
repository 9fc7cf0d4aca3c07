package explore

import "undersigned/graph"

// OrganizationAnswer is the page of an organization.
type OrganizationAnswer struct {
	Version         Version            `json:"version"`
	ID              string             `json:"id"`
	Name            string             `json:"name"`
	Names           []NameAnswer       `json:"names"`
	Kind            string             `json:"kind"`
	Country         string             `json:"country"`
	Parent          *OrganizationRef   `json:"parent,omitempty" doc:"left out where there is none"`
	ParentName      string             `json:"parent_name,omitempty" doc:"of a parent that signed nothing itself"`
	MemberOf        []MembershipAnswer `json:"member_of" doc:"the coalitions that it is, or was, a member of"`
	Parts           []OrganizationRef  `json:"parts" doc:"its chapters, arms and local groups: those whose parent it is"`
	Members         []MembershipAnswer `json:"members" doc:"where it is a coalition"`
	Letters         int                `json:"letters"`
	Cosigners       int                `json:"cosigners"`
	First           graph.Date         `json:"first"`
	Last            graph.Date         `json:"last"`
	Strength        float64            `json:"strength"`
	Betweenness     float64            `json:"betweenness"`
	BetweennessRank int                `json:"betweenness_rank" doc:"from 1 among all organizations"`
	PageRank        float64            `json:"pagerank"`
	Cluster         int                `json:"cluster"`
	ClusterLabel    string             `json:"cluster_label"`
	Organizations   int                `json:"organizations" doc:"number in the network, for ranks"`
	Sentence        string             `json:"sentence" doc:"where it stands, in plain words"`
	Signed          []Proof            `json:"signed" doc:"latest first"`
	Targets         []Count            `json:"targets" doc:"targets of its letters, most letters first"`
	TopCosigners    []Cosigner         `json:"top_cosigners" doc:"the first 50; all under /cosigners"`
	Judgements      []Merge            `json:"judgements" doc:"what joined or split its names"`
	RolledUp        *RolledUpAnswer    `json:"rolled_up,omitempty" doc:"in a network rolled up: whom it stands for; else left out"`
}

// RolledUpAnswer says what an organization stands for in a network rolled up.
type RolledUpAnswer struct {
	How       graph.RollUp `json:"how" enum:"parents,umbrellas"`
	StandsFor []PartAnswer `json:"stands_for" doc:"who counts as it, those that do in most letters first"`
	Silent    bool         `json:"silent" doc:"it signed nothing itself"`
	Itself    string       `json:"itself,omitempty" doc:"why it does not count as the coalition that it is a member of"`
}

// PartAnswer is a part or a member that counts as another organization.
type PartAnswer struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Letters int    `json:"letters" doc:"in which it does"`
}

// OrganizationRow is an organization in a list.
type OrganizationRow struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Country string `json:"country"`
	Letters int    `json:"letters" doc:"letters signed within the view"`
	Cluster int    `json:"cluster"`
}

// OrganizationsAnswer lists organizations, most letters first.
type OrganizationsAnswer struct {
	Version       Version           `json:"version"`
	Total         int               `json:"total" doc:"all that match, listed or not"`
	Organizations []OrganizationRow `json:"organizations"`
}

// NameAnswer is one name with the letters that print it.
type NameAnswer struct {
	Text    string         `json:"text"`
	Kind    graph.NameKind `json:"kind" doc:"a former name may be printed in letters, too"`
	Letters int            `json:"letters"`
	From    graph.Date     `json:"from,omitzero" doc:"since when it had this name"`
	Until   graph.Date     `json:"until,omitzero"`
}

// MembershipAnswer is a coalition, or a member of one. Who signed nothing has no id.
type MembershipAnswer struct {
	ID    string     `json:"id"`
	Name  string     `json:"name"`
	From  graph.Date `json:"from,omitzero"`
	Until graph.Date `json:"until,omitzero"`
}

// Cosigner is a tie seen from one organization.
type Cosigner struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Country string     `json:"country"`
	Cluster int        `json:"cluster"`
	Letters int        `json:"letters" doc:"shared letters"`
	Newman  float64    `json:"newman"`
	Last    graph.Date `json:"last" doc:"date of the last shared letter"`
}

// CosignersAnswer lists all ties of an organization: most shared letters first, then strongest.
type CosignersAnswer struct {
	Version   Version         `json:"version"`
	Of        OrganizationRef `json:"of"`
	Total     int             `json:"total"`
	Cosigners []Cosigner      `json:"cosigners"`
}

// SignaturesAnswer lists an organization's signatures with all lines, latest first.
type SignaturesAnswer struct {
	Version Version         `json:"version"`
	Of      OrganizationRef `json:"of"`
	Signed  []Proof         `json:"signed"`
}
