package intake

import "testing"

func TestPastedTextHasItsAddress(t *testing.T) {
	const address = "https://harbor.example/letters/ferry?id=4"
	for _, c := range []struct{ text, given, want string }{
		{address + "\n\nKeep the ferry\n", "", address},
		{"\ufeff\n  Source: " + address + "  \r\nKeep the ferry\n", "", address},
		{"Quelle: <" + address + ">\nHält die Fähre\n", "", address},
		{address + "\nKeep the ferry\n", "https://other.example/", "https://other.example/"},
		{address + "\nKeep the ferry\n", "  ", address},
		{"Keep the ferry\n" + address + "\n", "", ""},
		{"See " + address + " for more\nKeep the ferry\n", "", ""},
		{"Read it: " + address + " today\n", "", ""},
		{"harbor.example\nKeep the ferry\n", "", ""},
		{"ftp://harbor.example/a\n", "", ""},
		{"https://ann:secret@harbor.example/\nKeep the ferry\n", "", ""},
		{"", "", ""},
	} {
		if got := Pasted("pasted.txt", c.text, c.given); got.Published != c.want || string(got.Data) != c.text || got.Name != "pasted.txt" {
			t.Errorf("%q with %q: %q, %q", c.text, c.given, got.Published, got.Data)
		}
	}
}
