package load

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
)

// TestNameOf: what comes without a name is read as what it is.
func TestNameOf(t *testing.T) {
	var book bytes.Buffer
	z := zip.NewWriter(&book)
	if _, err := z.Create("xl/workbook.xml"); err != nil {
		t.Fatal(err)
	}
	z.Close()
	for data, ending := range map[string]string{
		"organization,letter\nA,x\nB,x\n":                                  ".csv",
		"\ufefforganization;letter\r\nA;x\r\nB;x\r\n":                      ".csv",
		"name\ttarget\nA\tx\n":                                             ".csv",
		strings.Repeat("organization,letter\nA \"quoted\" club,x\n", 5000): ".csv",
		"{\"undersigned\": \"dataset/1\"}":                                 ".json",
		"[{\"name\": \"A\"}]":                                              ".json",
		"undersigned: dataset/1\nname: n\nletters: []\n":                   ".yaml",
		book.String():      ".xlsx",
		"\x1f\x8b\x08rest": ".gz",
		"Dear Mayor,\n\nKeep it, all of it, open.\n\nSalt Club\nMoon Club, Malta\n": ".txt",
		"[the letter that follows was sent on 3 May]\n\nDear Mayor,\n\nKeep it.\n":  ".txt",
		"<!doctype html>\n<p>Signed, A, B</p>\n":                                    ".txt", // known by its first bytes
		"One line, with commas, and no more":                                        ".txt",
		"Yours,\nA, B\n\n":                                                          ".txt",
		"":                                                                          ".txt",
		"%PDF-1.7\n":                                                                ".txt",
		"A list, as it came\nSalt Club\nMoon Club, of Malta\nSun Club, Star, Sea\n": ".txt",
	} {
		if got := NameOf([]byte(data)); got != "standard-input"+ending {
			t.Errorf("%.60q is called %s, want the ending %s", data, got, ending)
		}
	}
}

// TestStandardInputEndsWithItsContext: who waits for a pipe that gives nothing can be stopped.
func TestStandardInputEndsWithItsContext(t *testing.T) {
	from, to, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	defer from.Close()
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := (&Loader{DryRun: true, Stdin: from}).Load(ctx, Input{Paths: []string{Stdin}}); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a load that was stopped while it waited: %v", err)
	}
}

// TestWaitingGivesEveryByte reads through it in pieces of all sizes.
func TestWaitingGivesEveryByte(t *testing.T) {
	want := strings.Repeat("0123456789", 40_000)
	for _, size := range []int{1000, 65536, 1 << 20} {
		var got bytes.Buffer
		if _, err := io.CopyBuffer(struct{ io.Writer }{&got}, struct{ io.Reader }{Waiting(t.Context(), strings.NewReader(want))}, make([]byte, size)); err != nil || got.String() != want {
			t.Errorf("in pieces of %d: %d bytes, %v", size, got.Len(), err)
		}
	}
}

func TestStandardInputOnce(t *testing.T) {
	for _, in := range []Input{{Paths: []string{Stdin, Stdin}}, {Paths: []string{Stdin}, Edges: []string{Stdin}}, {Aliases: []string{Stdin}, Distinct: []string{Stdin}}} {
		if _, err := (&Loader{DryRun: true, Stdin: strings.NewReader("x")}).Load(t.Context(), in); graph.CodeOf(err) != graph.Invalid || !strings.Contains(err.Error(), "once") {
			t.Errorf("%+v: %v", in, err)
		}
	}
	if _, err := (&Loader{DryRun: true}).Load(t.Context(), Input{Paths: []string{Stdin}}); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("without a standard input: %v", err)
	}
}
