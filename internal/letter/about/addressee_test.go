package about

import (
	"testing"

	"undersigned/internal/letter/draft"
)

func TestParseAddressee(t *testing.T) {
	for text, want := range map[string]draft.Addressee{
		"Dear Castor CEO Jane Whitfield,":             {Name: "Jane Whitfield", Role: "CEO", Organization: "Castor"},
		"Dear Mr. Lindqvist":                          {Name: "Lindqvist", Role: "", Organization: ""},
		"Dear President Okafor":                       {Name: "Okafor", Role: "President", Organization: ""},
		"Senator Ruth Calloway":                       {Name: "Ruth Calloway", Role: "Senator", Organization: ""},
		"Castor’s chief executive Jane Whitfield":     {Name: "Jane Whitfield", Role: "chief executive", Organization: "Castor"},
		"Members of Parliament":                       {Name: "Members of Parliament", Role: "", Organization: "Parliament"},
		"Jane Whitfield, CEO of Castor":               {Name: "Jane Whitfield", Role: "CEO", Organization: "Castor"},
		"Sehr geehrte Frau Bundeskanzlerin":           {Name: "", Role: "Bundeskanzlerin", Organization: ""},
		"Sehr geehrter Herr Bundesminister Ostermann": {Name: "Ostermann", Role: "Bundesminister", Organization: ""},
		"Madame la Ministre":                          {Name: "", Role: "Ministre", Organization: ""},
		"Director-General of the Harbor Organization": {Name: "", Role: "Director-General", Organization: "Harbor Organization"},
		"UK Environment Minister Tom Reed":            {Name: "Tom Reed", Role: "Environment Minister", Organization: "UK"},
	} {
		if got := parseAddressee(text); got != want {
			t.Errorf("parseAddressee(%q) is %q, want %q", text, got, want)
		}
	}
}
