package main

import (
	"bytes"
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
	for _, want := range []string{"PDFium Authors", "Apache License", "SIL OPEN FONT LICENSE", "notofonts/arabic", "Droid Sans Fallback", "with Reserved Font Name"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not named", want)
		}
	}
}
