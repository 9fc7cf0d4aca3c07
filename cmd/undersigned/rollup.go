package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/explore"
)

// rollUpFlag adds the flag that says who counts as what it belongs to.
func rollUpFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "rollup", "", "`HOW` organizations count as what they belong to: parents (chapters as their parents) or umbrellas (and members as their coalition)")
	completed(cmd, "rollup", rollUps()...)
}

func rollUps() (names []string) {
	for _, how := range graph.RollUps {
		names = append(names, string(how))
	}
	return names
}

// checkRollUp refuses what is no way to roll up, before any data are read.
func checkRollUp(cmd *cobra.Command, how string) error {
	if !cmd.Flags().Changed("rollup") {
		return nil
	}
	return oneOf("rollup", how, rollUps())
}

// noteRolledUp says what rolling up has changed, beside what is asked for.
func (a *app) noteRolledUp(n *graph.Network) {
	if words := explore.RolledUpInWords(n.RolledUp()); words != nil {
		fmt.Fprintln(a.note(), strings.Join(words, " "))
	}
}
