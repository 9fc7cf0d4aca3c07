package main

import (
	"cmp"
	"context"
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
	w.byFlag(cmd)
	w.whenFlag(cmd)
	cmd.Flags().StringVar(&w.why, "why", "", "the reason")
}

func (w *whoAndWhen) byFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&w.by, "by", "", "who says so (default: your user name)")
}

func (w *whoAndWhen) whenFlag(cmd *cobra.Command) {
	cmd.Flags().Var(&w.when, "when", "when it was decided: a `DATE` as 2021, 2021-05 or 2021-05-06; stays open without it")
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
	var said judgeFlags
	verdicts := make([]string, len(graph.Verdicts))
	for i, v := range graph.Verdicts {
		verdicts[i] = string(v)
	}
	cmd := &cobra.Command{
		Use:   "judge VERDICT NAME [NAME]",
		Short: "Say that two printed names are one organization, or are not, or what one is to the other",
		Long: `Adds a judgement about printed names. VERDICT is one of

  same NAME NAME          both are one organization
  different NAME NAME     they are two
  unsure NAME NAME        somebody looked and could not tell
  parent PARENT NAME      the second is a chapter, arm or local group of the first: two organizations
  member COALITION NAME   the second is a member of the first, --from and --until when as far as known: two organizations
  former NOW FORMER       the second is a former name of the first, used --from and --until: one organization
  split NAME --in LETTER  in that letter the name stands for another organization than elsewhere

A person's judgement wins over a file's, and what keeps names apart over every rule. An organization has one parent. With --in-first or
--in-second a judgement holds for the name in that letter only: so one printed name can be two organizations. A parent, a coalition or one of the
names of former need not be printed in any letter.`,
		Example: `  undersigned judge same "Harbor Club" "The Harbor Club e.V." --why "its own page says so"
  undersigned judge different "Moon Society" "Moon Society" --in-first LETTER --in-second LETTER
  undersigned judge parent "Harbor Club" "Harbor Club of Maine"
  undersigned judge former "Harbor Club" "Friends of the Harbor" --until 2014-06
  undersigned judge split "Moon Society" --in LETTER`,
		Args:              needArgs(2, 3, "a verdict and two names (split: one name)"),
		ValidArgsFunction: firstOf(verdicts...),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				data, err := s.Snapshot(cmd.Context())
				if err != nil {
					return err
				}
				j, err := said.judgement(args)
				if err != nil {
					return err
				}
				j.By, j.When, j.Why = who.person(), string(who.when), who.why
				j = graph.NewJudgement(j)
				if err := j.Check(); err != nil {
					return err
				}
				unprinted, err := allPrinted(data, j)
				if err != nil {
					return err
				}
				if err := a.putJudgement(cmd.Context(), s, j); err != nil {
					return err
				}
				if unprinted != "" {
					printf(a.note(), "No letter prints %q; the judgement keeps the name all the same.\n", unprinted)
				}
				return a.contradictions(data, j)
			})
		},
	}
	who.flags(cmd)
	cmd.Flags().StringVar(&said.inA, "in-first", "", "id of a letter: the first name in that letter only")
	cmd.Flags().StringVar(&said.inB, "in-second", "", "id of a letter: the second name in that letter only")
	cmd.Flags().StringVar(&said.in, "in", "", "of split: the id of the letter in which the name stands for another organization")
	cmd.Flags().Var(&said.from, "from", "of member and former: since when, a `DATE` as 2021, 2021-05 or 2021-05-06")
	cmd.Flags().Var(&said.until, "until", "of member and former: until when")
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
