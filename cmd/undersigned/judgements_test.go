package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
)

func TestJudgementsAsATableBothWays(t *testing.T) {
	data, folder := t.TempDir(), t.TempDir()
	edges := write(t, filepath.Join(folder, "e.csv"), "organization,letter\nOpen Door,x\nOPEN DOOR,y\nOpen-Door Trust,y\n=Far Away,y\nFar Away Club,x\n")
	must(t, data, "load", "--edges", edges)
	must(t, data, "judge", "same", "Open Door", "Open-Door Trust", "--by", "Rosa", "--when", "2021-05", "--why", "-one page, one logo")
	must(t, data, "judge", "unsure", "=Far Away", "Far Away Club", "--by", "Rosa")
	undone := strings.Fields(must(t, data, "judge", "same", "=Far Away", "Open Door", "--by", "Ida"))[0]
	must(t, data, "undo", undone, "--by", "Rosa")
	rule := strings.Fields(must(t, data, "judgements", "rule:"))[0]

	table := must(t, data, "judgements", "--csv")
	if lines := strings.Count(table, "\r\n"); lines != 5 || !strings.Contains(table, rule) {
		t.Fatalf("%d lines, want a header and the 4 that are stored:\n%s", lines, table)
	}
	if !strings.Contains(table, "'=Far Away") || !strings.Contains(table, "'-one page") {
		t.Errorf("a cell that a spreadsheet would run:\n%s", table)
	}
	file := write(t, filepath.Join(folder, "judgements.csv"), table)
	other := t.TempDir()
	must(t, other, "load", "--edges", edges)
	if out := must(t, other, "load", file); !strings.Contains(out, "3 judgements") || !strings.Contains(out, "0 signed letters") {
		t.Errorf("load said\n%s", out)
	}
	if again := must(t, other, "judgements", "--csv"); again != table {
		t.Errorf("read back as\n%s\nwant\n%s", again, table)
	}
	want(t, stats(t, other), map[string]int{"organizations": 3})
	before := stats(t, other)["revision"]
	must(t, other, "load", file)
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"load", "-", "--data", other}, stdio{strings.NewReader(table), &out, &errs}); code != 0 {
		t.Errorf("from standard input: %d %s", code, errs.String())
	}
	if after := stats(t, other)["revision"]; after != before {
		t.Errorf("loading it again moved the revision from %d to %d", before, after)
	}
	if few := must(t, data, "judgements", "may be", "--csv"); strings.Count(few, "\r\n") != 2 || !strings.Contains(few, "Far Away Club") {
		t.Errorf("words keep\n%s", few)
	}
	if r := cli(t, data, "judgements", "--csv", "--json"); r.code != 2 {
		t.Errorf("both forms: status %d", r.code)
	}
}

// TestRulesThatAreNotApplied: what a rule would join and does not is listed with both names and the reason, and loading calls it no contradiction.
func TestRulesThatAreNotApplied(t *testing.T) {
	data := t.TempDir()
	loaded := must(t, data, "load", write(t, filepath.Join(data, "set.yaml"), "undersigned: dataset/1\nname: x\nletters:\n"+
		"  - {id: one, signatories: [Lantern Works, 'Lantern Works, Inc.', Heron Trust]}\n  - {id: two, signatories: [Heron Trust e.V.]}\n"))
	if strings.Contains(loaded, "contradict") || !strings.Contains(loaded, "\nRules joined 1 pair of names (undersigned judgements rule --data "+data+"); 1 was left open (undersigned names review --data "+data+").\n") || !strings.Contains(loaded, "\n    1 pair of names that a rule does not join may be one organization: undersigned names review") {
		t.Errorf("loading says\n%s", loaded)
	}
	listed := must(t, data, "judgements")
	if lines := strings.Count(listed, "\n"); lines != 3 || !strings.Contains(listed, `  "Lantern Works" is "Lantern Works, Inc." (rule: legal-form, version 2: equal but for the legal form`) ||
		!strings.Contains(listed, `: "Lantern Works" and "Lantern Works, Inc.": one list prints both names, so a rule does not join them; say whether they are one organization`) {
		t.Errorf("%d lines:\n%s", lines, listed)
	}
	if few := must(t, data, "judgements", "heron"); strings.Contains(few, "NOT APPLIED") || strings.Count(few, "\n") != 1 {
		t.Errorf("words keep\n%s", few)
	}
}

func TestTablesOfJudgementsByHand(t *testing.T) {
	data, folder := t.TempDir(), t.TempDir()
	must(t, data, "load", "--edges", write(t, filepath.Join(folder, "e.csv"), "organization,letter\nA Club,x\nB Club,x\nC Club,x\nD Club,x\n"))
	pairs := write(t, filepath.Join(folder, "pairs.csv"), "name1;name2;verdict\nA Club;B Club;same\nA Club;C Club;different\n")
	must(t, data, "load", folder) // e.csv, too
	want(t, stats(t, data), map[string]int{"letters": 1, "organizations": 3})
	aliases := write(t, filepath.Join(t.TempDir(), "aliases.csv"), "canonical,alias\nClub of All,A Club\nClub of All,D Club\n")
	must(t, data, "load", "--aliases", aliases)
	want(t, stats(t, data), map[string]int{"letters": 1, "organizations": 2})
	other := t.TempDir()
	exported := write(t, filepath.Join(t.TempDir(), "exported.csv"), must(t, data, "export", "-f", "aliases.csv", "-o", "-"))
	must(t, other, "load", filepath.Join(folder, "e.csv"), exported)
	want(t, stats(t, other), map[string]int{"letters": 1, "organizations": 2})
	if listed := must(t, data, "judgements", "file pairs.csv"); strings.Count(listed, "\n") != 2 {
		t.Errorf("judged by the file:\n%s", listed)
	}
	gone := write(t, filepath.Join(t.TempDir(), "gone.csv"), "verdict,name_a,letter_a,name_b,letter_b,relation\nsplit,B Club,nope,,,\nsame,B Club,,C Club,,\n")
	if out := must(t, data, "load", gone); !strings.Contains(out, `gone.csv: row 2: there is no letter "nope"; the judgement is kept and says nothing until there is one`) || strings.Count(out, "note: ") != 1 {
		t.Errorf("of a letter that there is not load says\n%s", out)
	}
	bad := write(t, filepath.Join(t.TempDir(), "bad.csv"), "name1,name2,verdict\nA Club,B Club,same\nA Club,C Club,perhaps\n")
	if r := cli(t, data, "load", bad); r.code == 0 || !strings.Contains(r.out, "bad.csv: row 3: ") {
		t.Errorf("status %d\n%s", r.code, r.out)
	}
	for _, file := range []string{pairs, aliases} {
		if r := cli(t, data, "extract", file); r.code == 0 || !strings.Contains(r.err, "who is who") {
			t.Errorf("extract %s: %d %s", filepath.Base(file), r.code, r.err)
		}
	}
}
