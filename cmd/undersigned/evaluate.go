package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/evaluate"
	"undersigned/internal/load"
)

// newEvaluate groups the measurements; each compares an answer with what a person found.
func newEvaluate(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "evaluate", Short: "Measure answers against what a person found"}
	group(cmd)
	cmd.AddCommand(newEvaluateExtract(a), newEvaluateNames(a))
	return cmd
}

func newEvaluateExtract(a *app) *cobra.Command {
	var gold []string
	var only, out, cases string
	var ablate, asJSON, asCSV, verbose, reliability, byPublisher, fit bool
	var least float64
	cmd := &cobra.Command{
		Use:   "extract --gold DIR [--gold DIR2]",
		Short: "Compare what is read in documents with their gold files",
		Long: `Reads every document that a gold file below DIR names (by its path from the folder that holds DIR) and compares organizations, the
number of persons, date, targets, kind and claimed numbers. A field that a gold file does not give is not scored; a document
that cannot be read counts as missing. Organizations are a multiset of names in normal form (NFKD, marks dropped, case folded, letters and
digits); "accept" lists other right forms of a name, "optional" what is neither right nor wrong, "dates_ok" other right dates. Precision,
recall and F1 are of the documents that organizations signed; what is found in those that nobody signs, or only persons, is
counted apart. With --min-f1 the command fails below that micro F1.

The folder below DIR in which a gold file stands is its publisher. --by-publisher scores each publisher's documents with everything that is
fitted (the weights of confidence) fitted on all others; --reliability shows only how often rows of a confidence are right then. --fit prints the
weights fitted on all. --out writes what each document is read as to ID.json, as extract --json prints it; ID is the gold's "id", or
else its publisher and the name of its file.

--ablate switches each rule of the reader off alone (a pattern, a list of words, a function that says yes or no) and counts the rows of
the golds that are right or wrong because of it, and the names of --cases that are read with it and not without.`,
		Example: `  undersigned evaluate extract --gold checked/
  undersigned evaluate extract --gold checked/ --verbose --min-f1 0.95
  undersigned evaluate extract --gold checked/ --by-publisher --json`,
		Args: needArgs(0, 0, "no arguments, but --gold DIR"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if len(gold) == 0 && !(ablate && cases != "") {
				return graph.Errorf(graph.Invalid, "say where the gold files are: evaluate extract --gold DIR")
			}
			if asJSON && asCSV {
				return graph.Errorf(graph.Invalid, "choose --json or --csv, not both")
			}
			if ablate {
				n, err := evaluate.Ablate(cmd.Context(), gold, cases)
				if err != nil {
					return err
				}
				if asJSON {
					return a.writeJSON(n)
				}
				return n.WriteText(a.text())
			}
			var names []string
			if only != "" {
				var err error
				if names, err = a.listed(cmd.Context(), only); err != nil {
					return err
				}
			}
			e, err := evaluate.Extract(cmd.Context(), gold, names)
			if err != nil {
				return err
			}
			if out != "" {
				if err := e.WriteDrafts(out, writeJSON); err != nil {
					return err
				}
			}
			if byPublisher || reliability {
				if e, err = e.ByPublisher(cmd.Context()); err != nil {
					return err
				}
			}
			if !byPublisher {
				e.Publishers = nil
			}
			switch {
			case fit:
				err = e.WriteModels(cmd.Context(), a.out)
			case asJSON:
				err = a.writeJSON(e)
			case asCSV:
				err = e.WriteCSV(a.out)
			default:
				err = e.WriteText(a.text(), verbose)
			}
			if err == nil && e.Overall.F1 < least {
				err = fmt.Errorf("the micro F1 of organizations is %.4f, below the %.4f that --min-f1 asks for", e.Overall.F1, least)
			}
			return err
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&gold, "gold", nil, "folder of gold files; may be given again")
	flags.StringVar(&only, "only", "", "`FILE` with the names of the documents to measure, one a line; - for standard input")
	flags.StringVar(&out, "out", "", "folder to write what is read to, ID.json a document")
	flags.BoolVar(&asJSON, "json", false, "write JSON")
	flags.BoolVar(&asCSV, "csv", false, "write CSV")
	flags.BoolVar(&verbose, "verbose", false, "list the names that are missing or extra, and values that differ")
	flags.BoolVar(&byPublisher, "by-publisher", false, "score each publisher with what is fitted on all others, and show each")
	flags.BoolVar(&reliability, "reliability", false, "add the reliability of confidence fitted on the other publishers")
	flags.BoolVar(&fit, "fit", false, "print the weights of confidence fitted on these documents, as they stand in the source")
	flags.BoolVar(&ablate, "ablate", false, "switch each rule of the reader off alone, and show what it earns")
	flags.StringVar(&cases, "cases", "", "with --ablate: a folder of cases, each a folder with a file named input; they may stand for the golds")
	flags.Float64Var(&least, "min-f1", 0, "fail below this micro F1 of organizations")
	return cmd
}

// listed reads the names of documents from a file or from standard input.
func (a *app) listed(ctx context.Context, from string) ([]string, error) {
	if from != load.Stdin {
		return evaluate.ReadList(from)
	}
	data, err := load.ReadStdin(ctx, a.input(), 16<<20)
	if err != nil {
		return nil, err
	}
	return evaluate.ParseList("standard input", data)
}
