package main

import (
	"path/filepath"
	"strings"
	"testing"
)

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
