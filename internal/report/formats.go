package report

import (
	"io"
	"strings"

	"undersigned/graph"
	"undersigned/internal/export"
)

// Format is one way to take a network away. Name is what the command line and the API call it.
type Format struct {
	Name      string
	Extension string // with its dot, to be put behind a file name
	MediaType string
	About     string // in a few words, for help texts and menus
	Picture   bool   // a drawing; else a data file
	Table     bool   // CSV, which can begin with a byte order mark
	Evidence  bool   // signatures and their lines alone: no measures, clusters, ties or positions are read
	Pairs     bool   // all ties beside them, however many
	Late      bool   // what does not fit is known only when much is written: nobody should get the beginning before
	Write     func(w io.Writer, n *export.Network, o Options) error
}

// Formats lists all formats in the order of menus. The caller owns the slice.
func Formats() []Format {
	data := func(write func(io.Writer, *export.Network, export.Mode) error) func(io.Writer, *export.Network, Options) error {
		return func(w io.Writer, n *export.Network, o Options) error { return write(w, n, o.mode()) }
	}
	table := func(write func(io.Writer, *export.Network, export.Mode) error) func(io.Writer, *export.Network, Options) error {
		return func(w io.Writer, n *export.Network, o Options) error {
			if o.BOM {
				w = &marked{w: w}
			}
			return write(w, n, o.mode())
		}
	}
	const csv, parquet = "text/csv; charset=utf-8", "application/vnd.apache.parquet"
	return []Format{
		{Name: "gexf", Extension: ".gexf", MediaType: "application/gexf+xml", About: "GEXF 1.3, for Gephi", Write: data(export.GEXF)},
		{Name: "graphml", Extension: ".graphml", MediaType: "application/graphml+xml", About: "GraphML, for igraph, networkx, Cytoscape", Write: data(export.GraphML)},
		{Name: "pajek", Extension: ".net", MediaType: "text/plain; charset=utf-8", About: "Pajek network, also as two-mode", Write: data(export.Pajek)},
		{Name: "pajek.clu", Extension: ".clu", MediaType: "text/plain; charset=utf-8", About: "Pajek partition: the clusters of the vertices of pajek", Write: data(export.Partition)},
		{Name: "vosviewer", Extension: ".vosviewer.json", MediaType: "application/json", About: "map and network for VOSviewer Online", Write: data(export.VOSviewer)},
		{Name: "nodes.csv", Extension: ".nodes.csv", MediaType: csv, Table: true, About: "table of the organizations", Write: table(export.Nodes)},
		{Name: "ties.csv", Extension: ".ties.csv", MediaType: csv, Table: true, About: "table of the ties", Write: table(export.Ties)},
		{Name: "signatures.csv", Extension: ".signatures.csv", MediaType: csv, Table: true, About: "table of the signatures with their printed lines", Evidence: true, Write: table(export.Signatures)},
		{Name: "aliases.csv", Extension: ".aliases.csv", MediaType: csv, Table: true, About: "table of the names of organizations that have several", Evidence: true, Write: table(export.Aliases)},
		{Name: "judgements.csv", Extension: ".judgements.csv", MediaType: csv, Table: true, About: "table of all judgements about names and letters, whatever the filters", Evidence: true, Write: table(export.Judgements)},
		{Name: "xlsx", Extension: ".xlsx", MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", About: "workbook of organizations, letters, signatures and ties", Late: true, Write: data(export.XLSX)},
		{Name: "json", Extension: ".json", MediaType: "application/json", About: "everything, as a node-link graph with letters and signatures", Write: data(export.JSON)},
		{Name: "ftm", Extension: ".ftm.json", MediaType: "application/json+ftm", About: "FollowTheMoney entities: organizations, letters, signatures", Evidence: true, Write: data(export.FTM)},
		{Name: "organizations.parquet", Extension: ".organizations.parquet", MediaType: parquet, About: "organizations with their measures, for Spark, DuckDB, pandas", Write: data(export.OrganizationsParquet)},
		{Name: "letters.parquet", Extension: ".letters.parquet", MediaType: parquet, About: "letters", Evidence: true, Write: data(export.LettersParquet)},
		{Name: "signatures.parquet", Extension: ".signatures.parquet", MediaType: parquet, About: "signatures", Evidence: true, Write: data(export.SignaturesParquet)},
		{Name: "ties.parquet", Extension: ".ties.parquet", MediaType: parquet, About: "all ties, however many", Evidence: true, Pairs: true, Write: data(export.TiesParquet)},
		{Name: "svg", Extension: ".svg", MediaType: "image/svg+xml", About: "figure that can be edited", Picture: true, Write: SVG},
		{Name: "png", Extension: ".png", MediaType: "image/png", About: "figure as a picture", Picture: true, Write: PNG},
	}
}

// FormatNamed returns the format of a name; for an unknown one the error lists those there are.
func FormatNamed(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == strings.ToLower(strings.TrimSpace(name)) {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, graph.Errorf(graph.Invalid, "There is no format %q. Choose one of %s.", name, strings.Join(names, ", "))
}

// marked puts a byte order mark before the first byte.
type marked struct {
	w    io.Writer
	done bool
}

func (m *marked) Write(p []byte) (int, error) {
	if !m.done {
		m.done = true
		if _, err := io.WriteString(m.w, "\ufeff"); err != nil {
			return 0, err
		}
	}
	return m.w.Write(p)
}
