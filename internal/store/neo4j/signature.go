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
	var groups [4][]any // of [letter, rows]
	var size [4]int
	flush := func(kind int) error {
		if size[kind] == 0 {
			return nil
		}
		k := kinds[kind]
		err := c.run("UNWIND $rows AS g MATCH (l:Letter {id: g[0]}) UNWIND g[1] AS r MATCH (w:"+k.label+" {"+k.key+": r[0]}) CREATE (w)-[:"+k.edge+
			" {id: r[1], place: r[2], name: r[3], type: r[4], capacity: r[5], status: r[6], affiliation: r[7], country: r[8], note: r[9], position: r[10], confidence: r[11], evidence: r[12]}]->(l)",
			map[string]any{"rows": groups[kind]}, nil)
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
				groups[kind] = append(groups[kind], []any{l.ID, rows[kind]})
				rows[kind] = nil
				if err := flush(kind); err != nil {
					return err
				}
			}
		}
		for kind := range rows {
			if len(rows[kind]) > 0 {
				groups[kind] = append(groups[kind], []any{l.ID, rows[kind]})
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

func signatureRow(l *graph.Letter, i int, organizations map[string]string) ([]any, error) {
	s := &l.Signatures[i]
	evidence, err := json.Marshal(s.Evidence)
	if err != nil {
		return nil, err
	}
	row := []any{organizations[s.Name], graph.SignatureID(l.ID, s.Type, s.Name, s.Capacity), i, s.Name, nil, string(s.Capacity), string(s.Status),
		orNil(s.Affiliation), orNil(s.Country), orNil(s.Note), nil, nil, string(evidence)}
	if s.Type == graph.TypePerson {
		row[0], row[4] = s.Name, string(s.Type)
	}
	if s.Position != 0 {
		row[10] = s.Position
	}
	if s.Confidence != 0 {
		row[11] = s.Confidence
	}
	return row, nil
}

// orNil leaves an empty text out: a property that is null is none.
func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// signatureColumns is what signatureOf reads. What is usual comes as null: a text costs the driver an allocation, a hundred
// thousand times.
const signatureColumns = "s.place, s.name, s.type, CASE s.capacity WHEN 'organization' THEN null ELSE s.capacity END, " +
	"CASE s.status WHEN 'listed' THEN null ELSE s.status END, s.affiliation, s.country, s.note, s.position, s.confidence, s.evidence"

func signatureOf(row []any, shared sharing) (graph.Signature, error) {
	s := graph.Signature{Name: shared.text(row[1]), Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
		Affiliation: shared.text(row[5]), Country: shared.text(row[6]), Note: shared.text(row[7]), Position: int(integer(row[8]))}
	if row[2] != nil {
		s.Type = graph.SignatoryType(shared.text(row[2]))
	}
	if row[3] != nil {
		s.Capacity = graph.Capacity(shared.text(row[3]))
	}
	if row[4] != nil {
		s.Status = graph.Status(shared.text(row[4]))
	}
	s.Confidence, _ = row[9].(float64)
	var err error
	s.Evidence, err = store.ReadEvidence(text(row[10]), shared.string)
	return s, err
}

// sharing returns equal texts as one, so that a hundred thousand signatures do not hold a name each.
type sharing map[string]string

func (s sharing) text(value any) string {
	t, _ := value.(string)
	return s.string(t)
}

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
