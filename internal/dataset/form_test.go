package dataset

import (
	"context"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"undersigned/graph"
)

// small is a data set with one of everything, in YAML. The package comment shows the same form.
const small = `# a comment
undersigned: dataset/1
name: trade
letters:
  - id: wto
    title: Open letter to the WTO
    title_by: described
    kind: statement
    date: 2021-11
    language: en
    stance: oppose
    addressees: [{role: Director-General, organization: World Trade Organization}]
    targets: [World Trade Organization, {name: TRIPS Council, kind: body, part_of: World Trade Organization}]
    topics: [trade]
    claimed: {organizations: 200, text: over 200}
    individuals: 7
    documents:
      - {name: letter.html, sha256: ab12, medium: html, published: "https://example.org/l", repository: a/b, path: c/letter.html, retrieved: 2022-01-01}
      - other.pdf
    signatories:
      - Amnesty International
      - 1999
      - {as: "ACI – Participa", country: Honduras, position: 7, line: 31, text: "7. ACI – Participa – Honduras"}
      - {as: FAIR, document: other.pdf, page: 2, status: withdrawn, confidence: 0.5}
      - {as: Ada Example, type: person, capacity: on behalf of, affiliation: FAIR, note: late}
      - Amnesty  International
  - id: wto-es
    translation_of: wto
    signatories: []
aliases: [[FAIR, Fairness and Accuracy]]
distinct: [[FAIR, Fair, look alike]]
homonyms:
  - name: FAIR
    why: two of one name
    organizations:
      - {display: FAIR (US), country: United States, letters: [wto]}
      - {display: FAIR (EU), letters: [wto-es]}
profiles:
  - of: {name: Amnesty International}
    kind: ngo
    names: [{text: Amnesty, kind: alias, from: 1961}]
    external_ids: {wikidata: Q42970}
    parent: {name: FAIR, letter: wto}
judgements:
  - {verdict: unsure, a: {name: Fair}, b: {name: Amnesty International}, why: no idea}
`

