package letter

import (
	"slices"
	"testing"

	"undersigned/graph"
)

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ text, language, want string }{
		{"For immediate release: September 30, 2020", "en", "2020-09-30"},
		{"3rd of May 2021", "en", "2021-05-03"},
		{"Sept. 4, 2019", "en", "2019-09-04"},
		{"May 5-6, 2021", "en", "2021-05-05"},
		{"June 2018", "en", "2018-06"},
		{"12/31/2019", "en", "2019-12-31"},
		{"31/12/2019", "en", "2019-12-31"},
		{"2021-05-06T10:00", "en", "2021-05-06"},
		{"Berlin, den 12. März 2020", "de", "2020-03-12"},
		{"1. Jänner 2015", "de", "2015-01-01"},
		{"6.5.2021", "de", "2021-05-06"},
		{"le 1er août 2017", "fr", "2017-08-01"},
		{"03/04/2016", "fr", "2016-04-03"},
		{"22 de octubre de 2021", "es", "2021-10-22"},
		{"5 de março de 2018", "pt", "2018-03-05"},
		{"7 luglio 2014", "it", "2014-07-07"},
		{"8 maart 2013", "nl", "2013-03-08"},
		{"9 oktober 2012", "sv", "2012-10-09"},
		{"10. desember 2011", "no", "2011-12-10"},
		{"11. marts 2010", "da", "2010-03-11"},
		{"12 sierpnia 2009", "pl", "2009-08-12"},
		{"13. kesäkuuta 2008", "fi", "2008-06-13"},
		{"14. září 2007", "cs", "2007-09-14"},
		{"February 30, 2020", "en", ""},
		{"the 2020 election in 40 states", "en", ""},
		{"may we ask in 2021", "en", ""},
	} {
		got := ""
		if f := findDates(c.text, c.language); len(f) > 0 {
			got = f[0].date.String()
		}
		if got != c.want {
			t.Errorf("findDates(%q, %s) is %q, want %q", c.text, c.language, got, c.want)
		}
	}
}

func TestFileDate(t *testing.T) {
	for name, want := range map[string]string{"2019-04-02-letter.pdf": "2019-04-02", "20190402_letter.txt": "2019-04-02", "April-2019-Rail-Letter-90.txt": "2019-04",
		"2021_transform.txt": "2021", "letter-2020-11.md": "2020-11", "letter.txt": "", "000_b1e86b57104aa21a.txt": ""} {
		if got := fileDate(name).String(); got != want {
			t.Errorf("fileDate(%q) is %q, want %q", name, got, want)
		}
	}
}

