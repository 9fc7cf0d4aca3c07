package letter_test

import (
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// TestNamesakesAreCounted asks that two persons of one name in one list are two: the letter keeps one signature with both lines, and counts the other.
func TestNamesakesAreCounted(t *testing.T) {
	text := "Open letter on school meals\n\n4 May 2022\n\nDear Minister,\n\nWe ask you to keep the school meals free, for every child and in every town.\n\nSignatories (individuals):\n\n" +
		"1. Maria Lopez, teacher, Springfield\n2. Peter Brandt, nurse, Lakeside\n3. Maria Lopez, engineer, Riverton\n4. Jane Miller, student, Hillview\n"
	d, err := letter.Extract(t.Context(), "meals.txt", []byte(text), letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	l := d.Letter("")
	if d.Persons() != 4 || len(l.Signatures) != 3 || l.Individuals != 1 {
		t.Fatalf("%d persons read, %d signatures, %d counted beside", d.Persons(), len(l.Signatures), l.Individuals)
	}
	if s := l.Signatures[0]; s.Type != graph.TypePerson || len(s.Evidence) != 2 || !strings.Contains(s.Evidence[1].Text, "engineer") {
		t.Errorf("the first signature is %+v", s)
	}
}
