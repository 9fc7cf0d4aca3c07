package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/letter"
)

func newExtract(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "extract FILE",
		Short: "Show what is read in one document, without a store",
		Long: `Reads one document and shows title, date, addressees, targets, what it claims, every signatory with the printed line, and
what was left out and why. Persons are listed here: this is no public output.`,
		Args: needArgs(1, 1, "one file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := readFile(args[0])
			if err != nil {
				return err
			}
			draft, err := letter.Extract(cmd.Context(), filepath.Base(args[0]), data, letter.Limits{})
			if err != nil {
				return err
			}
			if asJSON {
				return a.writeJSON(draft)
			}
			a.printDraft(draft)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// readFile reads a whole file that the user named.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, graph.Errorf(graph.NotFound, "there is no file %s", path)
	case err != nil:
		return nil, graph.Wrap(graph.Unavailable, err, path+" cannot be read")
	case info.IsDir():
		return nil, graph.Errorf(graph.Invalid, "%s is a folder: name a file in it", path)
	case info.Size() > letter.MaxBytes:
		return nil, graph.Errorf(graph.TooLarge, "%s has %d MB; at most %d MB are read", path, info.Size()>>20, letter.MaxBytes>>20)
	}
	data, err := os.ReadFile(path)
	return data, graph.Wrap(graph.Unavailable, err, path+" cannot be read")
}

func (a *app) printDraft(d *letter.Draft) {
	for _, warning := range d.Warnings {
		fmt.Fprintln(a.err, warning)
	}
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(a.out, "%-12s %s\n", name, value)
		}
	}
	field("title", string(d.Title))
	field("date", string(d.Date))
	field("kind", d.Kind)
	for _, to := range d.Addressees {
		var parts []string
		for _, part := range []letter.Maybe{to.Name, to.Role, to.Organization} {
			if part != "" {
				parts = append(parts, string(part))
			}
		}
		field("to", strings.Join(parts, ", "))
	}
	field("targets", strings.Join(d.Targets, "; "))
	fmt.Fprintf(a.out, "%-12s %d organizations, %d persons", "found", d.Organizations(), d.Persons())
	if c := d.Claimed.Organizations; c != nil {
		fmt.Fprintf(a.out, "; the text claims %d organizations (%q)", *c, d.Claimed.Text)
	}
	fmt.Fprintln(a.out)
	for i, s := range d.Signatories {
		fmt.Fprintf(a.out, "%5d  %s  (line %d)\n", i+1, s.Name, s.Line)
	}
	for i, l := range d.LeftOut {
		if i == 0 {
			fmt.Fprintln(a.out, "left out")
		}
		fmt.Fprintf(a.out, "       line %d: %s: %s\n", l.Line, l.Why, l.Text)
	}
}
