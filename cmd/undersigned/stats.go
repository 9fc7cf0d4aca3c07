package main

import (
	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/explore"
)

func newStats(a *app) *cobra.Command {
	var asJSON bool
	var rollUp string
	cmd := &cobra.Command{
		Use:   "stats",
		Short: "Count what the store holds",
		Long: `Counts letters (translations, versions and reports of one letter count once), organizations (names that are one count
once), persons, signatures (one for each organization and letter) and targets.`,
		Example: `  undersigned stats
  undersigned stats --json`,
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkRollUp(cmd, rollUp); err != nil {
				return err
			}
			n, err := a.network(cmd.Context())
			if err != nil {
				return err
			}
			if n, err = n.RollUp(graph.RollUp(rollUp)); err != nil {
				return err
			}
			s := explore.StatsOf(n)
			if asJSON {
				return a.writeJSON(s)
			}
			a.noteRolledUp(n)
			for _, row := range []struct {
				n    int
				what string
			}{{s.Letters, "letters"}, {s.Organizations, "organizations"}, {s.Several, "of them on several letters"}, {s.Persons, "persons (not shown)"},
				{s.Signatures, "signatures"}, {s.Targets, "targets"}} {
				printf(a.text(), "%8d  %s\n", row.n, row.what)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	rollUpFlag(cmd, &rollUp)
	return cmd
}
