package main

import (
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// tableFlags adds the flags that say what a table does not say itself. Where one is needed, the error names the columns and the flag.
func tableFlags(cmd *cobra.Command, a *letter.Answers) {
	f := cmd.Flags()
	f.StringVar(&a.Letter, "letter-column", "", "of tables: the column that names the letter, by its header or number; none: all rows are one letter")
	f.StringVar(&a.Name, "name-column", "", "of tables: the column that names who signed, by its header or number")
	f.Var(&yesNo{&a.Matrix}, "matrix", "of tables: columns of marks are letters, one each; --matrix=no: they say something else")
	f.Lookup("matrix").NoOptDefVal = "yes"
	f.StringArrayVar(&a.Sheets, "sheet", nil, "of workbooks: a sheet to read, may be given several times; each: every sheet is a letter; all: all are one")
}

// yesNo is a flag that is yes, no or not given.
type yesNo struct{ value *string }

// String implements pflag.Value.
func (y *yesNo) String() string {
	if y.value == nil {
		return ""
	}
	return *y.value
}

// Type implements pflag.Value.
func (y *yesNo) Type() string { return "yes|no" }

// Set implements pflag.Value.
func (y *yesNo) Set(s string) error {
	switch strings.ToLower(s) {
	case "yes", "true", "1":
		*y.value = "yes"
	case "no", "false", "0":
		*y.value = "no"
	default:
		return graph.Errorf(graph.Invalid, "write yes or no, not %q", s)
	}
	return nil
}
