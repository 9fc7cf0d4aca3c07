package main

import (
	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/names"
)

// newNames groups what resolves names.
func newNames(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "names", Short: "Tell which printed names are one organization"}
	group(cmd)
	cmd.AddCommand(newNamesPairs(a), newNamesCluster(a))
	return cmd
}

// judgedPair is one line of the answer of names pairs.
type judgedPair struct {
	A       string        `json:"a"`
	B       string        `json:"b"`
	Score   float64       `json:"score"`
	Verdict names.Verdict `json:"verdict"`
	Why     string        `json:"why"`
}

func newNamesPairs(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "pairs FILE.csv",
		Short: "Say of pairs of names whether each is one organization",
		Long: `Reads a table with the columns name1 and name2 and says of each row whether both stand for one organization: a score (the probability
that they do), a verdict, and reasons. "same" comes from a written rule; "ask" is for a person to decide; else they are different. All
names of the table together say which words are common and which acronyms stand for one name only. - is standard input.`,
		Example: `  undersigned names pairs pairs.csv
  undersigned names pairs pairs.csv --json
  printf 'name1,name2\nTor,The Tor Project\n' | undersigned names pairs -`,
		Args: needArgs(1, 1, "a table with the columns name1 and name2, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			columns, err := a.columns(cmd.Context(), args[0], "name1", "name2")
			if err != nil {
				return err
			}
			var all []string
			for i := range columns[0] {
				all = append(all, columns[0][i], columns[1][i])
			}
			c := names.NewCorpus(all)
			list := []judgedPair{}
			for i := range columns[0] {
				if i%256 == 0 && cmd.Context().Err() != nil {
					return graph.Wrap(graph.Cancelled, cmd.Context().Err(), "comparing names was stopped")
				}
				r := c.Compare(c.Of(2*i), c.Of(2*i+1))
				list = append(list, judgedPair{columns[0][i], columns[1][i], r.Score, r.Verdict, r.Why})
			}
			if asJSON {
				return a.writeJSON(map[string]any{"pairs": list})
			}
			for _, p := range list {
				printf(a.text(), "%-9s %.2f  %s | %s: %s\n", p.Verdict, p.Score, p.A, p.B, p.Why)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// groupedRow is one row of the answer of names cluster.
type groupedRow struct {
	Row   int    `json:"row"`
	Name  string `json:"name"`
	Group int    `json:"group"`
}

func newNamesCluster(a *app) *cobra.Command {
	var asJSON bool
	var column, at string
	cmd := &cobra.Command{
		Use:   "cluster FILE.csv --column NAME",
		Short: "Put the names of a table into groups, one an organization",
		Long: `Reads a column of names and puts the rows into groups. With --at rule (the default) a group holds what written rules join, and no pair
that is different; with --at likely, groups whose pairs are one organization with a mean probability of at least one half (average linkage).
Rows count from 1, without the header. - is standard input.`,
		Example: `  undersigned names cluster members.csv --column name
  undersigned names cluster members.csv --column name --at likely --json`,
		Args: needArgs(1, 1, "a table with a column of names, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if column == "" {
				return graph.Errorf(graph.Invalid, "say which column holds the names: names cluster %s --column NAME", args[0])
			}
			columns, err := a.columns(cmd.Context(), args[0], column)
			if err != nil {
				return err
			}
			groups, err := names.NewCorpus(columns[0]).Groups(cmd.Context(), names.Level(at))
			if err != nil {
				return err
			}
			rows := make([]groupedRow, len(groups))
			for i, g := range groups {
				rows[i] = groupedRow{i + 1, columns[0][i], g}
			}
			if asJSON {
				return a.writeJSON(map[string]any{"rows": rows})
			}
			for _, r := range rows {
				printf(a.text(), "%d\t%d\t%s\n", r.Group, r.Row, r.Name)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	cmd.Flags().StringVar(&column, "column", "", "`NAME` of the column that holds the names")
	cmd.Flags().StringVar(&at, "at", string(names.AtRule), "`LEVEL`: rule or likely")
	return cmd
}
