package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/internal/report"
)

// listedData has two letters of different years to different targets, one organization with a country.
func listedData(t *testing.T) string {
	t.Helper()
	data := t.TempDir()
	must(t, data, "load", write(t, filepath.Join(t.TempDir(), "set.yaml"), `undersigned: dataset/1
name: clubs
letters:
  - {id: pool, title: Pool letter, date: 2019-01-02, targets: [City Council], signatories: [{as: Salt Club, country: Malta}, Moon Club, Star Club]}
  - {id: dam, title: Dam letter, date: 2021-05-01, targets: [Ministry of Water], signatories: [{as: Salt Club, country: Malta}, Sun Club, Sea Club]}
`))
	return data
}

// TestEndingsChooseTheFormat writes each format there is by the ending of its files alone, and compares with what --format writes.
func TestEndingsChooseTheFormat(t *testing.T) {
	data, folder := listedData(t), t.TempDir()
	for _, f := range report.Formats() {
		file := filepath.Join(folder, "network"+f.Extension)
		must(t, data, "export", "-o", file)
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if whole := must(t, data, "export", "--format", f.Name, "-o", "-"); string(got) != whole || len(got) == 0 {
			t.Errorf("-o network%s writes another file than --format %s", f.Extension, f.Name)
		}
	}
}

func TestExportRefuses(t *testing.T) {
	data, folder := listedData(t), t.TempDir()
	out := filepath.Join(folder, "x.gexf")
	for _, c := range []struct {
		args []string
		says []string
	}{
		{[]string{"-o", filepath.Join(folder, "x.csv")}, []string{"x.nodes.csv", "x.ties.csv", "--format"}},
		{[]string{"-o", filepath.Join(folder, "x.doc")}, []string{".gexf", ".png", "--format"}},
		{[]string{"-o", "-"}, []string{"--format", "gexf"}},
		{nil, []string{"-o FILE"}},
		{[]string{"-o", out, "--target", "City Counsil"}, []string{`did you mean "City Council"?`, "Ministry of Water", "undersigned list targets"}},
		{[]string{"-o", out, "--country", "Multa"}, []string{`did you mean "Malta"?`, "undersigned list countries"}},
		{[]string{"-o", out, "--around", "Salt Klub"}, []string{"Salt Club", "undersigned list organizations"}},
		{[]string{"-o", out, "--selected", "Nobody"}, []string{"undersigned list organizations"}},
		{[]string{"-o", out, "--cluster", "77"}, []string{"numbered from 1 to", "undersigned list clusters"}},
		{[]string{"-o", out, "--cluster", "0"}, []string{"from 1 on"}},
		{[]string{"-o", out, "--from", "2022"}, []string{"2019 to 2021"}},
		{[]string{"-o", out, "--to", "2018"}, []string{"2019 to 2021"}},
		{[]string{"-o", out, "--from", "2021", "--to", "2019"}, []string{"exchange"}},
		{[]string{"-o", out, "--from", "20210"}, []string{"from 1 to 9999"}},
		{[]string{"-o", out, "--min-letters", "0"}, []string{"from 1 on"}},
		{[]string{"-o", out, "--min-shared", "-1"}, []string{"from 1 on"}},
		{[]string{"-o", out, "--ties", "-1"}, []string{"from 0 on"}},
		{[]string{"-o", out, "--scale", "9"}, []string{"from 1 to 4"}},
		{[]string{"-o", out, "--theme", "drak"}, []string{"light, dark", `did you mean "dark"?`}},
		{[]string{"-o", out, "--size", "poster"}, []string{"slide", "half-page"}},
	} {
		r := cli(t, data, append([]string{"export"}, c.args...)...)
		if r.code != 2 {
			t.Errorf("export %q ends with %d: %s", c.args, r.code, r.err)
		}
		for _, says := range c.says {
			if !strings.Contains(r.err, says) {
				t.Errorf("export %q says %q and not %q", c.args, r.err, says)
			}
		}
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("refused exports left %v", left)
	}
	for _, args := range [][]string{{"--target", "city council", "--from", "2019", "--to", "2020"}, {"--country", "MALTA"}, {"--around", "Salt Club"}, {"--cluster", "1"}} {
		must(t, data, append([]string{"export", "-o", out}, args...)...)
	}
	for _, c := range [][]string{{"analyze", "--ties", "-1"}, {"analyze", "--threads", "-1"}, {"analyze", "--without", "ties"}, {"partners", "Salt Club", "-n", "0"}} {
		if r := cli(t, data, c...); r.code != 2 || !strings.Contains(r.err, "takes") {
			t.Errorf("%q ends with %d: %s", c, r.code, r.err)
		}
	}
}

