package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/internal/letter"
)

// TestExtractApart: what a child reads and prints is what reading here prints, in all forms, with what is said beside it; and its errors are those of reading.
func TestExtractApart(t *testing.T) {
	dir := t.TempDir()
	latin := write(t, filepath.Join(dir, "latin.txt"), "Keep the lake\n\nDear Mayor,\n\nKeep it <clean> & open.\n\nSigned:\n\nAmics de la Natura de M\xfanich\nSociet\xe9 du Lac\nSalt Union\n")
	data, err := os.ReadFile(latin)
	if err != nil {
		t.Fatal(err)
	}
	draft, err := letter.Extract(t.Context(), "latin.txt", data, letter.Limits{})
	if err != nil || len(draft.Warnings) == 0 {
		t.Fatalf("%v, warnings %q", err, draft.Warnings)
	}
	var text, said, asJSON bytes.Buffer
	here := &app{stdio: stdio{out: &text, err: &said}}
	here.printDraft(draft)
	if err := writeJSON(&asJSON, draft); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args      []string
		out, said string
	}{
		{[]string{"extract", latin}, text.String(), said.String()},
		{[]string{"extract", latin, "-q"}, text.String(), ""},
		{[]string{"extract", latin, "--json"}, asJSON.String(), ""},
	} {
		if r := cli(t, dir, c.args...); r.code != 0 || r.out != c.out || r.err != c.said {
			t.Errorf("%q: exit status %d\n%s\n%s\nwant\n%s\n%s", c.args, r.code, r.out, r.err, c.out, c.said)
		}
	}
	if r := cli(t, dir, "extract", latin, "--why"); r.code != 0 || !strings.Contains(r.out, "list 1") {
		t.Errorf("%+v", r)
	}
	empty := write(t, filepath.Join(dir, "empty.txt"), " ")
	if r := cli(t, dir, "extract", empty); r.code != 2 || r.err != "undersigned: empty.txt is empty: there is no text in it\n" || r.out != "" {
		t.Errorf("%+v", r)
	}
}

// TestLargeDataSet: one that is larger than any document has memory and time by its size.
func TestLargeDataSet(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"undersigned":"dataset/1","name":"towns","letters":[`)
	for i := range 1200 {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, `{"id":"l%d","title":"Keep ferry %d","date":"2020","signatories":["Club %d","Guild %d"],"claimed":{"text":%q}}`, i, i, i%50, i%70, strings.Repeat("We, who live on both banks of the river, write to you. ", 280))
	}
	b.WriteString("]}")
	if b.Len() < 17<<20 {
		t.Fatalf("%d bytes", b.Len())
	}
	dir := t.TempDir()
	set := write(t, filepath.Join(dir, "set.json"), b.String())
	if r := cli(t, dir, "load", set, "-q"); r.code != 0 {
		t.Errorf("%+v", r)
	}
	want(t, stats(t, dir), map[string]int{"letters": 1200})
}
