package neo4j

import (
	"encoding/json"
	"strings"

	"undersigned/graph"
	"undersigned/internal/store"
)

// kinds are the four ways of signing: who, and whether it was taken back.
var kinds = [4]struct{ label, key, edge string }{
	{"Organization", "id", "SIGNED"}, {"Organization", "id", "WITHDREW"}, {"Person", "name", "SIGNED"}, {"Person", "name", "WITHDREW"}}

func kindOf(s *graph.Signature) int {
	kind := 0
	if s.Type == graph.TypePerson {
		kind = 2
	}
	if !s.Signs() {
		kind++
	}
	return kind
}

// writeSignatures draws the edges of letters that have none. Rows are grouped by letter, so that each is looked up once in a
// statement; a long list is parted.
func (c *change) writeSignatures(letters []*graph.Letter) error {
	organizations, err := c.names(letters)
	if err != nil {
		return err
	}
	if err := c.persons(letters); err != nil {
		return err
	}
	var groups [4][]any // a letter and its signatures each
	var size [4]int
	flush := func(kind int) error {
		if size[kind] == 0 {
			return nil
		}
		k := kinds[kind]
		err := c.run("UNWIND $rows AS g MATCH (l:Letter {id: g.letter}) UNWIND g.signatures AS r MATCH (w:"+k.label+" {"+k.key+": r.by}) CREATE (w)-[s:"+k.edge+"]->(l) SET s = r.signature",
			values{"rows": groups[kind]}, nil)
		groups[kind], size[kind] = nil, 0
		return err
	}
	for _, l := range letters {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		var rows [4][]any
		for i := range l.Signatures {
			s := &l.Signatures[i]
			kind := kindOf(s)
			row, err := signatureRow(l, i, organizations)
			if err != nil {
				return err
			}
			rows[kind] = append(rows[kind], row)
			if size[kind]++; size[kind] >= c.rows {
				groups[kind] = append(groups[kind], values{"letter": l.ID, "signatures": rows[kind]})
				rows[kind] = nil
				if err := flush(kind); err != nil {
					return err
				}
			}
		}
		for kind := range rows {
			if len(rows[kind]) > 0 {
				groups[kind] = append(groups[kind], values{"letter": l.ID, "signatures": rows[kind]})
			}
		}
	}
	for kind := range kinds {
		if err := flush(kind); err != nil {
			return err
		}
	}
	return nil
}

func signatureRow(l *graph.Letter, i int, organizations map[string]string) (map[string]any, error) {
	s := &l.Signatures[i]
	p := properties{"id": graph.SignatureID(l.ID, s.Type, s.Name, s.Capacity), "place": i, "name": s.Name, "capacity": string(s.Capacity), "status": string(s.Status)}
	p.text("affiliation", s.Affiliation)
	p.text("country", s.Country)
	p.text("note", s.Note)
	p.number("position", s.Position)
	if s.Confidence != 0 {
		p["confidence"] = s.Confidence
	}
	by := organizations[s.Name]
	if s.Type == graph.TypePerson {
		by, p["type"] = s.Name, string(s.Type)
	}
	evidence, err := json.Marshal(s.Evidence)
	p["evidence"] = string(evidence)
	return values{"by": by, "signature": map[string]any(p)}, err
}

// orNil leaves an empty text out: a property that is null is none.
func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// column is a place in the list that is read of each signature. A list, since a hundred thousand maps would each bring their keys along.
type column int

const (
	placeColumn column = iota
	nameColumn
	typeColumn
	capacityColumn
	statusColumn
	affiliationColumn
	countryColumn
	noteColumn
	positionColumn
	confidenceColumn
	evidenceColumn
	columns
)

// columnTerms are what the query puts there. What is usual comes as null: a text costs the driver an allocation.
var columnTerms = [columns]string{
	placeColumn:       "s.place",
	nameColumn:        "s.name",
	typeColumn:        "s.type",
	capacityColumn:    "CASE s.capacity WHEN 'organization' THEN null ELSE s.capacity END",
	statusColumn:      "CASE s.status WHEN 'listed' THEN null ELSE s.status END",
	affiliationColumn: "s.affiliation",
	countryColumn:     "s.country",
	noteColumn:        "s.note",
	positionColumn:    "s.position",
	confidenceColumn:  "s.confidence",
	evidenceColumn:    "s.evidence",
}

// signed is the list of one signature.
type signed struct {
	row    *row
	values []any
	shared sharing
}

func (r *row) signed(value any, shared sharing) signed {
	list, ok := value.([]any)
	if !ok || len(list) != int(columns) {
		r.fail("a signature", list, value)
		list = make([]any, columns)
	}
	return signed{r, list, shared}
}

// cell returns a value of a signature, the zero value where the signature has none.
func cell[T any](s signed, c column) T {
	t, ok := s.values[c].(T)
	if !ok && s.values[c] != nil {
		s.row.fail("of a signature "+columnTerms[c], t, s.values[c])
	}
	return t
}

func (s signed) text(c column) string { return s.shared.string(cell[string](s, c)) }

func signatureOf(s signed) (graph.Signature, error) {
	signature := graph.Signature{Name: s.text(nameColumn), Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
		Affiliation: s.text(affiliationColumn), Country: s.text(countryColumn), Note: s.text(noteColumn), Position: int(cell[int64](s, positionColumn)),
		Confidence: cell[float64](s, confidenceColumn)}
	if t := s.text(typeColumn); t != "" {
		signature.Type = graph.SignatoryType(t)
	}
	if c := s.text(capacityColumn); c != "" {
		signature.Capacity = graph.Capacity(c)
	}
	if status := s.text(statusColumn); status != "" {
		signature.Status = graph.Status(status)
	}
	var err error
	signature.Evidence, err = store.ReadEvidence(cell[string](s, evidenceColumn), s.shared.string)
	return signature, err
}

// sharing returns equal texts as one, so that a hundred thousand signatures do not hold a name each.
type sharing map[string]string

func (s sharing) string(t string) string {
	if t == "" {
		return ""
	}
	if known, ok := s[t]; ok {
		return known
	}
	t = strings.Clone(t) // which may be part of a longer one
	s[t] = t
	return t
}
