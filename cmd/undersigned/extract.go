package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/internal/fetch"
	"undersigned/internal/letter"
	"undersigned/internal/load"
)

func newExtract(a *app) *cobra.Command {
	var asJSON, why bool
	var called *string
	var answers letter.Answers
	cmd := &cobra.Command{
		Use:   "extract FILE|ADDRESS|-",
		Short: "Show what is read in one document, without a store",
		Long: `Reads one document and shows title, date, addressees, targets, what it claims, every signatory with the printed line, and
what was left out and why. It reads what load reads; of an address no copy is kept. Persons are listed here: this is no public
output.

With --why it says in words how it came to that: the lists that were proposed, with what spoke for and against each; of each row
its lines, who announced it, how its lines or columns were read, why it is a person or an organization, and what its confidence
rests on; of each line that was left out, or that looked like a name, why. Every rule that the document asks is switched off once,
and named where something would be read otherwise without it. With --json the same is written as JSON.`,
		Example: `  undersigned extract letter.pdf
  undersigned extract letter.pdf --why
  undersigned extract https://example.org/open-letter --json
  pdftotext -layout scan.pdf - | undersigned extract - --stdin-name scan.txt`,
		Args: needArgs(1, 1, "one file or address, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkStdinName(*called, args); err != nil {
				return err
			}
			name, data, err := a.readDocument(cmd, args[0], *called)
			if err != nil {
				return err
			}
			return a.extractApart(cmd.Context(), extractTask{name, answers, why, asJSON}, data)
		},
	}
	called = stdinName(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	tableFlags(cmd, &answers)
	cmd.Flags().BoolVar(&why, "why", false, "say in words what decided each row and each line left out")
	privateFlag(cmd)
	return cmd
}

// readDocument reads a file, standard input, or what stands at an address.
func (a *app) readDocument(cmd *cobra.Command, from, called string) (name string, data []byte, err error) {
	if from == load.Stdin {
		data, err = load.ReadStdin(cmd.Context(), a.input(), letter.MaxBytes)
		return cmp.Or(called, load.NameOf(data)), data, err
	}
	if !fetch.IsAddress(from) {
		data, err = load.ReadFile(from, letter.MaxBytes)
		return filepath.Base(from), data, err
	}
	o, err := fetchOptions(cmd)
	if err != nil {
		return "", nil, err
	}
	o.Bytes = letter.MaxBytes
	got, err := fetch.Get(cmd.Context(), from, o)
	return got.Name, got.Data, err
}

func (a *app) printDraft(d *letter.Draft) {
	for _, warning := range d.Warnings {
		fmt.Fprintln(a.note(), warning)
	}
	field := func(name, value string) {
		if value != "" {
			printf(a.text(), "%-12s %s\n", name, value)
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
	printf(a.text(), "%-12s %s, %s", "found", counted(d.Organizations(), "organization", "organizations"), counted(d.Persons(), "person", "persons"))
	if c := d.Claimed.Organizations; c != nil {
		printf(a.text(), "; the text claims %d organizations (%q)", *c, d.Claimed.Text)
	}
	fmt.Fprintln(a.text())
	for i, s := range d.Signatories {
		page := ""
		if s.Page > 0 {
			page = fmt.Sprintf("page %d, ", s.Page)
		}
		printf(a.text(), "%5d  %s  (%sline %d)\n", i+1, s.Name, page, s.Line)
	}
	for i, l := range d.LeftOut {
		if i == 0 {
			fmt.Fprintln(a.text(), "left out")
		}
		printf(a.text(), "       %s (%s)%s\n", l.Text, l.Why, atLine(l.Line))
	}
}
