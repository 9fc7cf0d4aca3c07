package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
)

func TestJudgementsAreShownAndUndone(t *testing.T) {
	data := t.TempDir()
	edges := write(t, filepath.Join(t.TempDir(), "e.csv"), "organization,letter\nOpen Door,x\nOPEN DOOR,y\nOpen-Door Trust,y\nFar Away,y\n")
	must(t, data, "load", "--edges", edges)
	organizations := func(n int) {
		t.Helper()
		want(t, stats(t, data), map[string]int{"organizations": n})
	}
	organizations(3) // the rule joined Open Door and OPEN DOOR

	listed := func(words ...string) []graph.Judgement {
		t.Helper()
		var found struct{ Judgements []graph.Judgement }
		if err := json.Unmarshal([]byte(must(t, data, append([]string{"judgements", "--json"}, words...)...)), &found); err != nil {
			t.Fatal(err)
		}
		return found.Judgements
	}
	rule := listed("rule")
	if len(rule) != 1 || rule[0].By != graph.RuleBy("fold", 3) {
		t.Fatalf("the rule's judgement is not shown: %+v", rule)
	}
	must(t, data, "undo", rule[0].ID, "--by", "tester")
	organizations(4)
	if again := listed("rule"); len(again) != 1 || again[0].Undone == nil || again[0].Undone.By != "person: tester" {
		t.Errorf("the undone judgement must stay visible: %+v", again)
	}
	must(t, data, "load", "--edges", edges)
	organizations(4) // loading again does not bring it back
	must(t, data, "redo", rule[0].ID)
	organizations(3)

	id := strings.Fields(must(t, data, "judge", "same", "Open Door", "Open-Door Trust", "--by", "tester", "--why", "renamed in 2020"))[0]
	organizations(2)
	must(t, data, "undo", id)
	organizations(3)
	must(t, data, "judge", "different", "Open Door", "OPEN DOOR", "--by", "tester")
	organizations(4)

	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"judge", "same", "Open Door", "Nobody"}, "exactly"},
		{[]string{"judge", "perhaps", "Open Door", "Far Away"}, "same, different, unsure, parent, member, former or split"},
		{[]string{"judge", "same", "Open Door", "Open Door"}, "two different names"},
		{[]string{"undo", "j-nothing"}, "no judgement"},
		{[]string{"redo", "j-nothing"}, "no"},
		{[]string{"undo", id, "--why", "because"}, "unknown flag: --why"},
		{[]string{"redo", id, "--why", "because"}, "unknown flag: --why"},
		{[]string{"redo", id, "--when", "2021"}, "unknown flag: --when"},
		{[]string{"judge", "same", "-Open Door", "Far Away"}, "put -- before names that begin with a dash"},
		{[]string{"remove", "nothing"}, "no letter"},
	} {
		if r := cli(t, data, c.args...); r.code != 2 || !strings.Contains(r.err, c.says) {
			t.Errorf("%v: exit status %d, %q; it should say %q", c.args, r.code, r.err, c.says)
		}
	}

	must(t, data, "remove", graph.LetterID("y", "y"))
	want(t, stats(t, data), map[string]int{"letters": 1, "organizations": 1})
	log := must(t, data, "audit")
	for _, action := range []string{"put letter", "put judgement", "undo judgement", "redo judgement", "remove letter"} {
		if !strings.Contains(log, action) {
			t.Errorf("the audit log does not tell of %q:\n%s", action, log)
		}
	}
}

