package sheet

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// Network is the files of network programs (GEXF, GraphML, Pajek). Two-mode ones say who signed what and are read as tables are; others are refused.
var Network = medium.Medium{Name: "network", Extensions: []string{"gexf", "graphml", "net"}, Is: func(data []byte) bool { return networkOf("", data) != nil }, Draft: Extract}

// networkForm is a form of network files.
type networkForm struct {
	name string
	read func(n *network, text string) error // nil where it is not read
}

// networkOf tells the form of a network file by its head; nil for what is none.
func networkOf(name string, data []byte) *networkForm {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf")), " \t\r\n")
	low := bytes.ToLower(head)
	switch {
	case bytes.HasPrefix(head, []byte("<")) && rootIs(low, "gexf"):
		return &networkForm{"GEXF", (*network).readGEXF}
	case bytes.HasPrefix(head, []byte("<")) && rootIs(low, "graphml"):
		return &networkForm{"GraphML", (*network).readGraphML}
	case pajekHead(low):
		return &networkForm{"Pajek", (*network).readPajek}
	}
	switch text.Extension(name) {
	case "gml", "net", "gexf", "graphml":
		return &networkForm{strings.ToUpper(text.Extension(name)), nil}
	}
	return nil
}

// rootIs reports whether the first element of XML has a name.
func rootIs(low []byte, name string) bool {
	for len(low) > 0 {
		i := bytes.IndexByte(low, '<')
		if i < 0 {
			return false
		}
		if low = low[i+1:]; len(low) == 0 || low[0] == '?' || low[0] == '!' {
			continue
		}
		rest, is := bytes.CutPrefix(low, []byte(name))
		return is && len(rest) > 0 && (rest[0] == ' ' || rest[0] == '>' || rest[0] == '\n' || rest[0] == '\r' || rest[0] == '\t')
	}
	return false
}

// pajekHead reports whether a text begins a network of Pajek; comments and a project's title may stand before it.
func pajekHead(low []byte) bool {
	for line := range bytes.SplitSeq(low, []byte("\n")) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0, line[0] == '%', bytes.HasPrefix(line, []byte("*network")):
		default:
			rest, is := bytes.CutPrefix(line, []byte("*vertices"))
			return is && len(bytes.Fields(rest)) > 0
		}
	}
	return false
}

// network is what a network file says.
type network struct {
	ctx   context.Context
	name  string
	nodes []node
	at    map[string]int // by id
	edges []edge
	first int // of so many nodes at the beginning the file says that they are one side; 0: it does not
	tick  int
}

type node struct {
	id, label string
	line      int
	fields    map[string]string // attributes by their titles, in lower case
}

type edge struct {
	from, to string
	line     int
}

// mostNodes bounds nodes and edges.
const mostNodes = 2_000_000

func (n *network) add(v node) error {
	if len(n.nodes) == mostNodes {
		return graph.Errorf(graph.TooLarge, "%s has more than %d nodes: split it", n.name, mostNodes)
	}
	if v.label == "" {
		v.label = v.id
	}
	if _, twice := n.at[v.id]; !twice {
		n.at[v.id] = len(n.nodes)
		n.nodes = append(n.nodes, v)
	}
	return n.beat()
}

func (n *network) join(from, to string, line int) error {
	if len(n.edges) == mostNodes {
		return graph.Errorf(graph.TooLarge, "%s has more than %d edges: split it", n.name, mostNodes)
	}
	n.edges = append(n.edges, edge{from, to, line})
	return n.beat()
}

func (n *network) beat() error {
	if n.tick++; n.tick&0xfff == 0 && n.ctx.Err() != nil {
		return medium.Cancelled(n.ctx, n.name)
	}
	return nil
}

