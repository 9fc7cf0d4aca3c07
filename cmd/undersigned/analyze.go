package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/letter"
	"undersigned/internal/load"
	"undersigned/internal/ruling"
)

func newAnalyze(a *app) *cobra.Command {
	var asJSON bool
	var edges string
	var answers letter.Answers
	var options explore.AnalyzeOptions
	var rollUp string
	cmd := &cobra.Command{
		Use:   "analyze",
		Short: "Compute measures, clusters, ties and positions of the whole network",
		Long: `Computes for the store (or for an edge list, without a store) the measures of each organization, the clusters with the
letters that make them, the strongest ties and the positions of a map. The same data give the same bytes.

  degree       letters signed
  strength     Newman strength: letters with at least two signers
  betweenness  shortest paths through it, organizations as ends, raw count
  pagerank     of the Newman-weighted one-mode network, damping 0.85
  newman       of a tie: sum over shared letters of 1/(signers - 1)`,
		Example: `  undersigned analyze
  undersigned analyze --json > network.json
  undersigned analyze --edges signatures.csv --without betweenness,layout
  zcat signatures.csv.gz | undersigned analyze --edges - --json`,
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := cmp.Or(within("ties", options.Ties, 0, -1), within("threads", options.Threads, 0, -1), checkWithout(options.Without), checkRollUp(cmd, rollUp)); err != nil {
				return err
			}
			progress, done := a.progress()
			defer done()
			progress(0, 1, "reading the letters")
			n, err := a.networkOr(cmd.Context(), edges, answers)
			if err != nil {
				return err
			}
			if n, err = n.RollUp(graph.RollUp(rollUp)); err != nil {
				return err
			}
			options.Progress = progress
			analysis, err := unlessStopped(cmd.Context(), func() (explore.Analysis, error) { return explore.Analyze(cmd.Context(), n, options) })
			done()
			if err != nil {
				return err
			}
			if asJSON {
				return a.writeJSON(analysis)
			}
			a.printAnalysis(analysis)
			return nil
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "write JSON")
	f.StringVar(&edges, "edges", "", "analyze this edge list `FILE` instead of the store: any table that load reads, such as CSV with columns organization, letter, optional date, target; .gz too; - for standard input")
	tableFlags(cmd, &answers)
	f.IntVar(&options.Ties, "ties", 20_000, "ties to keep, the strongest; all are counted")
	withoutFlag(cmd, &options.Without)
	rollUpFlag(cmd, &rollUp)
	f.Uint64Var(&options.Seed, "seed", 0, "seed of clusters and positions (0: the explorer's own)")
	f.IntVar(&options.Threads, "threads", 0, "processors to use (0: all); the result does not depend on it")
	return cmd
}

// withoutFlag adds the flag that leaves out what takes longest.
func withoutFlag(cmd *cobra.Command, to *[]string) {
	cmd.Flags().StringSliceVar(to, "without", nil, "`STEPS` to leave out, with commas between them: "+strings.Join(explore.CanBeWithout(), ", ")+"; they take longest on large networks")
	completed(cmd, "without", explore.CanBeWithout()...)
}

func checkWithout(steps []string) error {
	for _, s := range steps {
		if err := oneOf("without", s, explore.CanBeWithout()); err != nil {
			return err
		}
	}
	return nil
}

// networkOr reads an edge list where one is given, else the store.
func (a *app) networkOr(ctx context.Context, edges string, answers letter.Answers) (*graph.Network, error) {
	if edges == "" {
		return a.network(ctx)
	}
	f, err := a.open(ctx, edges)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := letter.ReadEdges(ctx, edgesName(edges), f, answers)
	if err != nil {
		return nil, err
	}
	for _, w := range list.Warnings {
		fmt.Fprintf(a.err, "note: %s\n", w)
	}
	if left := list.LeftOut(); len(left) > 0 {
		fmt.Fprintf(a.err, "note: %s left out; the first is line %d (%s)\n", counted(len(left), "row was", "rows were"), left[0].Line, left[0].Why)
	}
	return unlessStopped(ctx, func() (*graph.Network, error) {
		return list.Network(func(names []string) ([]graph.Judgement, error) { return ruling.Equal(ctx, names) })
	})
}

