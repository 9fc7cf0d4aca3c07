package export

import (
	"strconv"
	"strings"

	"undersigned/graph"
)

// sheet takes a table cell by cell. CSV and the sheets of a workbook are written through it, so that both have the same columns.
type sheet interface {
	output
	head(names ...string)
	text(s string)   // anything: names, titles, printed lines
	word(s string)   // dates and words of ours
	number(s string) // a number, "" for none
	end()            // of the row
}

// count writes a whole number, and nothing where 0 means that there is none.
func count(t sheet, v int) {
	if v == 0 {
		t.number("")
		return
	}
	t.number(strconv.Itoa(v))
}

func nodeTable(t sheet, n *Network, mode Mode, columns []column) {
	names := []string{"id", "label"}
	for _, c := range columns {
		names = append(names, c.name)
	}
	t.head(names...)
	n.nodes(t, mode, func(id, label string, value func(column) string) { nodeRow(t, columns, id, label, value) })
}

func nodeRow(t sheet, columns []column, id, label string, value func(column) string) {
	t.text(id)
	t.text(label)
	for _, c := range columns {
		if c.kind == text {
			t.text(value(c))
		} else {
			t.number(value(c))
		}
	}
	t.end()
}

// tieTable begins with the four columns by which Gephi knows an undirected, weighted tie. It matches them in any case.
func tieTable(t sheet, n *Network, mode Mode) {
	tie := func(source, target, weight, a, b string) {
		t.text(source)
		t.text(target)
		t.word("Undirected")
		t.number(weight)
		t.text(a)
		t.text(b)
	}
	if mode == TwoMode {
		t.head("Source", "Target", "Type", "Weight", "source_label", "target_label", "date", "targets")
		for i := range rowsTo(t, n.Letters) {
			l := &n.Letters[i]
			for _, o := range l.Signers {
				tie(n.Organizations[o].ID, l.ID, "1", n.Organizations[o].Name, l.Title)
				t.word(l.Date.String())
				t.text(strings.Join(l.Targets, "; "))
				t.end()
			}
		}
		return
	}
	t.head("Source", "Target", "Type", "Weight", "source_label", "target_label", "letters", "newman")
	for _, pair := range rowsTo(t, n.Ties) {
		a, b := &n.Organizations[pair.A], &n.Organizations[pair.B]
		tie(a.ID, b.ID, number(pair.Newman), a.Name, b.Name)
		t.number(strconv.Itoa(pair.Letters))
		t.number(number(pair.Newman))
		t.end()
	}
}

func signatureTable(t sheet, n *Network) error {
	t.head("organization", "organization_name", "letter", "title", "date", "targets", "printed_name", "printed_line",
		"document", "page", "line", "position", "of", "status", "country", "relation", "record")
	for s := range n.Signatures {
		o, l, err := n.signature(s)
		if err != nil || t.failed() {
			return err
		}
		t.text(o.ID)
		t.text(o.Name)
		t.text(l.ID)
		t.text(l.Title)
		t.word(l.Date.String())
		t.text(strings.Join(l.Targets, "; "))
		t.text(s.Name)
		t.text(s.Text)
		t.text(s.Document)
		count(t, s.Page)
		count(t, s.Line)
		count(t, s.Position)
		count(t, s.Of)
		t.text(string(s.Status))
		t.text(s.Country)
		t.text(s.Relation)
		t.text(s.Record)
		t.end()
	}
	return nil
}

// signature returns the two ends of a signature line.
func (n *Network) signature(s Signature) (*Organization, *Letter, error) {
	if s.Organization < 0 || s.Organization >= len(n.Organizations) || s.Letter < 0 || s.Letter >= len(n.Letters) {
		return nil, nil, graph.Errorf(graph.Internal, "a signature line joins organization %d and letter %d, which the export does not have",
			s.Organization, s.Letter)
	}
	return &n.Organizations[s.Organization], &n.Letters[s.Letter], nil
}
