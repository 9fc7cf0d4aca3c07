package graph

// NameKind says what a name of an organization is.
type NameKind string

// The kinds of names.
const (
	Printed NameKind = "printed" // stands in a letter
	Alias   NameKind = "alias"
	Acronym NameKind = "acronym"
	Former  NameKind = "former"
)

// Name is one name of an organization.
type Name struct {
	Text   string   `json:"text"`
	Kind   NameKind `json:"kind"`
	From   Date     `json:"from,omitzero"`
	Until  Date     `json:"until,omitzero"`
	Source string   `json:"source,omitempty"`
}

// Profile is what is known of an organization beside its signatures: facts with a source, stored by the name they were
// said of. They follow the name through every judgement.
type Profile struct {
	Of          NameRef           `json:"of"`
	Display     string            `json:"display,omitempty"`
	Names       []Name            `json:"names,omitempty"`
	Kind        string            `json:"kind,omitempty"`
	Country     string            `json:"country,omitempty"`
	Parent      *NameRef          `json:"parent,omitempty"`
	ExternalIDs map[string]string `json:"external_ids,omitempty"` // scheme -> id, e.g. "wikidata" -> "Q..."
	Source      string            `json:"source,omitempty"`
}

// Organization is one organization of a Network: all the names that judgements and rules say are one.
type Organization struct {
	ID          string            `json:"id"`
	Name        string            `json:"name"` // display name: a profile's, else the form printed in most letters, as cleanly as it is printed anywhere
	Names       []Name            `json:"names"`
	Kind        string            `json:"kind,omitempty"`
	Country     string            `json:"country,omitempty"` // a profile's, else the one printed most often
	Parent      string            `json:"parent,omitempty"`  // id of an organization
	ExternalIDs map[string]string `json:"external_ids,omitempty"`
}

// Target is one target of a Network's letters. Names equal after folding are one.
type Target struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Names  []string `json:"names"`
	Kind   string   `json:"kind,omitempty"`
	PartOf string   `json:"part_of,omitempty"` // id of a target
}

// Data is everything a store holds, apart from the audit log, in the order of ids: the input of NewNetwork.
type Data struct {
	Letters    []Letter
	Profiles   []Profile
	Judgements []Judgement
	Revision   int64  // counts the store's changes
	Hash       string // content hash; equal data have equal hashes in every store
	Rules      string // which rules made the judgements of rules, for these very names and profiles; "" where nobody looked
}
