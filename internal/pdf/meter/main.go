// Command meter makes the PDF engine interruptible: it copies a WebAssembly module and puts a counter into every loop and
// function (see Instrument). `make build` runs it; nothing else needs it.
//
//	go run ./internal/pdf/meter web/node_modules/@embedpdf/pdfium/dist/pdfium.wasm internal/pdf/engine/pdfium.wasm
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: meter MODULE.wasm RESULT.wasm")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "meter:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	module, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	metered, err := Instrument(module, "env", "_abort_js", "fuel")
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	// Written beside and renamed, so that an interrupted build leaves no half of it.
	if err := os.WriteFile(to+".tmp", metered, 0o644); err != nil {
		return err
	}
	return os.Rename(to+".tmp", to)
}
