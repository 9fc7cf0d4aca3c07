package intake

import (
	"context"
	"encoding/json"

	"undersigned/graph"
	"undersigned/internal/child"
	"undersigned/internal/letter"
)

// task is what a child is asked about a document.
type task struct {
	Do        string  `json:"do"` // read or draw
	Name      string  `json:"name"`
	Published string  `json:"published,omitempty"`
	Page      int     `json:"page,omitempty"` // to draw, from 1
	Scale     float64 `json:"scale,omitempty"`

	Answers letter.Answers `json:"answers"` // to what a table asked
}

const (
	doRead = "read"
	doDraw = "draw"
)

// reply is what comes of reading; of drawing, a picture does.
type reply struct {
	Reading *reading `json:"reading,omitempty"`

	Question *letter.Question `json:"question,omitempty"` // instead of a reading: a table must be understood first
	Message  string           `json:"message,omitempty"`  // of the question
}

// Tasks are what a child does for an Intake.
func Tasks() map[string]child.Handler {
	return map[string]child.Handler{
		doRead: func(ctx context.Context, ask json.RawMessage, data []byte) (any, []byte, error) {
			var t task
			if err := json.Unmarshal(ask, &t); err != nil {
				return nil, nil, graph.Wrap(graph.Invalid, err, "this is no task")
			}
			got, err := read(ctx, t, data)
			if q := letter.QuestionOf(err); q != nil {
				return reply{Question: q, Message: graph.MessageOf(err)}, nil, nil
			}
			return reply{Reading: got}, nil, err
		},
		doDraw: func(ctx context.Context, ask json.RawMessage, data []byte) (any, []byte, error) {
			var t task
			if err := json.Unmarshal(ask, &t); err != nil {
				return nil, nil, graph.Wrap(graph.Invalid, err, "this is no task")
			}
			picture, err := drawPage(ctx, data, t.Page, t.Scale)
			return nil, picture, err
		},
	}
}

// reading is what was read in one document, in a form that crosses between processes without loss.
type reading struct {
	Letter   graph.Letter `json:"letter"` // without its signatures, which are the rows
	Rows     []row        `json:"rows"`
	Lines    []LineAnswer `json:"lines"`
	Pages    []size       `json:"pages"`
	Warnings []string     `json:"warnings"`
	Sure     float64      `json:"sure"` // the confidence of the whole; its doubts are the letter's
}

// row is one signatory as read. Its evidence has the place in the list as position.
type row struct {
	Name        string              `json:"name"`
	Type        graph.SignatoryType `json:"type"`
	Capacity    graph.Capacity      `json:"capacity"`
	Status      graph.Status        `json:"status"`
	Country     string              `json:"country"`
	Note        string              `json:"note"`
	Affiliation string              `json:"affiliation"`
	Confidence  float64             `json:"confidence"`
	Evidence    []graph.Evidence    `json:"evidence"`
}

// size is that of a page, in points.
type size struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// document returns the id of the document that all evidence of a reading points at.
func (r *reading) document() string { return r.Letter.Documents[0].ID }
