package api

import (
	"encoding/json"
	"testing"

	"undersigned/internal/explore"
	"undersigned/internal/intake"
)

const doubtful = "Keep the river open\n\nMarch 5, 2021\n\nDear members of the council,\n\nWe, the undersigned 36 organizations, ask you to keep the river open for everybody.\n\n" +
	"Signing organizations:\n\nAccess Now\nMedia Alliance (MA)\nBoat Builders Guild\nHarbour Union\n"

// asJSON is a body.
func asJSON(t *testing.T, v any) []byte {
	t.Helper()
	content, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// saveDoubtful adds the doubtful letter and returns its draft and id.
func saveDoubtful(t *testing.T, s *site, leave int) (intake.DraftAnswer, string) {
	t.Helper()
	d := decode[intake.DraftAnswer](t, fits(t, s.send("POST", base+"/drafts", "application/json", paste(doubtful)), "draft-add", 201))
	if want := "36 organizations claimed, 4 found"; len(d.Doubtful) != 1 || d.Doubtful[0] != want || d.Confidence > 0.7 {
		t.Fatalf("doubts %q, confidence %v", d.Doubtful, d.Confidence)
	}
	q := intake.SaveRequest{By: "Ada", Title: d.Title, Date: d.Date.String(), Kind: d.Kind, Language: d.Language, Addressees: d.Addressees, Targets: d.Targets}
	for _, r := range d.Rows[:len(d.Rows)-leave] {
		q.Rows = append(q.Rows, intake.SaveRow{From: []int{r.Row}, Name: r.Name})
	}
	saved := decode[intake.SaveAnswer](t, fits(t, s.send("POST", base+"/drafts/"+d.ID+"/save", "application/json", asJSON(t, q)), "draft-save", 200))
	return d, saved.Letter
}

// TestCheck: a letter's doubts stand on its page until a person says that it is right, and again once that is taken back.
func TestCheck(t *testing.T) {
	s := openWriting(t, nil)
	_, id := saveDoubtful(t, s, 0)
	doubts := func() explore.DoubtAnswer {
		t.Helper()
		l := decode[explore.LetterAnswer](t, body(t, s.ask("GET", base+"/letters/"+id)))
		if len(l.Doubts) != 1 || l.Doubts[0].Record != id || len(l.Doubts[0].Doubtful) != 1 {
			t.Fatalf("%+v", l.Doubts)
		}
		return l.Doubts[0]
	}
	check := func(q intake.CheckRequest, written int) {
		t.Helper()
		a := decode[intake.WrittenAnswer](t, fits(t, s.send("POST", base+"/letters/"+id+"/check", "application/json", asJSON(t, q)), "letter-check", 200))
		if a.Written != written || a.Letter != id || a.Version.Revision != a.Revision {
			t.Errorf("%+v: %+v", q, a)
		}
	}
	if d := doubts(); d.Checked || d.By != "" {
		t.Errorf("at first: %+v", d)
	}
	check(intake.CheckRequest{By: " Ada ", When: "2021-05", Checked: true}, 1)
	check(intake.CheckRequest{By: "Bob", Checked: true}, 0)
	if d := doubts(); !d.Checked || d.By != "Ada" || d.When != "2021-05" {
		t.Errorf("confirmed: %+v", d)
	}
	check(intake.CheckRequest{By: "Bob"}, 1)
	check(intake.CheckRequest{By: "Bob"}, 0)
	if d := doubts(); d.Checked {
		t.Errorf("taken back: %+v", d)
	}
	letters := decode[explore.LettersAnswer](t, body(t, s.ask("GET", base+"/letters"))).Letters
	for name, c := range map[string]struct {
		id, content string
		status      int
		code        string
	}{
		"nobody":           {id, `{"by":" ","checked":true}`, 422, "invalid"},
		"no such letter":   {"nothing", `{"by":"Ada","checked":true}`, 404, "not_found"},
		"without a doubt":  {letters[len(letters)-1].ID, `{"by":"Ada","checked":true}`, 422, "invalid"},
		"not said at all":  {id, `{"by":"Ada"}`, 422, "invalid"},
		"an unknown field": {id, `{"by":"Ada","checked":true,"evil":1}`, 422, "invalid"},
	} {
		t.Run(name, func(t *testing.T) {
			checkProblem(t, s.send("POST", base+"/letters/"+c.id+"/check", "application/json", []byte(c.content)), c.status, c.code)
		})
	}
}

// TestAgain: the document of a stored letter is given again; what differs is said, and written when a person takes it.
func TestAgain(t *testing.T) {
	s := openWriting(t, nil)
	_, id := saveDoubtful(t, s, 1) // Ada left the last row out
	d := decode[intake.DraftAnswer](t, fits(t, s.send("POST", base+"/drafts", "application/json", paste(doubtful)), "draft-add", 201))
	a := decode[intake.AgainAnswer](t, fits(t, s.send("GET", base+"/drafts/"+d.ID+"/again?letter="+id, "", nil), "draft-again", 200))
	if !a.Same || len(a.New) != 0 || len(a.Kept) != 1 || a.Kept[0].Name != "Harbour Union" || a.Letter.ID != id || len(a.Doubtful) != 1 {
		t.Errorf("%+v", a)
	}
	w := decode[intake.WrittenAnswer](t, fits(t, s.send("POST", base+"/drafts/"+d.ID+"/again", "application/json", asJSON(t, intake.AgainRequest{Letter: id, By: "Ada"})), "draft-take-again", 200))
	l := decode[explore.LetterAnswer](t, body(t, s.ask("GET", base+"/letters/"+id)))
	if w.Written > 1 || len(l.Signatories) != 3 {
		t.Errorf("%+v, %d signatories", w, len(l.Signatories))
	}
	other := decode[intake.DraftAnswer](t, fits(t, s.send("POST", base+"/drafts", "application/json", paste(river)), "draft-add", 201))
	checkProblem(t, s.send("GET", base+"/drafts/"+other.ID+"/again?letter="+id, "", nil), 409, "conflict")
	checkProblem(t, s.send("GET", base+"/drafts/"+other.ID+"/again?letter=nothing", "", nil), 404, "not_found")
	checkProblem(t, s.send("POST", base+"/drafts", "application/json", asJSON(t, PasteBody{Letter: id})), 404, "not_found")
	checkProblem(t, s.send("POST", base+"/drafts", "application/json", asJSON(t, PasteBody{Letter: id, Text: "x"})), 422, "invalid")
}
