package explore

import "undersigned/graph"

// LetterAnswer is the page of a letter.
type LetterAnswer struct {
	Version       Version           `json:"version"`
	Letter        LetterRef         `json:"letter"`
	Addressees    []AddresseeAnswer `json:"addressees"`
	Topics        []string          `json:"topics"`
	Stance        string            `json:"stance"`
	Claimed       graph.Claimed     `json:"claimed"`
	Found         int               `json:"found" doc:"organizations found in the letter's own list, that of its newest version"`
	Persons       int               `json:"persons" doc:"persons who signed too; they are not listed"`
	Sentence      string            `json:"sentence" doc:"claimed against found, in words; empty where nothing is claimed"`
	Signatories   []Signatory       `json:"signatories" doc:"in the order of the list; then those that only a report names"`
	Versions      []VersionAnswer   `json:"versions" doc:"newest first; empty where there is one"`
	Gone          []GoneAnswer      `json:"gone" doc:"organizations that only older versions list; they do not sign"`
	LeftOut       []graph.LeftOut   `json:"left_out"`
	Doubts        []DoubtAnswer     `json:"doubts" doc:"readings that may be wrong as a whole, of the letter and its versions"`
	Documents     []DocumentAnswer  `json:"documents"`
	Related       []RelatedLetter   `json:"related" doc:"its versions, translations and reports"`
	SharedSigners []SharedLetter    `json:"shared_signers" doc:"other letters by signers in common, most first; at most 10"`
}

// DoubtAnswer is why one record may have been read wrongly, and who found it right in spite of that.
type DoubtAnswer struct {
	Record   string   `json:"record"`
	Title    string   `json:"title"`
	Doubtful []string `json:"doubtful" doc:"sentences"`
	Checked  bool     `json:"checked"`
	By       string   `json:"by" doc:"the person who found it right; empty for none"`
	When     string   `json:"when"`
}

// AddresseeAnswer is an addressee without a personal name.
type AddresseeAnswer struct {
	Role         string `json:"role"`
	Organization string `json:"organization"`
}

// Signatory is one organization of a letter's list.
type Signatory struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Cluster int    `json:"cluster"`
	Letters int    `json:"letters" doc:"letters it signed in all"`
	Lines   []Line `json:"lines"`
}

// VersionAnswer is one version of a letter, and what its list has.
type VersionAnswer struct {
	Record        string     `json:"record"`
	Title         string     `json:"title"`
	Date          graph.Date `json:"date" doc:"empty where there is none"`
	Organizations int        `json:"organizations" doc:"that it lists"`
	Added         int        `json:"added" doc:"that the list before does not have"`
	Gone          int        `json:"gone" doc:"of the list before that it does not have"`
	Decides       bool       `json:"decides" doc:"its list is the letter's"`
	Remark        string     `json:"remark" doc:"what is special about it, in a sentence; else empty"`
	Document      string     `json:"document" doc:"base name of its document"`
	Published     string     `json:"published" doc:"where that was published"`
}

// GoneAnswer is an organization that only older versions list.
type GoneAnswer struct {
	ID        string     `json:"id" doc:"empty where it signs no letter"`
	Name      string     `json:"name"`
	Lines     []Line     `json:"lines" doc:"where it is printed, the newest version first"`
	NotIn     string     `json:"not_in" doc:"record of the version whose list does not have it"`
	Date      graph.Date `json:"date" doc:"of that version; empty where there is none"`
	Withdrawn bool       `json:"withdrawn" doc:"that version prints it as taken back"`
	Beside    *Line      `json:"beside,omitempty" doc:"a line of that version: the one that takes it back, else of the signatory next to which the older list prints it; left out where the lists have nobody in common"`
}

// DocumentAnswer is one published form.
type DocumentAnswer struct {
	Record    string `json:"record"`
	Name      string `json:"name"`
	Medium    string `json:"medium"`
	Published string `json:"published"`
	SHA256    string `json:"sha256"`
	Retrieved string `json:"retrieved"`
	HasText   bool   `json:"has_text"`
}

// RelatedLetter is a record linked to a letter, and why.
type RelatedLetter struct {
	Record    string     `json:"record"`
	Title     string     `json:"title"`
	Date      graph.Date `json:"date"`
	Language  string     `json:"language"`
	Relation  string     `json:"relation"`
	By        string     `json:"by" doc:"data, or the rule or person that linked it"`
	Why       string     `json:"why"`
	Judgement string     `json:"judgement" doc:"id, to undo it; empty where the data say so"`
}

// LetterTextAnswer is the stored text of one printing.
type LetterTextAnswer struct {
	Version  Version  `json:"version"`
	Record   string   `json:"record"`
	Document string   `json:"document" doc:"base name of the document"`
	Lines    []string `json:"lines"`
}

// SharedLetter is another letter and the number of signers in common.
type SharedLetter struct {
	Letter LetterRef `json:"letter"`
	Shared int       `json:"shared"`
}

// LettersAnswer lists letters, latest first, undated last.
type LettersAnswer struct {
	Version Version     `json:"version"`
	Total   int         `json:"total"`
	Letters []LetterRef `json:"letters"`
}

// TargetAnswer is the page of a target.
type TargetAnswer struct {
	Version       Version         `json:"version"`
	ID            string          `json:"id"`
	Name          string          `json:"name"`
	Names         []string        `json:"names"`
	Kind          string          `json:"kind"`
	PartOf        *TargetRef      `json:"part_of,omitempty" doc:"left out where there is none"`
	Parts         []TargetRef     `json:"parts"`
	Letters       []LetterRef     `json:"letters" doc:"to it or its parts, latest first"`
	Organizations []TargetSigners `json:"organizations" doc:"who signed most letters to it; at most 100"`
	Signers       int             `json:"signers" doc:"all organizations that signed at least one"`
}

// TargetSigners is an organization and the letters it signed to a target.
type TargetSigners struct {
	OrganizationRef
	Cluster int `json:"cluster"`
	Letters int `json:"letters"`
}

// TargetsAnswer lists targets, most letters first.
type TargetsAnswer struct {
	Version Version `json:"version"`
	Targets []Count `json:"targets"`
}
