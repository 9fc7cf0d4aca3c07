package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/explore"
)

// newList groups the lists of what filters and other commands take.
func newList(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:        "list",
		Short:      "List letters, organizations, targets, countries or clusters, with the ids that commands take",
		SuggestFor: []string{"ls", "show"},
	}
	group(cmd)
	cmd.AddCommand(newListLetters(a, "letters [WORDS]", "undersigned list letters"), newListOrganizations(a), newListTargets(a), newListCountries(a), newListClusters(a))
	return cmd
}

// listing makes one list: take gives what is listed, print its lines.
func listing[T any](a *app, cmd *cobra.Command, name string, take func(ctx context.Context, r *explore.Reading, words []string) ([]T, error), print func(w io.Writer, one T)) *cobra.Command {
	var asJSON bool
	var rollUp string
	cmd.Args = needArgs(0, -1, "words to look for, or nothing")
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := checkRollUp(cmd, rollUp); err != nil {
			return err
		}
		return a.withReading(cmd.Context(), explore.Options{}, func(r *explore.Reading) error {
			r, err := r.RollUp(cmd.Context(), graph.RollUp(rollUp))
			if err != nil {
				return err
			}
			list, err := take(cmd.Context(), r, args)
			if err != nil {
				return err
			}
			if asJSON {
				return a.writeJSON(map[string]any{name: list})
			}
			a.noteRolledUp(r.Graph())
			for _, one := range list {
				print(a.text(), one)
			}
			if len(list) == 0 {
				fmt.Fprintf(a.note(), "There are no %s%s.\n", name, ofWords(args))
			}
			return nil
		})
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	if name != "targets" { // no organization is counted among those
		rollUpFlag(cmd, &rollUp)
	}
	return cmd
}

func ofWords(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return " with these words"
}

func newListLetters(a *app, use, called string) *cobra.Command {
	return listing(a, &cobra.Command{
		Use:   use,
		Short: "List the letters, latest first, with their ids",
		Long: `Lists every stored letter: its id, which remove and letters judge take, its date, how many organizations signed, its title. Translations, versions and
reports say with which letter they count. WORDS keep those that have them in id, title, date, target or name of the document.`,
		Example: "  " + called + "\n  " + called + " harbor 2021\n  " + called + " --json",
	}, "letters", func(_ context.Context, r *explore.Reading, words []string) ([]explore.ListedLetter, error) {
		return r.ListLetters(words), nil
	}, func(w io.Writer, l explore.ListedLetter) {
		printf(w, "%s  %-10s %6d  %s", l.ID, cmp.Or(l.Date.String(), "no date"), l.Organizations, l.Title)
		if l.Of != "" {
			printf(w, "  (%s %s)", cmp.Or(l.Relation, "belongs to"), l.Of)
		}
		if l.Doubtful {
			fmt.Fprint(w, "  (doubtful)")
		}
		fmt.Fprintln(w)
	})
}

func newListOrganizations(a *app) *cobra.Command {
	return listing(a, &cobra.Command{
		Use:   "organizations [WORDS]",
		Short: "List the organizations, most letters first, with their ids",
		Long:  "Lists the organizations with the number of letters that each signed. Commands take their names as well as their ids. WORDS keep those of whose names one has them.",
		Example: `  undersigned list organizations
  undersigned list organizations harbor club
  undersigned list organizations --json`,
		Aliases: []string{"organisations"},
	}, "organizations", func(_ context.Context, r *explore.Reading, words []string) ([]explore.ListedOrganization, error) {
		return r.ListOrganizations(words), nil
	}, func(w io.Writer, o explore.ListedOrganization) {
		printf(w, "%s %6d  %s", o.ID, o.Letters, o.Name)
		if o.Country != "" {
			printf(w, "  (%s)", o.Country)
		}
		fmt.Fprintln(w)
	})
}

func newListTargets(a *app) *cobra.Command {
	return listing(a, &cobra.Command{
		Use:   "targets [WORDS]",
		Short: "List whom the letters are to, most letters first",
		Long:  "Lists the targets of letters with the number of letters to each or to its parts: what --target of export takes, by id or name.",
		Example: `  undersigned list targets
  undersigned list targets council --json`,
	}, "targets", func(_ context.Context, r *explore.Reading, words []string) ([]explore.Count, error) {
		return r.ListTargets(words), nil
	}, func(w io.Writer, c explore.Count) { printf(w, "%s %6d  %s\n", c.ID, c.N, c.Name) })
}

func newListCountries(a *app) *cobra.Command {
	return listing(a, &cobra.Command{
		Use:   "countries [WORDS]",
		Short: "List the countries of organizations, most organizations first",
		Long:  "Lists the countries that letters or profiles give for organizations, with the number of organizations: what --country of export takes.",
		Example: `  undersigned list countries
  undersigned list countries --json`,
	}, "countries", func(_ context.Context, r *explore.Reading, words []string) ([]explore.Count, error) {
		return r.ListCountries(words), nil
	}, func(w io.Writer, c explore.Count) { printf(w, "%6d  %s\n", c.N, c.Name) })
}

func newListClusters(a *app) *cobra.Command {
	return listing(a, &cobra.Command{
		Use:   "clusters [WORDS]",
		Short: "List the clusters of organizations that sign together, the largest first",
		Long:  "Finds the clusters and lists them with their numbers, which --cluster of export takes, and the number of their organizations.",
		Example: `  undersigned list clusters
  undersigned list clusters --json`,
	}, "clusters", func(ctx context.Context, r *explore.Reading, words []string) ([]explore.ListedCluster, error) {
		return r.ListClusters(ctx, words)
	}, func(w io.Writer, c explore.ListedCluster) {
		printf(w, "%4d %6d  %s\n", c.Number, c.Organizations, c.Label)
	})
}
