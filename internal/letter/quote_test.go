package letter

import (
	"testing"
)

func TestQuotesOf(t *testing.T) {
	d := extract(t, "x.txt", "She said: “One two three four five six seven eight nine.” He said “no.”\n\n„Eins zwei drei vier fünf sechs sieben acht neun.“ «Un deux trois quatre cinq six sept huit neuf.» \"a b c d e f g h\"\n")
	if len(d.Quotes) != 4 {
		t.Errorf("the quotations are %q", d.Quotes)
	}
}
