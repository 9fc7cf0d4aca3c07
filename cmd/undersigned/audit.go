package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/store"
)

// withStore opens the store for one piece of work.
func (a *app) withStore(cmd *cobra.Command, work func(store.Store) error) error {
	s, err := a.openStore(cmd.Context())
	if err != nil {
		return err
	}
	defer s.Close()
	return work(s)
}

func newAudit(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "List every change of the store, oldest first: when, who, what",
		Example: `  undersigned audit
  undersigned audit --json > changes.json`,
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				const page = 1000
				for after := int64(0); ; {
					entries, err := s.Audit(cmd.Context(), after, page)
					if err != nil {
						return err
					}
					for _, e := range entries {
						after = e.Sequence
						if asJSON {
							if err := a.writeJSON(map[string]any{"sequence": e.Sequence, "when": e.When.UTC().Format(time.RFC3339), "actor": e.Actor,
								"action": e.Action, "subject": e.Subject, "detail": e.Detail}); err != nil {
								return err
							}
							continue
						}
						printf(a.text(), "%6d  %s  %s  %s  %s  %s\n", e.Sequence, e.When.Local().Format("2006-01-02 15:04:05"), e.Actor, e.Action, e.Subject, e.Detail)
					}
					if len(entries) < page {
						return nil
					}
				}
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON, one entry after the other")
	return cmd
}

func newRemove(a *app) *cobra.Command {
	var who whoAndWhen
	cmd := &cobra.Command{
		Use:   "remove LETTER",
		Short: "Remove one letter with its documents and signatures",
		Long:  `Removes a letter by its id, which undersigned list letters names. Judgements about its names stay. The audit log keeps that it was there.`,
		Example: `  undersigned list letters pool              # find its id
  undersigned remove keep-the-pool-open-3f2a1b --by "Rosa Lind"`,
		Args: needArgs(1, 1, "the id of one letter"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				r, err := s.RemoveLetter(cmd.Context(), args[0], who.person())
				if graph.CodeOf(err) == graph.NotFound {
					return graph.Errorf(graph.NotFound, "there is no letter %q: undersigned list letters names them with their ids", args[0])
				}
				if err != nil {
					return err
				}
				fmt.Fprintf(a.said(), "removed (revision %d)\n", r.Revision)
				return nil
			})
		},
	}
	who.flags(cmd)
	return cmd
}
