package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/dataset"
)

// newJudgements lists what persons, files and the written rules decided about names and letters.
func newJudgements(a *app) *cobra.Command {
	var asJSON, asCSV bool
	cmd := &cobra.Command{
		Use:   "judgements [WORDS]",
		Short: "List who or which rule said that two names (or letters) are the same or not",
		Long: `Lists all judgements, undone ones and those of the written rules included, with the ids that undo and redo take. WORDS
keep those that contain them.

--csv writes a table that undersigned load reads back as the same judgements, undone ones too; those of rules about names it makes itself. load also takes tables that are written by hand,
with the columns name1, name2, verdict or canonical, alias.`,
		Example: `  undersigned judgements
  undersigned judgements harbor club
  undersigned judgements --json
  undersigned judgements --csv > judgements.csv`,
		Args: needArgs(0, -1, "words to look for, or nothing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := a.network(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON && asCSV {
				return graph.Errorf(graph.Invalid, "--json and --csv are two forms: choose one")
			}
			kept := []graph.Judgement{}
			for _, j := range n.Judgements() {
				if containsWords(n, j, args) {
					kept = append(kept, j)
				}
			}
			switch {
			case asJSON:
				return a.writeJSON(map[string]any{"judgements": kept, "refused": orEmpty(n.Refused())})
			case asCSV:
				return dataset.WriteTable(a.out, slices.Values(kept))
			}
			for _, j := range kept {
				printf(a.text(), "%s  %s\n", j.ID, judgementInWords(n, j))
			}
			for _, j := range kept {
				if why := n.NotApplied(j); why != "" {
					if j.ByRule() && j.Verdict == graph.Same { // the reason names no names
						why = fmt.Sprintf("%q and %q: %s", j.A.Name, j.B.Name, why)
					}
					printf(a.text(), "NOT APPLIED %s: %s\n", j.ID, why)
				}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	cmd.Flags().BoolVar(&asCSV, "csv", false, "write a table, which load reads back")
	return cmd
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func containsWords(n *graph.Network, j graph.Judgement, words []string) bool {
	text := strings.ToLower(j.ID + " " + judgementInWords(n, j))
	for _, w := range words {
		if !strings.Contains(text, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

var verbs = map[graph.Verdict]string{graph.Same: "is", graph.Different: "is not", graph.Unsure: "may be", graph.ParentOf: "is the parent of",
	graph.HasMember: "has the member", graph.FormerName: "has the former name"}

func judgementInWords(n *graph.Network, j graph.Judgement) string {
	name := func(r graph.NameRef) string {
		title := r.Letter
		if p, ok := n.Letter(r.Letter); ok {
			for _, record := range n.Letters()[p].Records {
				if record.ID == r.Letter {
					title = cmp.Or(record.Title, record.ID)
				}
			}
		}
		switch {
		case r.Name == "":
			return fmt.Sprintf("the letter %q", title)
		case r.Letter != "":
			return fmt.Sprintf("%q in %q", r.Name, title)
		}
		return fmt.Sprintf("%q", r.Name)
	}
	verb := verbs[j.Verdict]
	if j.Relation != "" {
		verb += " a " + strings.ReplaceAll(string(j.Relation), "-of", " of")
	}
	text := fmt.Sprintf("%s %s %s", name(j.A), verb, name(j.B))
	if j.Verdict == graph.Split {
		text = fmt.Sprintf("%s is another organization than elsewhere", name(j.A))
	}
	if !j.From.IsZero() {
		text += " from " + j.From.String()
	}
	if !j.Until.IsZero() {
		text += " until " + j.Until.String()
	}
	text += " (" + j.By
	if j.When != "" {
		text += ", " + j.When
	}
	if j.Why != "" {
		text += ": " + j.Why
	}
	text += ")"
	if j.Undone != nil {
		text += " UNDONE by " + j.Undone.By
	}
	return text
}
