package storetest

import (
	"fmt"
	"strings"

	"undersigned/graph"
)

// letter makes a small letter. Signatories are organizations, but "person: NAME" is one.
func letter(id string, signatories ...string) graph.Letter {
	l := graph.Letter{ID: id, Title: "Letter " + id, Kind: "letter", Date: graph.Date{Year: 2021, Month: 5},
		Documents: []graph.Document{{ID: "d", Name: id + ".txt"}}, Signatures: []graph.Signature{}}
	for i, name := range signatories {
		s := graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: i + 1}
		if person, ok := strings.CutPrefix(name, "person: "); ok {
			s.Name, s.Type, s.Capacity = person, graph.TypePerson, graph.AsIndividual
		}
		s.Evidence = []graph.Evidence{{Document: "d", Line: i + 10, Text: "* " + s.Name}}
		l.Signatures = append(l.Signatures, s)
	}
	return l
}

// titled is a letter with another title.
func titled(l graph.Letter, title string) graph.Letter {
	l.Title = title
	return l
}

// doubtful is a letter that was read with doubts, and who confirmed it.
func doubtful(l graph.Letter, checked *graph.Check) graph.Letter {
	l.Doubtful, l.Checked = []string{"36 organizations claimed, 1 found"}, checked
	return l
}

// fullLetter has a value in every field, and text that is hard to keep.
func fullLetter() graph.Letter {
	number := func(n int) *int { return &n }
	return graph.Letter{
		ID: "full-letter", Title: "A “letter”\nof two lines", TitleBy: "described", Kind: "statement", Date: graph.Date{Year: 1848, Month: 2, Day: 29},
		Language: "pl", Stance: "oppose",
		Addressees:    []graph.Addressee{{Name: "A. Person", Role: "Chair", Organization: "The Board"}, {}},
		Targets:       []graph.TargetRef{{Name: "Face Recognition", Kind: "product", PartOf: "ACME's “Lab”"}, {Name: "x"}},
		Topics:        []string{"privacy", "", "<b>&amp;"},
		Claimed:       graph.Claimed{Organizations: number(0), Individuals: number(1_000_000), Text: "over a million"},
		Individuals:   7,
		VersionOf:     "v",
		TranslationOf: "t",
		ReportOf:      "r",
		Quotes:        []string{"a passage\tof eight words or more, with a tab", "\u2028 line separator"},
		Documents: []graph.Document{
			{ID: "z-first", Name: "a.pdf", SHA256: strings.Repeat("ab", 32), Medium: "pdf", Published: "https://example.org/?a=1&b=2#c", Retrieved: "2021-05-06T07:08:09Z",
				Text: "line one\r\nline two\x00after NUL\f\n\n人权 😀", Repository: "owner/name", Path: "a b/c%20d.pdf"},
			{ID: "a-second"},
		},
		Signatures: []graph.Signature{
			{Name: "Zażółć gęślą jaźń", Type: graph.TypeOrganization, Capacity: graph.OnBehalf, Status: graph.Disputed, Affiliation: "of X", Country: "Poland", Note: "note's \"end\"",
				Position: 3, Confidence: 1. / 3, Evidence: []graph.Evidence{
					{Document: "a-second", Page: 2, Line: 3, Position: 4, Text: "Zażółć,\n  gęślą jaźń", Form: "ZAŻÓŁĆ", Extractor: "pdf/3", Box: []float64{.1, 1e-300, 612, 1e300}},
					{Document: "z-first", Text: ""}}},
			{Name: "Same Name", Type: graph.TypePerson, Capacity: graph.AsAffiliated, Status: graph.Verified, Confidence: 1, Evidence: []graph.Evidence{{Document: "z-first", Text: "x"}}},
			{Name: "Same Name", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Withdrawn, Evidence: []graph.Evidence{{Document: "z-first", Text: "x"}}},
			{Name: "a", Type: graph.TypePerson, Capacity: graph.AsIndividual, Status: graph.Reported, Evidence: []graph.Evidence{{Document: "z-first", Text: "x"}}},
		},
		LeftOut:  []graph.LeftOut{{Line: 9, Text: "(list in formation)", Why: "no name"}, {}},
		Doubtful: []string{"36 organizations claimed, 0 found", "“pages” 3\nand 4"},
		Checked:  &graph.Check{By: "person: Zoë", When: "2021-05"},
	}
}

