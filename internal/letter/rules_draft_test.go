package letter_test

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// unsaid stands where a sentence is to be written.
const unsaid = "WHAT IT SAYS."

// draftRow makes a row for a rule that has none, from the cases of testdata: the shortest line that a pattern matches and the most alike that
// it does not, or the smallest case that is read otherwise without a decision and the smallest that asks it and is not.
func draftRow(t *testing.T, id string) string {
	t.Helper()
	var yes, no string
	switch kind := rule.KindOf(id); kind {
	case rule.WordList:
		yes, no = slices.Min(slices.Collect(maps.Keys(rule.Words()[id]))), "A WORD THAT IT LACKS"
	case rule.Pattern:
		yes, no = draftLines(t, id)
	default:
		yes, no = draftCases(t, id)
	}
	escape := strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\t", `\t`)
	return strings.Join([]string{id, string(rule.KindOf(id)), unsaid, cmp.Or(escape.Replace(yes), "AN EXAMPLE"), cmp.Or(escape.Replace(no), "A COUNTEREXAMPLE")}, "\t")
}

// draftLines looks through the lines of the cases, as printed and folded.
func draftLines(t *testing.T, id string) (yes, no string) {
	t.Helper()
	var matched, others []string
	for _, f := range fixtures(t, ".txt", ".md", ".html", ".csv", ".yml", ".json") {
		for line := range strings.Lines(string(f.data)) {
			for _, s := range []string{strings.TrimSpace(line), text.FoldLine(line)} {
				switch {
				case s == "" || len(s) > 200:
				case rule.Matches(id, s):
					matched = append(matched, s)
				default:
					others = append(others, s)
				}
			}
		}
	}
	if len(matched) == 0 {
		return "", ""
	}
	short := func(s string) int { // two words or more tell more than one
		if strings.Contains(s, " ") {
			return len(s)
		}
		return len(s) + 40
	}
	yes = slices.MinFunc(matched, func(a, b string) int { return cmp.Or(short(a)-short(b), cmp.Compare(a, b)) })
	alike := func(s string) int {
		n := 0
		for _, w := range strings.Fields(s) {
			if slices.Contains(strings.Fields(yes), w) {
				n += 1 + len(w)
			}
		}
		return 4*n - len(s)
	}
	return yes, slices.MaxFunc(others, func(a, b string) int { return alike(a) - alike(b) })
}

// cases are the cases by their names, for all rows that are drafted.
var cases = map[string]*example{}

// draftCases looks through the cases, the smallest first.
func draftCases(t *testing.T, id string) (yes, no string) {
	t.Helper()
	all := fixtures(t)
	slices.SortStableFunc(all, func(a, b fixture) int { return len(a.data) - len(b.data) })
	for _, f := range all {
		if yes != "" && no != "" {
			break
		}
		name := "case:" + f.name
		e := cases[name]
		if e == nil {
			e = readExample(t, name)
			cases[name] = e
		}
		switch {
		case !e.asked[id] && !e.opens[id]:
		case e.without(t, id) == e.answer:
			no = cmp.Or(no, name)
		default:
			yes = cmp.Or(yes, name)
		}
	}
	return yes, no
}