func TestParseAddressee(t *testing.T) {
	for text, want := range map[string]Addressee{
		"Dear Castor CEO Jane Whitfield,":             {"Jane Whitfield", "CEO", "Castor"},
		"Dear Mr. Lindqvist":                          {"Lindqvist", "", ""},
		"Dear President Okafor":                       {"Okafor", "President", ""},
		"Senator Ruth Calloway":                       {"Ruth Calloway", "Senator", ""},
		"Castor’s chief executive Jane Whitfield":     {"Jane Whitfield", "chief executive", "Castor"},
		"Members of Parliament":                       {"Members of Parliament", "", "Parliament"},
		"Jane Whitfield, CEO of Castor":               {"Jane Whitfield", "CEO", "Castor"},
		"Sehr geehrte Frau Bundeskanzlerin":           {"", "Bundeskanzlerin", ""},
		"Sehr geehrter Herr Bundesminister Ostermann": {"Ostermann", "Bundesminister", ""},
		"Madame la Ministre":                          {"", "Ministre", ""},
		"Director-General of the Harbor Organization": {"", "Director-General", "Harbor Organization"},
		"UK Environment Minister Tom Reed":            {"Tom Reed", "Environment Minister", "UK"},
	} {
		if got := parseAddressee(text); got != want {
			t.Errorf("parseAddressee(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestSplitNames(t *testing.T) {
	for text, want := range map[string][]string{
		"River Watch, Delta Alliance and Harbor Union":                   {"River Watch", "Delta Alliance", "Harbor Union"},
		"River Watch, Center for Science and Technology, and Salt Union": {"River Watch", "Center for Science and Technology", "Salt Union"},
		"Castor Investments, Inc., Homes & Sons, LLC, and The Mill":      {"Castor Investments, Inc.", "Homes & Sons, LLC", "The Mill"},
		"Bread, Salt and Peace; Union of Mills; and Grain House":         {"Bread, Salt and Peace", "Union of Mills", "Grain House"},
		"Readers Union (Oslo, Norway), Pen Circle":                       {"Readers Union (Oslo, Norway)", "Pen Circle"},
		"Quay Council, California, Pier Friends":                         {"Quay Council, California", "Pier Friends"},
		"Naturbund, Radverein und Waldfreunde":                           {"Naturbund", "Radverein", "Waldfreunde"},
		"Amis du Port, Ligue du Sel et Collectif Nuit":                   {"Amis du Port", "Ligue du Sel", "Collectif Nuit"},
		"Research and Education":                                         {"Research and Education"},
		"•  Alpha Trust • Beta Trust • Gamma Trust":                      {"Alpha Trust", "Beta Trust", "Gamma Trust"},
	} {
		var got []string
		for _, s := range splitNames(text) {
			got = append(got, s.text)
			if trim(text[s.start:s.end]) != s.text {
				t.Errorf("%q: the span of %q is %q", text, s.text, text[s.start:s.end])
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("splitNames(%q) is %q, want %q", text, got, want)
		}
	}
}

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
			got = append(got, s.text)
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

func TestReadPerson(t *testing.T) {
	for text, want := range map[string]who{
		"Jane Whitfield":                           {name: "Jane Whitfield", certainty: 2},
		"Dr. Oksana Melnyk, Salt Institute":        {name: "Dr. Oksana Melnyk", rest: "Salt Institute", organization: "Salt Institute", certainty: 2},
		"Peter Nakamura, Director, Pier Institute": {name: "Peter Nakamura", rest: "Director, Pier Institute", organization: "Pier Institute", office: true, certainty: 2},
		"Emily R. Stone, Ph.D., School of Letters": {name: "Emily R. Stone", rest: "School of Letters", organization: "School of Letters", certainty: 2},
		"Tomás de la Vega (poet)":                  {name: "Tomás de la Vega", rest: "poet", own: true, certainty: 2},
	} {
		if got, ok := readPerson(text); !ok || got != want {
			t.Errorf("readPerson(%q) is %+v, want %+v", text, got, want)
		}
	}
	for _, text := range []string{"John T. Williams Organizing Committee", "Casa Latina Center", "Color of the River", "A New PATH for All", "St. Brendan's Reading Room",
		"Lucy Stone Labs", "18Rivers", "Homes & Sons", "Martin's Bakery Workers"} {
		if w, ok := readPerson(text); ok && w.certainty == 2 {
			t.Errorf("readPerson(%q) takes it for the person %+v", text, w)
		}
	}
}

func TestClaimOf(t *testing.T) {
	for text, want := range map[string][2]int{
		"We, the 45 undersigned organizations and 105 prominent individuals, ask you to act.": {45, 105},
		"Twenty-three community groups have demanded an answer.":                              {23, 0},
		"More than 1,200 organisations signed the letter.":                                    {1200, 0},
		"Wir, die 34 unterzeichnenden Organisationen, fordern Sie auf.":                       {34, 0},
		"The letter is signed by advocacy groups representing 7 million people.":              {0, 0},
		"More than 400 Castor employees have signed a letter.":                                {0, 0},
		"In 2019 organizations wrote a letter.":                                               {0, 0},
		"Les 60 associations signataires demandent une réponse.":                              {60, 0},
		"We are a network of 80 organizations.":                                               {0, 0},
	} {
		c := claimIn(text, false)
		got := [2]int{}
		if c.Organizations != nil {
			got[0] = *c.Organizations
		}
		if c.Individuals != nil {
			got[1] = *c.Individuals
		}
		if got != want {
			t.Errorf("claimIn(%q) is %v, want %v", text, got, want)
		}
	}
}

func TestCutAcronym(t *testing.T) {
	for name, want := range map[string]string{"League of Salt Workers (LSW)": "League of Salt Workers", "League of Salt Workers (LOSW)": "League of Salt Workers"} {
		if got, ok := cutAcronym(name); !ok || got != want {
			t.Errorf("cutAcronym(%q) is %q, %v", name, got, ok)
		}
	}
	for _, name := range []string{"The Legal Circle (NYC)", "ALBA (Alliance of Bakers)", "Salt Union", "(LSW)"} {
		if got, ok := cutAcronym(name); ok {
			t.Errorf("cutAcronym(%q) cuts to %q", name, got)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for want, text := range map[string]string{
		"en": "We are writing to you because the river is ours and we will not have it sold by those who do not drink from it.",
		"de": "Wir schreiben Ihnen, weil der Fluss uns gehört und nicht von denen verkauft werden darf, die nicht aus ihm trinken.",
		"fr": "Nous vous écrivons parce que la rivière est à nous et qu'elle ne doit pas être vendue par ceux qui ne la boivent pas.",
		"es": "Le escribimos porque el río es nuestro y no debe ser vendido por los que no beben de él, como se ha dicho en la prensa.",
		"":   "River Watch Salt Union Pier Friends",
	} {
		if got := languageOf(&paper{lines: []line{{text: text}}}); got != want {
			t.Errorf("languageOf(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestCountriesOfSeveralLanguages(t *testing.T) {
	for _, c := range []string{"Germany", "Deutschland", "Allemagne", "Alemania", "USA", "United Kingdom", "Côte d’Ivoire", "DRC", "South Korea"} {
		if !isCountry(c) {
			t.Errorf("%q is not known as a country", c)
		}
	}
	for _, c := range []string{"California", "Salt Union", "Action", ""} {
		if isCountry(c) {
			t.Errorf("%q passes for a country", c)
		}
	}
	if !isPlace("California") {
		t.Error("California is no place")
	}
}

// TestRowsBecomeSignatures asks that rows of one name become one signature with all printings.
func TestRowsBecomeSignatures(t *testing.T) {
	d := &Draft{SHA256: "ab", Name: "x.txt", Text: "A letter of salt", Signatories: []Row{
		{Name: "Salt Union", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Evidence: []Printing{{Line: 3, Text: "Salt  Union", Form: "Salt Union"}}},
		{Name: "Pier Friends", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Evidence: []Printing{{Line: 4, Text: "Pier Friends"}, {Line: 9, Text: "PIER friends", Form: "PIER friends"}}, Withdrawn: true},
		{Name: "Salt Union", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Evidence: []Printing{{Line: 7, Text: "Salt Union"}}},
	}}
	l := d.Letter("https://letters.example/1")
	if len(l.Signatures) != 2 || len(l.Signatures[0].Evidence) != 2 || l.Signatures[0].Evidence[1].Position != 3 {
		t.Errorf("the signatures are %+v", l.Signatures)
	}
	if s := l.Signatures[1]; s.Status != graph.Withdrawn || s.Evidence[1].Form != "PIER friends" || s.Position != 2 {
		t.Errorf("the withdrawn one is %+v", s)
	}
	if l.ID != graph.LetterID("A letter of salt", "ab") || l.TitleBy != "described" || l.Documents[0].Published != "https://letters.example/1" {
		t.Errorf("id %s, title %q by %q, documents %+v", l.ID, l.Title, l.TitleBy, l.Documents)
	}
}
