package main

import (
	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/evaluate/naming"
)

func newEvaluateNames(a *app) *cobra.Command {
	var gold string
	var asJSON, verbose, fit, leaveOut bool
	cmd := &cobra.Command{
		Use:   "names --gold DIR",
		Short: "Compare how names are resolved with what persons found",
		Long: `Reads the names that the gold files of letters below DIR print and, beside them, aliases.json (groups of printed names that are one
organization), distinct.json (look-alikes that are not), pairs.csv (name1, name2, label same or different) and patstat-organizations.csv
(leuven_id, person_name). Prints precision and recall of the zones "same" and "ask", questions asked for each true pair, F1 and
reliability of the score over single pairs, and B-cubed and pairwise F1 of groups. --fit prints the weights of the score fitted on all of it.`,
		Example: `  undersigned evaluate names --gold checked/
  undersigned evaluate names --gold checked/ --verbose`,
		Args: needArgs(0, 0, "no arguments, but --gold DIR"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if gold == "" {
				return graph.Errorf(graph.Invalid, "say where the gold files are: evaluate names --gold DIR")
			}
			g, err := naming.Read(gold)
			if err != nil {
				return err
			}
			if fit {
				return naming.Fit(cmd.Context(), g, a.out)
			}
			if leaveOut {
				list, err := naming.LeaveOut(cmd.Context(), g)
				if err != nil {
					return err
				}
				if asJSON {
					return a.writeJSON(list)
				}
				return naming.WriteLeftOut(a.text(), list, verbose)
			}
			e, err := naming.Evaluate(cmd.Context(), g)
			if err != nil {
				return err
			}
			if asJSON {
				return a.writeJSON(e)
			}
			return e.WriteText(a.text(), verbose)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&gold, "gold", "", "`FOLDER` of gold files")
	flags.BoolVar(&asJSON, "json", false, "write JSON")
	flags.BoolVar(&verbose, "verbose", false, "list the pairs that are judged wrongly")
	flags.BoolVar(&leaveOut, "leave-out", false, "score each list of pairs with what is fitted on all others")
	flags.BoolVar(&fit, "fit", false, "print the weights of the score fitted on these names, as they stand in the source")
	return cmd
}
