package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/store"
)

func newUndo(a *app) *cobra.Command {
	var who whoAndWhen
	cmd := &cobra.Command{
		Use:   "undo JUDGEMENT",
		Short: "Take a judgement back; it stays, marked as undone",
		Long:  `Marks a judgement as undone, a rule's too: then that rule no longer joins the two names. Ids are listed by: undersigned judgements`,
		Example: `  undersigned judgements harbor              # find its id
  undersigned undo 5d41402abc4b2a76 --by "Rosa Lind"`,
		Args: needArgs(1, 1, "the id of one judgement"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				undoing := graph.Undoing{By: who.person(), When: string(who.when)}
				r, err := s.UndoJudgement(cmd.Context(), args[0], undoing)
				if graph.CodeOf(err) == graph.NotFound {
					return graph.Errorf(graph.NotFound, "there is no judgement %q: undersigned judgements lists them with their ids", args[0])
				}
				if err != nil {
					return err
				}
				fmt.Fprintf(a.said(), "undone (revision %d)\n", r.Revision)
				return nil
			})
		},
	}
	who.byFlag(cmd)
	who.whenFlag(cmd) // no reason: none is stored of an undoing
	return cmd
}

func newRedo(a *app) *cobra.Command {
	var who whoAndWhen
	cmd := &cobra.Command{
		Use:     "redo JUDGEMENT",
		Short:   "Let an undone judgement count again",
		Example: `  undersigned redo 5d41402abc4b2a76`,
		Args:    needArgs(1, 1, "the id of one judgement"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				r, err := s.RedoJudgement(cmd.Context(), args[0], who.person())
				if graph.CodeOf(err) == graph.NotFound {
					return graph.Errorf(graph.NotFound, "there is no judgement %q: undersigned judgements lists them with their ids", args[0])
				}
				if err != nil {
					return err
				}
				fmt.Fprintf(a.said(), "it counts again (revision %d)\n", r.Revision)
				return nil
			})
		},
	}
	who.byFlag(cmd) // the audit log has who and when
	return cmd
}
