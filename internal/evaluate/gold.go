package evaluate

import (
	"bytes"
	"encoding/json"
	"path"
	"path/filepath"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// Gold is what a person found in a document: the form of the files that `evaluate extract` compares with. What a file does not give is
// not scored (see Gives); the names are always given.
type Gold struct {
	Document    string             `json:"document"` // its file, named from the folder in which the gold folder stands
	ID          string             `json:"id"`       // of the document, among all golds; see readGold for one that gives none
	Kind        string             `json:"kind"`
	Date        letter.Maybe       `json:"date"`
	DatesOK     []string           `json:"dates_ok"` // other right dates
	Addressees  []letter.Addressee `json:"addressees"`
	Targets     []string           `json:"targets"`
	Claimed     letter.Claimed     `json:"claimed"`
	Signatories []GoldSignatory    `json:"signatories"`
	Accept      OtherForms         `json:"accept"`
	Optional    []string           `json:"optional"` // names that are neither right nor wrong
	Individuals int                `json:"individuals"`
	Signed      string             `json:"signatory_kind"` // signed, none, mentioned, supporting-logo

	SameLetterAs letter.Maybe `json:"same_letter_as"` // the document of which it is a version, translation or report

	// Publisher is the first folder below the gold folder, or the gold folder itself for a file that stands in it. Documents of one
	// publisher are laid out alike, so nothing that was fitted on one of them may score another.
	Publisher string `json:"-"`

	root  string          // the folder from which Document is named
	given map[string]bool // fields of the file; nil where all are
}

// GoldSignatory is one signatory of a Gold.
type GoldSignatory struct {
	As      string       `json:"as"`
	Type    string       `json:"type"`
	Country letter.Maybe `json:"country"`
	Note    letter.Maybe `json:"note"`
}

// OtherForms are further right forms of names of the gold, in the order of the file: where a form goes for two names, the first one
// that nobody has taken yet gets it.
type OtherForms []struct {
	Name  string
	Forms []string
}

// UnmarshalJSON reads an object of lists, and keeps its order.
func (o *OtherForms) UnmarshalJSON(data []byte) error {
	var forms map[string][]string
	if err := json.Unmarshal(data, &forms); err != nil {
		return err
	}
	*o = make(OtherForms, 0, len(forms))
	d := json.NewDecoder(bytes.NewReader(data))
	for depth := 0; ; { // the keys again, in their order: a name is the first string of each pair on the first level
		token, err := d.Token()
		if err != nil {
			return nil // the end; what is no JSON was refused above
		}
		switch t := token.(type) {
		case json.Delim:
			if t == '{' || t == '[' {
				depth++
			} else {
				depth--
			}
		case string:
			if depth == 1 {
				*o = append(*o, struct {
					Name  string
					Forms []string
				}{t, forms[t]})
			}
		}
	}
}

// ReadGold reads a gold file. Errors are Invalid.
func ReadGold(name string, data []byte) (Gold, error) {
	var g Gold
	var fields, claimed map[string]json.RawMessage
	err := json.Unmarshal(data, &g)
	if err == nil {
		err = json.Unmarshal(data, &fields)
	}
	if err != nil {
		return Gold{}, graph.Wrap(graph.Invalid, err, path.Base(filepath.ToSlash(name))+" is no gold file: JSON with document, kind, date and signatories is wanted")
	}
	g.given = map[string]bool{}
	for field := range fields {
		g.given[field] = true
	}
	if json.Unmarshal(fields["claimed"], &claimed) == nil {
		for field := range claimed {
			g.given["claimed."+field] = true
		}
	}
	return g, nil
}

// Gives reports whether the file has a field, null included: "no date" is an answer. Of "claimed" ask for "claimed.organizations" and
// "claimed.individuals".
func (g *Gold) Gives(field string) bool { return g.given == nil || g.given[field] }

// nobody reports whether no signature may come from the document.
func (g *Gold) nobody() bool { return g.Signed == "none" || g.Signed == "mentioned" }

// organizations are the names of those that signed, as printed.
func (g *Gold) organizations() []string {
	var names []string
	if !g.nobody() {
		for _, s := range g.Signatories {
			if s.Type == string(graph.TypeOrganization) {
				names = append(names, s.As)
			}
		}
	}
	return names
}

// dates are the right ones; none where the gold does not know any.
func (g *Gold) dates() []string {
	all := append([]string{string(g.Date)}, g.DatesOK...)
	return slices.DeleteFunc(all, func(d string) bool { return d == "" })
}
