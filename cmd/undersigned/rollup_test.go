package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRollUp asks each command that takes --rollup about one parent and its two chapters, of which one signed what the parent did.
func TestRollUp(t *testing.T) {
	data := listedData(t)
	must(t, data, "judge", "parent", "Salt Club", "Moon Club")
	must(t, data, "judge", "parent", "Salt Club", "Sun Club")
	const words = "Chapters count as their parents: in all letters, 1 organization stands for 2 others. In 2 letters several of them signed and count once."
	var a struct {
		Network struct {
			Organizations, Signatures int
			RolledUp                  *struct{ Folded, Letters, Merged int } `json:"rolled_up"`
		}
	}
	if err := json.Unmarshal([]byte(must(t, data, "analyze", "--json", "--rollup", "parents")), &a); err != nil || a.Network.Organizations != 3 || a.Network.Signatures != 4 ||
		a.Network.RolledUp == nil || a.Network.RolledUp.Merged != 2 {
		t.Errorf("%+v %v", a, err)
	}
	if plain := must(t, data, "analyze", "--json"); strings.Contains(plain, "rolled_up") {
		t.Error("a plain network is said to be rolled up")
	}
	if text := must(t, data, "analyze", "--rollup", "parents"); !strings.Contains(text, words) {
		t.Error(text)
	}
	for _, c := range []struct {
		args []string
		has  string
		not  string
	}{
		{[]string{"list", "organizations"}, "2  Salt Club", "Moon"},
		{[]string{"list", "letters"}, "    2  Pool letter", ""},
		{[]string{"list", "countries"}, "     1  Malta", ""},
		{[]string{"list", "clusters"}, "2  Ministry of Water", ""},
		{[]string{"partners", "Moon Club"}, "Star Club", "Salt"},
		{[]string{"stats"}, "3  organizations", ""},
	} {
		r := cli(t, data, append(c.args, "--rollup", "parents")...)
		if r.code != 0 || !strings.Contains(r.out, c.has) || c.not != "" && strings.Contains(r.out, c.not) || strings.TrimSpace(r.err) != words {
			t.Errorf("%q: %d %s %s", c.args, r.code, r.out, r.err)
		}
		if c := append(c.args, "--rollup", "parent"); !strings.Contains(cli(t, data, c...).err, `did you mean "parents"?`) || cli(t, data, c...).code != 2 {
			t.Errorf("%q takes a way that there is not", c)
		}
	}
	file := filepath.Join(t.TempDir(), "network.gexf")
	must(t, data, "export", "-o", file, "--rollup", "umbrellas", "--around", "Moon Club")
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), "around Salt Club") || !strings.Contains(string(text), "Chapters count as their parents, and members as their coalition: in all letters,") {
		t.Errorf("%v %s", err, text)
	}
	if r := cli(t, data, "export", "-o", file, "--rollup", ""); r.code != 2 {
		t.Errorf("an empty way: %+v", r)
	}
}
