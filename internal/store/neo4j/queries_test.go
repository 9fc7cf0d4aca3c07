package neo4j

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"undersigned/examples"
	"undersigned/graph"
	"undersigned/graph/affinity"
)

var updateQueries = flag.Bool("update", false, "write the answers of QUERIES.md anew from the server")

// query is one block of QUERIES.md with the answer that the page states under it.
type query struct {
	heading    string
	parameters map[string]any
	cypher     string
	answer     []string // lines of a table; the first two are its head
	start, end int      // lines of the page where the answer stands; start is after the block
}

// readQueries takes the page apart. A block is followed by its answer, with an empty line between them.
func readQueries(page string) (lines []string, queries []*query, err error) {
	lines = strings.Split(page, "\n")
	heading := ""
	for i := 0; i < len(lines); i++ {
		if title, ok := strings.CutPrefix(lines[i], "## "); ok {
			heading = title
		}
		if !strings.HasPrefix(lines[i], "```") {
			continue
		}
		if lines[i] != "```cypher" {
			return nil, nil, fmt.Errorf("line %d: a block that is not cypher", i+1)
		}
		q := &query{heading: heading, parameters: map[string]any{}}
		for i++; i < len(lines) && lines[i] != "```"; i++ {
			if err := q.add(lines[i]); err != nil {
				return nil, nil, fmt.Errorf("line %d: %w", i+1, err)
			}
		}
		q.start = min(i+1, len(lines))
		q.end = q.start
		if q.start+1 < len(lines) && lines[q.start] == "" && strings.HasPrefix(lines[q.start+1], "|") {
			for q.end = q.start + 1; q.end < len(lines) && strings.HasPrefix(lines[q.end], "|"); q.end++ {
				q.answer = append(q.answer, lines[q.end])
			}
		}
		queries = append(queries, q)
	}
	return lines, queries, nil
}

// add takes a line of a block: a parameter that is a text or a whole number, or Cypher.
func (q *query) add(line string) error {
	rest, ok := strings.CutPrefix(line, ":param ")
	if !ok {
		q.cypher += line + "\n"
		return nil
	}
	name, value, ok := strings.Cut(strings.TrimSuffix(rest, ";"), " => ")
	if !ok || q.cypher != "" {
		return fmt.Errorf("parameters read like :param name => 'value'; and stand at the top: %s", line)
	}
	if quoted := strings.TrimSuffix(strings.TrimPrefix(value, "'"), "'"); len(quoted) == len(value)-2 {
		q.parameters[name] = strings.ReplaceAll(quoted, `\'`, "'")
		return nil
	}
	number, err := strconv.ParseInt(value, 10, 64)
	q.parameters[name] = number
	return err
}

// rows returns the cells of the answer without its head.
func (q *query) rows() [][]string {
	var rows [][]string
	for _, line := range q.answer[2:] {
		line = strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), `\|`, "\x00")
		var cells []string
		for cell := range strings.SplitSeq(line, "|") {
			cells = append(cells, strings.ReplaceAll(strings.TrimSpace(cell), "\x00", "|"))
		}
		rows = append(rows, cells)
	}
	return rows
}

func readQueriesPage(t *testing.T) ([]string, []*query) {
	t.Helper()
	page, err := os.ReadFile("QUERIES.md")
	if err != nil {
		t.Fatal(err)
	}
	lines, queries, err := readQueries(string(page))
	if err != nil {
		t.Fatalf("QUERIES.md: %v", err)
	}
	return lines, queries
}

// Needs no server: a block without an answer would say nothing, and parameters are set and used.
func TestQueriesPageStatesAnswers(t *testing.T) {
	_, queries := readQueriesPage(t)
	if len(queries) < 10 {
		t.Errorf("QUERIES.md has %d queries; this test has lost its subject", len(queries))
	}
	known := map[string]bool{}
	for _, q := range queries {
		if known[q.heading] {
			t.Errorf("%s: two queries under one heading", q.heading)
		}
		known[q.heading] = true
		if len(q.answer) < 3 {
			t.Errorf("%s: the query states no answer; run go test -run TestQueries ./internal/store/neo4j -update and look at what it wrote", q.heading)
		}
		for name := range q.parameters {
			if !strings.Contains(q.cypher, "$"+name) {
				t.Errorf("%s: the parameter %s is not used", q.heading, name)
			}
		}
	}
	for heading := range crossChecks {
		if !known[heading] {
			t.Errorf("no query is headed %q, which is to be compared with the network", heading)
		}
	}
	if _, without, _ := readQueries("## A\n```cypher\nRETURN 1\n```\n\nText\n"); len(without) != 1 || without[0].answer != nil {
		t.Error("a block without an answer is not noticed")
	}
}

