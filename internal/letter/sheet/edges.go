package sheet

import (
	"context"
	"io"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/text"
)

// Bounds of an edge list.
const (
	MaxEdgeBytes = 256 << 20 // unpacked
	MaxEdges     = 10_000_000
)

// Edges is what an edge list says: a list where it has the plain form, else letters.
type Edges struct {
	Warnings []string
	document graph.Document
	list     *graph.EdgeList
	letters  []graph.Letter
}

// Letters are the letters of the list. Those of the plain form have the rows as evidence and no text; others are what Table reads.
func (e *Edges) Letters() []graph.Letter {
	if e.list != nil {
		return e.list.Records(e.document)
	}
	return e.letters
}

// Network is the network that loading the list into an empty store gives, but for the revision, where rules says which names are one.
func (e *Edges) Network(rules func(names []string) ([]graph.Judgement, error)) (*graph.Network, error) {
	if e.list == nil {
		data := graph.Data{Letters: e.letters, Hash: graph.ContentHash(e.letters, nil, nil)}
		var err error
		if data.Judgements, err = rules(graph.PrintedNames(e.letters)); err != nil {
			return nil, err
		}
		return graph.NewNetwork(data)
	}
	var err error
	if e.list.Judgements, err = rules(e.list.Organizations); err != nil {
		return nil, err
	}
	return graph.NetworkFromEdgeList(e.list, e.document)
}

// LeftOut are the lines that were left out, of all letters.
func (e *Edges) LeftOut() []graph.LeftOut {
	var out []graph.LeftOut
	if e.list != nil {
		return e.list.LeftOut
	}
	for i := range e.letters {
		out = append(out, e.letters[i].LeftOut...)
	}
	return out
}

// noList says what a file is that is read as documents are and never as a table: data by its name, web pages by their first character.
func noList(name, data string) string {
	switch text.Extension(name) {
	case "json", "jsonl", "ndjson", "yaml", "yml":
		return "a list of data"
	case "html", "htm":
		return "a web page"
	}
	switch head := strings.TrimLeft(data[:min(len(data), 4096)], "\ufeff \t\r\n"); {
	case strings.HasPrefix(head, "{"), strings.HasPrefix(head, "[{"):
		return "a list of data"
	case strings.HasPrefix(head, "<") && networkOf(name, []byte(head)) == nil:
		return "a web page"
	}
	return ""
}

// ReadEdges reads a two-mode edge list: any table that Table reads whose columns say which letter a row is of, in text packed with gzip, too. The plain form,
// a text with columns for organization and letter, and date and target where there are such, has a way of its own through the rows (plainRows), which gives the same
// letters, organizations, dates and targets as the general one. name is the file's name; the document carries its base and the SHA-256 of the
// file as it came. Errors name the row (from 1) and what to do; more than MaxEdgeBytes unpacked are TooLarge. It takes O(bytes) time and memory.
func ReadEdges(ctx context.Context, name string, in io.Reader, answers medium.Answers) (*Edges, error) {
	name = text.BaseName(name)
	data, sum, err := unpack(in, MaxEdgeBytes)
	if err != nil {
		return nil, &graph.Error{Code: graph.CodeOf(err), Message: name + ": " + graph.MessageOf(err), Err: err}
	}
	e := &Edges{document: graph.Document{ID: sum, Name: name, SHA256: sum, Medium: "table"}}
	t := newReader(name, sum, medium.Limits{Bytes: MaxEdgeBytes, Lines: MaxEdges, Rows: MaxEdges, Answers: answers})
	t.edges = true
	if strings.TrimSpace(data) == "" {
		return nil, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it", name)
	}
	if what := noList(name, data); what != "" {
		return nil, graph.Errorf(graph.Unsupported, "%s is %s and no table: give a table with the columns organization and letter, or read it with undersigned load", name, what)
	}
	if row := tooWide(data); row > 0 && !office.IsZIP([]byte(data[:min(len(data), 4)])) {
		return nil, wide(name, row)
	}
	if list, err := t.plain(ctx, data); err != nil || list != nil {
		e.list, e.Warnings = list, t.warnings
		return e, err
	}
	t = newReader(name, sum, t.limits) // what the plain way found out is not used
	t.edges = true
	drafts, ids, err := readTable(ctx, t, []byte(data))
	if err != nil {
		return nil, err
	}
	e.letters, e.Warnings = make([]graph.Letter, len(drafts)), drafts[0].Warnings
	for i, d := range drafts {
		e.letters[i] = d.Record(ids[i], "")
	}
	return e, nil
}
