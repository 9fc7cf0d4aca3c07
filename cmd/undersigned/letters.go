package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/load"
	"undersigned/internal/store"
)

// newLetters groups what is asked about letters as such.
func newLetters(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "letters", Short: "List letters, those that may be the same one, and say whether they are"}
	group(cmd)
	cmd.AddCommand(newListLetters(a, "list [WORDS]", "undersigned letters list"), newProposals(a), newJudgeLetters(a))
	return cmd
}

func newProposals(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "proposals",
		Short: "List letters that look like versions, translations or reports of others, with the reasons",
		Long: `Compares the stored letters that have a text with all others and lists the pairs that may be one letter, with the reasons: the list,
the text, the title, the date, the target. Nothing is joined by it. Decide with: undersigned letters judge`,
		Example: `  undersigned letters proposals
  undersigned letters proposals --json`,
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				data, err := s.Snapshot(cmd.Context())
				if err != nil {
					return err
				}
				ps := load.Proposals(data)
				if asJSON {
					return a.writeJSON(map[string]any{"proposals": ps})
				}
				if len(ps) == 0 {
					fmt.Fprintln(a.text(), "No letter looks like another one that is not settled.")
				}
				for _, p := range ps {
					printProposal(a.text(), p)
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// proposalsShown is the number of proposals that a load prints; all are in its JSON and in letters proposals.
const proposalsShown = 5

func printProposals(w io.Writer, ps []load.Proposed) {
	if len(ps) == 0 {
		return
	}
	printf(w, "%s may be one letter; nothing was joined. Decide with: undersigned letters judge\n", counted(len(ps), "pair of letters", "pairs of letters"))
	for i, p := range ps {
		if i == proposalsShown {
			printf(w, "    and %d more (all with: undersigned letters proposals)\n", len(ps)-i)
			break
		}
		printProposal(w, p)
	}
}

func printProposal(w io.Writer, p load.Proposed) {
	printf(w, "%.2f  %s\n      may be a %s\n      %s\n", p.Score, titled(p.TitleA, p.A), strings.ReplaceAll(string(p.Relation), "-", " "), titled(p.TitleB, p.B))
	printf(w, "      %s\n", strings.Join(p.Reasons, " "))
}

func titled(title, id string) string {
	if title == "" || title == id {
		return id
	}
	return fmt.Sprintf("%s  %q", id, title)
}

func newJudgeLetters(a *app) *cobra.Command {
	var who whoAndWhen
	cmd := &cobra.Command{
		Use:   "judge version-of|translation-of|report-of|unrelated LETTER LETTER",
		Short: "Say how the first letter belongs to the second, or that it does not",
		Long: `Adds a judgement about two letters, by their ids. The first then counts as a version, translation or report of the second and is not
counted again; "unrelated" keeps them apart, whatever a rule says. It is listed by judgements and taken back with undo.`,
		Example: `  undersigned letters judge translation-of LETTER LETTER --why "says so above the list"
  undersigned letters judge unrelated LETTER LETTER`,
		Args:              needArgs(3, 3, "a relation and the ids of two letters"),
		ValidArgsFunction: firstOf("version-of", "translation-of", "report-of", "unrelated"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				data, err := s.Snapshot(cmd.Context())
				if err != nil {
					return err
				}
				j, err := letterJudgement(data, args[0], args[1], args[2])
				if err != nil {
					return err
				}
				j.By, j.When, j.Why = who.person(), string(who.when), who.why
				j = graph.NewJudgement(j)
				if err := j.Check(); err != nil {
					return err
				}
				return a.putJudgement(cmd.Context(), s, j)
			})
		},
	}
	who.flags(cmd)
	return cmd
}

// letterJudgement makes the judgement without its judge. That two letters are unrelated is said of the relation that is proposed, or of
// being a version where none is.
func letterJudgement(data graph.Data, word, a, b string) (graph.Judgement, error) {
	j := graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Letter: a}, B: graph.NameRef{Letter: b}}
	switch word {
	case string(graph.VersionOf), string(graph.TranslationOf), string(graph.ReportOf):
		j.Relation = graph.Relation(word)
	case "unrelated":
		j.Verdict, j.Relation = graph.Different, graph.VersionOf
	default:
		return j, graph.Errorf(graph.Invalid, "%q is no relation of letters: write version-of, translation-of, report-of or unrelated", word)
	}
	var known [2]*graph.Letter
	for i := range data.Letters {
		for k, id := range [2]string{a, b} {
			if data.Letters[i].ID == id {
				known[k] = &data.Letters[i]
			}
		}
	}
	for k, id := range [2]string{a, b} {
		if known[k] == nil {
			return j, graph.Errorf(graph.NotFound, "there is no letter %q: undersigned list letters names them with their ids", id)
		}
	}
	if j.Verdict == graph.Different {
		for _, p := range load.Proposals(graph.Data{Letters: []graph.Letter{*known[0], *known[1]}}) {
			j.Relation = cmp.Or(p.Relation, j.Relation)
			j.A.Letter, j.B.Letter = p.A, p.B
		}
	}
	return j, nil
}
