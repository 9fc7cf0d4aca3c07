package export

import (
	"io"
	"strings"

	"undersigned/graph"
	"undersigned/internal/cells"
)

// table writes CSV. The standard library's writer is not used because with CRLF line ends, which RFC 4180 asks for, it also
// rewrites the line breaks inside a cell, that is, a printed name.
type table struct {
	markup
	version string
	cells   int
}

func newTable(w io.Writer, n *Network) *table { return &table{markup: newMarkup(w), version: n.Hash} }

func (t *table) head(names ...string) {
	for _, name := range names {
		t.word(name)
	}
	t.word("data_version")
	t.raw("\r\n")
	t.cells = 0
}

// text writes a cell that may hold anything, guarded against being run as a formula (see the package comment).
func (t *table) text(s string) {
	t.word(cells.Guard(clean(s)))
}

func (t *table) number(s string) { t.word(s) }

// word writes a cell as it is.
func (t *table) word(s string) {
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

// end closes a row with the data version.
func (t *table) end() {
	t.word(t.version)
	t.raw("\r\n")
	t.cells = 0
}

// Nodes writes a table of the nodes: id, label and the columns of all formats.
func Nodes(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	t := newTable(w, n)
	nodeTable(t, n, mode, columnsFor(mode))
	return t.Flush()
}

// Ties writes a table of the ties: the two organizations, their shared letters and the Newman weight. In two-mode it has a
// row for each signature: the organization and the letter.
func Ties(w io.Writer, n *Network, mode Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	t := newTable(w, n)
	tieTable(t, n, mode)
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
	t := newTable(w, n)
	if err := signatureTable(t, n); err != nil {
		return err
	}
	return t.Flush()
}
