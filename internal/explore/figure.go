package explore

import (
	"bytes"
	"context"
	"iter"

	"undersigned/internal/export"
	"undersigned/internal/report"
)

// File is a view in a format that other programs read.
type File struct {
	Name      string // a base name that carries the data version
	MediaType string
	Data      []byte
}

// Export writes a view in one of report.Formats. Data formats hold up to 20,000 ties unless the view asks for fewer; pictures
// as many as the explorer's map draws.
func (r *Reading) Export(ctx context.Context, format string, v View, o report.Options) (File, error) {
	f, err := report.FormatNamed(format)
	if err != nil {
		return File{}, err
	}
	if v.Ties == 0 && !f.Picture {
		v.Ties = tiesAtMost
	}
	n, err := r.Figure(ctx, v)
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
	var b bytes.Buffer
	if err := f.Write(&b, n, o); err != nil {
		return File{}, err
	}
	name := "undersigned"
	if r.version.Short != "" {
		name += "-" + r.version.Short
	}
	return File{Name: name + f.Extension, MediaType: f.MediaType, Data: b.Bytes()}, nil
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
	n := &export.Network{Revision: r.network.Revision(), Hash: r.network.Hash(), Statement: a.Statement, Remark: r.leftOut(sel),
		Source: counted(r.x.Letters(), "letter") + " read by undersigned.", Width: a.Width, Height: a.Height, TiesTotal: a.TiesTotal,
		Organizations: make([]export.Organization, len(sel.orgs)), Letters: make([]export.Letter, len(sel.letters)),
		Ties: make([]export.Tie, len(a.Ties.A)), Signatures: r.printed(sel)}
	for i, at := range sel.orgs {
		o := &a.Organizations
		n.Organizations[i] = export.Organization{ID: o.ID[i], Name: o.Name[i], Country: o.Country[i], Kind: o.Kind[i], Letters: o.Letters[i],
			Strength: o.Strength[i], Betweenness: o.Betweenness[i], PageRank: o.PageRank[i], Cluster: o.Cluster[i], Stability: o.Stability[i],
			First: r.first[at], Last: r.last[at], X: o.X[i], Y: o.Y[i], Radius: o.Radius[i]}
	}
	for i, at := range sel.letters {
		w := r.network.Letters()[at]
		l := export.Letter{ID: w.ID, Title: titleOf(w.Letter), Kind: w.Kind, Language: w.Language, Date: w.Date, X: a.Letters.X[i], Y: a.Letters.Y[i],
			Signers: a.Letters.Signers[a.Letters.SignersStart[i]:a.Letters.SignersStart[i+1]]}
		for _, t := range r.network.TargetsOf(int(at)) {
			l.Targets = append(l.Targets, r.network.Targets()[t].Name)
		}
		n.Letters[i] = l
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
