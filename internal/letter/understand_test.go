package letter

import (
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
)

func TestClaimOf(t *testing.T) {
	for text, want := range map[string][2]int{
		"We, the 45 undersigned organizations and 105 prominent individuals, ask you to act.": {45, 105},
		"Twenty-three community groups have demanded an answer.":                              {23, 0},
		"More than 1,200 organisations signed the letter.":                                    {1200, 0},
		"Wir, die 34 unterzeichnenden Organisationen, fordern Sie auf.":                       {34, 0},
		"The letter is signed by advocacy groups representing 7 million people.":              {0, 0},
		"More than 400 Castor employees have signed a letter.":                                {0, 0},
		"In 2019 organizations wrote a letter.":                                               {0, 0},
		"Les 60 associations signataires demandent une réponse.":                              {60, 0},
		"We are a network of 80 organizations.":                                               {0, 0},
	} {
		c := about.ClaimIn(text, false)
		got := [2]int{}
		if c.Organizations != nil {
			got[0] = *c.Organizations
		}
		if c.Individuals != nil {
			got[1] = *c.Individuals
		}
		if got != want {
			t.Errorf("claimIn(%q) is %v, want %v", text, got, want)
		}
	}
}

// TestRowsBecomeSignatures asks that rows of one name become one signature with all printings.
func TestRowsBecomeSignatures(t *testing.T) {
	d := &draft.Draft{SHA256: "ab", Name: "x.txt", Text: "A letter of salt", Signatories: []draft.Row{
		{Name: "Salt Union", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Evidence: []draft.Printing{{Line: 3, Text: "Salt  Union", Form: "Salt Union"}}},
		{Name: "Pier Friends", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Evidence: []draft.Printing{{Line: 4, Text: "Pier Friends"}, {Line: 9, Text: "PIER friends", Form: "PIER friends"}}, Withdrawn: true},
		{Name: "Salt Union", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Evidence: []draft.Printing{{Line: 7, Text: "Salt Union"}}},
	}}
	l := d.Letter("https://letters.example/1")
	if len(l.Signatures) != 2 || len(l.Signatures[0].Evidence) != 2 || l.Signatures[0].Evidence[1].Position != 3 {
		t.Errorf("the signatures are %+v", l.Signatures)
	}
	if s := l.Signatures[1]; s.Status != graph.Withdrawn || s.Evidence[1].Form != "PIER friends" || s.Position != 2 {
		t.Errorf("the withdrawn one is %+v", s)
	}
	if l.ID != graph.LetterID("A letter of salt", "ab") || l.TitleBy != "described" || l.Documents[0].Published != "https://letters.example/1" {
		t.Errorf("id %s, title %q by %q, documents %+v", l.ID, l.Title, l.TitleBy, l.Documents)
	}
}
