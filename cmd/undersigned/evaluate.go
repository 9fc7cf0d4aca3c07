package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/evaluate"
)

// newEvaluate groups the measurements; each compares an answer with what a person found.
func newEvaluate(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "evaluate", Short: "Measure answers against what a person found", Args: needArgs(0, 0, "a subcommand")}
	cmd.AddCommand(newEvaluateExtract(a))
	return cmd
}

func newEvaluateExtract(a *app) *cobra.Command {
	var gold, only string
	var asJSON, asCSV, verbose, reliability, fit bool
	var least float64
	cmd := &cobra.Command{
		Use:   "extract --gold DIR",
		Short: "Compare what is read in documents with their gold files",
		Long: `Reads every document that a gold file below DIR names (from the folder that holds DIR) and compares organizations (a multiset of
names; case, punctuation and blanks apart), the number of persons, date, targets, kind and claimed numbers. A document that
cannot be read counts as missing. With --min-f1 the command fails below that micro F1. --reliability shows how often rows of a confidence
are right, each document's rated by weights that were fitted on the others; --fit prints the weights fitted on all.`,
		Args: needArgs(0, 0, "no arguments, but --gold DIR"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if gold == "" {
				return graph.Errorf(graph.Invalid, "say where the gold files are: evaluate extract --gold DIR")
			}
			if asJSON && asCSV {
				return graph.Errorf(graph.Invalid, "choose --json or --csv, not both")
			}
			var names []string
			if only != "" {
				var err error
				if names, err = evaluate.ReadList(only); err != nil {
					return err
				}
			}
			e, err := evaluate.Extract(cmd.Context(), gold, names)
			if err != nil {
				return err
			}
			if reliability {
				e.Rate()
			}
			switch {
			case fit:
				err = e.WriteModel(a.text())
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
	flags.StringVar(&gold, "gold", "", "folder of gold files")
	flags.StringVar(&only, "only", "", "file with the names of the documents to measure, one a line")
	flags.BoolVar(&asJSON, "json", false, "write JSON")
	flags.BoolVar(&asCSV, "csv", false, "write CSV")
	flags.BoolVar(&verbose, "verbose", false, "list the names that are missing or extra, and values that differ")
	flags.BoolVar(&reliability, "reliability", false, "add the reliability of confidence, leave-one-document-out")
	flags.BoolVar(&fit, "fit", false, "print the weights of confidence fitted on these documents, as they stand in the source")
	flags.Float64Var(&least, "min-f1", 0, "fail below this micro F1 of organizations")
	return cmd
}
