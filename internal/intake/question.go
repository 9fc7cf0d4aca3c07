package intake

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// AnswerRequest answers what a table asks before it can be read.
type AnswerRequest struct {
	About string `json:"about" enum:"letter-column,name-column,matrix,sheet,title" doc:"of the question"`
	Value string `json:"value" minLength:"1" maxLength:"2000" doc:"of one of its choices"`
}

// readDraft reads the document of a draft. Where it is a table that asks something first, the draft has the question and no rows, and keeps the document.
func (in *Intake) readDraft(ctx context.Context, d *draft) error {
	doc := &d.document
	got, _, err := in.reader.ask(ctx, task{Do: doRead, Name: doc.Name, Published: doc.Published, Answers: d.answers}, doc.Data)
	if q := letter.QuestionOf(err); q != nil {
		sum := sha256.Sum256(doc.Data)
		sha := hex.EncodeToString(sum[:])
		d.question = q
		d.reading = &reading{Rows: []row{}, Lines: []LineAnswer{}, Pages: []size{}, Warnings: []string{},
			Letter: graph.Letter{Kind: "letter", Documents: []graph.Document{{ID: sha, Name: doc.Name, SHA256: sha, Medium: "table", Published: doc.Published, Retrieved: doc.Retrieved}}}}
		return nil
	}
	if err != nil {
		return err
	}
	d.question, d.reading = nil, got
	got.Letter.Documents[0].Retrieved = doc.Retrieved
	if len(got.Pages) == 0 && (doc.Retrieved == "" || in.copies == nil) {
		doc.Data = nil
	}
	return nil
}

// Answer reads the table of a draft again with the answer to its question. The draft that comes of it has an id of its own, since it is another
// reading; it may ask the next question. Invalid where the draft asks nothing, or something else.
func (in *Intake) Answer(ctx context.Context, id string, q AnswerRequest) (DraftAnswer, error) {
	old, err := in.find(id)
	if err != nil {
		return DraftAnswer{}, err
	}
	if old.question == nil || old.question.About != q.About {
		return DraftAnswer{}, graph.Errorf(graph.Invalid, "this draft does not ask that: open it again")
	}
	d := &draft{id: rand.Text(), document: old.document, answers: old.answers.With(q.About, q.Value), pictures: map[picture][]byte{}}
	if err := in.readDraft(ctx, d); err != nil {
		return DraftAnswer{}, err
	}
	if err := in.keep(d); err != nil {
		return DraftAnswer{}, err
	}
	return in.answer(ctx, d)
}

// findRead is find for what needs a reading: it refuses while a question is open.
func (in *Intake) findRead(id string) (*draft, error) {
	d, err := in.find(id)
	if err == nil && d.question != nil {
		return nil, graph.Errorf(graph.Invalid, "the table asks something first: %s", d.question.Text)
	}
	return d, err
}