// cell shows a value as the page does.
func cell(value any) (string, error) {
	switch v := value.(type) {
	case nil:
		return "", nil
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64), nil
	case string, bool, int64:
		return strings.ReplaceAll(fmt.Sprint(v), "|", `\|`), nil
	}
	return "", fmt.Errorf("the page shows texts, numbers and booleans, not %T", value)
}

// ask runs a query as a reader: the server refuses whatever writes. It returns the answer as the lines of a table.
func ask(ctx context.Context, session driver.SessionWithContext, q *query) ([]string, error) {
	result, err := session.Run(ctx, q.cypher, q.parameters)
	if err != nil {
		return nil, err
	}
	keys, err := result.Keys()
	if err != nil {
		return nil, err
	}
	table := []string{"| " + strings.Join(keys, " | ") + " |", strings.Repeat("|---", len(keys)) + "|"}
	for result.Next(ctx) {
		var cells []string
		for _, value := range result.Record().Values {
			c, err := cell(value)
			if err != nil {
				return nil, err
			}
			cells = append(cells, c)
		}
		table = append(table, "| "+strings.Join(cells, " | ")+" |")
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, err
	}
	for _, n := range summary.Notifications() {
		if n.Category() == driver.Deprecation {
			return nil, fmt.Errorf("the next Neo4j will not run this: %s", n.Description())
		}
	}
	return table, nil
}

