package main

import (
	"encoding/json"
	"io"
	"log/slog"

	"github.com/spf13/cobra"

	"undersigned/graph"
)

// stdio is where a command reads and writes; tests give buffers.
type stdio struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// app is what the subcommands share: streams, settings (read once, before the command runs) and the logger.
type app struct {
	stdio
	settings settings
	log      *slog.Logger
}

func newRoot(s stdio) *cobra.Command {
	a := &app{stdio: s, log: slog.New(slog.DiscardHandler)}
	root := &cobra.Command{
		Use:   "undersigned",
		Short: "Who signs with whom: open letters in, the network of their signatories out",
		Long: `undersigned reads open letters, works out which organization stands behind each printed name, keeps the line
that proves it, and shows who signs with whom.

  undersigned serve --example      explore the example data in the browser
  undersigned load LETTERS...      read your own letters into your store
  undersigned serve                explore them`,
		Version:       version,
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return a.configure(cmd)
		},
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return graph.Errorf(graph.Invalid, "%v; see: %s --help", err, cmd.CommandPath())
	})
	addSettings(root)
	root.AddCommand(newServe(a), newLoad(a), newExtract(a), newStats(a), newAnalyze(a), newPartners(a), newExport(a),
		newJudgements(a), newJudge(a), newLetters(a), newUndo(a), newRedo(a), newRemove(a), newAudit(a), newBackup(a), newRestore(a), newCopy(a), newVerify(a), newEvaluate(a), newLicenses(a), newReadLetter(a))
	return root
}

// needArgs refuses a command line with too few or too many arguments, in our words and with our error code.
func needArgs(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return graph.Errorf(graph.Invalid, "%s takes %s; see: %s --help", cmd.Name(), what, cmd.CommandPath())
		}
		return nil
	}
}

// writeJSON writes one value as indented JSON with a final newline.
func (a *app) writeJSON(v any) error { return writeJSON(a.out, v) }

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