func TestReadEveryField(t *testing.T) {
	c, err := Read(t.Context(), "dir/trade.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	l := c.Letters[0]
	two := 200
	want := graph.Letter{ID: graph.LetterID("wto", "trade\x00wto"), Title: "Open letter to the WTO", TitleBy: "described", Kind: "statement",
		Date: graph.Date{Year: 2021, Month: 11}, Language: "en", Stance: "oppose",
		Addressees: []graph.Addressee{{Role: "Director-General", Organization: "World Trade Organization"}},
		Targets:    []graph.TargetRef{{Name: "World Trade Organization"}, {Name: "TRIPS Council", Kind: "body", PartOf: "World Trade Organization"}},
		Topics:     []string{"trade"}, Claimed: graph.Claimed{Organizations: &two, Text: "over 200"}, Individuals: 7,
		Documents: []graph.Document{
			{ID: "ab12", Name: "letter.html", SHA256: "ab12", Medium: "html", Published: "https://example.org/l", Retrieved: "2022-01-01", Repository: "a/b", Path: "c/letter.html"},
			{ID: "other.pdf", Name: "other.pdf"}},
		Signatures: []graph.Signature{
			{Name: "Amnesty International", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: 1, Evidence: []graph.Evidence{
				{Document: "ab12", Position: 1, Text: "Amnesty International", Extractor: "dataset/1"}, {Document: "ab12", Position: 10, Text: "Amnesty International", Extractor: "dataset/1"}}},
			{Name: "1999", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: 2, Evidence: []graph.Evidence{
				{Document: "ab12", Position: 2, Text: "1999", Extractor: "dataset/1"}}},
			{Name: "ACI – Participa", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Country: "Honduras", Position: 7, Evidence: []graph.Evidence{
				{Document: "ab12", Position: 7, Line: 31, Text: "7. ACI – Participa – Honduras", Extractor: "dataset/1"}}},
			{Name: "FAIR", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Withdrawn, Position: 8, Confidence: .5, Evidence: []graph.Evidence{
				{Document: "other.pdf", Page: 2, Position: 8, Text: "FAIR", Extractor: "dataset/1"}}},
			{Name: "Ada Example", Type: graph.TypePerson, Capacity: graph.OnBehalf, Status: graph.Listed, Affiliation: "FAIR", Note: "late", Position: 9, Evidence: []graph.Evidence{
				{Document: "ab12", Position: 9, Text: "Ada Example", Extractor: "dataset/1"}}},
		}}
	if !reflect.DeepEqual(l, want) {
		t.Errorf("the letter is\n%+v\nwant\n%+v", l, want)
	}
	second := c.Letters[1]
	if second.TranslationOf != l.ID || second.Kind != "letter" || len(second.Documents) != 1 || second.Documents[0].Name != "trade.yaml" || second.Documents[0].SHA256 != fingerprint([]byte(small)) {
		t.Errorf("the translation is %+v", second)
	}
	if len(c.Judgements) != 4 || len(c.Profiles) != 3 {
		t.Fatalf("%d judgements and %d profiles, want 4 and 3", len(c.Judgements), len(c.Profiles))
	}
	for _, j := range c.Judgements {
		if j.By != "file trade.yaml" || j.Source != fingerprint([]byte(small)) || j.When != "" {
			t.Errorf("the judgement %+v does not name its file", j)
		}
	}
	split := graph.NewJudgement(graph.Judgement{Verdict: graph.Different, A: graph.NameRef{Name: "FAIR", Letter: l.ID}, B: graph.NameRef{Name: "FAIR", Letter: second.ID}, By: "file trade.yaml"})
	if c.Judgements[2].ID != split.ID {
		t.Errorf("the homonym gives %+v", c.Judgements[2])
	}
	if p := c.Profiles[2]; p.Of.Name != "Amnesty International" || p.ExternalIDs["wikidata"] != "Q42970" || p.Names[0].From.Year != 1961 || p.Parent.Letter != l.ID {
		t.Errorf("the profile is %+v", p)
	}
}

func TestYAMLAndJSONAreOneForm(t *testing.T) {
	f, err := Parse("x.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	for name, encode := range map[string]func() ([]byte, error){"layout": f.Encode, "compact": func() ([]byte, error) { return json.Marshal(f) }} {
		text, err := encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Parse("x.json", text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		a, b := graph.RecordHash(f), graph.RecordHash(again)
		if a != b {
			t.Errorf("%s: the JSON of the form says something else:\n%s", name, text)
		}
		if asYAML, err := Parse("x.yaml", append([]byte("# YAML reads JSON\n"), text...)); err != nil || graph.RecordHash(asYAML) != a {
			t.Errorf("%s: read as YAML it differs: %v", name, err)
		}
	}
}

func TestEncodeLosesNothing(t *testing.T) {
	c, err := Read(t.Context(), "trade.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	odd := graph.Letter{ID: "odd-1", Kind: "of its own kind", ReportOf: "not in the file", Quotes: []string{"a \"quoted\" passage, with: signs {and} [more] \\"},
		LeftOut:   []graph.LeftOut{{Line: 3, Text: "Page 2", Why: "page number"}},
		Documents: []graph.Document{{ID: "d", Text: "line one\nline <two>\u2028"}, {ID: "e"}},
		Signatures: []graph.Signature{
			{Name: "Without position", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Text: "x", Extractor: "dataset/1"}}},
			{Name: "Of another extractor", Type: graph.TypePerson, Capacity: graph.AsAffiliated, Status: graph.Disputed, Position: 4,
				Evidence: []graph.Evidence{{Document: "e", Page: 1, Line: 2, Position: 3, Text: "", Form: "O.A.E.", Extractor: "text/1", Box: []float64{1, 2.5, 3, 4}}, {Document: "d", Text: "again"}}},
			{Name: "Back", Type: graph.TypeOrganization, Capacity: graph.OnBehalf, Status: graph.Reported, Position: 2, Confidence: 0.25,
				Evidence: []graph.Evidence{{Document: "d", Text: "Back", Position: 2, Extractor: "dataset/1"}}},
		}}
	empty := graph.Letter{ID: "empty", Documents: []graph.Document{}, Signatures: []graph.Signature{}}
	null := graph.Letter{ID: "null"}
	undone := graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Letter: "odd-1"}, B: graph.NameRef{Letter: "gone"}, Relation: graph.ReportOf,
		By: graph.RuleSameLetter, Score: 0.8235294117647058, Undone: &graph.Undoing{By: "person: Ada", When: "2022"}})
	d := graph.Data{Letters: append(c.Letters, odd, empty, null), Profiles: c.Profiles, Judgements: append(c.Judgements, undone)}
	text, err := Encode("backup", d)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Read(t.Context(), "other name.json", text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if got, want := graph.ContentHash(again.Letters, again.Profiles, again.Judgements), graph.ContentHash(d.Letters, d.Profiles, d.Judgements); got != want {
		t.Errorf("reading back gives other content:\n%s", text)
	}
	twice, err := Encode("backup", graph.Data{Letters: again.Letters, Profiles: again.Profiles, Judgements: again.Judgements})
	if err != nil || string(twice) != string(text) {
		t.Errorf("equal records give other bytes (%v)", err)
	}
}

