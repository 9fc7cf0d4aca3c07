package main

import (
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
		{[]string{"--gold", gold, "--by-publisher"}, 0, "by publisher; fitted without it: confidence"},
		{[]string{"--gold", gold, "--by-publisher", "--json"}, 0, `"publisher": "more"`},
		{[]string{"--gold", gold, "--fit"}, 0, "Model{Bias: "},
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
