package phrase

import (
	"testing"
)

func TestReadPerson(t *testing.T) {
	for text, want := range map[string]Who{
		"Jane Whitfield":                           {Name: "Jane Whitfield", Certainty: 2},
		"Dr. Oksana Melnyk, Salt Institute":        {Name: "Dr. Oksana Melnyk", Rest: "Salt Institute", Organization: "Salt Institute", Certainty: 2},
		"Peter Nakamura, Director, Pier Institute": {Name: "Peter Nakamura", Rest: "Director, Pier Institute", Organization: "Pier Institute", Office: true, Certainty: 2},
		"Emily R. Stone, Ph.D., School of Letters": {Name: "Emily R. Stone", Rest: "School of Letters", Organization: "School of Letters", Certainty: 2},
		"Tomás de la Vega (poet)":                  {Name: "Tomás de la Vega", Rest: "poet", Own: true, Certainty: 2},
	} {
		if got, ok := ReadPerson(text); !ok || got != want {
			t.Errorf("readPerson(%q) is %+v, want %+v", text, got, want)
		}
	}
	for _, text := range []string{"John T. Williams Organizing Committee", "Casa Latina Center", "Color of the River", "A New PATH for All", "St. Brendan's Reading Room",
		"Lucy Stone Labs", "18Rivers", "Homes & Sons", "Martin's Bakery Workers"} {
		if w, ok := ReadPerson(text); ok && w.Certainty == 2 {
			t.Errorf("readPerson(%q) takes it for the person %+v", text, w)
		}
	}
}
