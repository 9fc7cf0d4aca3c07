package explore

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"

	"undersigned/graph"
	"undersigned/graph/affinity"
	"undersigned/internal/export"
	"undersigned/internal/report"
)

// File is a view in a format that other programs read.
type File struct {
	Name      string // a base name that carries the data version
	MediaType string
	Data      []byte
	Boxed     []string // names in a picture that have boxes for characters that no embedded font has
}

// tiesInFiles is how many ties a data file holds at most: some 100 MB of GEXF. The file says how many there are in all.
const tiesInFiles = 1_000_000

// Export writes a view in one of report.Formats. Data formats hold all ties, up to tiesInFiles, unless the view asks for
// fewer; pictures as many as the explorer's map draws.
func (r *Reading) Export(ctx context.Context, format string, v View, o report.Options) (File, error) {
	f, err := report.FormatNamed(format)
	if err != nil {
		return File{}, err
	}
	if o.BOM && !f.Table {
		return File{}, graph.Errorf(graph.Invalid, "A byte order mark is for CSV, and %s is none. Leave it out.", f.Name)
	}
	// Equal questions that come at one time are answered by one computation.
	key := fmt.Sprintf("%s %+v %+v %s %v", format, v, o, r.version.Hash, r.version.Stale)
	return r.files.get(ctx, key, func(ctx context.Context) (File, error) {
		return r.export(ctx, f, v, o)
	})
}

func (r *Reading) export(ctx context.Context, f report.Format, v View, o report.Options) (file File, err error) {
	var n *export.Network
	switch {
	case f.Evidence:
		n, err = r.evidence(ctx, v, f.Pairs)
	case f.Picture || o.TwoMode:
		n, err = r.Figure(ctx, v)
	default:
		n, err = r.withTies(ctx, v)
	}
	if err != nil {
		return File{}, err
	}
	if o.Selected != "" {
		at, err := r.organization(o.Selected)
		if err != nil {
			return File{}, err
		}
		o.Selected = r.network.Organizations()[at].ID
	}
	leave, err := r.admit(ctx)
	if err != nil {
		return File{}, err
	}
	defer leave()
	r.step("writing the file")
	file.MediaType = f.MediaType
	o.Boxed = func(names []string) { file.Boxed = names }
	var b bytes.Buffer
	if err := f.Write(stopping{ctx, &b}, n, o); err != nil {
		return File{}, err
	}
	file.Data = b.Bytes()
	name := "undersigned"
	if r.version.Short != "" {
		name += "-" + r.version.Short
	}
	file.Name = name + f.Extension
	return file, nil
}

// stopping ends the writing of a file that nobody waits for any more.
type stopping struct {
	ctx context.Context
	to  io.Writer
}

// Write implements io.Writer.
func (s stopping) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, graph.Wrap(graph.Cancelled, err, "the file was no longer waited for")
	}
	return s.to.Write(b)
}

// Figure returns a view as exports and drawings take it.
func (r *Reading) Figure(ctx context.Context, v View) (*export.Network, error) {
	v, err := r.apply(ctx, v)
	if err != nil {
		return nil, err
	}
	a, err := r.networkAnswer(ctx, v)
	if err != nil {
		return nil, err
	}
	c, err := r.clusters(ctx)
	if err != nil {
		return nil, err
	}
	sel, err := r.selected(v, c)
	if err != nil {
		return nil, err
	}
	n := r.named(sel)
	n.Statement, n.Width, n.Height, n.TiesTotal = a.Statement, a.Width, a.Height, a.TiesTotal
	n.Ties = make([]export.Tie, len(a.Ties.A))
	for i := range n.Organizations {
		to, o := &n.Organizations[i], &a.Organizations
		to.Strength, to.Betweenness, to.PageRank = o.Strength[i], o.Betweenness[i], o.PageRank[i]
		to.Cluster, to.Stability = o.Cluster[i], o.Stability[i]
		to.X, to.Y, to.Radius = o.X[i], o.Y[i], o.Radius[i]
	}
	for i := range n.Letters {
		n.Letters[i].X, n.Letters[i].Y = a.Letters.X[i], a.Letters.Y[i]
	}
	for i := range n.Ties {
		n.Ties[i] = export.Tie{A: a.Ties.A[i], B: a.Ties.B[i], Letters: a.Ties.Letters[i], Newman: a.Ties.Newman[i]}
	}
	for _, k := range a.Clusters {
		if k.Shown > 0 {
			n.Clusters = append(n.Clusters, export.Cluster{Number: k.Number, Label: k.Label, Size: k.Shown, Stability: k.Stability, Hull: k.Hull,
				LabelX: k.LabelX, LabelY: k.LabelY})
		}
	}
	return n, nil
}