// TestQueries runs every query of the page on the example data and compares the answer with the page's, and both with the
// network that the explorer shows.
func TestQueries(t *testing.T) {
	lines, queries := readQueriesPage(t)
	server := emptyServer(t)
	s := openStore(t, server)
	emptyStore(t, server)
	example, err := examples.Change(ctx)
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, s, example)
	if err := s.Canonicalize(ctx); err != nil {
		t.Fatal(err)
	}
	data, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	n, err := graph.NewNetwork(data)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	d := server.Driver(t)
	defer d.Close(ctx)
	session := d.NewSession(ctx, driver.SessionConfig{AccessMode: driver.AccessModeRead})
	defer session.Close(ctx)
	for i := len(queries) - 1; i >= 0; i-- { // from the end, so that an update moves no line that is still to come
		q := queries[i]
		t.Run(q.heading, func(t *testing.T) {
			if q.heading == "Which judgements were undone?" {
				undo(t, s, "j-p6g6wwkols")
			}
			got, err := ask(ctx, session, q)
			if err != nil {
				t.Fatalf("%v\n%s", err, q.cypher)
			}
			if *updateQueries {
				lines = slices.Replace(lines, q.start, q.end, append([]string{""}, got...)...)
				q.answer = got
			}
			if !slices.Equal(got, q.answer) {
				t.Fatalf("the server answers\n%s\nthe page\n%s", strings.Join(got, "\n"), strings.Join(q.answer, "\n"))
			}
			if check := crossChecks[q.heading]; check != nil {
				if want, got := check(t, n, q), q.rows(); !slices.EqualFunc(got, want, slices.Equal) {
					t.Errorf("the page has\n%q\nthe network\n%q", got, want)
				}
			}
		})
	}
	if *updateQueries {
		if err := os.WriteFile("QUERIES.md", []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// undo undoes a judgement while the test lasts, so that the other queries see the example as it comes.
func undo(t *testing.T, s *Store, id string) {
	t.Helper()
	if _, err := s.UndoJudgement(ctx, id, graph.Undoing{By: "person: Ada", When: "2021-12-01"}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := s.RedoJudgement(ctx, id, "test"); err != nil {
			t.Fatal(err)
		}
		if err := s.Canonicalize(ctx); err != nil {
			t.Fatal(err)
		}
	})
}

// crossChecks compute the answers of some queries from the network, by heading.
var crossChecks = map[string]func(*testing.T, *graph.Network, *query) [][]string{
	"Is the graph up to date, and what is in it?": func(_ *testing.T, n *graph.Network, _ *query) [][]string {
		c := n.Coverage()
		return [][]string{{"true", fmt.Sprint(c.Organizations), fmt.Sprint(c.Letters), fmt.Sprint(c.Documents), fmt.Sprint(c.Signatures)}}
	},
	"Which letters did both sign?": func(t *testing.T, n *graph.Network, q *query) (rows [][]string) {
		a, b := organization(t, n, q, "a"), organization(t, n, q, "b")
		letters, _ := affinity.Pair(n.Incidence(), a, b)
		for _, l := range letters {
			rows = append(rows, []string{name(n, a), name(n, b), n.Letters()[l].Date.String(), n.Letters()[l].Title})
		}
		slices.SortFunc(rows, slices.Compare)
		return rows
	},
	"Who signs most with an organization?": func(t *testing.T, n *graph.Network, q *query) (rows [][]string) {
		a := organization(t, n, q, "a")
		ties := affinity.Neighbours(n.Incidence(), a)
		slices.SortStableFunc(ties, func(x, y affinity.Tie) int { return cmp.Compare(y.Newman, x.Newman) })
		for _, tie := range ties[:len(q.rows())] {
			newman := strconv.FormatFloat(math.Round(tie.Newman*1e4)/1e4, 'g', -1, 64)
			rows = append(rows, []string{name(n, a), name(n, tie.Other(a)), fmt.Sprint(tie.Letters), newman})
		}
		return rows
	},
	"Who signs with an organization against a target?": func(t *testing.T, n *graph.Network, q *query) (rows [][]string) {
		a, aimed := organization(t, n, q, "a"), aimedAt(n, q.parameters["target"])
		letters := map[int32]int{}
		for _, l := range n.Incidence().LettersOf(int(a)) {
			for _, b := range n.Incidence().SignersOf(int(l)) {
				if aimed[l] && b != a {
					letters[b]++
				}
			}
		}
		for b, count := range letters {
			rows = append(rows, []string{name(n, a), name(n, b), fmt.Sprint(count)})
		}
		slices.SortFunc(rows, func(x, y []string) int { return cmp.Or(cmp.Compare(y[2], x[2]), cmp.Compare(x[1], y[1])) })
		return rows[:len(q.rows())]
	},
	"Who signed letters to both targets?": func(_ *testing.T, n *graph.Network, q *query) (rows [][]string) {
		a, b := aimedAt(n, q.parameters["a"]), aimedAt(n, q.parameters["b"])
		for o := range n.Organizations() {
			atA, atB := 0, 0
			for _, l := range n.Incidence().LettersOf(o) {
				if a[l] {
					atA++
				}
				if b[l] {
					atB++
				}
			}
			if atA > 0 && atB > 0 {
				rows = append(rows, []string{name(n, int32(o)), fmt.Sprint(atA), fmt.Sprint(atB)})
			}
		}
		slices.SortFunc(rows, slices.Compare)
		return rows
	},
	"Which signatures does only a report name?": func(_ *testing.T, n *graph.Network, _ *query) (rows [][]string) {
		for o := range n.Organizations() {
			for _, l := range n.Incidence().LettersOf(o) {
				if n.Status(o, int(l)) == graph.Reported {
					rows = append(rows, []string{name(n, int32(o)), n.Signatures(o, int(l))[0].Signature.Name, n.Letters()[l].Title})
				}
			}
		}
		slices.SortFunc(rows, slices.Compare)
		return rows
	},
	"Which letters claim more signatories than were found?": func(_ *testing.T, n *graph.Network, _ *query) (rows [][]string) {
		for _, g := range n.Coverage().Gaps {
			rows = append(rows, []string{g.Title, fmt.Sprint(g.Claimed), fmt.Sprint(g.Found), g.Phrase})
		}
		slices.SortFunc(rows, slices.Compare)
		return rows
	},
}

func organization(t *testing.T, n *graph.Network, q *query, parameter string) int32 {
	t.Helper()
	at, ok := n.Organization(fmt.Sprint(q.parameters[parameter]))
	if !ok {
		t.Fatalf("the network has no organization %v", q.parameters[parameter])
	}
	return int32(at)
}

func name(n *graph.Network, o int32) string { return n.Organizations()[o].Name }

// aimedAt says of each letter whether one of its targets is the named one or part of it.
func aimedAt(n *graph.Network, target any) map[int32]bool {
	letters := map[int32]bool{}
	whole := graph.TargetID(fmt.Sprint(target))
	for l := range n.Letters() {
		for _, t := range n.TargetsOf(l) {
			if at := n.Targets()[t]; at.ID == whole || at.PartOf == whole {
				letters[int32(l)] = true
			}
		}
	}
	return letters
}
