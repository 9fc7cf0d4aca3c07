package intake

import (
	"context"
	"fmt"
	"time"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/letter"
	"undersigned/internal/names/match"
)

// DraftAnswer is what was read in a document, held against the store.
type DraftAnswer struct {
	Version       explore.Version    `json:"version"`
	ID            string             `json:"id" doc:"a secret: who knows it sees the pages of the document"`
	Expires       string             `json:"expires" doc:"RFC 3339; each use moves it"`
	Name          string             `json:"name"`
	Medium        string             `json:"medium"`
	SHA256        string             `json:"sha256"`
	Published     string             `json:"published"`
	Retrieved     string             `json:"retrieved"`
	Title         string             `json:"title"`
	Described     bool               `json:"described" doc:"no title is printed; this one is ours"`
	Date          graph.Date         `json:"date"`
	Kind          string             `json:"kind"`
	Language      string             `json:"language"`
	Addressees    []Addressee        `json:"addressees"`
	Targets       []string           `json:"targets"`
	Claimed       graph.Claimed      `json:"claimed"`
	Organizations int                `json:"organizations"`
	Persons       int                `json:"persons"`
	Confidence    float64            `json:"confidence" doc:"of the reading as a whole, 0 to 1"`
	Doubtful      []string           `json:"doubtful" doc:"why the whole may be wrong, in sentences; show them first"`
	Warnings      []Warning          `json:"warnings" doc:"in the order in which to show them"`
	Stored        *explore.LetterRef `json:"stored,omitempty" doc:"this very document is stored already: saving it needs replace"`
	Pages         []PageAnswer       `json:"pages" doc:"of a PDF; else none"`
	Lines         []LineAnswer       `json:"lines"`
	LeftOut       []graph.LeftOut    `json:"left_out"`
	Rows          []RowAnswer        `json:"rows"`
	Similar       []SimilarAnswer    `json:"similar" doc:"stored letters that this one may belong to; at most 5"`
	Question      *letter.Question   `json:"question,omitempty" doc:"the table must be understood first: it has no rows until it is answered"`
}

// Addressee is somebody a document is addressed to.
type Addressee struct {
	Name         string `json:"name,omitempty" maxLength:"500"`
	Role         string `json:"role,omitempty" maxLength:"500"`
	Organization string `json:"organization,omitempty" maxLength:"500"`
}

// Warning is a sentence to show above a draft.
type Warning struct {
	Kind  string `json:"kind" enum:"warning,note"`
	Code  string `json:"code" doc:"stored, similar, report, none, claimed, left_out, homonym, unsure, printed_twice, reading"`
	Text  string `json:"text"`
	Lines []int  `json:"lines" doc:"the printed lines it is about"`
}

// PageAnswer is one page of a PDF.
type PageAnswer struct {
	Number  int     `json:"number"`
	Width   float64 `json:"width" doc:"in points"`
	Height  float64 `json:"height"`
	Picture string  `json:"picture" doc:"address of a PNG; add ?scale=2"`
}

// LineAnswer is one printed line and what stands on it.
type LineAnswer struct {
	Number  int    `json:"number" doc:"as evidence has it; 0 where it is not known"`
	Page    int    `json:"page"`
	Text    string `json:"text"`
	Rows    []int  `json:"rows" doc:"positions in rows"`
	LeftOut int    `json:"left_out" doc:"position in left_out, or -1"`
}

// RowAnswer is one signatory as read.
type RowAnswer struct {
	Row         int                 `json:"row" doc:"what from of a saved row names"`
	Name        string              `json:"name"`
	Type        graph.SignatoryType `json:"type" enum:"organization,person"`
	Capacity    graph.Capacity      `json:"capacity"`
	Country     string              `json:"country"`
	Note        string              `json:"note"`
	Affiliation string              `json:"affiliation"`
	Withdrawn   bool                `json:"withdrawn"`
	Reported    bool                `json:"reported" doc:"only a report names it"`
	Page        int                 `json:"page"`
	Line        int                 `json:"line"`
	Box         []float64           `json:"box" doc:"left, top, right, bottom in points from the top left of the page; empty where there is none"`
	Text        string              `json:"text" doc:"as printed; wrapped lines have line breaks"`
	Confidence  float64             `json:"confidence"`
	Evidence    []EvidenceAnswer    `json:"evidence" doc:"all printings, the first as above"`
	Match       match.Match         `json:"match"`
}