// TestJudgeKinds says what is not the same and not only different: parents, members, former names, a name that is another in one letter.
func TestJudgeKinds(t *testing.T) {
	data := t.TempDir()
	must(t, data, "load", "--edges", write(t, data+"/edges.csv", "organization,letter\nRiver Trust,x\nRiver Trust Maine,x\nStream Trust,y\nRiver Trust,y\nCommons,x\nCommons,y\nFair Water,y\n"))
	organizations := func() (list []struct{ Name string }) {
		t.Helper()
		var answer struct{ Organizations []struct{ Name string } }
		if err := json.Unmarshal([]byte(must(t, data, "list", "organizations", "--json")), &answer); err != nil {
			t.Fatal(err)
		}
		return answer.Organizations
	}
	if n := len(organizations()); n != 5 {
		t.Fatalf("%d organizations", n)
	}
	y := graph.LetterID("y", "y")
	parent := strings.Fields(must(t, data, "judge", "parent", "River Trust", "River Trust Maine", "--by", "Ida"))[0]
	r := cli(t, data, "judge", "member", "Silent Alliance", "River Trust", "--from", "2001", "--until", "2004-05", "--by", "Ida")
	if r.code != 0 || !strings.Contains(r.err, `No letter prints "Silent Alliance"`) {
		t.Errorf("%d, %s", r.code, r.err)
	}
	must(t, data, "judge", "former", "River Trust", "Stream Trust", "--until", "1999", "--by", "Ida")
	if n := len(organizations()); n != 4 {
		t.Errorf("a former name leaves %d organizations", n)
	}
	must(t, data, "judge", "split", "Commons", "--in", y, "--by", "Ida")
	if n := len(organizations()); n != 5 {
		t.Errorf("a split leaves %d organizations", n)
	}
	listed := must(t, data, "judgements", "Ida")
	for _, line := range []string{`"River Trust" is the parent of "River Trust Maine" (person: Ida)`, `"Silent Alliance" has the member "River Trust" from 2001 until 2004-05 (person: Ida)`,
		`"River Trust" has the former name "Stream Trust" until 1999 (person: Ida)`, `"Commons" in "y" is another organization than elsewhere (person: Ida)`} {
		if !strings.Contains(listed, line) {
			t.Errorf("%q is missing in\n%s", line, listed)
		}
	}
	r = cli(t, data, "judge", "same", "River Trust Maine", "River Trust", "--by", "Ora")
	why := "person: Ora says that “River Trust” and “River Trust Maine” are one organization, but person: Ida says that “River Trust” is the parent of “River Trust Maine”."
	if r.code != 0 || !strings.Contains(r.err, "It is NOT APPLIED: "+why) {
		t.Errorf("%d, %s", r.code, r.err)
	}
	if listed := must(t, data, "judgements"); !strings.Contains(listed, "NOT APPLIED "+strings.Fields(r.out)[0]+": "+strings.TrimSuffix(why, ".")) {
		t.Errorf("the contradiction is not listed:\n%s", listed)
	}
	must(t, data, "undo", parent)
	if n := len(organizations()); n != 4 {
		t.Errorf("the parent undone leaves %d organizations", n)
	}
	if r = cli(t, data, "judge", "parent", "Fair Water", "River Trust", "--by", "Ada"); r.code != 0 || strings.Contains(r.err, "NOT APPLIED") {
		t.Errorf("%d, %s", r.code, r.err)
	}
	if r = cli(t, data, "judge", "different", "River Trust", "Stream Trust", "--by", "Ada"); !strings.Contains(r.err, "is NOT APPLIED any more: person: Ida says that “Stream Trust” is a former name") {
		t.Errorf("%d, %s", r.code, r.err)
	}
	copied := t.TempDir()
	must(t, copied, "load", write(t, copied+"/judgements.csv", must(t, data, "judgements", "--csv")))
	if got, want := must(t, copied, "judgements", "--csv"), must(t, data, "judgements", "--csv"); got != want {
		t.Errorf("read back: %s\nwant %s", got, want)
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"parent", "River Trust"}, "takes two names"},
		{[]string{"parent", "Nobody", "Nowhere"}, "exactly"},
		{[]string{"same", "River Trust", "Nobody"}, "exactly"},
		{[]string{"parent", "River Trust", "Commons", "--from", "2001"}, "no dates"},
		{[]string{"member", "Fair Water", "River Trust", "--from", "2004", "--until", "2001"}, "before the beginning"},
		{[]string{"member", "Fair Water", "River Trust", "--in", y}, "--in is for split"},
		{[]string{"split", "Commons"}, "needs the letter"},
		{[]string{"split", "Commons", "Fair Water", "--in", y}, "one name"},
		{[]string{"split", "Commons", "--in-first", y}, "with --in"},
		{[]string{"split", "Commons", "--in", "none"}, "in a letter"},
		{[]string{"split"}, "a verdict and two names"},
	} {
		if r := cli(t, data, append([]string{"judge"}, c.args...)...); r.code != 2 || !strings.Contains(r.err, c.says) {
			t.Errorf("%v: exit status %d, %q; it should say %q", c.args, r.code, r.err, c.says)
		}
	}
}
