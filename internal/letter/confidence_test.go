package letter

import (
	"slices"
	"testing"

	"undersigned/internal/letter/draft"
)

// TestConfidence asks for the order of rows: what speaks against a row makes it less sure than the same row without it.
func TestConfidence(t *testing.T) {
	const head = "Keep the pool\n\nWe ask the council to keep the old pool open, because our town needs it.\n\nSignatories:\n\n"
	of := func(text, name string) float64 {
		t.Helper()
		d := extract(t, "x.txt", text)
		i := slices.IndexFunc(d.Signatories, func(r draft.Row) bool { return r.Name == name })
		if i < 0 {
			t.Fatalf("%q is not among the rows of\n%s", name, text)
		}
		return d.Signatories[i].Confidence
	}
	plain := of(head+"- Salt Union\n- Pier Friends\n- River Watch\n- Moon Club\n", "Pier Friends")
	if plain < 0.9 {
		t.Errorf("an ordinary item has confidence %.2f", plain)
	}
	for what, text := range map[string]string{
		"a bracket without its partner": head + "- Salt Union\n- Pier Friends (of the\n- River Watch\n- Moon Club\n",
		"an end that goes on":           head + "- Salt Union\n- Pier Friends and\n- River Watch\n- Moon Club\n",
	} {
		name := map[string]string{"a bracket without its partner": "Pier Friends (of the", "an end that goes on": "Pier Friends and"}[what]
		if c := of(text, name); c > plain-0.1 {
			t.Errorf("%s: confidence %.2f, beside %.2f without it", what, c, plain)
		}
	}
	claimed := of("Keep the pool\n\nWe, 4 organizations, ask the council to keep the old pool open.\n\nSignatories:\n\n- Salt Union\n- Pier Friends\n- River Watch\n- Moon Club\n", "Pier Friends")
	missed := of("Keep the pool\n\nWe, 40 organizations, ask the council to keep the old pool open.\n\nSignatories:\n\n- Salt Union\n- Pier Friends\n- River Watch\n- Moon Club\n", "Pier Friends")
	if claimed < plain || missed > plain {
		t.Errorf("confidence %.2f where the claimed number is met, %.2f without a claim, %.2f where it is missed", claimed, plain, missed)
	}
}
