// Command make writes the example data set from hand-checked readings of the letters:
//
//	go run ./examples/make ../shared/data/gold > examples/example.json
//
// The folder holds <collection>/<file>.json, what a person read in one document (in the form of Gold of internal/evaluate), with
// aliases.json, distinct.json and homonyms.json. It is kept outside the repository, since it quotes the letters. What a
// reading does not say (language, stance, topics, how two documents belong together, where the source is published) is in
// facts.go, with the table that gives targets one name each. Only facts are taken: no notes, no quotes, no persons.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/dataset"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./examples/make GOLD > examples/example.json")
		os.Exit(2)
	}
	text, err := run(os.Args[1])
	if err == nil {
		_, err = os.Stdout.Write(text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "examples/make:", err)
		os.Exit(1)
	}
}

// reading is a hand-checked reading of one document.
type reading struct {
	Document   string              `json:"document"`
	Kind       string              `json:"kind"`
	Title      string              `json:"title"`
	Date       graph.Date          `json:"date"`
	Addressees []graph.Addressee   `json:"addressees"`
	Targets    []string            `json:"targets"`
	Claimed    dataset.Claimed     `json:"claimed"`
	Signatures []dataset.Signatory `json:"signatories"`
	Individual int                 `json:"individuals"`
	SameAs     string              `json:"same_letter_as"`
	Signed     string              `json:"signatory_kind"`
}

func run(gold string) ([]byte, error) {
	f := &dataset.File{Undersigned: dataset.Format, Name: "example"}
	paths, err := filepath.Glob(filepath.Join(gold, "*", "*.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	used := 0
	for _, path := range paths {
		var r reading
		if err := readJSON(path, &r); err != nil {
			return nil, err
		}
		if r.Signed != "signed" {
			continue
		}
		fact, known := facts[strings.TrimPrefix(r.Document, "letters/")]
		if !known {
			return nil, fmt.Errorf("%s: facts.go says nothing about it", r.Document)
		}
		used++
		l, err := letter(r, fact)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.Document, err)
		}
		f.Letters = append(f.Letters, l)
	}
	if used != len(facts) {
		return nil, fmt.Errorf("facts.go has %d documents, the folder %d of them", len(facts), used)
	}
	slices.SortFunc(f.Letters, func(a, b dataset.Letter) int { return strings.Compare(a.ID, b.ID) })
	if err := judgements(f, gold); err != nil {
		return nil, err
	}
	return f.Encode()
}

func readJSON(path string, v any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func letter(r reading, fact fact) (dataset.Letter, error) {
	l := dataset.Letter{ID: fact.id, Title: r.Title, Kind: r.Kind, Date: r.Date, Language: "en", Stance: fact.stance, Topics: fact.topics,
		Claimed: r.Claimed, Individuals: r.Individual, VersionOf: fact.versionOf, TranslationOf: fact.translationOf, ReportOf: fact.reportOf}
	l.Claimed.Text = fact.claim
	if r.SameAs != "" && !linked(fact) {
		return l, fmt.Errorf("the reading links it to %s, facts.go to nothing", r.SameAs)
	}
	if fact.title != "" {
		l.Title, l.TitleBy = fact.title, "described"
	}
	if fact.language != "" {
		l.Language = fact.language
	}
	for _, a := range r.Addressees {
		l.Addressees = append(l.Addressees, byRole(a))
	}
	for _, t := range r.Targets {
		target, known := targets[t]
		if !known {
			return l, fmt.Errorf("target %q has no entry in facts.go", t)
		}
		if !slices.Contains(l.Targets, target) {
			l.Targets = append(l.Targets, target)
		}
	}
	base := filepath.Base(filepath.FromSlash(r.Document))
	d := dataset.Document{Name: base, Medium: media[filepath.Ext(base)], SHA256: fact.sha256}
	d.Repository, d.Path, _ = strings.Cut(fact.source, ":")
	l.Documents = []dataset.Document{d}
	for _, s := range r.Signatures {
		if s.Type != graph.TypeOrganization {
			return l, fmt.Errorf("%q is no organization", s.As)
		}
		entry := dataset.Signatory{As: s.As, Country: s.Country}
		if fact.reportOf != "" {
			entry.Status = graph.Reported
		}
		l.Signatories = append(l.Signatories, entry)
	}
	return l, nil
}

// linked reports whether facts.go says that the document belongs to another, or another to it.
func linked(f fact) bool {
	if f.versionOf+f.translationOf+f.reportOf != "" {
		return true
	}
	for _, other := range facts {
		if slices.Contains([]string{other.versionOf, other.translationOf, other.reportOf}, f.id) {
			return true
		}
	}
	return false
}

// byRole drops the names of persons: an addressee with a role is known by it; one without is a body or a group.
func byRole(a graph.Addressee) graph.Addressee {
	switch {
	case a.Role == "copy":
		return graph.Addressee{Role: a.Name + " (copy)", Organization: a.Organization}
	case a.Role == "":
		return graph.Addressee{Role: a.Name, Organization: a.Organization}
	}
	return graph.Addressee{Role: a.Role, Organization: a.Organization}
}

var media = map[string]string{".html": "html", ".php": "html", ".md": "markdown", ".pdf": "pdf", ".txt": "text"}

// judgements adds the judgement files; homonyms name documents, which become the letters' ids.
func judgements(f *dataset.File, gold string) error {
	var homonyms []struct {
		Name, Why     string
		Organizations []struct {
			Hint      string `json:"id_hint"`
			Country   string
			Documents []string
		}
	}
	for name, v := range map[string]any{"aliases.json": &f.Aliases, "distinct.json": &f.Distinct, "homonyms.json": &homonyms} {
		if err := readJSON(filepath.Join(gold, name), v); err != nil {
			return err
		}
	}
	for _, h := range homonyms {
		out := dataset.Homonym{Name: h.Name, Why: "two organizations of one name"}
		for _, o := range h.Organizations {
			part := dataset.HomonymPart{Display: o.Hint, Country: o.Country}
			for _, d := range o.Documents {
				fact, known := facts[d]
				if !known {
					return fmt.Errorf("homonyms.json names %s, about which facts.go says nothing", d)
				}
				part.Letters = append(part.Letters, fact.id)
			}
			out.Organizations = append(out.Organizations, part)
		}
		f.Homonyms = append(f.Homonyms, out)
	}
	return nil
}
