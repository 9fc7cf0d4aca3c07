package export

import (
	"io"
	"strconv"
	"strings"

	"undersigned/graph"
)

// table writes CSV. The standard library's writer is not used because with CRLF line ends, which RFC 4180 asks for, it also
// rewrites the line breaks inside a cell, that is, a printed name.
type table struct {
	markup
	version string
	cells   int
}

func newTable(w io.Writer, n *Network, names ...string) *table {
	t := &table{markup: newMarkup(w), version: n.Hash}
	for _, name := range names {
		t.cell(name)
	}
	t.cell("data_version")
	t.raw("\r\n")
	t.cells = 0
	return t
}

// text writes a cell that may hold anything, guarded against being run as a formula (see the package comment).
func (t *table) text(s string) {
	s = clean(s)
	if formula(s) {
		s = "'" + s
	}
	t.cell(s)
}

// cell writes a cell as it is: numbers, dates and words of ours.
func (t *table) cell(s string) {
	if t.cells > 0 {
		t.raw(",")
	}
	t.cells++
	if strings.ContainsAny(s, ",\"\r\n") || strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		t.raw(`"`, strings.ReplaceAll(s, `"`, `""`), `"`)
		return
	}
	t.raw(s)
}

// count writes a whole number, and nothing where 0 means that there is none.
func (t *table) count(v int) {
	if v == 0 {
		t.cell("")
		return
	}
	t.cell(strconv.Itoa(v))
}

// end closes a row with the data version.
func (t *table) end() {
	t.cell(t.version)
	t.raw("\r\n")
	t.cells = 0
}

// formula reports whether a spreadsheet would run the cell, or the cell looks like one that was guarded.
func formula(s string) bool {
	s = strings.TrimLeft(s, "'")
	for _, sign := range [...]string{"=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"} {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return false
}

// Nodes writes a table of the nodes: id, label and the columns of all formats.
func Nodes(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	columns := columnsFor(mode)
	names := []string{"id", "label"}
	for _, c := range columns {
		names = append(names, c.name)
	}
	t := newTable(w, n, names...)
	n.nodes(mode, func(id, label string, value func(column) string) {
		t.text(id)
		t.text(label)
		for _, c := range columns {
			if c.kind == text {
				t.text(value(c))
			} else {
				t.cell(value(c))
			}
		}
		t.end()
	})
	return t.Flush()
}

// Ties writes a table of the ties: the two organizations, their shared letters and the Newman weight. In two-mode it has a
// row for each signature: the organization and the letter.
func Ties(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	if mode == TwoMode {
		t := newTable(w, n, "source", "target", "source_label", "target_label", "date")
		for i := range n.Letters {
			l := &n.Letters[i]
			for _, o := range l.Signers {
				t.text(n.Organizations[o].ID)
				t.text(l.ID)
				t.text(n.Organizations[o].Name)
				t.text(l.Title)
				t.cell(l.Date.String())
				t.end()
			}
		}
		return t.Flush()
	}
	t := newTable(w, n, "source", "target", "source_label", "target_label", "letters", "newman")
	for _, tie := range n.Ties {
		a, b := &n.Organizations[tie.A], &n.Organizations[tie.B]
		t.text(a.ID)
		t.text(b.ID)
		t.text(a.Name)
		t.text(b.Name)
		t.cell(strconv.Itoa(tie.Letters))
		t.cell(number(tie.Newman))
		t.end()
	}
	return t.Flush()
}

// Signatures writes a table of the evidence: a row for each printed line of each signature, so that a signature printed
// twice has two rows. A network without signature lines is Unsupported.
func Signatures(w io.Writer, n *Network, _ Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	if n.Signatures == nil {
		return graph.Errorf(graph.Unsupported, "This network has no signature lines to export. Choose nodes or ties instead.")
	}
	t := newTable(w, n, "organization", "organization_name", "letter", "title", "date", "targets", "printed_name", "printed_line",
		"document", "page", "line", "position", "of", "status", "country", "relation", "record")
	for s := range n.Signatures {
		o, l, err := n.signature(s)
		if err != nil {
			return err
		}
		t.text(o.ID)
		t.text(o.Name)
		t.text(l.ID)
		t.text(l.Title)
		t.cell(l.Date.String())
		t.text(strings.Join(l.Targets, "; "))
		t.text(s.Name)
		t.text(s.Text)
		t.text(s.Document)
		t.count(s.Page)
		t.count(s.Line)
		t.count(s.Position)
		t.count(s.Of)
		t.text(string(s.Status))
		t.text(s.Country)
		t.text(s.Relation)
		t.text(s.Record)
		t.end()
	}
	return t.Flush()
}

// signature returns the two ends of a signature line.
func (n *Network) signature(s Signature) (*Organization, *Letter, error) {
	if s.Organization < 0 || s.Organization >= len(n.Organizations) || s.Letter < 0 || s.Letter >= len(n.Letters) {
		return nil, nil, graph.Errorf(graph.Internal, "a signature line joins organization %d and letter %d, which the export does not have",
			s.Organization, s.Letter)
	}
	return &n.Organizations[s.Organization], &n.Letters[s.Letter], nil
}
