package letter

import (
	"fmt"
	"strings"
	"testing"
)

// TestAddressees writes the ways in which letters say to whom. Each answer reads "name | role | organization".
func TestAddressees(t *testing.T) {
	const body = "We ask you to keep the old pool open, because our town needs it and we have no other one.\n\nSincerely,\n\nSalt Union\nPier Friends\nRiver Watch\n"
	for _, c := range []struct{ name, text, want, targets string }{
		{"each line a paragraph, with copies", "To,\n\nMs. Rosa Beispiel,\n\nHon’ble Minister of Pools,\n\nGovernment of Saltland.\n\nCc:\n\nMr. Max Muster, Secretary of Roofs\n\nSubject: the pool\n\nDear Madam,\n\n" + body,
			"Rosa Beispiel | Minister of Pools | Government of Saltland", "Government of Saltland"},
		{"three blocks, a greeting that joins surnames", "The Honorable Rosa Beispiel\nChairman\nHarbor Commission\n1 Pier St\n\nThe Honorable Max Muster\nChairman\nCommittee on Pools\n\nThe Honorable Ida Probe\nRanking Member\nCommittee on Pools\n\nDear Chairman Beispiel and Senators Muster and Probe,\n\n" + body,
			"Rosa Beispiel | Chairman | Harbor Commission; Max Muster | Chairman | Committee on Pools; Ida Probe | Ranking Member | Committee on Pools", "Harbor Commission; Committee on Pools"},
		{"a date between address and greeting", "Rosa Beispiel, Deputy Secretary General\nHarbor Organization\n\n6 May 2021\n\nDear Ms. Beispiel,\n\n" + body, "Rosa Beispiel | Deputy Secretary General | Harbor Organization", "Harbor Organization"},
		{"the office stands in the text", "Poolside’s CEO Rosa Beispiel got a letter from us.\n\nDear Rosa Beispiel,\n\n" + body, "Rosa Beispiel | CEO | Poolside", "Poolside"},
		{"the office follows the name in the text", "We wrote to Rosa Beispiel, president of Poolside Inc., last week.\n\nDear Rosa Beispiel,\n\n" + body, "Rosa Beispiel | president | Poolside Inc", "Poolside"},
		{"members before the word", "Dear Harbor Trade Organization Members,\n\n" + body, "Harbor Trade Organization Members |  | Harbor Trade Organization", "Harbor Trade Organization"},
		{"members of", "Dear Members of the Harbor Trade Organization (HTO),\n\n" + body, "Members of the Harbor Trade Organization (HTO) |  | Harbor Trade Organization (HTO)", "Harbor Trade Organization"},
		{"in French, with the place", "Gardez la piscine\n\nAux: Gouvernements de la Conférence du Sel à Valmer\n\nNous, soussignés, demandons que la piscine reste ouverte et que notre ville la garde.\n\nSignataires :\n\nAmis du port\nSel et mer\n",
			"Gouvernements de la Conférence du Sel à Valmer |  | Conférence du Sel", "Conférence du Sel"},
		{"an office's house", "Representation to the Prime Minister's Office on pools\n\nWe, the undersigned, ask that the old pool is kept open for our town and its children.\n\nSignatories:\n\nSalt Union\nPier Friends\n", " |  | Prime Minister's Office", "Prime Minister's Office"},
		{"a body whose name has the word for an office", "April 2, 2019\n\nS.L. House of Representatives\nHarbor, DC 20515\n\nDear Members of the S.L. House of Representatives:\n\n" + body, " |  | S.L. House of Representatives", "S.L. House of Representatives"},
		{"an office held for another", "Open letter on the pools\n\nRosa Beispiel, Deputy Director acting in the capacity as Officer in Charge\nHarbor Organization\n\nDear Ms. Beispiel,\n\n" + body, "Rosa Beispiel | Deputy Director | Harbor Organization", "Harbor Organization"},
		{"greetings in a row", "Sehr geehrte Frau Beispiel, sehr geehrter Herr Muster,\n\nwir bitten Sie, das alte Bad zu erhalten, das seit vielen Jahren allen dient.\n\nSalzverein\nPierfreunde\nSeeleute\n", "Beispiel |  | ; Muster |  | ", ""},
		{"a sentence that names no addressee", "The pool\n\nWe, the undersigned, sent a letter to Latin people and ask that the old pool is kept open for our town.\n\nSignatories:\n\nSalt Union\nPier Friends\n", "", ""},
	} {
		d := extract(t, "x.txt", c.text)
		var got []string
		for _, a := range d.Addressees {
			got = append(got, fmt.Sprintf("%s | %s | %s", a.Name, a.Role, a.Organization))
		}
		if to := strings.Join(got, "; "); to != c.want {
			t.Errorf("%s: addressed to %q, want %q", c.name, to, c.want)
		}
		if targets := strings.Join(d.Targets, "; "); targets != c.targets {
			t.Errorf("%s: the targets are %q, want %q", c.name, targets, c.targets)
		}
	}
}

// TestBodyNamed asks for the body that a document without an addressee speaks of, by its full name.
func TestBodyNamed(t *testing.T) {
	text := "Keep the pools\n\n" + strings.Repeat("We ask the Harbor Trade Organization (HTO) to act, as HTO rules say. ", 3) + "The Court of Salt may wait.\n\nSignatories:\n\nSalt Union\nPier Friends\nCongress of Bathers\nCongress of Bathers\nCongress of Bathers\n"
	if d := extract(t, "x.txt", text); len(d.Targets) != 1 || d.Targets[0] != "Harbor Trade Organization" {
		t.Errorf("the targets are %q", d.Targets)
	}
}
