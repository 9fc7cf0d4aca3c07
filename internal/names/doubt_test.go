package names_test

import (
	"strings"
	"testing"

	"undersigned/internal/names"
)

// TestNoRuleJoins: what is doubtful in two names is asked, or tells them apart; no rule joins them.
func TestNoRuleJoins(t *testing.T) {
	for _, list := range []string{
		// codes of places that read as acronyms
		"Labour Party (UK) | Labour Party (NZ) | Labour Party", "Labor Party | Labour Party (UK)", "Pirate Party (DE) | Pirate Party (SE) | Pirate Party", "Oxfam (GB) | Oxfam (NZ) | Oxfam",
		"ACLU (WA) | ACLU", "World Vision (AUS) | World Vision", "CARE (CAN) | CARE", "NAACP (NYC) | NAACP (LDF) | NAACP", "Workers Party (ML) | Workers Party",
		"Students for Justice (UCLA) | Students for Justice | UCLA", "The Lantern Party (UK) | Lantern Party Inc.", "NYC | Lantern Workers (NYC)",
		"Lantern Party (YOUTH) | Lantern Party (WOMEN) | Lantern Party", "Lantern Party (BERLIN) | Lantern Party",
		// legal forms that are codes of places
		"Save the Children SC | Save the Children", "Justice Alliance, CO | Justice Alliance", "Voters League CA | Voters League", "Lantern Workers PA | Lantern Workers", "Tide Alliance SA | Tide Alliance",
		"Tide Alliance AB | Tide Alliance", "Tide Alliance AS | Tide Alliance", "Tide Alliance SE | Tide Alliance", "Tide Alliance NL | The Tide Alliance", "Tide Alliance PC | Tide Alliance", "AB Teachers Union | Teachers Union",
		"Save the Children (CO) | Save the Children", "Lantern Workers, Pa. | Lantern Workers",
		// words that are as long as and like others
		"Union de Abogados del Norte | Union de Abogadas del Norte", "Sindicato de Trabajadores del Faro | Sindicato de Trabajadoras del Faro", "Verein der Juristen am Hafen | Verein der Juristinnen am Hafen",
		"Союз независимых журналистов Севера | Союз независимых журналисток Севера", "Northern Lantern Astronomy Society | Northern Lantern Gastronomy Society", "Harbour Prosecution Watch Group | Harbour Persecution Watch Group",
		"Harbour Conservation Lantern Group | Harbour Conversation Lantern Group", "Northern Interstate Lantern Council | Northern Intrastate Lantern Council",
		"Harbour Orthodontists Lantern Group | Harbour Orthodontics Lantern Group", "Harbour Migration Lantern Group | Harbour Migratory Lantern Group", "Harbour Education Lantern Group | Harbour Educations Lantern Group",
		// addresses of countries
		"Attac.de | Attac.fr | Attac", "greenpeace.de | Greenpeace", "lantern.org.nz | Lantern", "Lantern.co.uk | Lantern", "Lantern.at | Lantern.org",
		// capitals and blanks
		"WHO | Who", "WHO Watch | Who Watch", "ARE | Are", "US Action | Us Action", "UN | Un", "EN | En", "BUND | Bund", "LIGA | Liga", "FAIR (Germany) | Fair (Germany)", "I CAN | ICAN", "No W | NOW", "AB | A/B",
		"The WHO Watch | Who Watch, Inc.", "WHO WATCH | WHO Watch/Lantern",
		// marks that are letters
		"Hội Đèn Biển | Hoi Den Bien", "Hội Đèn Biển | Hởi Đèn Biển", "दीपक संघ | दीपिका संघ", "كَتَبَ | كُتِبَ",
		// words left out
		"Un Global | Global", "A Lantern | Lantern", "Who Global | Global",
	} {
		all := strings.Split(list, " | ")
		c := names.NewCorpus(all)
		for i := range all {
			for k := range i {
				if r := c.Compare(c.Of(k), c.Of(i)); r.Rule != "" {
					t.Errorf("%s | %s: joined by %q", all[k], all[i], r.Rule)
				}
			}
		}
		if got := joined(t, all); len(got) > 0 {
			t.Errorf("joined: %s", strings.Join(got, "; "))
		}
	}
}

// TestARuleJoins: what looks like the doubtful and is not stays joined.
func TestARuleJoins(t *testing.T) {
	for _, c := range []struct{ a, b, rule string }{
		{"Labour Party (UK)", "Labour Party UK", "fold"},
		{"Labour Party (UK)", "The Labour Party (UK)", "acronym-beside"},
		{"Workers Alliance (WA)", "Workers Alliance", "acronym-beside"}, // a state, and its initials
		{"Seattle to Brussels Network (S2B)", "Seattle to Brussels Network", "acronym-beside"},
		{"Transnational Institute (TNI)", "Transnational Institute", "acronym-beside"},
		{"Tide Watch (TWA)", "TWA", "acronym"},
		{"Swiss Lantern Aid (SWISSAID)", "Swiss Lantern Aid", "acronym-beside"},
		{"Lantern Works S.A.", "Lantern Works", "legal-form"},
		{"Lantern Works SA", "Lantern Works S.A.", "fold"},
		{"Lantern Works & Co.", "Lantern Works", "legal-form"},
		{"Lantern Works GmbH", "Lantern Works", "legal-form"},
		{"Lantern.org", "Lantern", "legal-form"},
		{"Lantern.eu", "The Lantern", "legal-form"},
		{"Lantern.Me", "Lantern", "legal-form"},
		{"Tide Watch Network TWN-AFRICA", "Tide Watch Network – Africa", "acronym-beside"},
		{"Lantern Keepers Foreningg Nord", "Lantern Keepers Forening Nord", ""},
		{"Lantern Keepers Lighthhouse Nord", "Lantern Keepers Lighthouse Nord", "letter"},
		{"HARBOUR CLUB", "Harbour Club", "fold"},
		{"NOOR PAKISTAN", "Noor Pakistan", "fold"},
		{"WHO WATCH", "Who Watch", "fold"},
		{"Tide Watch", "TideWatch", "fold"},
		{"Peña Club", "Pena Club", "fold"},
		{"Ένωση Φάρων", "Ενωση Φαρων", "fold"},
		{"Союз Маяк Чёрный", "Союз Маяк Черный", "fold"},
		{"Hội Đèn Biển", "HỘI ĐÈN BIỂN", "fold"},
		{"Support for Lantern Developmnt Program", "Support for Lantern Development Program", "letter"},
		{"Tidal Organic Farmers Fedeartion", "Tidal Organic Farmers Federation", "letter"},
	} {
		if r := pair(c.a, c.b); r.Rule != c.rule {
			t.Errorf("%s | %s: %q, want %q", c.a, c.b, r.Rule, c.rule)
		}
	}
}

// TestCapitalsTellNothingOfTwo: a name all in capitals does not join two that differ in their case.
func TestCapitalsTellNothingOfTwo(t *testing.T) {
	if got := joined(t, []string{"WHO Watch", "WHO WATCH", "Who Watch"}); len(got) != 1 {
		t.Errorf("joined: %s", strings.Join(got, "; "))
	}
}
