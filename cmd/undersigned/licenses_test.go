package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The terms of what is shipped travel with it.
func TestLicensesNameWhatIsShipped(t *testing.T) {
	var out, errs bytes.Buffer
	root := newRoot(stdio{in: strings.NewReader(""), out: &out, err: &errs})
	root.SetArgs([]string{"licenses"})
	if err := root.ExecuteContext(t.Context()); err != nil {
		t.Fatal(err, errs.String())
	}
	for _, want := range []string{"PDFium Authors", "Apache License", "Module modernc.org/sqlite", "Module std", "The FreeType Project", "SIL OPEN FONT LICENSE", "notofonts/arabic",
		"Droid Sans Fallback", "with Reserved Font Name", "GeoNames", "UNICODE LICENSE V3", "OpenSanctions Datenbanken GmbH"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not named", want)
		}
	}
}

// Every module that is linked in has its terms in the file; a new one asks for `make licenses`.
func TestLicensesOfEveryModule(t *testing.T) {
	var told bytes.Buffer
	if err := printGoTerms(&told); err != nil {
		t.Fatal(err)
	}
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}Module {{.Path}} {{.Version}}{{end}}{{end}}", ".")
	list.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := list.Output()
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("the go command does not say what is linked: ", err)
		}
		t.Skip("the go command is not there to say what is linked")
	}
	missing := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		if !strings.Contains(told.String(), line) {
			missing[strings.TrimSpace(line)] = true
		}
	}
	if len(missing) > 0 {
		t.Errorf("run make licenses: no terms are told of %v", slices.Sorted(maps.Keys(missing)))
	}
}
