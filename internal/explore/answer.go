// Package explore holds the use cases of the explorer: it keeps a snapshot of a store by revision, runs the analyses of
// graph/* on it once a revision, and gives answers that are ready to be shown. It knows neither HTTP nor SQL.
package explore

import "undersigned/graph"

// The answers below are what the API sends, field for field. Slices are never null. Persons never occur in them.

// OrganizationRef names an organization.
type OrganizationRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// TargetRef names a target.
type TargetRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// LetterRef names a letter, with what a list shows of it.
type LetterRef struct {
	ID            string      `json:"id"`
	Title         string      `json:"title"`
	Described     bool        `json:"described" doc:"the title is ours; the letter prints none"`
	Kind          string      `json:"kind"`
	Date          graph.Date  `json:"date" doc:"2021, 2021-05 or 2021-05-06; empty where there is none"`
	Language      string      `json:"language"`
	Organizations int         `json:"organizations" doc:"number of organizations that signed"`
	Targets       []TargetRef `json:"targets"`
}

// Line is one printed line that proves a signature.
type Line struct {
	Record   string       `json:"record" doc:"id of the printing: the letter, or one of its versions, translations, reports"`
	Relation string       `json:"relation" doc:"empty for the letter's list, that of its newest version; else version-of, translation-of, report-of"`
	Name     string       `json:"name" doc:"the signatory exactly as printed"`
	Text     string       `json:"text" doc:"the printed line"`
	Document string       `json:"document" doc:"base name of the document"`
	Page     int          `json:"page"`
	Line     int          `json:"line" doc:"line of the document, from 1; 0 where it has none"`
	Position int          `json:"position" doc:"place in the list of signatories, from 1; 0 where it has none"`
	Of       int          `json:"of" doc:"length of that list"`
	Status   graph.Status `json:"status"`
	Country  string       `json:"country"`

	By *OrganizationRef `json:"by,omitempty" doc:"in a network rolled up: the part or member that signed, where it counts as another organization"`
}

// Proof is a letter that an organization signed, with the lines that prove it, the best first.
type Proof struct {
	Letter LetterRef `json:"letter"`
	Lines  []Line    `json:"lines"`
}

// Version says which data an answer was made of.
type Version struct {
	Revision int64  `json:"revision"`
	Hash     string `json:"hash" doc:"content hash of the data"`
	Short    string `json:"short" doc:"its first 12 letters, as figures print it"`
	Cache    string `json:"cache" doc:"as v on a URL: makes the answer cacheable for good; changes with the data and with the program"`
	Older    bool   `json:"older" doc:"newer data are stored, and what takes an analysis is still that of the data before; ask again in a few seconds"`
	Stale    bool   `json:"stale" doc:"the store could not be reached; these are the last data known"`
}

// About is "About this data".
type About struct {
	Version  Version        `json:"version"`
	Coverage graph.Coverage `json:"coverage"`
	Sources  []Source       `json:"sources"`
	Example  bool           `json:"example" doc:"this is the example data set that comes with undersigned"`
	Method   []Paragraph    `json:"method" doc:"method text to cite"`
	Rules    []Merge        `json:"rules" doc:"what the written rules joined; at most 200, see rules_total"`
	Total    int            `json:"rules_total"`
	Refused  []Merge        `json:"refused"`
}

// Source counts the documents of one place of publication.
type Source struct {
	Name      string `json:"name"`
	Documents int    `json:"documents"`
}

// Paragraph is a headed paragraph of method text.
type Paragraph struct {
	Heading string `json:"heading"`
	Text    string `json:"text"`
	DOI     string `json:"doi"`
}

// Merge is a judgement in words.
type Merge struct {
	ID      string        `json:"id"`
	A       string        `json:"a"`
	B       string        `json:"b"`
	Verdict graph.Verdict `json:"verdict" enum:"same,different,unsure,parent,member,former,split" doc:"of a and b: a is the parent of b, has the member b, has the former name b; split: in a letter, a is another organization than elsewhere"`
	InA     string        `json:"in_a,omitempty" doc:"title of the one letter in which a is meant"`
	InB     string        `json:"in_b,omitempty" doc:"title of the one letter in which b is meant"`
	From    graph.Date    `json:"from,omitzero" doc:"of a member or a former name: since when"`
	Until   graph.Date    `json:"until,omitzero"`
	By      string        `json:"by"`
	Why     string        `json:"why"`
	Undone  bool          `json:"undone"`
	Refused string        `json:"refused,omitempty" doc:"why it is not applied: it contradicts others, letters speak against it, or a name could be one of several"`
}

// Hit is one search result.
type Hit struct {
	Kind    string `json:"kind" enum:"organization,letter,target"`
	ID      string `json:"id"`
	Name    string `json:"name"`
	Matched string `json:"matched" doc:"the other name that matched, where it is not the display name"`
	Letters int    `json:"letters"`
	Detail  string `json:"detail" doc:"country, date or kind, in words"`
}

// SearchAnswer lists hits, best first.
type SearchAnswer struct {
	Query   string `json:"query"`
	Nearest bool   `json:"nearest" doc:"nothing matched; the hits are the nearest names"`
	Hits    []Hit  `json:"hits"`
}

// ReviewAnswer lists judgements to look at: what rules joined, what files and persons said, what was refused.
type ReviewAnswer struct {
	Version    Version `json:"version"`
	Judgements []Merge `json:"judgements"`
}