// TestLists asks that what errors point to is there, for people and as JSON.
func TestLists(t *testing.T) {
	data := listedData(t)
	for _, c := range []struct {
		args []string
		has  []string
		not  string
	}{
		{[]string{"list", "letters"}, []string{"Pool letter", "2021-05-01"}, "City"},
		{[]string{"letters", "list", "dam"}, []string{"Dam letter"}, "Pool"},
		{[]string{"list", "letters", "council"}, []string{"Pool letter"}, "Dam"},
		{[]string{"list", "organizations", "club", "MOON"}, []string{"Moon Club"}, "Salt"},
		{[]string{"list", "targets"}, []string{"City Council", "Ministry of Water"}, "Club"},
		{[]string{"list", "countries"}, []string{"Malta"}, "Club"},
		{[]string{"list", "clusters"}, []string{"1"}, "Pool"},
	} {
		out := must(t, data, c.args...)
		for _, has := range c.has {
			if !strings.Contains(out, has) || strings.Contains(out, c.not) {
				t.Errorf("%q prints %q; want %q, and not %q", c.args, out, has, c.not)
			}
		}
		var got map[string][]map[string]any
		if err := json.Unmarshal([]byte(must(t, data, append(c.args, "--json")...)), &got); err != nil || len(got) != 1 {
			t.Errorf("%q as JSON: %v, %v", c.args, got, err)
		}
	}
	var letters struct{ Letters []struct{ ID, Title string } }
	if err := json.Unmarshal([]byte(must(t, data, "list", "letters", "dam", "--json")), &letters); err != nil || len(letters.Letters) != 1 {
		t.Fatalf("%+v, %v", letters, err)
	}
	must(t, data, "remove", letters.Letters[0].ID)
	want(t, stats(t, data), map[string]int{"letters": 1})
	if r := cli(t, data, "list", "countries", "nowhere"); r.code != 0 || r.out != "" || !strings.Contains(r.err, "no countries") {
		t.Errorf("an empty list: %+v", r)
	}
}

// TestWithout leaves out what takes longest: its fields are missing, and nothing else differs.
func TestWithout(t *testing.T) {
	data := listedData(t)
	var whole, part struct {
		Organizations []map[string]any
		Ties          []map[string]any
	}
	for args, to := range map[string]any{"": &whole, "betweenness,layout": &part} {
		line := []string{"analyze", "--json"}
		if args != "" {
			line = append(line, "--without", args)
		}
		if err := json.Unmarshal([]byte(must(t, data, line...)), to); err != nil {
			t.Fatal(err)
		}
	}
	if len(whole.Organizations) != 5 || len(whole.Ties) != len(part.Ties) {
		t.Fatalf("%+v", whole)
	}
	for i, o := range whole.Organizations {
		for _, field := range []string{"betweenness", "x", "y"} {
			if _, there := o[field]; !there {
				t.Errorf("the whole analysis has no %s", field)
			}
			if _, there := part.Organizations[i][field]; there {
				t.Errorf("%s is there though it was left out", field)
			}
		}
		if o["pagerank"] != part.Organizations[i]["pagerank"] || o["cluster"] != part.Organizations[i]["cluster"] {
			t.Errorf("leaving out something changed another: %v, %v", o, part.Organizations[i])
		}
	}
}

// TestExportWithout: the column of what is left out is empty, places are those of a spiral, everything else stays; a figure is refused.
func TestExportWithout(t *testing.T) {
	data := listedData(t)
	table := func(args ...string) [][]string {
		t.Helper()
		rows, err := csv.NewReader(strings.NewReader(must(t, data, append([]string{"export", "-f", "nodes.csv", "-o", "-"}, args...)...))).ReadAll()
		if err != nil || len(rows) != 6 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		return rows
	}
	whole, part := table(), table("--without", "betweenness,layout")
	moved := false
	for i := range whole {
		for k, name := range whole[0] {
			switch {
			case name == "betweenness" && i > 0:
				if whole[i][k] == "" || part[i][k] != "" {
					t.Errorf("betweenness is %q, and %q where it was left out", whole[i][k], part[i][k])
				}
			case name == "x" || name == "y":
				moved = moved || whole[i][k] != part[i][k]
			case whole[i][k] != part[i][k]:
				t.Errorf("leaving out something made %s %q of %q", name, part[i][k], whole[i][k])
			}
		}
	}
	if !moved {
		t.Error("the places are those of the map")
	}
	for _, f := range report.Formats() {
		r := cli(t, data, "export", "-f", f.Name, "-o", "-", "--without", "layout", "--without", "betweenness")
		if f.Picture && (r.code != 2 || !strings.Contains(r.err, "positions")) || !f.Picture && (r.code != 0 || r.out == "") {
			t.Errorf("%s without both ends with %d: %s", f.Name, r.code, r.err)
		}
	}
	if r := cli(t, data, "export", "-f", "gexf", "-o", "-", "--without", "layuot"); r.code != 2 || !strings.Contains(r.err, `did you mean "layout"?`) {
		t.Errorf("a misspelt step: %d, %s", r.code, r.err)
	}
}

// TestExportNamesWhatItCannotDraw: on standard error, for pictures only, while the file is written all the same.
func TestExportNamesWhatItCannotDraw(t *testing.T) {
	data := t.TempDir()
	edges := write(t, filepath.Join(t.TempDir(), "e.csv"), "organization,letter,date\nFrogs 🐸 United,x,2020-01-02\nمنظمة المدينة,x,2020-01-02\n市民の会,y,2021\n")
	must(t, data, "load", "--edges", edges)
	for format, says := range map[string]string{"png": "Frogs 🐸 United.", "svg": "", "json": ""} {
		r := cli(t, data, "export", "-f", format, "-o", filepath.Join(data, "out"))
		if r.code != 0 || strings.Contains(r.err, "boxes") != (says != "") || !strings.Contains(r.err, says) || strings.Contains(r.err, "市民") {
			t.Errorf("%s: exit status %d: %s", format, r.code, r.err)
		}
	}
}
