package storetest

import (
	"math"

	"undersigned/graph"
	"undersigned/internal/store"
)

func puts(actor string, records ...any) *store.Change {
	c := store.Change{Actor: actor}
	for _, r := range records {
		switch r := r.(type) {
		case graph.Letter:
			c.Letters = append(c.Letters, r)
		case graph.Profile:
			c.Profiles = append(c.Profiles, r)
		case graph.Judgement:
			c.Judgements = append(c.Judgements, r)
		}
	}
	return &c
}

var (
	a, b   = letter("a", "Access Now", "person: Ada"), letter("b", "Access Now", "EFF")
	same   = judge(graph.Same, "EFF", "Electronic Frontier Foundation", "person: C")
	differ = judge(graph.Different, "FAIR", "Fair", "file d.json")
	fair   = profile("FAIR", "Fairness & Accuracy")
	emptyL = graph.Letter{ID: "nothing"}

	ruled        = judge(graph.Same, "Fair Play", "Fairplay", graph.RuleBy("fold", 2))
	ruledLetters = graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Letter: "l2"}, B: graph.NameRef{Letter: "l1"}, Relation: graph.ReportOf, By: graph.RuleSameLetter})
)

func withdrawing(actor string, ids ...string) *store.Change {
	return &store.Change{Withdrawn: ids, Actor: actor}
}

