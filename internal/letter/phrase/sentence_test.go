package phrase

import "testing"

// TestQuoted asks what is a quotation and what a name with quotation marks.
func TestQuoted(t *testing.T) {
	for s, want := range map[string]bool{
		"„Dort habe ich mit fünfzig die Buchhaltung gelernt, von der ich heute lebe.“": true,
		"“Seven years of evening lessons in the old mill.”":                            true,
		"«Sept ans de cours du soir au vieux moulin.»":                                 true,
		"„Nachtlicht am Hafen und im alten Dorf“ e. V.":                                false,
		"Verein “Nachtlicht am Hafen und im alten Dorf e.V.”":                          false,
		"“Night Light” and “Lamp Street” Associations of the old town":                 false,
	} {
		if got := IsSentence(s); got != want {
			t.Errorf("%q is a sentence: %v", s, got)
		}
	}
}
