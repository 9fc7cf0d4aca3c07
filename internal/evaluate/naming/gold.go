package naming

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"undersigned/graph"
	"undersigned/internal/evaluate"
)

// Pair is a pair of names that a person judged.
type Pair struct {
	A, B string
	Same bool
	List string // where it comes from; what is fitted on a list does not score it
}

// Gold is what is known of who is who.
type Gold struct {
	Printed  []string   // every organization's name of the letters, each once
	Aliases  [][]string // groups of printed names that are one organization
	Distinct []Pair     // look-alikes that are not
	Pairs    []Pair     // single pairs
	Rows     []Row      // rows with a checked id

	letters  []evaluate.Gold // that somebody signed
	resolved map[string]bool // names of letters all of whose pairs the aliases resolve
}

// Row is a row of a list with the organization behind it.
type Row struct{ ID, Name string }

// Read reads what a gold folder says about names: the gold files of letters below it, aliases.json, distinct.json, pairs.csv and
// patstat-organizations.csv. What is missing is not scored. Letters of further folders count only for what networks know of organizations.
func Read(dir string, more ...string) (*Gold, error) {
	golds, err := evaluate.ReadGolds([]string{dir})
	if err != nil {
		return nil, err
	}
	g := &Gold{resolved: map[string]bool{}}
	seen := map[string]bool{}
	add := func(name string) {
		if name = graph.CleanName(name); name != "" && !seen[name] {
			seen[name] = true
			g.Printed = append(g.Printed, name)
		}
	}
	for i := range golds {
		if golds[i].Signed == "mentioned" || golds[i].Signed == "none" {
			continue
		}
		g.letters = append(g.letters, golds[i])
		for _, s := range golds[i].Signatories {
			if s.Type != "person" {
				add(s.As)
				g.resolved[graph.CleanName(s.As)] = true
			}
		}
	}
	if err := readJSON(dir, "aliases.json", &g.Aliases); err != nil {
		return nil, err
	}
	var distinct [][]string
	if err := readJSON(dir, "distinct.json", &distinct); err != nil {
		return nil, err
	}
	for _, group := range g.Aliases {
		for i := range group {
			group[i] = graph.CleanName(group[i])
			add(group[i])
		}
	}
	for _, d := range distinct {
		if len(d) < 2 {
			return nil, graph.Errorf(graph.Invalid, "distinct.json: a row needs two names")
		}
		add(d[0])
		add(d[1])
		g.Distinct = append(g.Distinct, Pair{A: graph.CleanName(d[0]), B: graph.CleanName(d[1]), List: "distinct"})
	}
	slices.Sort(g.Printed)
	others, err := evaluate.ReadGolds(more)
	if err != nil {
		return nil, err
	}
	for i := range others {
		if others[i].Signed != "mentioned" && others[i].Signed != "none" {
			g.letters = append(g.letters, others[i])
		}
	}
	pairs, err := readRows(filepath.Join(dir, "pairs.csv"), "name1", "name2", "label")
	if err != nil {
		return nil, err
	}
	for _, r := range pairs {
		g.Pairs = append(g.Pairs, Pair{r[0], r[1], r[2] == "same", "pairs"})
	}
	ids, err := readRows(filepath.Join(dir, "patstat-organizations.csv"), "leuven_id", "person_name")
	for _, r := range ids {
		g.Rows = append(g.Rows, Row{r[0], r[1]})
	}
	return g, err
}

func readJSON(dir, name string, into any) error {
	data, err := os.ReadFile(filepath.Join(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		return graph.Wrap(graph.Invalid, err, name+" is not what it should be: a list of lists of names")
	}
	return nil
}

// readRows reads columns of a CSV file with a header; none where there is no such file.
func readRows(file string, columns ...string) ([][]string, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, graph.Wrap(graph.Unavailable, err, "a file of the gold folder could not be read")
	}
	defer f.Close()
	r := csv.NewReader(f)
	head, err := r.Read()
	if err != nil {
		return nil, graph.Wrap(graph.Invalid, err, filepath.Base(file)+" has no header")
	}
	at := make([]int, len(columns))
	for i, c := range columns {
		if at[i] = slices.Index(head, c); at[i] < 0 {
			return nil, graph.Errorf(graph.Invalid, "%s has no column %q", filepath.Base(file), c)
		}
	}
	var list [][]string
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, graph.Wrap(graph.Invalid, err, filepath.Base(file)+" could not be read")
		}
		out := make([]string, len(at))
		for i, c := range at {
			out[i] = row[c]
		}
		list = append(list, out)
	}
}
