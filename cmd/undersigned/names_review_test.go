package main

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/names"
	"undersigned/internal/proposal"
)

// twoLetters makes a store in which "Lantern Works" and "Lantern Works (Estbury)" sign two letters each.
func twoLetters(t *testing.T) string {
	t.Helper()
	data := t.TempDir()
	list := write(t, data+"/list.csv", strings.Join([]string{"letter,organization",
		"One,Lantern Works", "One,Tide Watch", "One,Heron Trust", "One,Orchard Growers Union",
		"Two,Lantern Work", "Two,Tide Watch", "Two,Juniper Teachers Network", "Two,Orchard Growers’ Union of Estbury"}, "\n")+"\n")
	must(t, data, "load", list)
	return data
}

func proposed(t *testing.T, data string) []proposal.Proposal {
	t.Helper()
	var answer struct {
		Proposals []proposal.Proposal `json:"proposals"`
		All       int                 `json:"all"`
	}
	if err := json.Unmarshal([]byte(must(t, data, "names", "proposals", "--json")), &answer); err != nil {
		t.Fatal(err)
	}
	if answer.All != len(answer.Proposals) {
		t.Errorf("%d of %d proposals", len(answer.Proposals), answer.All)
	}
	return answer.Proposals
}

func reviewWith(t *testing.T, data, keys string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"names", "review", "--by", "Rosa Lind", "--data", data}, stdio{strings.NewReader(keys), &out, &errs}); code != 0 {
		t.Fatalf("status %d: %s", code, errs.String())
	}
	return out.String()
}

// TestReview: a question that is answered is not asked again; an answer that is taken back is.
func TestReview(t *testing.T) {
	data := twoLetters(t)
	before := proposed(t, data)
	if len(before) == 0 || before[0].A.Printed != "Lantern Work" || before[0].B.Printed != "Lantern Works" || before[0].Ties == 0 {
		t.Fatalf("proposals: %+v", before)
	}
	if out := reviewWith(t, data, "x\nq\n"); !strings.Contains(out, "Lantern Works") || !strings.Contains(out, "Keys: 1 same") {
		t.Errorf("an unknown key says nothing: %s", out)
	}
	reviewWith(t, data, "1\nu\nq\n")
	if after := proposed(t, data); len(after) != len(before) {
		t.Errorf("an answer that was taken back leaves %d of %d questions", len(after), len(before))
	}
	reviewWith(t, data, "1\nq\n")
	for _, p := range proposed(t, data) {
		if p.A.Printed == "Lantern Work" {
			t.Errorf("asked again: %+v", p)
		}
	}
	var list struct{ Organizations []struct{ Name string } }
	if err := json.Unmarshal([]byte(must(t, data, "list", "organizations", "lantern", "--json")), &list); err != nil || len(list.Organizations) != 1 {
		t.Errorf("after “same” there are %d organizations: %v", len(list.Organizations), err)
	}
	if out := must(t, data, "judgements", "lantern"); !strings.Contains(out, "person: Rosa Lind") {
		t.Errorf("the judgement does not say who made it: %s", out)
	}
}

// TestReviewParents: two keys for the two directions, each taken back as any answer is; s asks again another time.
func TestReviewParents(t *testing.T) {
	data := twoLetters(t)
	all := len(proposed(t, data))
	reviewWith(t, data, "s\nq\n")
	reviewWith(t, data, "4\nu\nq\n")
	if after := proposed(t, data); len(after) != all {
		t.Fatalf("a skip, and an answer that was taken back, leave %d of %d questions", len(after), all)
	}
	reviewWith(t, data, "5\nq\n")
	if after := proposed(t, data); len(after) != all-1 {
		t.Errorf("%d of %d questions are left", len(after), all)
	}
	out := must(t, data, "judgements", "parent")
	if !strings.Contains(out, `"Lantern Works" is the parent of "Lantern Work" (person: Rosa Lind)`) || !strings.Contains(out, `"Lantern Work" is the parent of "Lantern Works" (person: Rosa Lind) UNDONE`) {
		t.Errorf("the answers were %s", out)
	}
}

