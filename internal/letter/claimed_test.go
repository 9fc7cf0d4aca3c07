package letter

import (
	"testing"

	"undersigned/internal/letter/about"
)

// TestClaimsInWords asks for [organizations, individuals] and the phrase.
func TestClaimsInWords(t *testing.T) {
	for _, c := range []struct {
		text           string
		groups, people int
		phrase         string
	}{
		{"More than two hundred organizations signed the letter.", 200, 0, "two hundred organizations"},
		{"One hundred and twenty human rights groups call for a ban.", 120, 0, "One hundred and twenty human rights groups"},
		{"A coalition of two dozen groups urges the council to act.", 24, 0, "two dozen groups"},
		{"25+ tech companies send a letter to the senator.", 25, 0, "25+ tech companies"},
		{"+15 groups call for an inquiry.", 15, 0, "+15 groups"},
		{"Salt Union joined 29 other organizations in an open letter.", 30, 0, "29 other organizations"},
		{"Salt Union and 17 other groups sent a letter.", 18, 0, "17 other groups"},
		{"The letter by Salt Union, Pier Friends and 17 other groups is out.", 19, 0, ""},
		{"It was endorsed by 16 organisations and 505 individuals.", 16, 505, "16 organisations and 505 individuals"},
		{"Today 135 individuals including a large number of lawyers and 7 organizations sent a letter.", 7, 135, ""},
		{"Über 50 Organisationen fordern ein Verbot.", 50, 0, "50 Organisationen"},
		{"Mehr als hundertzwanzig Umweltverbände haben den Appell unterzeichnet.", 120, 0, ""},
		{"Ein Bündnis von fünfundzwanzig Verbänden wendet sich in einem Brief an den Rat; wir fordern mehr.", 25, 0, ""},
		{"Der Brief wurde von 40 Organisationen und 300 Wissenschaftler*innen unterzeichnet.", 40, 300, ""},
		{"Gemeinsam mit 11 weiteren Organisationen fordern wir ein Verbot.", 12, 0, ""},
		{"Plus de cent vingt associations appellent à un moratoire, dans une lettre.", 120, 0, "cent vingt associations"},
		{"Nous, quatre-vingt-dix organisations soussignées, demandons une réponse.", 90, 0, ""},
		{"Une trentaine d’associations ont signé la lettre.", 30, 0, ""},
		{"Une lettre signée par 1 200 chercheurs.", 0, 1200, "1 200 chercheurs"},
		{"Más de doscientas organizaciones piden una moratoria.", 200, 0, "doscientas organizaciones"},
		{"As 45 organizações abaixo assinadas pedem uma resposta, numa carta.", 45, 0, ""},
		{"Oltre cinquanta associazioni hanno firmato.", 50, 0, ""},
		{"Meer dan honderd organisaties hebben ondertekend.", 100, 0, ""},
		{"Salt Union is part of a network of over 200 organizations that signs letters.", 0, 0, ""},
		{"Wir sind ein Dachverband von 80 Vereinen und fordern mehr.", 0, 0, ""},
		{"We write on behalf of groups in 12 countries and organizations of all kinds.", 0, 0, ""},
		{"The petition has 7 million people behind it, and we urge you to act.", 0, 0, ""},
		{"Once organizations signed the letter, nothing happened.", 0, 0, ""},
		{"We spent $50 groups of money against it.", 0, 0, ""},
		{"We joined several hundred organizations in a letter.", 0, 0, ""},
		{"83 organizations and eminent individuals (listed below)", 83, 0, ""},
		{"See example.org/2018/12/partners-help firms sign the letter", 0, 0, ""},
		{"The letter is signed by Harbor Rights (27 European groups) and others.", 0, 0, ""},
		{"Ein Bündnis aus 30 Organisationen stellt sich vor.", 30, 0, ""},
		{"In 2020 organizations signed.", 0, 0, ""},
	} {
		got := about.ClaimIn(c.text, false)
		if n := [2]int{intOf(got.Organizations), intOf(got.Individuals)}; n != [2]int{c.groups, c.people} {
			t.Errorf("%q claims %v, want %d and %d", c.text, n, c.groups, c.people)
		}
		if c.phrase != "" && string(got.Text) != c.phrase {
			t.Errorf("%q claims it with %q, want %q", c.text, got.Text, c.phrase)
		}
	}
}

func intOf(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
