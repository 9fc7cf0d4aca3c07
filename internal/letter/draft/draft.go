package draft

import (
	"encoding/json"
	"slices"

	"undersigned/graph"
)

// Maybe is a text that may be unknown: the empty text is null in JSON.
type Maybe string

// MarshalJSON writes null for the empty text.
func (m Maybe) MarshalJSON() ([]byte, error) {
	if m == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(m))
}

// UnmarshalJSON reads a string or null.
func (m *Maybe) UnmarshalJSON(data []byte) error {
	*m = ""
	var s *string
	if err := json.Unmarshal(data, &s); err != nil || s == nil {
		return err
	}
	*m = Maybe(*s)
	return nil
}

// Draft is what was read in one document. Its JSON is what `undersigned extract --json` prints; slices are never null.
type Draft struct {
	Title       Maybe       `json:"title"`
	Date        Maybe       `json:"date"` // 2021, 2021-05 or 2021-05-06
	Kind        string      `json:"kind"` // see graph.Letter.Kind
	Language    Maybe       `json:"language"`
	Addressees  []Addressee `json:"addressees"`
	Targets     []string    `json:"targets"`
	Claimed     Claimed     `json:"claimed"`
	Signatories []Row       `json:"signatories"` // in the order of their first printing
	LeftOut     []LeftOut   `json:"left_out"`
	Confidence  float64     `json:"confidence"` // of the whole, 0 to 1
	Doubtful    []string    `json:"doubtful"`   // why the whole may be wrong, in sentences for the user; none where nothing speaks for it
	Hint        *Hint       `json:"same_letter_as_hint"`

	ID       string   `json:"-"` // of the letter, where a table says which it is; "" for that of the document
	Name     string   `json:"-"` // base name of the document
	Medium   string   `json:"-"` // the name of its medium (medium.Medium), or table for CSV and TSV
	SHA256   string   `json:"-"` // of the document's bytes
	Text     string   `json:"-"` // what was read, line by line
	Quotes   []string `json:"-"` // passages of 8 words or more in quotation marks
	Warnings []string `json:"-"` // sentences for the user, such as a character set that had to be guessed

	Faint     []Row     `json:"-"` // rows that were left out for their confidence, for fitting it
	Structure []Doubt   `json:"-"` // the doubts that hold whatever the confidence of the rows
	Traits    []float64 `json:"-"` // what its confidence is computed from, see package doubt
	Kept      float64   `json:"-"` // what they keep of the confidence
}

// Doubt is one way in which a document may have been read wrongly.
type Doubt struct {
	Says   string // in a sentence
	Always bool   // it is said whatever the confidence of the document
}

// Addressee is somebody the document is addressed to.
type Addressee struct {
	Name         Maybe `json:"name"`
	Role         Maybe `json:"role"`
	Organization Maybe `json:"organization"`
}

// Claimed is what the document says about the number of its signatories.
type Claimed struct {
	Organizations *int  `json:"organizations"`
	Individuals   *int  `json:"individuals"`
	Text          Maybe `json:"text"`
}

// Row is one signatory as printed: wraps joined; bullet, number, footnote mark and country taken off.
type Row struct {
	Name       string              `json:"name"`
	Type       graph.SignatoryType `json:"type"`
	Country    Maybe               `json:"country"`
	Note       Maybe               `json:"note"`
	Page       int                 `json:"page"` // from 1; 0 where the medium has no pages
	Line       int                 `json:"line"` // from 1
	Text       string              `json:"text"` // the printed line, or lines with a line break between them
	Box        []float64           `json:"box"`
	Confidence float64             `json:"confidence"`
	Evidence   []Printing          `json:"evidence"` // every printing, the first one as above

	Capacity    graph.Capacity `json:"-"`
	Affiliation string         `json:"-"`
	Withdrawn   bool           `json:"-"`
	Status      graph.Status   `json:"-"` // where the document says or is a report; "" for listed
	Order       int            `json:"-"` // the line it is sorted by
	Sentence    bool           `json:"-"` // a sentence names it, no list
	Features    []float64      `json:"-"` // what its confidence was computed from; nil where a table says itself who signed
}

// Printing is one place where a signatory is printed.
type Printing struct {
	Line int    `json:"line"`
	Text string `json:"text"`

	Page int       `json:"-"`
	Form string    `json:"-"` // the name as it reads there
	Box  []float64 `json:"-"`
}

// LeftOut is a line of a signatory block that was not taken, and why.
type LeftOut struct {
	Line  int    `json:"line"`
	Place int    `json:"-"` // which of the document's lines it is; those of a source without line breaks share their number
	Text  string `json:"text"`
	Why   string `json:"why"`
}

// Hint says what another document would have to be for this one to be a report of it.
type Hint struct {
	Addressee Maybe    `json:"addressee"`
	Date      Maybe    `json:"date"`
	Quotes    []string `json:"quotes"`
}

// Organizations counts the rows that are organizations; Persons those that are persons.
func (d *Draft) Organizations() int { return d.count(graph.TypeOrganization) }

// Persons counts the rows that are persons.
func (d *Draft) Persons() int { return d.count(graph.TypePerson) }

func (d *Draft) count(t graph.SignatoryType) int {
	n := 0
	for i := range d.Signatories {
		if d.Signatories[i].Type == t {
			n++
		}
	}
	return n
}

// AddPrinting adds evidence to a row, the earliest printing first, unless the same line is there already.
func (r *Row) AddPrinting(p Printing) {
	if slices.ContainsFunc(r.Evidence, func(q Printing) bool { return q.Line == p.Line && q.Page == p.Page }) {
		return
	}
	r.Evidence = append(r.Evidence, p)
}

// The kinds of documents (graph.Letter.Kind).
const (
	KindLetter    = "letter"
	KindStatement = "statement"
	KindPetition  = "petition"
	KindBrief     = "amicus-brief"
	KindPress     = "press-release"
	KindNews      = "news"
	KindProfile   = "profile"
	KindList      = "list"
	KindOther     = "other"
)
