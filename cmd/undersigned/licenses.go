package main

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/cobra"

	"undersigned/internal/names"
	"undersigned/internal/pdf"
	"undersigned/internal/report"
	"undersigned/web"
)

// goTerms are the terms of the Go modules that are linked in, packed. `make licenses` writes them.
//
//go:embed terms/go.txt.gz
var goTerms []byte

// newLicenses prints the terms of everything that is inside the binary.
func newLicenses(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "licenses",
		Short:   "Print the licenses of everything in this program: Go modules, PDF engine, fonts, tables of names, the explorer's packages",
		Example: `  undersigned licenses | less`,
		Args:    needArgs(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if _, err := fmt.Fprintf(a.out, "The PDF engine (PDFium as WebAssembly)\n\n%s\n", pdf.Licenses()); err != nil {
				return err
			}
			if err := printGoTerms(a.out); err != nil {
				return err
			}
			if _, err := fmt.Fprintf(a.out, "The fonts of figures\n\n%s\n", report.Licenses()); err != nil {
				return err
			}
			if _, err := fmt.Fprintf(a.out, "%s\n", names.Terms()); err != nil {
				return err
			}
			files, built := web.Files()
			if !built {
				_, err := fmt.Fprintln(a.out, "This binary was built without the explorer's pages.")
				return err
			}
			text, err := fs.ReadFile(files, "licenses.txt")
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "The explorer's packages and fonts\n\n%s", text)
			return err
		},
	}
}

func printGoTerms(w io.Writer) error {
	zip, err := gzip.NewReader(bytes.NewReader(goTerms))
	if err != nil {
		return err
	}
	if _, err := fmt.Fprint(w, "The Go modules that are linked in\n\nPortions of this software are copyright © The FreeType Project (https://freetype.org). All rights reserved.\n\n"); err != nil {
		return err
	}
	_, err = io.Copy(w, zip)
	return err
}
