package api

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"undersigned/internal/explore"
	"undersigned/internal/intake"
	"undersigned/internal/names/match"
)

// TestHomonymIsAskedAbout: in a draft and for an edited name, the two organizations of the example data that share a name are candidates;
// saving it undecided says what becomes of it.
func TestHomonymIsAskedAbout(t *testing.T) {
	s := openWriting(t, nil)
	asks := func(m match.Match) {
		t.Helper()
		if m.State != "unsure" || m.Why != "two organizations have this name" || len(m.Candidates) != 2 || m.Candidates[0].Name != "Common Cause (US)" || m.Candidates[1].Name != "Common Cause (India)" {
			t.Errorf("%+v", m)
		}
	}
	asks(decode[explore.MatchAnswer](t, body(t, s.ask("GET", base+"/match?name="+url.QueryEscape("common  cause")))).Match)
	text := strings.Replace(river, "Access Now", "Common Cause", 1)
	d := decode[intake.DraftAnswer](t, fits(t, s.send("POST", base+"/drafts", "application/json", paste(text)), "draft-add", 201))
	asks(d.Rows[0].Match)
	content, err := json.Marshal(intake.SaveRequest{By: "Ada", Title: d.Title, Addressees: d.Addressees, Targets: d.Targets, Rows: []intake.SaveRow{{From: []int{0}, Name: "Common Cause"}}})
	if err != nil {
		t.Fatal(err)
	}
	saved := decode[intake.SaveAnswer](t, fits(t, s.send("POST", base+"/drafts/"+d.ID+"/save", "application/json", content), "draft-save", 200))
	if len(saved.NotApplied) != 1 || !strings.HasPrefix(saved.NotApplied[0], "“Common Cause”: two organizations have this name") {
		t.Errorf("%+v", saved)
	}
	l := decode[explore.LetterAnswer](t, body(t, s.ask("GET", base+"/letters/"+saved.Letter)))
	if len(l.Signatories) != 1 || l.Signatories[0].Name != "Common Cause" || l.Signatories[0].Letters != 1 {
		t.Errorf("%+v", l.Signatories)
	}
}