// edgesName is the name of an edge list, for its document.
func edgesName(edges string) string {
	if edges == load.Stdin {
		return "standard-input.csv"
	}
	return edges
}

func (a *app) printAnalysis(r explore.Analysis) {
	n := r.Network
	printf(a.text(), "%s, %s, %s, %s\n", counted(n.Organizations, "organization", "organizations"), counted(n.Letters, "letter", "letters"),
		counted(n.Signatures, "signature", "signatures"), counted(int(n.Ties), "tie", "ties"))
	if words := explore.RolledUpInWords(n.RolledUp); words != nil {
		printf(a.text(), "%s\n", strings.Join(words, " "))
	}
	groups := r.Clusters.Groups
	for len(groups) > 0 && groups[len(groups)-1].Organizations < 2 { // they come last: one organization with its own letters
		groups = groups[:len(groups)-1]
	}
	printf(a.text(), "%s (%s, %s %.4f)\n", counted(len(groups), "cluster", "clusters"), r.Clusters.Method, r.Clusters.Objective, r.Clusters.Modularity)
	for i, g := range groups {
		if i == 20 {
			printf(a.text(), "      and %s\n", counted(len(groups)-i, "smaller one", "smaller ones"))
			break
		}
		printf(a.text(), "%6d  %s\n", g.Organizations, g.Label)
	}
	if alone := len(r.Clusters.Groups) - len(groups); alone > 0 {
		printf(a.text(), "       and %s in no cluster with others\n", counted(alone, "organization", "organizations"))
	}
}

func newPartners(a *app) *cobra.Command {
	var asJSON bool
	var seeds []string
	var limit int
	var edges, rollUp string
	var answers letter.Answers
	cmd := &cobra.Command{
		Use:   "partners --seed NAME...",
		Short: "Whom could we ask? Organizations that signed with the seeds, with the letters behind each",
		Long: `Ranks organizations by a random walk over letters from the seed organizations (RP3beta): small letters and several seeds
count more, busy candidates less. The shares of the letters add up to the score, and so do those of the seeds.`,
		Example: `  undersigned partners "Harbor Club"
  undersigned partners --seed "Harbor Club" --seed "Moon Society" -n 20 --json`,
		Args: func(_ *cobra.Command, args []string) error {
			seeds = append(seeds, args...)
			if len(seeds) == 0 {
				return graph.Errorf(graph.Invalid, "partners needs at least one --seed NAME: the organizations to start from")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := cmp.Or(within("number", limit, 1, -1), checkRollUp(cmd, rollUp)); err != nil {
				return err
			}
			n, err := a.networkOr(cmd.Context(), edges, answers)
			if err != nil {
				return err
			}
			if n, err = n.RollUp(graph.RollUp(rollUp)); err != nil {
				return err
			}
			answer, err := unlessStopped(cmd.Context(), func() (explore.SuggestedPartners, error) { return explore.PartnersFor(cmd.Context(), n, seeds, limit) })
			if graph.CodeOf(err) == graph.NotFound {
				return graph.Errorf(graph.NotFound, "%s All are listed by: undersigned list organizations", graph.MessageOf(err))
			}
			if err != nil {
				return err
			}
			if asJSON {
				return a.writeJSON(answer)
			}
			a.noteRolledUp(n)
			for i, p := range answer.Partners {
				printf(a.text(), "%3d  %s\n", i+1, p.Name)
				for k, l := range p.Letters {
					if k == 3 {
						printf(a.text(), "       and %d more letters\n", len(p.Letters)-k)
						break
					}
					printf(a.text(), "       %s\n", l.Title)
				}
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "write JSON")
	f.StringArrayVar(&seeds, "seed", nil, "an organization to start from: its name or id; may be given several times")
	f.IntVarP(&limit, "number", "n", 10, "how many to suggest")
	f.StringVar(&edges, "edges", "", "use this edge list `FILE` instead of the store; - for standard input")
	rollUpFlag(cmd, &rollUp)
	tableFlags(cmd, &answers)
	return cmd
}
