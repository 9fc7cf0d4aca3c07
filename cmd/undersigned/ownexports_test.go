package main

import (
	"encoding/csv"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// signed returns what an export of signatures says, without what names the file that the signatures were read from.
func signed(t *testing.T, exported string, columns ...string) []string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(exported)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	var out []string
	for _, row := range rows[1:] {
		var cells []string
		for _, c := range columns {
			cells = append(cells, row[slices.Index(rows[0], c)])
		}
		out = append(out, strings.ToLower(strings.Join(cells, " | "))) // two names that fold alike are one again where no judgement says otherwise
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestOwnExportsReadBack: what is exported, loaded into an empty store, and exported again says the same names, letters, dates, targets and signatures.
func TestOwnExportsReadBack(t *testing.T) {
	table := write(t, filepath.Join(t.TempDir(), "odd.csv"), strings.Join([]string{"organization,letter,date,target,status,country",
		`=SUM Club,Keep the pool,2019-03-04,Harbor Office,,Norway`, `'-Dash,Keep the pool,2019-03-04,Harbor Office,withdrawn,`, `"Keepers, Seeds",Keep the pool,2019-03-04,City Council,,`,
		`"The ""Blue"" Lake",+1 for the ferry,2020,,,Chile`, `Öko-Kreis,+1 for the ferry,2020,,,`, `和平网络,@home,,,disputed,`, `=SUM Club,@home,,,,Norway`, ``}, "\n"))
	for _, source := range []string{table, filepath.Join("..", "..", "examples", "example.json")} {
		data := t.TempDir()
		must(t, data, "load", source)
		columns := []string{"organization_name", "title", "date", "targets", "status"}
		if source != table {
			columns = columns[:4] // a signature that is listed and reported has two lines with a status each
		}
		export := must(t, data, "export", "--format", "signatures.csv", "-o", "-")
		want := signed(t, export, columns...)
		file := write(t, filepath.Join(t.TempDir(), "signatures.csv"), export)
		for _, way := range [][]string{{"load", file}, {"load", "--edges", file}} {
			other := t.TempDir()
			must(t, other, way...)
			if got := signed(t, must(t, other, "export", "--format", "signatures.csv", "-o", "-"), columns...); !slices.Equal(got, want) {
				t.Errorf("%q: read back as\n%s\nwant\n%s", way[:len(way)-1], strings.Join(difference(got, want), "\n"), strings.Join(difference(want, got), "\n"))
			}
		}
		columns = []string{"source_label", "target_label", "date"}
		ties := must(t, data, "export", "--format", "ties.csv", "--two-mode", "-o", "-")
		// Ties have no countries, which keep two organizations of one name apart in the example.
		of := func(exported string) []string {
			list := signed(t, exported, columns...)
			for i := range list {
				list[i] = strings.Replace(list[i], "research and development (cprd)", "research and development", 1)
			}
			slices.Sort(list)
			return slices.Compact(list)
		}
		want = of(ties)
		other := t.TempDir()
		must(t, other, "load", write(t, filepath.Join(t.TempDir(), "ties.csv"), ties))
		if got := of(must(t, other, "export", "--format", "ties.csv", "--two-mode", "-o", "-")); !slices.Equal(got, want) {
			t.Errorf("ties in two modes: read back as\n%s\nwant\n%s", strings.Join(difference(got, want), "\n"), strings.Join(difference(want, got), "\n"))
		}
		for _, format := range []string{"gexf", "graphml", "pajek"} {
			extension := map[string]string{"pajek": "net"}[format]
			if extension == "" {
				extension = format
			}
			other := t.TempDir()
			must(t, other, "load", write(t, filepath.Join(t.TempDir(), "network."+extension), must(t, data, "export", "--format", format, "--two-mode", "-o", "-")))
			if got := signed(t, must(t, other, "export", "--format", "ties.csv", "--two-mode", "-o", "-"), "source_label", "target_label"); len(got) != len(signed(t, ties, "source_label", "target_label")) {
				t.Errorf("%s: %d signatures, want %d", format, len(got), len(want))
			}
		}
	}
}

// difference is what is in a and not in b, at most 20.
func difference(a, b []string) []string {
	var out []string
	for _, s := range a {
		if !slices.Contains(b, s) && len(out) < 20 {
			out = append(out, s)
		}
	}
	return out
}
