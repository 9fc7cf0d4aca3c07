package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestWants fills in every source, without the programs that print it, and asks that its want.json says what the source does.
func TestWants(t *testing.T) {
	files := sources("../../internal/letter/testdata")
	if len(files) < 30 {
		t.Fatalf("only %d sources", len(files))
	}
	for _, file := range files {
		s := &source{shared: ".", want: want{Organizations: []string{}}}
		if _, err := s.fill(file); err != nil {
			t.Error(err)
			continue
		}
		got, err := s.said()
		if err != nil {
			t.Fatal(err)
		}
		if want, err := os.ReadFile(filepath.Join(filepath.Dir(file), "want.json")); err != nil || string(got) != string(want) {
			t.Errorf("%s says\n%s\nbut its want.json, %v,\n%s", file, got, err, want)
		}
	}
}