func TestErrorsNameThePlace(t *testing.T) {
	head := "undersigned: dataset/1\nname: x\nletters:\n"
	for text, want := range map[string]string{
		"":                                                "the file is empty",
		"- a\n- b\n":                                      "this is no data set",
		"name: x\nletters: []\n":                          `"undersigned: dataset/1" is missing`,
		"undersigned: dataset/2\nname: x\n":               `line 1, undersigned: this program reads "dataset/1", not "dataset/2"`,
		"undersigned: dataset/1\nletters: []\n":           `the field "name" is missing`,
		head + "  - id: a\n    titel: b\n":                `line 5, letters[0]: there is no field "titel"; the fields are id, title`,
		head + "  - id: a\n  - id: a\n":                   `letters[1]: the id "a" stands twice`,
		head + "  - title: a\n":                           `letters[0]: the field "id" is missing`,
		head + "  - id: a\n    id: b\n":                   `line 5, letters[0]: the field "id" stands twice`,
		head + "  - id: a\n    date: 2021-13\n":           `line 5, letters[0].date: "2021-13" is no date`,
		head + "  - id: a\n    kind: lettre\n":            `letter a: the kind "lettre" is unknown; write one of letter, statement`,
		head + "  - id: a\n    title_by: me\n":            `title_by is "described"`,
		head + "  - id: a\n    topics: trade\n":           "line 5, letters[0].topics: a list is wanted, not a single value",
		head + "  - id: a\n    individuals: -1\n":         "letters[0].individuals: a whole number of 0 or more is wanted",
		head + "  - id: a\n    individuals: 1000000001\n": "letters[0].individuals: a whole number of 0 or more is wanted (at most a billion)",
		head + "  - id: a\n    signatories: [{as: A, position: 9223372036854775807}, B]\n":                                   "signatories[0].position: a whole number",
		head + "  - id: a\n    signatories: [\"***\"]\n":                                                                     `signatories[0]: "***" has no letters`,
		head + "  - id: a\n    signatories: [A, \"\u200b\"]\n":                                                               `signatories[1]: "\u200b" has no letters`,
		head + "  - id: a\n    version_of: a\n":                                                                              "letter a, version_of: it names the letter itself",
		head + "  - id: a\n    version_of: b\n":                                                                              `letter a, version_of: no letter of this file has the id "b"`,
		head + "  - id: a\n    targets: [{kind: body}]\n":                                                                    "a target has no name",
		head + "  - id: a\n    signatories:\n      - A\n      - {country: B}\n":                                              "signatories[1]: the name is missing",
		head + "  - id: a\n    signatories:\n      - A\n      -\n":                                                           "line 7, letters[0].signatories[1]: the entry is empty",
		head + "  - id: a\n    signatories: [{as: A, type: company}]\n":                                                      `the type "company" is unknown`,
		head + "  - id: a\n    signatories: [{as: A, capacity: boss}]\n":                                                     `the capacity "boss" is unknown`,
		head + "  - id: a\n    signatories: [{as: A, status: yes}]\n":                                                        `the status "yes" is unknown`,
		head + "  - id: a\n    signatories: [{as: A, confidence: 2}]\n":                                                      "the confidence is a number from 0 to 1",
		head + "  - id: a\n    signatories: [{as: A, document: d}]\n":                                                        `the letter has no document "d"`,
		head + "  - id: a\n    signatories: [A, {as: A, status: withdrawn}]\n":                                               `"A" stands twice, once withdrawn`,
		head + "  - &a {id: a}\n  - *a\n":                                                                                    "line 4: anchors, aliases",
		head + "  - id: a\n---\nb: c\n":                                                                                      "a second YAML document",
		head + "  - id: a\n   title: b\n":                                                                                    "no valid YAML",
		head + "  - id: a\naliases: [[A]]\n":                                                                                 "group 1 has 1 names",
		head + "  - id: a\naliases: [[A, B], [C, C]]\n":                                                                      "group 2: a judgement needs two different names",
		head + "  - id: a\ndistinct: [[A]]\n":                                                                                "pair 1 has 1 entries",
		head + "  - id: a\nhomonyms: [{name: A, organizations: [{display: B, letters: [a]}]}]\n":                             `homonym "A" has 1 organizations`,
		head + "  - id: a\nhomonyms: [{name: A, organizations: [{display: B}, {display: C}]}]\n":                             "name the letters",
		head + "  - id: a\nhomonyms: [{name: A, organizations: [{display: B, letters: [b]}, {display: C, letters: [a]}]}]\n": `no letter of this file has the id "b"`,
		head + "  - id: a\njudgements: [{verdict: maybe, a: {name: A}, b: {name: B}}]\n":                                     "a judgement says same, different, unsure, parent, member, former or split",
		head + "  - id: a\nprofiles: [{of: {name: \"\"}}]\n":                                                                 "a profile needs the clean printed name",
		`{"undersigned": "dataset/1",` + "\n" + `"name": "x", "letters": [}`:                                                 "line 2: this is no valid JSON",
		`{"undersigned": "dataset/1",` + "\n" + `"name": "x", "letters": [`:                                                  "line 2: the JSON ends before it is complete",
		`{"undersigned": "dataset/1"} {}`:                                                                                    "something follows after the end",
		`{"undersigned": "dataset/1", "name": "x",` + "\n" + `"letters": [{"id": "a",` + "\n" + `"dat": 1}]}`:                `line 3, letters[0]: there is no field "dat"`,
		`{"undersigned": "dataset/1", "name": ` + strings.Repeat("[", 50) + strings.Repeat("]", 50) + "}":                    "nest more than 16 deep",
		"undersigned: dataset/1\nname: " + strings.Repeat("[", 5000):                                                         "nest more than 16 deep",
		"undersigned: dataset/1\nname:\n  " + strings.Repeat("- ", 5000) + "a":                                               "nest more than 16 deep",
		"undersigned: dataset/1\nname: \xff\n":                                                                               "line 2: the text is not UTF-8",
	} {
		_, err := Read(t.Context(), "dir/x.yaml", []byte(text))
		if graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), want) || !strings.HasPrefix(graph.MessageOf(err), "x.yaml") {
			t.Errorf("%.200q:\n%v\nwant a message with %q", text, err, want)
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Read(stopped, "x.yaml", []byte(small)); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a stopped reading gives %v", err)
	}
}