func profile(name, display string) graph.Profile {
	return graph.Profile{Of: graph.NameRef{Name: name}, Display: display}
}

func fullProfile() graph.Profile {
	return graph.Profile{Of: graph.NameRef{Name: "Common Cause", Letter: "l1"}, Display: "Common Cause (India)",
		Names: []graph.Name{{Text: "CC", Kind: graph.Acronym, From: graph.Date{Year: 1980}, Until: graph.Date{Year: 2001, Month: 2, Day: 3}, Source: "own site"}, {Text: "Cause, Common", Kind: graph.Former}},
		Kind:  "ngo", Country: "India", Parent: &graph.NameRef{Name: "Parent", Letter: "l2"},
		ExternalIDs: map[string]string{"wikidata": "Q1", "ror": "02x", "": "empty scheme"}, Source: "register"}
}

func judge(verdict graph.Verdict, a, b, by string) graph.Judgement {
	return graph.NewJudgement(graph.Judgement{Verdict: verdict, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: by})
}

func fullJudgement() graph.Judgement {
	return graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Letter: "l2"}, B: graph.NameRef{Letter: "l1"}, Relation: graph.ReportOf,
		By: graph.RuleSameLetter, Source: "sha", When: "2021-05", Why: "because\nof this", Score: 2. / 3, Undone: &graph.Undoing{By: "person: B", When: "2022"}})
}

// kinds are judgements with a direction; the first two have dates.
func kinds() []graph.Judgement {
	two := func(verdict graph.Verdict, a, b string, from, until graph.Date) graph.Judgement {
		return graph.NewJudgement(graph.Judgement{Verdict: verdict, A: graph.NameRef{Name: a}, B: graph.NameRef{Name: b}, By: "person: K", From: from, Until: until})
	}
	return []graph.Judgement{
		graph.NewJudgement(graph.Judgement{Verdict: graph.HasMember, A: graph.NameRef{Name: "Z Alliance", Letter: "l1"}, B: graph.NameRef{Name: "EFF", Letter: "l2"}, By: "file k.csv", Source: "sha",
			When: "2021-05", Why: "its \"site\"", From: graph.Date{Year: 1999}, Until: graph.Date{Year: 2001, Month: 2, Day: 3}, Undone: &graph.Undoing{By: "person: B", When: "2022"}}),
		two(graph.FormerName, "Z of now", "A of then", graph.Date{}, graph.Date{Year: 2014, Month: 6}),
		two(graph.HasMember, "Z Alliance", "EFF", graph.Date{Year: 2010}, graph.Date{}),
		two(graph.ParentOf, "Z", "A", graph.Date{}, graph.Date{}),
		graph.NewJudgement(graph.Judgement{Verdict: graph.Split, A: graph.NameRef{Name: "FAIR", Letter: "b"}, By: "person: K"}),
	}
}

func because(j graph.Judgement, why string) graph.Judgement {
	j.Why = why
	return j
}

func until(j graph.Judgement, d graph.Date) graph.Judgement {
	j.Until = d
	return graph.NewJudgement(j)
}

func undone(j graph.Judgement, by, when string) graph.Judgement {
	j.Undone = &graph.Undoing{By: by, When: when}
	return j
}

// many returns n letters of signatures signatories each, of which neighbours share some.
func many(n, signatures int) []graph.Letter {
	letters := make([]graph.Letter, n)
	for i := range letters {
		names := make([]string, signatures)
		for k := range names {
			names[k] = fmt.Sprintf("Organization %05d", i*signatures/2+k)
		}
		letters[i] = letter(fmt.Sprintf("l%05d", i), names...)
	}
	return letters
}
