package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEvaluateExtract runs the command on the gold folder of package evaluate: F1 is 4 / 7 there.
func TestEvaluateExtract(t *testing.T) {
	const gold = "../../internal/evaluate/testdata/gold"
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--gold", gold}, 0, "F1 0.5714 (micro"},
		{[]string{"--gold", gold, "--min-f1", "0.57"}, 0, "F1 0.5714 (micro"},
		{[]string{"--gold", gold, "--min-f1", "0.58"}, 1, "below the 0.5800"},
		{[]string{"--gold", gold, "--csv"}, 0, "all,,,4,3,2"},
		{[]string{"--gold", gold, "--json"}, 0, `"f1": 0.57143`},
		{[]string{"--gold", gold, "--only", gold + "/../two.txt", "--verbose"}, 0, "missing Moon Club"},
		{[]string{"--gold", gold, "--json", "--csv"}, 2, "choose --json or --csv"},
		{[]string{"--gold", gold, "--reliability"}, 0, "reliability of confidence"},
		{[]string{"--gold", gold, "--by-publisher"}, 0, "by publisher; fitted without it: tables and lists, sections, readings, confidence, doubt"},
		{[]string{"--gold", gold, "--by-publisher", "--json"}, 0, `"publisher": "more"`},
		{[]string{"--gold", gold, "--fit"}, 0, "section.shape\tbias\t"},
		{[]string{"--cases", "../../internal/letter/testdata/../../evaluate/testdata/gold", "--ablate"}, 2, "there is no case"},
		{[]string{"--gold", gold, "--gold", gold + "/../gold2"}, 0, "4 documents, 3 of them signed by organizations; 1 NOT READ"},
		{[]string{"--gold", gold, "--gold", gold + "/."}, 2, "give each folder once"},
		{nil, 2, "--gold DIR"},
	} {
		r := cli(t, t.TempDir(), append([]string{"evaluate", "extract"}, c.args...)...)
		if r.code != c.code || !strings.Contains(r.out+r.err, c.says) {
			t.Errorf("evaluate extract %q ends with %d and says %s%s; want %d and %q", c.args, r.code, r.out, r.err, c.code, c.says)
		}
	}
}

// TestEvaluateOut asks for the bytes of extract --json, under the gold's id or a name made of publisher and file.
func TestEvaluateOut(t *testing.T) {
	const data = "../../internal/evaluate/testdata/"
	dir := t.TempDir()
	stale := filepath.Join(dir, "more-scan.png.json")
	if err := os.WriteFile(stale, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := cli(t, t.TempDir(), "evaluate", "extract", "--gold", data+"gold", "--gold", data+"gold2", "--out", dir); r.code != 0 {
		t.Fatalf("it ends with %d and says %s", r.code, r.err)
	}
	for id, file := range map[string]string{"gold-pool.txt": "letters/pool.txt", "gold-news.txt": "letters/news.txt", "sea-2024": "letters2/sea/wall.md"} {
		got, err := os.ReadFile(filepath.Join(dir, id+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if want := cli(t, t.TempDir(), "extract", data+file, "--json"); string(got) != want.out {
			t.Errorf("%s holds\n%s\nwant\n%s", id, got, want.out)
		}
	}
	if _, err := os.Stat(stale); !os.IsNotExist(err) {
		t.Errorf("a document that cannot be read keeps an older draft (%v)", err)
	}
	same := t.TempDir()
	for _, name := range []string{"a.json", "b.json"} {
		if err := os.WriteFile(filepath.Join(same, name), []byte(`{"id": "one", "document": "`+name+`", "signatories": []}`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if r := cli(t, t.TempDir(), "evaluate", "extract", "--gold", same, "--out", dir); r.code != 2 || !strings.Contains(r.err, "have the one id one") {
		t.Errorf("two golds with one id end with %d and say %s", r.code, r.err)
	}
}
