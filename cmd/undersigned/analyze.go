package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/letter"
)

func newAnalyze(a *app) *cobra.Command {
	var asJSON bool
	var edges string
	var answers letter.Answers
	var options explore.AnalyzeOptions
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
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if options.Ties < 0 {
				return graph.Errorf(graph.Invalid, "--ties takes a number from 0 on, not %d", options.Ties)
			}
			n, err := a.networkOr(cmd.Context(), edges, answers)
			if err != nil {
				return err
			}
			analysis, err := explore.Analyze(cmd.Context(), n, options)
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
	f.StringVar(&edges, "edges", "", "analyze this edge list instead of the store: CSV with columns organization, letter, optional date, target; .gz too")
	tableFlags(cmd, &answers)
	f.IntVar(&options.Ties, "ties", 20_000, "ties to keep, the strongest; all are counted")
	f.Uint64Var(&options.Seed, "seed", 0, "seed of clusters and positions (0: the explorer's own)")
	f.IntVar(&options.Threads, "threads", 0, "processors to use (0: all); the result does not depend on it")
	return cmd
}

// networkOr reads an edge list where one is given, else the store.
func (a *app) networkOr(ctx context.Context, edges string, answers letter.Answers) (*graph.Network, error) {
	if edges == "" {
		return a.network(ctx)
	}
	f, err := os.Open(edges)
	if err != nil {
		return nil, graph.Wrap(graph.NotFound, err, "the edge list "+edges+" cannot be read")
	}
	defer f.Close()
	list, err := letter.ReadEdges(ctx, edges, f, answers)
	if err != nil {
		return nil, err
	}
	for _, w := range list.Warnings {
		fmt.Fprintf(a.err, "note: %s\n", w)
	}
	if left := list.LeftOut(); len(left) > 0 {
		fmt.Fprintf(a.err, "note: %s left out; the first is line %d (%s)\n", counted(len(left), "row was", "rows were"), left[0].Line, left[0].Why)
	}
	return list.Network()
}

func (a *app) printAnalysis(r explore.Analysis) {
	n := r.Network
	fmt.Fprintf(a.text(), "%d organizations, %d letters, %d signatures, %d ties\n", n.Organizations, n.Letters, n.Signatures, n.Ties)
	fmt.Fprintf(a.text(), "%d clusters (%s, %s %.4f)\n", len(r.Clusters.Groups), r.Clusters.Method, r.Clusters.Objective, r.Clusters.Modularity)
	for i, g := range r.Clusters.Groups {
		if i == 20 {
			fmt.Fprintf(a.text(), "      and %d smaller ones\n", len(r.Clusters.Groups)-i)
			break
		}
		fmt.Fprintf(a.text(), "%6d  %s\n", g.Organizations, g.Label)
	}
}

func newPartners(a *app) *cobra.Command {
	var asJSON bool
	var seeds []string
	var limit int
	var edges string
	var answers letter.Answers
	cmd := &cobra.Command{
		Use:   "partners --seed NAME...",
		Short: "Whom could we ask? Organizations that signed with the seeds, with the letters behind each",
		Long: `Ranks organizations by a random walk over letters from the seed organizations (RP3beta): small letters and several seeds
count more, busy candidates less. The shares of the letters add up to the score, and so do those of the seeds.`,
		Args: func(_ *cobra.Command, args []string) error {
			seeds = append(seeds, args...)
			if len(seeds) == 0 {
				return graph.Errorf(graph.Invalid, "partners needs at least one --seed NAME: the organizations to start from")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			n, err := a.networkOr(cmd.Context(), edges, answers)
			if err != nil {
				return err
			}
			answer, err := explore.PartnersFor(cmd.Context(), n, seeds, limit)
			if err != nil {
				return err
			}
			if asJSON {
				return a.writeJSON(answer)
			}
			for i, p := range answer.Partners {
				fmt.Fprintf(a.text(), "%3d  %s\n", i+1, p.Name)
				for k, l := range p.Letters {
					if k == 3 {
						fmt.Fprintf(a.text(), "       and %d more letters\n", len(p.Letters)-k)
						break
					}
					fmt.Fprintf(a.text(), "       %s\n", l.Title)
				}
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "write JSON")
	f.StringArrayVar(&seeds, "seed", nil, "an organization to start from: its name or id; may be given several times")
	f.IntVarP(&limit, "number", "n", 10, "how many to suggest")
	f.StringVar(&edges, "edges", "", "use this edge list instead of the store")
	tableFlags(cmd, &answers)
	return cmd
}
