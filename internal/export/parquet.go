package export

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"undersigned/graph"
)

// The tables that Parquet files hold. Columns have the names that they have in all formats. No column holds printed text: what a letter prints beside
// the name of an organization, persons and their addresses, is in none of these files.
type (
	organizationRow struct {
		ID           string   `parquet:"id"`
		Name         string   `parquet:"name"`
		Kind         string   `parquet:"kind,dict"`
		Country      string   `parquet:"country,dict"`
		Letters      int32    `parquet:"letters"`
		Strength     float64  `parquet:"strength"`
		Betweenness  float64  `parquet:"betweenness"`
		PageRank     float64  `parquet:"pagerank"`
		Cluster      int32    `parquet:"cluster"`
		ClusterLabel string   `parquet:"cluster_label,dict"`
		Stability    *float64 `parquet:"stability,optional"`
		First        string   `parquet:"first,dict"`
		Last         string   `parquet:"last,dict"`
		X            float64  `parquet:"x"`
		Y            float64  `parquet:"y"`
	}
	letterRow struct {
		ID       string   `parquet:"id"`
		Title    string   `parquet:"title"`
		Kind     string   `parquet:"kind,dict"`
		Language string   `parquet:"language,dict"`
		Date     string   `parquet:"date,dict"`
		Targets  []string `parquet:"targets,list"`
		Signers  int32    `parquet:"signers"`
		Total    int32    `parquet:"signers_total"`
	}
	signatureRow struct {
		Organization string `parquet:"organization,dict"`
		Letter       string `parquet:"letter,dict"`
		Document     string `parquet:"document,dict"`
		Record       string `parquet:"record,dict"`
		Relation     string `parquet:"relation,dict"`
		Page         *int32 `parquet:"page,optional"`
		Line         *int32 `parquet:"line,optional"`
		Position     *int32 `parquet:"position,optional"`
		Of           *int32 `parquet:"of,optional"`
		Status       string `parquet:"status,dict"`
		Country      string `parquet:"country,dict"`
	}
	tieRow struct {
		Source  string  `parquet:"source,dict"`
		Target  string  `parquet:"target,dict"`
		Letters int32   `parquet:"letters"`
		Newman  float64 `parquet:"newman"`
	}
)

// Rows go to the writer in batches; a group of rows is what a reader takes at once, and what several readers share out.
const (
	rowBatch   = 1 << 12
	rowsInTurn = 1 << 20
)

// rows writes Parquet: rows are gathered and handed over in batches.
type rows[T any] struct {
	to     io.Writer
	writer *parquet.GenericWriter[T]
	batch  []T
}

func newRows[T any](w io.Writer, n *Network) *rows[T] {
	about := sentence(sentence(sentence(n.Statement, n.Remark), n.SourceSentence()), n.VersionSentence(n.Hash))
	return &rows[T]{to: w, batch: make([]T, 0, rowBatch), writer: parquet.NewGenericWriter[T](w, parquet.Compression(&parquet.Zstd),
		// The library would name its own version as the build has it, and the same data would not give the same bytes.
		parquet.CreatedBy("undersigned", "1.0.0", "parquet-go"), parquet.MaxRowsPerRowGroup(rowsInTurn),
		parquet.KeyValueMetadata("undersigned.about", clean(about)), parquet.KeyValueMetadata("undersigned.data_version", n.Hash))}
}

func (r *rows[T]) add(row T) error {
	if r.batch = append(r.batch, row); len(r.batch) < rowBatch {
		return nil
	}
	return r.flush()
}

func (r *rows[T]) flush() error {
	if _, err := r.to.Write(nil); err != nil { // a group is written when it is full: whether anybody waits is asked before
		return err
	}
	_, err := r.writer.Write(r.batch)
	r.batch = r.batch[:0]
	return err
}

// close writes the rest and the footer, without which there is no file.
func (r *rows[T]) close() error {
	if err := r.flush(); err != nil {
		return err
	}
	return r.writer.Close()
}

// OrganizationsParquet writes the organizations, whatever the mode.
func OrganizationsParquet(w io.Writer, n *Network, _ Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	r := newRows[organizationRow](w, n)
	for i := range n.Organizations {
		o := &n.Organizations[i]
		row := organizationRow{clean(o.ID), clean(o.Name), clean(o.Kind), clean(o.Country), int32(o.Letters), o.Strength, o.Betweenness, o.PageRank,
			int32(o.Cluster), clean(n.clusterLabel(o.Cluster)), nil, o.First.String(), o.Last.String(), o.X, o.Y}
		if o.Stability >= 0 {
			row.Stability = &o.Stability
		}
		if err := r.add(row); err != nil {
			return err
		}
	}
	return r.close()
}

// LettersParquet writes the letters.
func LettersParquet(w io.Writer, n *Network, _ Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	r := newRows[letterRow](w, n)
	for i := range n.Letters {
		l := &n.Letters[i]
		row := letterRow{clean(l.ID), clean(l.Title), clean(l.Kind), clean(l.Language), l.Date.String(), nil, int32(len(l.Signers)), int32(l.size())}
		for _, t := range l.Targets {
			row.Targets = append(row.Targets, clean(t))
		}
		if err := r.add(row); err != nil {
			return err
		}
	}
	return r.close()
}

// SignaturesParquet writes a row for each printed line of each signature, as Signatures does, without what is printed there. A
// network without signature lines is Unsupported.
func SignaturesParquet(w io.Writer, n *Network, _ Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	if n.Signatures == nil {
		return graph.Errorf(graph.Unsupported, "This network has no signature lines to export. Choose organizations or ties instead.")
	}
	r := newRows[signatureRow](w, n)
	for s := range n.Signatures {
		o, l, err := n.signature(s)
		if err != nil {
			return err
		}
		err = r.add(signatureRow{clean(o.ID), clean(l.ID), clean(s.Document), clean(s.Record), clean(s.Relation), known(s.Page), known(s.Line),
			known(s.Position), known(s.Of), clean(string(s.Status)), clean(s.Country)})
		if err != nil {
			return err
		}
	}
	return r.close()
}

// known is nil for 0, which stands for a number that is not known.
func known(v int) *int32 {
	if v == 0 {
		return nil
	}
	k := int32(v)
	return &k
}

// TiesParquet writes the ties of organizations by their shared letters: all that the network can tell of.
func TiesParquet(w io.Writer, n *Network, _ Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	r := newRows[tieRow](w, n)
	add := func(t Tie) error {
		return r.add(tieRow{clean(n.Organizations[t.A].ID), clean(n.Organizations[t.B].ID), int32(t.Letters), t.Newman})
	}
	if n.Pairs != nil {
		if err := n.Pairs(add); err != nil {
			return err
		}
		return r.close()
	}
	for _, t := range n.Ties {
		if err := add(t); err != nil {
			return err
		}
	}
	return r.close()
}
