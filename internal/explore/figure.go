package explore

import (
	"context"
	"iter"

	"undersigned/graph/affinity"
	"undersigned/internal/export"
	"undersigned/internal/report"
)

// tiesInFiles is how many ties a data file holds at most: some 100 MB of GEXF. The file says how many there are in all.
const tiesInFiles = 1_000_000

// filling computes what a file shares with other answers, and returns what makes the rest of its network.
func (r *Reading) filling(ctx context.Context, f report.Format, asked View, o report.Options) (func() (*export.Network, error), error) {
	v, err := r.apply(ctx, asked)
	if err != nil {
		return nil, err
	}
	var a NetworkAnswer
	if !f.Evidence {
		if a, err = r.networkAnswer(ctx, v); err != nil {
			return nil, err
		}
	}
	var c *coalitions
	if v.Cluster > 0 || !f.Evidence {
		if c, err = r.clusters(ctx); err != nil {
			return nil, err
		}
	}
	return func() (*export.Network, error) {
		sel, err := r.selected(v, c)
		if err != nil {
			return nil, err
		}
		n := r.named(sel)
		switch {
		case f.Pairs && asked.Ties == 0: // apply puts what the map draws in its place
			n.Pairs = func(yield func(export.Tie) error) error {
				return eachTie(ctx, sel.x, sel.size, v.MinShared, func(t affinity.Tie) error { return yield(exported(t)) })
			}
		case f.Pairs:
			err = r.strongest(ctx, n, sel, v.Ties)
		case !f.Evidence:
			drawAs(n, &a)
			if keep := keptTies(asked.Ties); !f.Picture && !o.TwoMode && keep > len(n.Ties) && int64(len(n.Ties)) < n.TiesTotal {
				err = r.strongest(ctx, n, sel, keep)
			}
		}
		return n, err
	}, nil
}

// keptTies is how many ties a data file holds at most.
func keptTies(asked int) int {
	if asked > 0 {
		return min(asked, tiesInFiles)
	}
	return tiesInFiles
}

// strongest puts the strongest ties of a selection into a network.
func (r *Reading) strongest(ctx context.Context, n *export.Network, sel *selection, keep int) error {
	total, strongest, err := ties(ctx, sel.x, sel.size, sel.view.MinShared, keep)
	if err != nil {
		return err
	}
	n.TiesTotal = total
	n.Ties = make([]export.Tie, len(strongest))
	for i, t := range strongest {
		n.Ties[i] = exported(t)
	}
	return nil
}

// drawAs gives a network the measures, places, ties and clusters of the map of the same view.
func drawAs(n *export.Network, a *NetworkAnswer) {
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
}

func exported(t affinity.Tie) export.Tie {
	return export.Tie{A: int(t.A), B: int(t.B), Letters: int(t.Letters), Newman: t.Newman}
}

// named returns the organizations, letters and signatures of a selection, without measures and positions.
func (r *Reading) named(sel *selection) *export.Network {
	n := &export.Network{Hash: r.network.Hash(), Remark: r.leftOut(sel),
		Source:        counted(r.x.Letters(), "letter") + " read by undersigned.",
		Organizations: make([]export.Organization, len(sel.orgs)), Letters: make([]export.Letter, len(sel.letters)), Signatures: r.printed(sel), Judgements: r.judgements}
	for i, at := range sel.orgs {
		o := &r.network.Organizations()[at]
		n.Organizations[i] = export.Organization{ID: o.ID, Name: o.Name, Country: r.country[at], Kind: o.Kind, Letters: sel.x.Degree(i),
			First: r.first[at], Last: r.last[at], Names: o.Names, Printed: o.Printed, Parent: o.Parent, MemberOf: o.MemberOf, ExternalIDs: o.ExternalIDs}
	}
	for i, at := range sel.letters {
		w := r.network.Letters()[at]
		l := export.Letter{ID: w.ID, Title: titleOf(w.Letter), Kind: w.Kind, Language: w.Language, Date: w.Date, Size: sel.size[i], Topics: w.Topics}
		if len(w.Documents) > 0 {
			l.File, l.Address = w.Documents[0].Name, w.Documents[0].Published
		}
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
