package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// makeHistory writes a store's history: letters, one of them replaced and one removed, judgements, one of them undone.
func makeHistory(t *testing.T, data string, more ...string) {
	t.Helper()
	run := func(args ...string) string { return must(t, data, append(args, more...)...) }
	folder := t.TempDir()
	run("load", "--edges", write(t, filepath.Join(folder, "e.csv"), "organization,letter,date\nOpen Door,x,2020\nFar Away,x,2020\nOpen-Door Trust,y,2021\n"))
	run("load", "--edges", write(t, filepath.Join(folder, "e.csv"), "organization,letter,date\nOpen Door,x,2020\nFar Away,x,2020\nOpen-Door Trust,y,2021\nNewcomer,y,2021\n"))
	run("load", write(t, filepath.Join(folder, "late.txt"), lateLetter))
	id := strings.Fields(run("judge", "same", "Open Door", "Open-Door Trust", "--by", "tester"))[0]
	run("judge", "different", "Open Door", "Far Away", "--by", "tester")
	run("undo", id, "--by", "second tester")
}

// sameEverywhere wants two stores to tell the same of their records and of their history.
func sameEverywhere(t *testing.T, data, one, other string) {
	t.Helper()
	for _, what := range [][]string{{"audit", "--json"}, {"judgements", "--json"}, {"export", "-f", "json", "-o", "-"}} {
		a, b := must(t, data, append(what, "--store", one)...), must(t, data, append(what, "--store", other)...)
		if a != b || len(a) < 200 {
			t.Errorf("%s: %d bytes from the source, %d other ones from the copy", what[0], len(a), len(b))
		}
	}
}

func TestCopyMovesRecordsAndHistory(t *testing.T) {
	data := t.TempDir()
	makeHistory(t, data)
	from, to := filepath.Join(data, "undersigned.db"), filepath.Join(t.TempDir(), "to.db")
	if out := must(t, data, "copy", "--from", from, "--to", to); !strings.Contains(out, "lines of the audit log") || strings.Contains(out, " 0 of these") {
		t.Errorf("copy says %q", out)
	}
	sameEverywhere(t, data, from, to)
	if history := must(t, data, "audit", "--store", to); !strings.Contains(history, "person: second tester  undo judgement") || strings.Contains(history, "copy") {
		t.Errorf("the copy's history is not the source's:\n%s", history)
	}
	if out := must(t, data, "copy", "--from", from, "--to", to); !strings.Contains(out, " 0 of these were written now") {
		t.Errorf("copying again says %q", out)
	}
	if out := must(t, data, "verify", "--store", to); !strings.Contains(out, "in order") {
		t.Errorf("verify: %s", out)
	}
	must(t, data, "judge", "unsure", "Newcomer", "Far Away", "--by", "somebody", "--store", to)
	if r := cli(t, data, "copy", "--from", from, "--to", to); r.code == 0 || !strings.Contains(r.err, "copy into a new store") {
		t.Errorf("copying over somebody else's work: exit status %d, %s", r.code, r.err)
	}
}