// EvidenceAnswer is one printing of a row.
type EvidenceAnswer struct {
	Page int       `json:"page"`
	Line int       `json:"line"`
	Text string    `json:"text"`
	Form string    `json:"form" doc:"the name as it reads there, where it differs"`
	Box  []float64 `json:"box"`
}

// answer shows a draft as of the newest data.
func (in *Intake) answer(ctx context.Context, d *draft) (DraftAnswer, error) {
	data, err := in.service.Read(ctx)
	if err != nil {
		return DraftAnswer{}, err
	}
	r, l, doc := d.reading, &d.reading.Letter, &d.reading.Letter.Documents[0]
	a := DraftAnswer{Version: data.Version(), ID: d.id, Expires: in.now().Add(draftLife).UTC().Format(time.RFC3339), Name: doc.Name, Medium: doc.Medium,
		SHA256: doc.SHA256, Published: doc.Published, Retrieved: doc.Retrieved, Title: l.Title, Described: l.TitleBy != "", Date: l.Date, Kind: l.Kind,
		Language: l.Language, Addressees: []Addressee{}, Targets: []string{}, Claimed: l.Claimed, Pages: []PageAnswer{}, Lines: r.Lines,
		Confidence: r.Sure, Doubtful: append([]string{}, l.Doubtful...), LeftOut: append([]graph.LeftOut{}, l.LeftOut...), Rows: make([]RowAnswer, len(r.Rows))}
	for _, to := range l.Addressees {
		a.Addressees = append(a.Addressees, Addressee(to))
	}
	for _, t := range l.Targets {
		a.Targets = append(a.Targets, t.Name)
	}
	for i, p := range r.Pages {
		a.Pages = append(a.Pages, PageAnswer{i + 1, p.Width, p.Height, fmt.Sprintf("/api/v1/drafts/%s/pages/%d.png", d.id, i+1)})
	}
	if d.question != nil {
		a.Question, a.Similar, a.Warnings = d.question, []SimilarAnswer{}, []Warning{}
		return a, nil
	}
	register, err := data.Register(ctx)
	if err != nil {
		return a, err
	}
	for i := range r.Rows {
		a.Rows[i] = rowAnswer(i, &r.Rows[i])
		if a.Rows[i].Type == graph.TypePerson {
			a.Persons++
			a.Rows[i].Match = match.Match{State: match.Person, Candidates: []match.Candidate{}}
			continue
		}
		a.Organizations++
		if a.Rows[i].Match, err = register.Match(ctx, r.Rows[i].Name); err != nil {
			return a, err
		}
	}
	if a.Stored, err = in.stored(ctx, data, l.ID); err != nil {
		return a, err
	}
	similar, reports := in.similarAnswers(data, d)
	a.Similar = similar
	a.Warnings = warnings(&a, r, reports)
	return a, nil
}

func rowAnswer(i int, r *row) RowAnswer {
	a := RowAnswer{Row: i, Name: r.Name, Type: r.Type, Capacity: r.Capacity, Country: r.Country, Note: r.Note, Affiliation: r.Affiliation,
		Withdrawn: r.Status == graph.Withdrawn, Reported: r.Status == graph.Reported, Box: []float64{}, Confidence: r.Confidence, Evidence: []EvidenceAnswer{}}
	for k, e := range r.Evidence {
		box := append([]float64{}, e.Box...)
		a.Evidence = append(a.Evidence, EvidenceAnswer{e.Page, e.Line, e.Text, e.Form, box})
		if k == 0 {
			a.Page, a.Line, a.Text, a.Box = e.Page, e.Line, e.Text, box
		}
	}
	return a
}

// stored returns the stored letter of that id, nil where there is none.
func (in *Intake) stored(ctx context.Context, data *explore.Reading, id string) (*explore.LetterRef, error) {
	l, err := in.store.Letter(ctx, id)
	switch {
	case graph.CodeOf(err) == graph.NotFound:
		return nil, nil
	case err != nil:
		return nil, err
	}
	ref := data.RecordRef(&l)
	return &ref, nil
}
