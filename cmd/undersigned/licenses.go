package main

import (
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"undersigned/internal/pdf"
	"undersigned/internal/report"
	"undersigned/web"
)

// newLicenses prints the terms of what is inside the binary beside Go code: the explorer's packages and fonts, the figures' fonts, the PDF
// engine.
func newLicenses(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "licenses",
		Short:   "Print the licenses of the PDF engine, of the figures' fonts and of the explorer's packages and fonts",
		Example: `  undersigned licenses | less`,
		Args:    needArgs(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if _, err := fmt.Fprintf(a.out, "The PDF engine (PDFium as WebAssembly)\n\n%s\n", pdf.Licenses()); err != nil {
				return err
			}
			if _, err := fmt.Fprintf(a.out, "The fonts of figures\n\n%s\n", report.Licenses()); err != nil {
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
