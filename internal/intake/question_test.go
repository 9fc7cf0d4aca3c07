package intake

import (
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// TestTablesAsk: a table of several letters by its looks is a draft with a question; its answer gives a draft with rows, or the next question.
func TestTablesAsk(t *testing.T) {
	d := openDesk(t)
	csv := "organization,topic,date\nSalt Union,The pool,2019-03-04\nPier Friends,The pool,2019-03-04\nSalt Union,The ferry,2020-05-06\n"
	a, err := d.Add(t.Context(), Document{Name: "signed.csv", Data: []byte(csv)})
	if err != nil || a.Question == nil || a.Question.About != "letter-column" || len(a.Rows) != 0 || a.Name != "signed.csv" || len(a.SHA256) != 64 {
		t.Fatalf("%v, %+v", err, a)
	}
	values := func(q *letter.Question) (out []string) {
		for _, c := range q.Choices {
			out = append(out, c.Value)
		}
		return out
	}
	if got := values(a.Question); !slices.Equal(got, []string{"topic", "date", "none"}) {
		t.Errorf("the choices are %q", got)
	}
	if again, err := d.Draft(t.Context(), a.ID); err != nil || again.Question == nil || again.Question.Text != a.Question.Text {
		t.Errorf("a draft that asks, again: %v, %+v", err, again.Question)
	}
	for name, err := range map[string]error{
		"saving":         second(d.Save(t.Context(), a.ID, SaveRequest{By: "Ada", Kind: "letter", Rows: []SaveRow{{Name: "X"}}})),
		"another answer": second(d.Answer(t.Context(), a.ID, AnswerRequest{About: "sheet", Value: "A"})),
		"no such column": second(d.Answer(t.Context(), a.ID, AnswerRequest{About: "letter-column", Value: "colour"})),
	} {
		if graph.CodeOf(err) != graph.Invalid || graph.MessageOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	b, err := d.Answer(t.Context(), a.ID, AnswerRequest{About: "letter-column", Value: "topic"})
	if err != nil || b.Question == nil || b.Question.About != "title" || !slices.Equal(values(b.Question), []string{"The pool", "The ferry"}) {
		t.Fatalf("%v, %+v", err, b.Question)
	}
	c, err := d.Answer(t.Context(), b.ID, AnswerRequest{About: "title", Value: "The ferry"})
	if err != nil || c.Question != nil || c.Title != "The ferry" || len(c.Rows) != 1 || c.Rows[0].Name != "Salt Union" || c.Date.Year != 2020 {
		t.Fatalf("%v, %+v", err, c)
	}
	saved, err := d.Save(t.Context(), c.ID, SaveRequest{By: "Ada", Title: c.Title, Kind: "letter", Date: "2020-05-06", Rows: []SaveRow{{From: []int{0}, Name: "Salt Union"}}})
	if err != nil || saved.Letter != graph.LetterID("The ferry", "The ferry") {
		t.Errorf("%v, %+v: the id is not that which load gives", err, saved)
	}
	one, err := d.Answer(t.Context(), a.ID, AnswerRequest{About: "letter-column", Value: "none"})
	if err != nil || one.Question != nil || len(one.Rows) != 3 || !strings.Contains(one.Rows[0].Text, "The pool") {
		t.Errorf("%v, %+v", err, one)
	}
}

func second[T any](_ T, err error) error { return err }