var changes = []change{
	{name: "nothing at all", steps: []step{{put: puts("x")}}},
	{name: "a letter",
		steps:   []step{{put: puts("load", a), written: 1}},
		letters: []graph.Letter{a}, audit: []string{"load | put letter | a | Letter a"}},
	{name: "records of all kinds in one write, logged by kind and id",
		steps:   []step{{put: puts("load", b, same, fair, a, differ), written: 5}},
		letters: []graph.Letter{a, b}, profiles: []graph.Profile{fair}, judgements: []graph.Judgement{same, differ},
		audit: []string{"load | put letter | a | Letter a", "load | put letter | b | Letter b", "load | put profile | " + graph.ProfileKey(fair) + " | FAIR",
			"load | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation", "load | put judgement | " + differ.ID + " | different: FAIR | Fair"}},
	{name: "the same again writes nothing",
		steps:   []step{{put: puts("x", a, fair, same), written: 3}, {put: puts("y", same, fair, a), same: 3}},
		letters: []graph.Letter{a}, profiles: []graph.Profile{fair}, judgements: []graph.Judgement{same},
		audit: []string{"x | put letter | a | Letter a", "x | put profile | " + graph.ProfileKey(fair) + " | FAIR", "x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation"}},
	{name: "only what differs is written",
		steps:   []step{{put: puts("x", a, b), written: 2}, {put: puts("y", a, titled(b, "New")), written: 1, same: 1}},
		letters: []graph.Letter{a, titled(b, "New")}, audit: []string{"x | put letter | a | Letter a", "x | put letter | b | Letter b", "y | put letter | b | New"}},
	{name: "a letter is replaced as a whole",
		steps:   []step{{put: puts("x", fullLetter()), written: 1}, {put: puts("x", emptied("full-letter")), written: 1}, {put: puts("x", fullLetter()), written: 1}, {put: puts("x", emptied("full-letter")), written: 1}},
		letters: []graph.Letter{emptied("full-letter")},
		audit:   []string{"x | put letter | full-letter | A “letter”\nof two lines", "x | put letter | full-letter | ", "x | put letter | full-letter | A “letter”\nof two lines", "x | put letter | full-letter | "}},
	{name: "a letter keeps its doubts, and who confirmed it until that is taken back",
		steps: []step{{put: puts("load", doubtful(a, nil)), written: 1}, {put: puts("person: Ada", doubtful(a, &graph.Check{By: "person: Ada"})), written: 1},
			{put: puts("person: Ada", doubtful(a, &graph.Check{By: "person: Ada"})), same: 1}, {put: puts("person: Ada", doubtful(a, &graph.Check{By: "person: Ada", When: "2021"})), written: 1},
			{put: puts("x", doubtful(a, nil)), written: 1}},
		letters: []graph.Letter{doubtful(a, nil)},
		audit:   []string{"load | put letter | a | Letter a", "person: Ada | put letter | a | Letter a", "person: Ada | put letter | a | Letter a", "x | put letter | a | Letter a"}},
	{name: "the order of signatures belongs to the letter",
		steps:   []step{{put: puts("x", letter("a", "P", "Q")), written: 1}, {put: puts("x", swapped(letter("a", "P", "Q"))), written: 1}},
		letters: []graph.Letter{swapped(letter("a", "P", "Q"))}, audit: []string{"x | put letter | a | Letter a", "x | put letter | a | Letter a"}},
	{name: "a letter without any list", steps: []step{{put: puts("x", emptyL), written: 1}, {put: puts("x", emptyL), same: 1}},
		letters: []graph.Letter{emptyL}, audit: []string{"x | put letter | nothing | "}},
	{name: "an empty list is not a missing one",
		steps:   []step{{put: puts("x", graph.Letter{ID: "e", Documents: []graph.Document{}, Signatures: []graph.Signature{}}), written: 1}, {put: puts("x", graph.Letter{ID: "e"}), written: 1}},
		letters: []graph.Letter{{ID: "e"}}, audit: []string{"x | put letter | e | ", "x | put letter | e | "}},
	{name: "a profile is replaced by name",
		steps:    []step{{put: puts("x", fullProfile(), fair), written: 2}, {put: puts("x", profile("FAIR", "")), written: 1}, {put: puts("x", fullProfile()), same: 1}},
		profiles: []graph.Profile{fullProfile(), profile("FAIR", "")},
		audit: []string{"x | put profile | " + graph.ProfileKey(fullProfile()) + " | Common Cause", "x | put profile | " + graph.ProfileKey(fair) + " | FAIR",
			"x | put profile | " + graph.ProfileKey(fair) + " | FAIR"}},
	{name: "a judgement is replaced by id",
		steps:      []step{{put: puts("x", same, fullJudgement()), written: 2}, {put: puts("x", because(same, "its site says so")), written: 1}, {put: puts("x", fullJudgement()), same: 1}},
		judgements: []graph.Judgement{because(same, "its site says so"), fullJudgement()},
		audit: []string{"x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation", "x | put judgement | " + fullJudgement().ID + " | same (report-of): l2 | l1",
			"x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation"}},
	{name: "removing a letter leaves the others and the judgements",
		steps:   []step{{put: puts("x", a, b, same, fullLetter()), written: 4}, {remove: "b", by: "person: R", written: 1}, {remove: "full-letter", by: "person: R", written: 1}},
		letters: []graph.Letter{a}, judgements: []graph.Judgement{same},
		audit: []string{"x | put letter | a | Letter a", "x | put letter | b | Letter b", "x | put letter | full-letter | A “letter”\nof two lines",
			"x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation", "person: R | remove letter | b | Letter b", "person: R | remove letter | full-letter | A “letter”\nof two lines"}},
	{name: "removing and putting again",
		steps:   []step{{put: puts("x", a), written: 1}, {remove: "a", by: "y", written: 1}, {remove: "a", by: "y", fails: graph.NotFound}, {put: puts("x", a), written: 1}},
		letters: []graph.Letter{a}, audit: []string{"x | put letter | a | Letter a", "y | remove letter | a | Letter a", "x | put letter | a | Letter a"}},
	{name: "a judgement is undone and redone, each once",
		steps: []step{{put: puts("x", same), written: 1}, {undo: same.ID, by: "person: U", when: "2022", written: 1}, {undo: same.ID, by: "person: V", when: "2023", same: 1},
			{redo: same.ID, by: "person: W", written: 1}, {redo: same.ID, by: "person: W", same: 1}, {undo: same.ID, by: "person: U", written: 1}},
		judgements: []graph.Judgement{undone(same, "person: U", "")},
		audit: []string{"x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation", "person: U | undo judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation",
			"person: W | redo judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation", "person: U | undo judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation"}},
	{name: "undone stays undone, whatever is put",
		steps: []step{{put: puts("x", same), written: 1}, {undo: same.ID, by: "person: U", when: "2022", written: 1}, {put: puts("x", same), same: 1},
			{put: puts("x", undone(same, "person: Z", "2030")), same: 1}, {put: puts("x", because(same, "new reason")), written: 1}},
		judgements: []graph.Judgement{undone(because(same, "new reason"), "person: U", "2022")},
		audit: []string{"x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation", "person: U | undo judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation",
			"x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation"}},
	{name: "a change can undo",
		steps:      []step{{put: puts("x", same), written: 1}, {put: puts("x", undone(same, "person: Z", "")), written: 1}, {put: puts("x", same), same: 1}},
		judgements: []graph.Judgement{undone(same, "person: Z", "")},
		audit:      []string{"x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation", "x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation"}},
	{name: "what is not there is NotFound",
		steps: []step{{remove: "a", fails: graph.NotFound}, {undo: "j-none", by: "x", fails: graph.NotFound}, {redo: "j-none", by: "x", fails: graph.NotFound}}},
	{name: "a rule takes its judgements back, and none of others",
		steps: []step{{put: puts("load", ruled, same, ruledLetters), written: 3}, {put: withdrawing("load", ruled.ID), written: 1}, {put: withdrawing("load", ruled.ID, "j-none")},
			{put: withdrawing("load", same.ID), fails: graph.Invalid}, {put: withdrawing("load", ruledLetters.ID), fails: graph.Invalid},
			{put: puts("load", ruled), written: 1}, {undo: ruled.ID, by: "person: U", written: 1}, {put: withdrawing("load", ruled.ID), fails: graph.Invalid}},
		judgements: []graph.Judgement{same, ruledLetters, undone(ruled, "person: U", "")},
		audit: []string{"load | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation", "load | put judgement | " + ruledLetters.ID + " | same (report-of): l2 | l1",
			"load | put judgement | " + ruled.ID + " | same: Fair Play | Fairplay", "load | withdraw judgement | " + ruled.ID + " | same: Fair Play | Fairplay",
			"load | put judgement | " + ruled.ID + " | same: Fair Play | Fairplay", "person: U | undo judgement | " + ruled.ID + " | same: Fair Play | Fairplay"}},
	{name: "undoing needs somebody",
		steps:      []step{{put: puts("x", same), written: 1}, {undo: same.ID, fails: graph.Invalid}},
		judgements: []graph.Judgement{same}, audit: []string{"x | put judgement | " + same.ID + " | same: EFF | Electronic Frontier Foundation"}},
	{name: "names that differ in nothing but form are different names",
		steps:   []step{{put: puts("x", letter("a", "fair", "FAIR", "Fair", "Fäir", "fair.", "ＦＡＩＲ")), written: 1}},
		letters: []graph.Letter{letter("a", "fair", "FAIR", "Fair", "Fäir", "fair.", "ＦＡＩＲ")}, audit: []string{"x | put letter | a | Letter a"}},
	{name: "ids are text and nothing else",
		steps:   []step{{put: puts("x", letter("a%", "P"), letter("A%", "P"), letter("a'; DROP TABLE letter; --", "P"), letter("  ", "P")), written: 4}, {remove: "a%", by: "x", written: 1}},
		letters: []graph.Letter{letter("A%", "P"), letter("a'; DROP TABLE letter; --", "P"), letter("  ", "P")},
		audit: []string{"x | put letter |    | Letter   ", "x | put letter | A% | Letter A%", "x | put letter | a% | Letter a%",
			"x | put letter | a'; DROP TABLE letter; -- | Letter a'; DROP TABLE letter; --", "x | remove letter | a% | Letter a%"}},
	refused("a letter without id", letter("")),
	refused("a letter twice", a, titled(a, "again")),
	refused("a name that is not clean", letter("c", "two  blanks")),
	refused("a name in decomposed form", letter("c", "e\u0301")),
	refused("a signature without a name", letter("c", "")),
	refused("a signature without evidence", with(letter("c", "P"), func(l *graph.Letter) { l.Signatures[0].Evidence = nil })),
	refused("evidence of another document", with(letter("c", "P"), func(l *graph.Letter) { l.Signatures[0].Evidence[0].Document = "other" })),
	refused("a signatory of no type", with(letter("c", "P"), func(l *graph.Letter) { l.Signatures[0].Type = "" })),
	refused("one signature twice", letter("c", "P", "P")),
	refused("a document twice", with(letter("c", "P"), func(l *graph.Letter) { l.Documents = append(l.Documents, l.Documents[0]) })),
	refused("text that is not UTF-8", titled(letter("c"), "\xff")),
	refused("evidence that is not UTF-8", with(letter("c", "P"), func(l *graph.Letter) { l.Signatures[0].Evidence[0].Text = "\xc3" })),
	refused("a confidence that is no number", with(letter("c", "P"), func(l *graph.Letter) { l.Signatures[0].Confidence = math.NaN() })),
	refused("a date that is not in the calendar", with(letter("c"), func(l *graph.Letter) { l.Date = graph.Date{Year: 2021, Month: 13} })),
	refused("a profile of nobody", profile("", "x")),
	refused("a profile twice", profile("P", "x"), profile("P", "y")),
	refused("a judgement of nobody", judge(graph.Same, "P", "Q", "")),
	refused("a judgement with a foreign id", with(same, func(j *graph.Judgement) { j.ID = "j-other" })),
	refused("a judgement twice", same, because(same, "x")),
	refused("a score that is no number", with(same, func(j *graph.Judgement) { j.Score = math.Inf(1) })),
}

// refused is a case where the bad records come with a good one, of which nothing may be written either.
func refused(name string, bad ...any) change {
	good := letter("good", "P")
	return change{name: "refused: " + name, letters: []graph.Letter{good}, audit: []string{"x | put letter | good | Letter good"},
		steps: []step{{put: puts("x", good), written: 1}, {put: puts("x", append([]any{titled(good, "changed")}, bad...)...), fails: graph.Invalid}}}
}

func with[T any](record T, change func(*T)) T {
	change(&record)
	return record
}

func emptied(id string) graph.Letter {
	return graph.Letter{ID: id, Documents: []graph.Document{}, Signatures: []graph.Signature{}}
}

func swapped(l graph.Letter) graph.Letter {
	l.Signatures[0], l.Signatures[1] = l.Signatures[1], l.Signatures[0]
	return l
}
