package entry

import (
	"slices"
	"testing"
)

func TestSentenceNames(t *testing.T) {
	for text, want := range map[string][]string{
		"The letter’s signees, which include groups such as River Watch, Salt Union,, and The Pier, demanded that Castor act.": {"River Watch", "Salt Union", "The Pier"},
		"Additional organizations endorsing the statement include River Watch, Salt Union and Pier Friends.":                   {"River Watch", "Salt Union", "Pier Friends"},
		"River Watch, Salt Union and the Pier Friends signed the open letter on Monday.":                                       {"River Watch", "Salt Union", "Pier Friends"},
		"Unterzeichnet wurde der Brief von vielen; zu den Unterzeichnern gehören Naturbund, Radverein und Waldfreunde.":        {"Naturbund", "Radverein", "Waldfreunde"},
		"Der Brief wurde heute von der Flusswacht, dem Radverein und den Waldfreunden e.V. unterzeichnet.":                     {"Flusswacht", "Radverein", "Waldfreunden e.V."},
		"Das Gesetz wurde von der Ministerin, dem Kanzler und dem Präsidenten unterzeichnet.":                                  nil,
		"Parmi les signataires figurent la Ligue du Sel, l’Union des Moulins et Eau Vive.":                                     {"Ligue du Sel", "Union des Moulins", "Eau Vive"},
		"La lettre est signée par Amis du Port, Ligue du Sel et Collectif Nuit.":                                               {"Amis du Port", "Ligue du Sel", "Collectif Nuit"},
		"The contract was signed by Castor, Blue Meridian and Northwind.":                                                      nil,
		"The bill was signed into law after letters by Castor, Blue Meridian and Northwind.":                                   nil,
		"“We will not sign,” said Karen Lind of Salt Union, and River Watch agreed in a statement.":                            nil,
		"Speakers include Karen Lind, Omar Haddad and Rosa Jimenez.":                                                           nil,
		"The company owns Blue Meridian, Northwind and Castor Mapping.":                                                        nil,
	} {
		var got []string
		for _, s := range sentenceNames(text, false) {
			got = append(got, s.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("sentenceNames(%q) is %q, want %q", text, got, want)
		}
	}
}

// TestOtherLetters asks that a letter which speaks of another letter does not take that one's signatories for its own.
func TestOtherLetters(t *testing.T) {
	other := "An earlier petition, signed by River Watch, Salt Union and Pier Friends, was never answered."
	if got := sentenceNames(other, true); got != nil {
		t.Errorf("%q gives %v", other, got)
	}
	if got := sentenceNames(other, false); len(got) != 3 {
		t.Errorf("as a report, %q gives %v", other, got)
	}
	if got := sentenceNames("This letter is signed by River Watch, Salt Union and Pier Friends.", true); len(got) != 3 {
		t.Errorf("the letter's own sentence gives %v", got)
	}
}