// withTies is Figure with as many ties as a data file holds.
func (r *Reading) withTies(ctx context.Context, v View) (*export.Network, error) {
	keep := tiesInFiles
	if v.Ties > 0 {
		keep = min(v.Ties, tiesInFiles)
	}
	n, err := r.Figure(ctx, v)
	if err != nil || keep <= len(n.Ties) || int64(len(n.Ties)) == n.TiesTotal {
		return n, err
	}
	if v, err = r.apply(ctx, v); err != nil {
		return nil, err
	}
	c, err := r.clusters(ctx)
	if err != nil {
		return nil, err
	}
	sel, err := r.selected(v, c)
	if err != nil {
		return nil, err
	}
	leave, err := r.admit(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	_, strongest, err := ties(ctx, sel.x, sel.size, v.MinShared, keep)
	if err != nil {
		return nil, err
	}
	n.Ties = make([]export.Tie, len(strongest))
	for i, t := range strongest {
		n.Ties[i] = exported(t)
	}
	return n, nil
}

// evidence returns a view with its signatures only, or with its ties beside them: neither needs analysis unless the view is of one cluster.
func (r *Reading) evidence(ctx context.Context, v View, pairs bool) (*export.Network, error) {
	all := v.Ties == 0 // apply puts what the map draws in its place
	v, err := r.apply(ctx, v)
	if err != nil {
		return nil, err
	}
	var c *coalitions
	if v.Cluster > 0 {
		if c, err = r.clusters(ctx); err != nil {
			return nil, err
		}
	}
	sel, err := r.selected(v, c)
	if err != nil {
		return nil, err
	}
	n := r.named(sel)
	switch {
	case pairs && !all:
		var strongest []affinity.Tie
		if n.TiesTotal, strongest, err = ties(ctx, sel.x, sel.size, v.MinShared, v.Ties); err != nil {
			return nil, err
		}
		n.Ties = make([]export.Tie, len(strongest))
		for i, t := range strongest {
			n.Ties[i] = exported(t)
		}
	case pairs:
		n.Pairs = func(yield func(export.Tie) error) error {
			return eachTie(ctx, sel.x, sel.size, v.MinShared, func(t affinity.Tie) error { return yield(exported(t)) })
		}
	}
	return n, nil
}

func exported(t affinity.Tie) export.Tie {
	return export.Tie{A: int(t.A), B: int(t.B), Letters: int(t.Letters), Newman: t.Newman}
}

// named returns the organizations, letters and signatures of a selection, without measures and positions.
func (r *Reading) named(sel *selection) *export.Network {
	n := &export.Network{Hash: r.network.Hash(), Remark: r.leftOut(sel),
		Source:        counted(r.x.Letters(), "letter") + " read by undersigned.",
		Organizations: make([]export.Organization, len(sel.orgs)), Letters: make([]export.Letter, len(sel.letters)), Signatures: r.printed(sel)}
	for i, at := range sel.orgs {
		o := &r.network.Organizations()[at]
		n.Organizations[i] = export.Organization{ID: o.ID, Name: o.Name, Country: r.country[at], Kind: o.Kind, Letters: sel.x.Degree(i),
			First: r.first[at], Last: r.last[at]}
	}
	for i, at := range sel.letters {
		w := r.network.Letters()[at]
		l := export.Letter{ID: w.ID, Title: titleOf(w.Letter), Kind: w.Kind, Language: w.Language, Date: w.Date, Size: sel.size[i]}
		for _, o := range sel.x.SignersOf(i) {
			l.Signers = append(l.Signers, int(o))
		}
		for _, t := range r.network.TargetsOf(int(at)) {
			l.Targets = append(l.Targets, r.network.Targets()[t].Name)
		}
		n.Letters[i] = l
	}
	return n
}

// printed yields every printed line of every signature of a view, by organization, then by letter.
func (s *snapshot) printed(sel *selection) iter.Seq[export.Signature] {
	return func(yield func(export.Signature) bool) {
		for i, o := range sel.orgs {
			for _, l := range sel.x.LettersOf(i) {
				for _, line := range s.lines(int(o), int(sel.letters[l])) {
					if !yield(export.Signature{Organization: i, Letter: int(l), Name: line.Name, Text: line.Text, Document: line.Document,
						Record: line.Record, Relation: line.Relation, Page: line.Page, Line: line.Line, Position: line.Position, Of: line.Of,
						Status: line.Status, Country: line.Country}) {
						return
					}
				}
			}
		}
	}
}
