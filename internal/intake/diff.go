package intake

import (
	"context"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/names/match"
)

// DiffAnswer holds a draft, as it was read, against a stored letter: a revised list.
type DiffAnswer struct {
	Version explore.Version   `json:"version"`
	Letter  explore.LetterRef `json:"letter"`
	Same    []DiffRow         `json:"same"`
	Unsure  []DiffRow         `json:"unsure" doc:"a name like one of the letter's; the rest of the answer counts it neither as new nor as gone"`
	New     []DiffRow         `json:"new"`
	Gone    []GoneRow         `json:"gone" doc:"signed the letter and is not in the draft"`
	Persons int               `json:"persons" doc:"persons of the draft, which are not compared"`
}

// DiffRow is a row of the draft and the organization of the letter that it is, or may be.
type DiffRow struct {
	Row   int            `json:"row"`
	Name  string         `json:"name"`
	Line  int            `json:"line"`
	Page  int            `json:"page"`
	Text  string         `json:"text"`
	ID    string         `json:"id" doc:"empty for a new one that no letter has"`
	Other string         `json:"other" doc:"the organization's name"`
	Lines []explore.Line `json:"lines" doc:"of the letter"`
	Score float64        `json:"score"`
	Why   string         `json:"why"`
}

// GoneRow is an organization of the letter.
type GoneRow struct {
	ID    string         `json:"id"`
	Name  string         `json:"name"`
	Lines []explore.Line `json:"lines"`
}

// Diff compares a draft with a stored letter. Organizations that the rules know are the same; of the others, one like a signer of the
// letter is unsure. NotFound where there is no such draft or letter.
func (in *Intake) Diff(ctx context.Context, id, letterID string) (DiffAnswer, error) {
	d, err := in.findRead(id)
	if err != nil {
		return DiffAnswer{}, err
	}
	data, err := in.service.Read(ctx)
	if err != nil {
		return DiffAnswer{}, err
	}
	n := data.Graph()
	l, ok := n.Letter(letterID)
	if !ok {
		return DiffAnswer{}, graph.Errorf(graph.NotFound, "there is no letter %.80q to compare with: choose one from the list of letters", letterID)
	}
	register, err := data.Register(ctx)
	if err != nil {
		return DiffAnswer{}, err
	}
	a := DiffAnswer{Version: data.Version(), Letter: data.LetterRef(l), Same: []DiffRow{}, Unsure: []DiffRow{}, New: []DiffRow{}, Gone: []GoneRow{}}
	signers := map[string]int{}
	for _, o := range n.Incidence().SignersOf(l) {
		signers[n.Organizations()[o].ID] = int(o)
	}
	seen := map[string]bool{}
	type openRow struct {
		DiffRow
		candidates []match.Candidate
	}
	var open []openRow // rows that are no signer of the letter for sure
	for i := range d.reading.Rows {
		r := &d.reading.Rows[i]
		if r.Type == graph.TypePerson {
			a.Persons++
			continue
		}
		row := DiffRow{Row: i, Name: r.Name, Line: r.Evidence[0].Line, Page: r.Evidence[0].Page, Text: r.Evidence[0].Text, Lines: []explore.Line{}}
		m, err := register.Match(ctx, r.Name)
		if err != nil {
			return DiffAnswer{}, err
		}
		if m.State == match.Known {
			row.ID, row.Other, row.Score, row.Why = m.ID, m.Name, m.Score, m.Why
			if o, signs := signers[m.ID]; signs {
				row.Lines = data.Lines(o, l)
				seen[m.ID] = true
				a.Same = append(a.Same, row)
				continue
			}
			a.New = append(a.New, row)
			continue
		}
		open = append(open, openRow{row, m.Candidates})
	}
	for _, row := range open {
		for _, c := range row.candidates {
			if o, signs := signers[c.ID]; signs && !seen[c.ID] {
				row.ID, row.Other, row.Score, row.Why, row.Lines = c.ID, c.Name, c.Score, c.Why, data.Lines(o, l)
				seen[c.ID] = true
				break
			}
		}
		if row.ID != "" {
			a.Unsure = append(a.Unsure, row.DiffRow)
		} else {
			a.New = append(a.New, row.DiffRow)
		}
	}
	for _, o := range n.Incidence().SignersOf(l) {
		if org := &n.Organizations()[o]; !seen[org.ID] {
			a.Gone = append(a.Gone, GoneRow{org.ID, org.Name, data.Lines(int(o), l)})
		}
	}
	return a, nil
}
