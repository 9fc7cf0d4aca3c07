package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/neo4j"
	"undersigned/internal/store/ruled"
)

func newCopy(a *app) *cobra.Command {
	var from, to string
	cmd := &cobra.Command{
		Use:   "copy --from STORE --to STORE",
		Short: "Copy everything from one store to another",
		Long: `Copies letters, profiles, judgements (undone ones too) and the audit log between stores: files, or Neo4j addresses. Lines of the
log keep number, time and actor; the copy itself adds none. The target has to be new or hold nothing but what the source has;
an interrupted copy goes on where it stopped when it is started again. At the end the target is read back and compared with
the source: counts of letters, signatures, profiles, judgements and lines of the log, content hash, and each line.`,
		Example: `  undersigned copy --from undersigned.db --to bolt://127.0.0.1:7687
  undersigned copy --from neo4j+s://graph.example.org --to copy.db`,
		Args: needArgs(0, 0, "no arguments but --from and --to"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if from == "" || to == "" || from == to {
				return graph.Errorf(graph.Invalid, "copy needs --from STORE and --to STORE, two different stores")
			}
			source, err := a.openBelow(cmd.Context(), from, existing) // both as they stand: a copy writes nothing of its own
			if err != nil {
				return err
			}
			defer source.Close()
			target, err := a.openBelow(cmd.Context(), to, mayMake)
			if err != nil {
				return err
			}
			defer target.Close()
			report, done := a.progress()
			progress := func(done, total int) { report(done, total, "records") }
			c, err := store.Copy(cmd.Context(), source, target, progress)
			done()
			if err != nil {
				return err
			}
			fmt.Fprintf(a.said(), "Both stores hold %s with %s, %s, %s and %s of the audit log; %d of these were written now. The content hash %.12s is the same.\n",
				counted(c.Letters, "letter", "letters"), counted(c.Signatures, "signature", "signatures"), counted(c.Profiles, "profile", "profiles"),
				counted(c.Judgements, "judgement", "judgements"), counted(c.Audit, "line", "lines"), c.Written, c.Hash)
			return nil
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "store to copy from")
	cmd.Flags().StringVar(&to, "to", "", "store to copy to")
	return cmd
}

func newVerify(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Check that the store holds what it should",
		Long: `Reads everything and checks what a database cannot enforce by itself: every record keeps the rules, evidence points at
documents that are there, the records give the content hash that the store says, no link points at nothing. The exit
status is 1 where something is wrong.`,
		Example: `  undersigned verify
  undersigned verify --store bolt://127.0.0.1:7687 --json`,
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				s = ruled.Below(s) // as it stands
				found, err := store.Verify(cmd.Context(), s)
				if err != nil {
					return err
				}
				if n, ok := s.(*neo4j.Store); ok {
					more, err := n.Verify(cmd.Context())
					if err != nil {
						return err
					}
					for _, f := range more {
						found = append(found, store.Finding{Subject: strings.Join(f.Subjects, ", "), What: fmt.Sprintf("%d %s", f.Count, f.What)})
					}
				}
				if asJSON {
					if err := a.writeJSON(map[string]any{"findings": found}); err != nil {
						return err
					}
				} else {
					for _, f := range found {
						printf(a.text(), "%s: %s\n", f.Subject, f.What)
					}
				}
				if len(found) > 0 {
					return graph.Errorf(graph.Internal, "%s: restore your last backup into a new store, or load the letters named again", counted(len(found), "thing is wrong", "things are wrong"))
				}
				if !asJSON {
					fmt.Fprintln(a.said(), "Everything is in order.")
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}