func TestCorrectedTitleKeepsTheLetter(t *testing.T) {
	a, err := Read(t.Context(), "x.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	b, err := Read(t.Context(), "y.yaml", []byte(strings.Replace(small, "Open letter to the WTO", "Another title", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if a.Letters[0].ID != b.Letters[0].ID || a.Letters[0].Title == b.Letters[0].Title {
		t.Error("a corrected title makes another letter")
	}
}

func TestAliasesAndDistinct(t *testing.T) {
	js, err := Aliases("dir/aliases.json", []byte(`[["B", "A", "C  D"], ["E", "F"], ["F", "E"]]`))
	if err != nil {
		t.Fatal(err)
	}
	if len(js) != 3 || js[0].A.Name != "A" || js[0].B.Name != "B" || js[1].B.Name != "C D" || js[0].By != "file aliases.json" || js[0].Verdict != graph.Same || len(js[0].Source) != 64 {
		t.Errorf("aliases give %+v", js)
	}
	js, err = Distinct("distinct.yaml", []byte("- [FAIR, Fair, look alike]\n- [A, B]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(js) != 2 || js[0].Verdict != graph.Different || js[0].Why != "look alike" || js[1].Why != "" {
		t.Errorf("distinct gives %+v", js)
	}
	for text, want := range map[string]string{
		`{"a": 1}`:          "this file should hold a list of groups",
		`[["A"]]`:           "group 1 has 1 names",
		`["A", "B"]`:        "line 1, [0]: a list is wanted",
		`[["A", ["B"]]]`:    "line 1, [0][1]: a single value is wanted",
		"[[\"A\",\n\"B\",]": "line 2: this is no valid JSON",
		`[["A", "A"]]`:      "group 1: a judgement needs two different names",
		`[["A", " "]]`:      "group 1: a judgement about names needs two names",
	} {
		if _, err := Aliases("aliases.json", []byte(text)); graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), want) {
			t.Errorf("%q: %v, want a message with %q", text, err, want)
		}
	}
	if _, err := Distinct("d.json", []byte(`[["A", "B", "c", "d"]]`)); graph.CodeOf(err) != graph.Invalid || !strings.Contains(err.Error(), "pair 1 has 4 entries") {
		t.Errorf("four entries give %v", err)
	}
}

// FuzzRead: whatever comes in, there is no panic, an error has advice, and what is read survives Encode and Read.
func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"undersigned": "dataset/1", "name": "x", "letters": [{"id": "a", "signatories": ["A", {"as": "B"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Read(t.Context(), "x.yaml", data)
		if err != nil {
			if graph.MessageOf(err) == "" || graph.CodeOf(err) == graph.Internal {
				t.Fatalf("an error without advice: %#v", err)
			}
			return
		}
		text, err := Encode("x", graph.Data{Letters: c.Letters, Profiles: c.Profiles, Judgements: c.Judgements})
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(t.Context(), "x.json", text)
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if graph.ContentHash(c.Letters, c.Profiles, c.Judgements) != graph.ContentHash(again.Letters, again.Profiles, again.Judgements) {
			t.Fatalf("content changed by\n%s", text)
		}
	})
}
