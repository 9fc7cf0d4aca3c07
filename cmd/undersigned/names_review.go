package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/proposal"
	"undersigned/internal/store"
)

func newNamesProposals(a *app) *cobra.Command {
	var asJSON bool
	limit := 0
	cmd := &cobra.Command{
		Use:   "proposals",
		Short: "List the organizations of the store that may be one, the most important questions first",
		Long: `Compares the names of all organizations that nobody has judged and lists the pairs worth a question: with the probability that both are
one, which what the network knows raises or lowers (a list prints both, countries, websites, targets, partners), reasons, and the number of ties
that the answer "same" changes: those of the one with fewer partners. The order is that of the probability times the logarithm of these ties. Nothing
is joined; names review asks, judge answers.`,
		Example: `  undersigned names proposals
  undersigned names proposals --limit 20 --json`,
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			n, err := a.network(cmd.Context())
			if err != nil {
				return err
			}
			list, err := proposal.Proposals(cmd.Context(), n)
			if err != nil {
				return err
			}
			all := len(list)
			if limit > 0 {
				list = list[:min(limit, len(list))]
			}
			if asJSON {
				return a.writeJSON(map[string]any{"proposals": orEmpty(list), "all": all})
			}
			for _, p := range list {
				printf(a.text(), "%.2f  %5d ties  %s (%s) | %s (%s): %s\n", p.Score, p.Ties, p.A.Printed, counted(p.A.Letters, "letter", "letters"), p.B.Printed, counted(p.B.Letters, "letter", "letters"), p.Why)
			}
			if all == 0 {
				printf(a.note(), "No two organizations look alike that nobody has judged.\n")
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	cmd.Flags().IntVar(&limit, "limit", 0, "list at most this many; 0 lists all")
	return cmd
}

func newNamesReview(a *app) *cobra.Command {
	var who whoAndWhen
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Answer one question after the other: are these two organizations one?",
		Long: `Asks about the pairs that names proposals lists, in that order. An answer is a key and Enter: 1 same, 2 different, 3 unsure, 4 the first is the
parent of the second (an umbrella, of which that is a chapter or an arm), 5 the second is the parent of the first, s skip, u takes the last answer
back, after the last question, too; q ends. Each answer is stored at once as a judgement of yours; undo and redo take it back and set it again later, too.`,
		Example: `  undersigned names review
  undersigned names review --by "Rosa Lind" --why "their web pages"`,
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd, func(s store.Store) error {
				data, err := s.Snapshot(cmd.Context())
				if err != nil {
					return err
				}
				n, err := graph.NewNetwork(data)
				if err != nil {
					return err
				}
				list, err := proposal.Proposals(cmd.Context(), n)
				if err != nil {
					return err
				}
				r := &review{a: a, s: s, who: &who, keys: bufio.NewReader(a.in), list: list}
				return r.run(cmd.Context())
			})
		},
	}
	who.flags(cmd)
	return cmd
}

// review asks about pairs at a terminal.
type review struct {
	a    *app
	s    store.Store
	who  *whoAndWhen
	keys *bufio.Reader
	list []proposal.Proposal
	done []answered
}

// answered is an answer that may be taken back.
type answered struct {
	at int
	id string // of the judgement; "" for a skip
}

var verdictKeys = map[string]graph.Verdict{"1": graph.Same, "2": graph.Different, "3": graph.Unsure, "4": graph.ParentOf, "5": graph.ParentOf}

// keysInWords are the keys, for people.
const keysInWords = "1 same  2 different  3 unsure  4 A is the parent of B  5 B is the parent of A  s skip  u undo  q end"

// keysAtEnd are those that are left when all is answered.
const keysAtEnd = "u undo  q end"

func (r *review) run(ctx context.Context) error {
	for at := 0; at < len(r.list) || len(r.done) > 0; { // after the last answer, too, which may be taken back
		last := at == len(r.list)
		if last {
			printf(r.a.text(), "\nThat was the last. %s: ", keysAtEnd)
		} else {
			r.show(at)
		}
		key, err := r.key(ctx)
		if err != nil || key == "q" {
			return err
		}
		switch {
		case last && key != "u":
			printf(r.a.text(), "Keys: %s\n", keysAtEnd)
		case verdictKeys[key] != "":
			id, err := r.answer(ctx, &r.list[at], verdictKeys[key], key == "5")
			if err != nil {
				return err
			}
			r.done = append(r.done, answered{at, id})
			at++
		case key == "s":
			r.done = append(r.done, answered{at, ""})
			at++
		case key == "u" && len(r.done) > 0:
			back := r.done[len(r.done)-1]
			if back.id != "" {
				if _, err := r.s.UndoJudgement(ctx, back.id, graph.Undoing{By: r.who.person(), When: string(r.who.when)}); err != nil {
					return err
				}
			}
			r.done, at = r.done[:len(r.done)-1], back.at
		case key == "u":
			printf(r.a.text(), "Nothing was answered yet.\n")
		default:
			printf(r.a.text(), "Keys: %s\n", keysInWords)
		}
	}
	printf(r.a.text(), "No more questions.\n")
	return nil
}

func (r *review) show(at int) {
	p := &r.list[at]
	printf(r.a.text(), "\n%d of %d · score %.2f · “same” changes %s\n", at+1, len(r.list), p.Score, counted(p.Ties, "tie", "ties"))
	for i, side := range []proposal.Side{p.A, p.B} {
		place := ""
		if side.Country != "" {
			place = ", " + side.Country
		}
		printf(r.a.text(), "  %c  %s (%s%s)\n", 'A'+rune(i), side.Printed, counted(side.Letters, "letter", "letters"), place)
	}
	printf(r.a.text(), "  %s\n%s: ", p.Why, keysInWords)
}

// key reads a line; the end of the input is q.
func (r *review) key(ctx context.Context) (string, error) {
	line, err := r.keys.ReadString('\n')
	if ctx.Err() != nil {
		return "", graph.Wrap(graph.Cancelled, ctx.Err(), "the review was stopped; answers given are kept")
	}
	if errors.Is(err, io.EOF) && line == "" {
		printf(r.a.text(), "\n")
		return "q", nil
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return "", graph.Wrap(graph.Unavailable, err, "standard input could not be read")
	}
	return strings.ToLower(strings.TrimSpace(line)), nil
}

// answer stores a judgement; one that was given before and taken back is set again.
func (r *review) answer(ctx context.Context, p *proposal.Proposal, v graph.Verdict, turned bool) (id string, err error) {
	first, second := p.A.Printed, p.B.Printed
	if turned {
		first, second = second, first
	}
	j := graph.NewJudgement(graph.Judgement{Verdict: v, A: graph.NameRef{Name: first}, B: graph.NameRef{Name: second}, By: r.who.person(), When: string(r.who.when), Why: r.who.why})
	if err := j.Check(); err != nil {
		return "", err
	}
	if _, err := r.s.Put(ctx, store.Change{Judgements: []graph.Judgement{j}, Actor: j.By}); err != nil {
		return "", err
	}
	_, err = r.s.RedoJudgement(ctx, j.ID, j.By)
	return j.ID, err
}
