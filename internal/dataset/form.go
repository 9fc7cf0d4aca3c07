package dataset

import (
	"undersigned/graph"
)

// Format is what the field "undersigned" of a data set says.
const Format = "dataset/1"

const extractor = "dataset/1"

// File is the form. Field names are those of its JSON; the package comment explains them.
type File struct {
	Undersigned string            `json:"undersigned"`
	Name        string            `json:"name"`
	KeepIDs     bool              `json:"keep_ids,omitempty"` // ids are a store's own and stay as they are
	Letters     []Letter          `json:"letters"`
	Aliases     [][]string        `json:"aliases,omitempty"`
	Distinct    [][]string        `json:"distinct,omitempty"`
	Homonyms    []Homonym         `json:"homonyms,omitempty"`
	Parents     [][]string        `json:"parents,omitempty"`
	Members     [][]string        `json:"members,omitempty"`
	Former      [][]string        `json:"former,omitempty"`
	Splits      [][]string        `json:"splits,omitempty"`
	Profiles    []graph.Profile   `json:"profiles,omitempty"`
	Judgements  []graph.Judgement `json:"judgements,omitempty"`
}

// Letter is one letter of a File, or one translation, version or report of a letter.
type Letter struct {
	ID            string            `json:"id"`
	Title         string            `json:"title,omitempty"`
	TitleBy       string            `json:"title_by,omitempty"`
	Kind          string            `json:"kind,omitempty"`
	Date          graph.Date        `json:"date,omitzero"`
	Language      string            `json:"language,omitempty"`
	Stance        string            `json:"stance,omitempty"`
	Addressees    []graph.Addressee `json:"addressees,omitempty"`
	Targets       []Target          `json:"targets,omitempty"`
	Topics        []string          `json:"topics,omitempty"`
	Claimed       Claimed           `json:"claimed,omitzero"`
	Individuals   int               `json:"individuals,omitempty"`
	VersionOf     string            `json:"version_of,omitempty"`
	TranslationOf string            `json:"translation_of,omitempty"`
	ReportOf      string            `json:"report_of,omitempty"`
	Quotes        []string          `json:"quotes,omitempty"`
	Documents     []Document        `json:"documents,omitzero"`
	Signatories   []Signatory       `json:"signatories,omitzero"`
	LeftOut       []graph.LeftOut   `json:"left_out,omitempty"`
	Doubtful      []string          `json:"doubtful,omitempty"`
	Checked       *graph.Check      `json:"checked,omitempty"`
}

// Target is a target of a letter; its short form is the name alone.
type Target struct {
	Name   string `json:"name" short:"yes"`
	Kind   string `json:"kind,omitempty"`
	PartOf string `json:"part_of,omitempty"`
}

// Claimed is the number of signatories that the letter claims.
type Claimed struct {
	Organizations *int   `json:"organizations,omitempty"`
	Individuals   *int   `json:"individuals,omitempty"`
	Text          string `json:"text,omitempty"`
}

// Document is a published form of a letter; its short form is the base name alone. ID may be left out.
type Document struct {
	ID         string `json:"id,omitempty"`
	Name       string `json:"name,omitempty" short:"yes"`
	SHA256     string `json:"sha256,omitempty"`
	Medium     string `json:"medium,omitempty"`
	Published  string `json:"published,omitempty"`
	Retrieved  string `json:"retrieved,omitempty"`
	Text       string `json:"text,omitempty"`
	Repository string `json:"repository,omitempty"`
	Path       string `json:"path,omitempty"`
}

// Signatory is one entry of a letter's list; its short form is the printed name alone.
type Signatory struct {
	As          string              `json:"as" short:"yes"`
	Type        graph.SignatoryType `json:"type,omitempty"`     // organization where it is left out
	Capacity    graph.Capacity      `json:"capacity,omitempty"` // organization, or individual for a person
	Status      graph.Status        `json:"status,omitempty"`   // listed
	Affiliation string              `json:"affiliation,omitempty"`
	Country     string              `json:"country,omitempty"`
	Note        string              `json:"note,omitempty"`
	Position    int                 `json:"position,omitempty"` // the place after the entry before
	Unnumbered  bool                `json:"unnumbered,omitempty"`
	Confidence  float64             `json:"confidence,omitempty"`
	Document    string              `json:"document,omitempty"` // id of one of the letter's documents; the first
	Page        int                 `json:"page,omitempty"`
	Line        int                 `json:"line,omitempty"`
	Text        string              `json:"text,omitempty"` // the printed line; the name
	Evidence    []graph.Evidence    `json:"evidence,omitempty"`
}

// Homonym is one printed name that several organizations have.
type Homonym struct {
	Name          string        `json:"name"`
	Why           string        `json:"why,omitempty"`
	Organizations []HomonymPart `json:"organizations"`
}

// HomonymPart is one of them: the letters of this file in which the name means it.
type HomonymPart struct {
	Display string   `json:"display"`
	Country string   `json:"country,omitempty"`
	Letters []string `json:"letters"`
}
