package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"undersigned/examples"
)

// TestCommittedFileIsUpToDate makes the data set again and compares it with the embedded one.
func TestCommittedFileIsUpToDate(t *testing.T) {
	gold := filepath.Join("..", "..", "..", "shared", "data", "gold")
	if _, err := os.Stat(gold); os.IsNotExist(err) {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing; put the shared data beside the module", gold)
		}
		t.Skipf("%s is not there; put the shared data beside the module to run this test", gold)
	}
	text, err := run(gold)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(text, examples.Data()) {
		t.Error("examples/example.json differs from what examples/make writes; run: go run ./examples/make ../shared/data/gold > examples/example.json")
	}
}
