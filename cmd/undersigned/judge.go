package main

import (
	"cmp"
	"context"
	"fmt"
	"os/user"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/store"
)

// whoAndWhen are the flags of everything a person decides. No clock is read: when it was is said or stays open.
type whoAndWhen struct {
	by, why string
	when    date
}

// date is a flag's value.
type date string

func (d *date) String() string { return string(*d) }
func (d *date) Type() string   { return "date" }
func (d *date) Set(s string) error {
	_, err := graph.ParseDate(s)
	*d = date(s)
	return err
}

func (w *whoAndWhen) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&w.by, "by", "", "who says so (default: your user name)")
	cmd.Flags().Var(&w.when, "when", "when it was decided: a `DATE` as 2021, 2021-05 or 2021-05-06; stays open without it")
	cmd.Flags().StringVar(&w.why, "why", "", "the reason")
}

func (w *whoAndWhen) person() string {
	if w.by != "" {
		return "person: " + w.by
	}
	if u, err := user.Current(); err == nil {
		return "person: " + cmp.Or(u.Username, u.Name)
	}
	return "person: somebody"
}

func newJudge(a *app) *cobra.Command {
	var who whoAndWhen
	var inA, inB string
	cmd := &cobra.Command{
		Use:   "judge same|different|unsure NAME NAME",
		Short: "Say that two printed names are one organization, or are not",
		Long: `Adds a judgement about two printed names. A person's judgement wins over a file's, and "different" over every rule. With
--in-first or --in-second it holds for the name in that letter only: so one printed name can be two organizations.`,
		Example: `  undersigned judge same "Harbor Club" "The Harbor Club e.V." --why "its own page says so"
  undersigned judge different "Moon Society" "Moon Society" --in-first LETTER --in-second LETTER`,
		Args:              needArgs(3, 3, "a verdict and two names"),
		ValidArgsFunction: firstOf("same", "different", "unsure"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				data, err := s.Snapshot(cmd.Context())
				if err != nil {
					return err
				}
				j := graph.NewJudgement(graph.Judgement{Verdict: graph.Verdict(args[0]), A: graph.NameRef{Name: args[1], Letter: inA},
					B: graph.NameRef{Name: args[2], Letter: inB}, By: who.person(), When: string(who.when), Why: who.why})
				if err := j.Check(); err != nil {
					return err
				}
				for _, ref := range []graph.NameRef{j.A, j.B} {
					if err := printed(data, ref); err != nil {
						return err
					}
				}
				return a.putJudgement(cmd.Context(), s, j)
			})
		},
	}
	who.flags(cmd)
	cmd.Flags().StringVar(&inA, "in-first", "", "id of a letter: the first name in that letter only")
	cmd.Flags().StringVar(&inB, "in-second", "", "id of a letter: the second name in that letter only")
	return cmd
}

// putJudgement stores what a person says and prints its id, which undo takes.
func (a *app) putJudgement(ctx context.Context, s store.Store, j graph.Judgement) error {
	r, err := s.Put(ctx, store.Change{Judgements: []graph.Judgement{j}, Actor: j.By})
	if err != nil {
		return err
	}
	printf(a.text(), "%s (revision %d)\n", j.ID, r.Revision)
	return nil
}

// printed refuses a reference to a name that no letter prints: most likely it is misspelt.
func printed(data graph.Data, ref graph.NameRef) error {
	for _, l := range data.Letters {
		if ref.Letter != "" && l.ID != ref.Letter {
			continue
		}
		for _, s := range l.Signatures {
			if s.Name == ref.Name {
				return nil
			}
		}
	}
	if ref.Letter != "" {
		return graph.Errorf(graph.NotFound, "no signatory is printed %q in a letter %q: write the name exactly as printed, and take the id from undersigned list letters", ref.Name, ref.Letter)
	}
	return graph.Errorf(graph.NotFound, "no signatory is printed %q: write the name exactly as a letter prints it; undersigned list organizations WORDS finds it", ref.Name)
}

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
	who.flags(cmd)
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
	who.flags(cmd)
	return cmd
}