// readNetwork reads a two-mode network as a table of signatures.
func (t *tableReader) readNetwork(ctx context.Context, data []byte) error {
	form := networkOf(t.name, data)
	if form.read == nil {
		return graph.Errorf(graph.Unsupported, "%s is named like a network file (%s) and is none that is read: save the network in two modes as GEXF, GraphML or Pajek, or give a table with the columns organization and letter", t.name, form.name)
	}
	decoded, warnings := text.Decode(t.name, data)
	t.warnings = warnings
	n := &network{ctx: ctx, name: t.name, at: map[string]int{}}
	if err := form.read(n, decoded); err != nil {
		return err
	}
	letter, by := n.sides()
	if letter == nil {
		return graph.Errorf(graph.Unsupported, "%s is a network file (%s, %s, %s) and no letter, and its nodes do not say which of them are organizations and which letters: save it in two modes, with an attribute \"mode\" of organization and letter, or give a table with the columns organization and letter",
			t.name, form.name, counted(len(n.nodes), "node", "nodes"), counted(len(n.edges), "edge", "edges"))
	}
	if by != "" {
		t.warnings = append(t.warnings, t.name+": "+by)
	}
	t.comma = '\t'
	t.header = []string{"organization", "letter", "date", "target", "country"}
	rows := make([]record, 0, len(n.edges))
	signed := map[string]bool{}
	for _, e := range n.edges {
		a, b := n.at[e.from], n.at[e.to]
		if letter(a) {
			a, b = b, a
		}
		org, to := &n.nodes[a], &n.nodes[b]
		signed[org.id], signed[to.id] = true, true
		rows = append(rows, record{key: to.id, printed: org.label + "\t" + to.label,
			SheetRow: office.SheetRow{Number: e.line, Cells: []string{org.label, to.label, to.fields["date"], to.fields["targets"], org.fields["country"]}}})
	}
	for i := range n.nodes {
		if v := &n.nodes[i]; !signed[v.id] {
			why := "it signed none of the letters"
			if letter(i) {
				why = "a letter that nobody signed"
			}
			t.drop(v.line, v.label, why)
		}
	}
	cells := make([][]string, len(rows))
	for i := range rows {
		cells[i] = rows[i].Cells
	}
	t.read = table.JudgeAs(t.limits.Fitted, t.header, cells, map[int]table.Column{0: table.OrganizationColumn, 1: table.LetterColumn, 2: table.DateColumn, 3: table.TargetColumn, 4: table.CountryColumn})
	if err := t.records(ctx, rows, 1); err != nil {
		return err
	}
	for _, d := range t.drafts {
		d.Medium = "network"
	}
	return nil
}

// What attributes of nodes call the two sides, and those that may hold it.
var (
	sideNames   = []string{"mode", "bipartite", "type", "kind", "category", "class", "node_type", "nodetype", "node type", "partition", "group"}
	letterSides = lexicon.Set("sheet.letterSides", "{paper side}")
	groupSides  = lexicon.Set("sheet.groupSides", "{organization side}")
)

// sides tells the letters among the nodes, so that each edge joins one with an organization; nil where nothing does. by says what it rests on where
// that is not plain.
func (n *network) sides() (letter func(i int) bool, by string) {
	split := func(of func(i int) bool) bool {
		if len(n.edges) == 0 {
			return false
		}
		for _, e := range n.edges {
			a, knownA := n.at[e.from]
			b, knownB := n.at[e.to]
			if !knownA || !knownB || of(a) == of(b) {
				return false
			}
		}
		return true
	}
	if n.first > 0 {
		of := func(i int) bool { return i >= n.first }
		if split(of) {
			return of, ""
		}
		return nil, ""
	}
	for _, name := range sideNames {
		figures, told := false, len(n.nodes) > 0
		for i := range n.nodes {
			v := strings.ToLower(n.nodes[i].fields[name])
			figure := v == "0" || v == "1" || v == "true" || v == "false"
			told = told && (figure || letterSides.Has(v) || groupSides.Has(v))
			figures = figures || figure
		}
		of := func(i int) bool {
			v := strings.ToLower(n.nodes[i].fields[name])
			return v == "1" || v == "true" || letterSides.Has(v)
		}
		if !told || !split(of) {
			continue
		}
		if figures {
			return of, "the nodes whose attribute " + strconv.Quote(name) + " is 1 or true were read as letters, the others as organizations"
		}
		return of, ""
	}
	return nil, ""
}
