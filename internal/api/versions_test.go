package api

import (
	"encoding/json"
	"testing"

	"undersigned/internal/explore"
	"undersigned/internal/intake"
)

// A revised list that is added decides: the answers say what is gone, and no list has it.
func TestARevisedListDecides(t *testing.T) {
	s := openWriting(t, nil)
	add := func(text string, relations ...intake.SaveRelation) string {
		t.Helper()
		d := decode[intake.DraftAnswer](t, fits(t, s.send("POST", base+"/drafts", "application/json", paste(text)), "draft-add", 201))
		q := intake.SaveRequest{By: "Ada", Title: d.Title, Addressees: d.Addressees, Targets: d.Targets, Relations: relations}
		for i, row := range d.Rows {
			q.Rows = append(q.Rows, intake.SaveRow{From: []int{i}, Name: row.Name})
		}
		content, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		return decode[intake.SaveAnswer](t, fits(t, s.send("POST", base+"/drafts/"+d.ID+"/save", "application/json", content), "draft-save", 200)).Letter
	}
	const letter = "Keep the river open\n\nWe ask the council to keep the river open to all who live beside it.\n\nSigned by:\n\n"
	first := add(letter + "Association of Swimmers\nFederation of Ferries\nSociety of Anglers\nUnion of Lock Keepers\n")
	second := add(letter+"Association of Swimmers\nAlliance of Herons\nUnion of Lock Keepers\nSociety of Otters\nFederation of Barges\n", intake.SaveRelation{Letter: first, Relation: "version-of"})
	l := decode[explore.LetterAnswer](t, body(t, s.ask("GET", base+"/letters/"+first)))
	if len(l.Signatories) != 5 || len(l.Gone) != 2 || l.Gone[0].Name != "Federation of Ferries" || l.Gone[0].NotIn != second || len(l.Gone[0].Lines) != 1 || l.Gone[0].Beside == nil ||
		l.Gone[0].Beside.Name != "Association of Swimmers" || l.Gone[1].Name != "Society of Anglers" {
		t.Errorf("%d sign; gone %+v", len(l.Signatories), l.Gone)
	}
	if len(l.Versions) != 2 || l.Versions[0].Record != second || !l.Versions[0].Decides || l.Versions[0].Added != 3 || l.Versions[0].Gone != 2 || l.Versions[1].Organizations != 4 {
		t.Errorf("versions %+v", l.Versions)
	}
	if got := s.ask("GET", base+"/organizations/"+"Society%20of%20Anglers").StatusCode; got != 404 {
		t.Errorf("who signs nothing is an organization: %d", got)
	}
}