// TestProposalsBesideRules: a pair that a rule would join is asked where one list prints both names, and where a name could be either of two that
// were judged different; what the rule joins is not asked, nor what somebody has taken back from it.
func TestProposalsBesideRules(t *testing.T) {
	const set = "undersigned: dataset/1\nname: x\nletters:\n"
	const apart = "  - {id: one, signatories: [Lantern Works, Tide Watch]}\n  - {id: two, signatories: ['Lantern Works, Inc.', Heron Trust]}\n"
	for _, c := range []struct{ name, set, asked, why string }{
		{"the rule joins", set + apart, "", ""},
		{"one list", set + "  - {id: one, signatories: [Lantern Works, 'Lantern Works, Inc.']}\n", "Lantern Works|Lantern Works, Inc.", "one list prints both"},
		{"one of two", set + apart + "  - {id: three, signatories: ['Lantern Works e.V.', Juniper Network]}\ndistinct:\n  - ['Lantern Works, Inc.', 'Lantern Works e.V.']\n",
			"Lantern Works|Lantern Works e.V.\nLantern Works|Lantern Works, Inc.", "legal form"},
	} {
		data := t.TempDir()
		must(t, data, "load", write(t, data+"/set.yaml", c.set))
		var asked []string
		for _, p := range proposed(t, data) {
			pair := []string{p.A.Printed, p.B.Printed}
			slices.Sort(pair)
			asked = append(asked, strings.Join(pair, "|"))
			if p.Verdict != names.Ask || !strings.Contains(p.Why, c.why) {
				t.Errorf("%s: %+v", c.name, p)
			}
		}
		slices.Sort(asked)
		if got := strings.Join(asked, "\n"); got != c.asked {
			t.Errorf("%s: asked are %q, not %q", c.name, got, c.asked)
		}
	}
	data := t.TempDir()
	must(t, data, "load", write(t, data+"/set.yaml", set+apart))
	id, _, _ := strings.Cut(must(t, data, "judgements", "legal-form"), " ")
	must(t, data, "undo", id, "--by", "Rosa Lind")
	if list := proposed(t, data); len(list) != 0 {
		t.Errorf("what was taken back from a rule is asked: %+v", list)
	}
}

// TestProposalsBesideParents: a profile that names a parent has answered.
func TestProposalsBesideParents(t *testing.T) {
	for parent, questions := range map[string]int{"": 1, ", parent: {name: Lantern Works}": 0, ", parent: {name: Nobody}": 1} {
		data := t.TempDir()
		must(t, data, "load", write(t, data+"/set.yaml", "undersigned: dataset/1\nname: x\nletters:\n  - {id: one, signatories: [Lantern Works, Tide Watch]}\n"+
			"  - {id: two, signatories: [Lantern Work, Heron Trust]}\nprofiles:\n  - {of: {name: Lantern Work}, kind: ngo"+parent+"}\n"))
		if list := proposed(t, data); len(list) != questions {
			t.Errorf("with the profile %q: %+v", parent, list)
		}
	}
}

// TestReviewEnds: the end of the input ends the review, and what was answered stays.
func TestReviewEnds(t *testing.T) {
	data := twoLetters(t)
	reviewWith(t, data, "2")
	for _, p := range proposed(t, data) {
		if p.A.Printed == "Lantern Work" {
			t.Errorf("asked again: %+v", p)
		}
	}
}

// TestReviewTakesTheLastAnswerBack: after the last answer the review asks once more, so that a slip there is mended as any other.
func TestReviewTakesTheLastAnswerBack(t *testing.T) {
	data := twoLetters(t)
	all := len(proposed(t, data))
	keys := strings.Repeat("3\n", all)
	if out := reviewWith(t, data, keys+"1\nu\nq\n"); !strings.Contains(out, "That was the last. u undo  q end: Keys: u undo  q end") {
		t.Errorf("the end says\n%s", out)
	}
	if left := len(proposed(t, data)); left != 1 {
		t.Errorf("of %d questions the last was taken back, and %d are open", all, left)
	}
	if out := reviewWith(t, data, "3\nu\n3\n"); strings.Count(out, "1 of 1") != 2 || strings.Count(out, "That was the last.") != 2 {
		t.Errorf("the question does not come back:\n%s", out)
	}
	if out := reviewWith(t, data, ""); len(proposed(t, data)) != 0 || !strings.Contains(out, "No more questions.") {
		t.Errorf("without questions it says %q", out)
	}
}
