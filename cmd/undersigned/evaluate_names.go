package main

import (
	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/evaluate/naming"
)

func newEvaluateNames(a *app) *cobra.Command {
	var gold []string
	var asJSON, verbose, fit, fitContext, leaveOut bool
	cmd := &cobra.Command{
		Use:   "names --gold DIR",
		Short: "Compare how names are resolved with what persons found",
		Long: `Reads the names that the gold files of letters below DIR print and, beside them, aliases.json (groups of printed names that are one
organization), distinct.json (look-alikes that are not), pairs.csv (name1, name2, label same or different) and patstat-organizations.csv
(leuven_id, person_name). Prints precision and recall of the zones "same" and "ask", questions asked for each true pair, F1 and
reliability of the score over single pairs, and B-cubed and pairwise F1 of groups; then how well organizations of the network of these letters are told
when what the network knows counts too (lists that print both, countries, targets, partners). Letters of further folders count there only. --fit
prints the weights of the names' score fitted on all of it, --fit-context those of what networks know.`,
		Example: `  undersigned evaluate names --gold checked/
  undersigned evaluate names --gold checked/ --verbose`,
		Args: needArgs(0, 0, "no arguments, but --gold DIR"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if len(gold) == 0 {
				return graph.Errorf(graph.Invalid, "say where the gold files are: evaluate names --gold DIR")
			}
			g, err := naming.Read(gold[0], gold[1:]...)
			if err != nil {
				return err
			}
			if fit {
				return naming.Fit(cmd.Context(), g, a.out)
			}
			if fitContext {
				return naming.FitContext(cmd.Context(), g, a.out)
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
			c, err := naming.EvaluateContext(cmd.Context(), g)
			if err != nil {
				return err
			}
			if asJSON {
				return a.writeJSON(struct {
					*naming.Evaluation
					Context *naming.Context
				}{e, c})
			}
			if err := e.WriteText(a.text(), verbose); err != nil {
				return err
			}
			return c.WriteText(a.text(), verbose)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&gold, "gold", nil, "`FOLDER` of gold files; further ones for letters only")
	flags.BoolVar(&asJSON, "json", false, "write JSON")
	flags.BoolVar(&verbose, "verbose", false, "list the pairs that are judged wrongly")
	flags.BoolVar(&leaveOut, "leave-out", false, "score each list of pairs with what is fitted on all others")
	flags.BoolVar(&fit, "fit", false, "print the weights of the score fitted on these names, as they stand in the source")
	flags.BoolVar(&fitContext, "fit-context", false, "print the weights of what networks know fitted on these letters, as they stand in the source")
	return cmd
}
