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
	if len(rule) != 1 || rule[0].By != graph.RuleBy("fold", 2) {
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
		{[]string{"judge", "perhaps", "Open Door", "Far Away"}, "same, different or unsure"},
		{[]string{"judge", "same", "Open Door", "Open Door"}, "two different names"},
		{[]string{"undo", "j-nothing"}, "no judgement"},
		{[]string{"redo", "j-nothing"}, "no"},
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
