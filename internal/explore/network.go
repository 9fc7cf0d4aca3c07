package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph/affinity"
)

// Network returns a view of the network with positions, clusters and the strongest ties. Measures and clusters are those of
// the whole network; numbers of letters and shared letters are those of the view. A view of nobody is empty, no error.
func (r *Reading) Network(ctx context.Context, v View) (NetworkAnswer, error) {
	v, err := r.apply(ctx, v)
	if err != nil {
		return NetworkAnswer{}, err
	}
	a, err := r.networkAnswer(ctx, v)
	a.Version = r.version
	return a, err
}

// networkAnswer is Network for a view that was applied, without the version.
func (s *snapshot) networkAnswer(ctx context.Context, v View) (NetworkAnswer, error) {
	return s.views.get(ctx, v, func(ctx context.Context) (NetworkAnswer, error) {
		leave, err := s.admit(ctx)
		if err != nil {
			return NetworkAnswer{}, err
		}
		defer leave()
		return s.draw(ctx, v)
	})
}

func (s *snapshot) draw(ctx context.Context, v View) (NetworkAnswer, error) {
	var a NetworkAnswer
	c, err := s.clusters(ctx)
	if err != nil {
		return a, err
	}
	sel, err := s.selected(v, c)
	if err != nil {
		return a, err
	}
	land, err := s.territory(ctx, v.MinLetters)
	if err != nil {
		return a, err
	}
	total, strongest, err := ties(ctx, sel.x, sel.size, v.MinShared, v.Ties)
	if err != nil {
		return a, err
	}
	a = NetworkAnswer{View: v, Width: land.Width, Height: land.Height, TiesTotal: total, Ties: tieColumns(strongest), Letters: s.letterColumns(sel, land),
		Years: orEmpty(s.network.Coverage().Years), Undated: s.network.Coverage().Undated, LettersTotal: s.x.Letters(),
		Countries: s.countries(v.MinLetters), Targets: s.targetCounts(), RollUps: orEmpty(s.network.CanRollUp())}
	stability, err := s.stability(ctx)
	if err != nil {
		return a, err
	}
	if a.Organizations, err = s.organizationColumns(ctx, sel, c, land, stability); err != nil {
		return a, err
	}
	a.Clusters, a.Unclustered = s.clusterAnswers(c, &a.Organizations, stability)
	a.Statement, a.Remark = s.statement(sel, c), s.remark(sel, total, len(strongest))
	return a, nil
}

func (s *snapshot) organizationColumns(ctx context.Context, sel *selection, c *coalitions, land *territory, stability []float64) (OrganizationColumns, error) {
	n := len(sel.orgs)
	o := OrganizationColumns{ID: make([]string, n), Name: make([]string, n), Country: make([]string, n), Kind: make([]string, n), Letters: make([]int, n),
		Strength: make([]float64, n), Betweenness: make([]float64, n), PageRank: make([]float64, n), Cluster: make([]int, n), Stability: make([]float64, n),
		Last: make([]string, n), Radius: make([]float64, n), X: make([]float64, n), Y: make([]float64, n)}
	between, err := s.between(ctx)
	if err != nil {
		return o, err
	}
	rank, err := s.ranks(ctx)
	if err != nil {
		return o, err
	}
	strength := affinity.Strengths(s.x)
	for i, at := range sel.orgs {
		org := &s.network.Organizations()[at]
		o.ID[i], o.Name[i], o.Country[i], o.Kind[i], o.Last[i] = org.ID, org.Name, s.country[at], org.Kind, s.last[at].String()
		o.Letters[i], o.Strength[i], o.Betweenness[i], o.PageRank[i] = sel.x.Degree(i), strength[at], between.of[at], rank[at]
		o.Cluster[i], o.Stability[i] = c.number(int(at)), stability[at]
		o.Radius[i] = land.radius(sel.x.Degree(i))
		o.X[i], o.Y[i] = land.position(at)
	}
	return o, nil
}

func (s *snapshot) letterColumns(sel *selection, land *territory) LetterColumns {
	m := len(sel.letters)
	c := LetterColumns{ID: make([]string, m), Title: make([]string, m), Date: make([]string, m), X: make([]float64, m), Y: make([]float64, m),
		SignersStart: make([]int, m+1), Signers: make([]int, 0, sel.x.Signatures())}
	for i, l := range sel.letters {
		w := s.network.Letters()[l]
		c.ID[i], c.Title[i], c.Date[i] = w.ID, titleOf(w.Letter), w.Date.String()
		c.X[i], c.Y[i] = land.letterPosition(l)
		for _, o := range sel.x.SignersOf(i) {
			c.Signers = append(c.Signers, int(o))
		}
		c.SignersStart[i+1] = len(c.Signers)
	}
	return c
}

func tieColumns(strongest []affinity.Tie) TieColumns {
	k := len(strongest)
	t := TieColumns{A: make([]int, k), B: make([]int, k), Letters: make([]int, k), Newman: make([]float64, k)}
	for i, tie := range strongest {
		t.A[i], t.B[i], t.Letters[i], t.Newman[i] = int(tie.A), int(tie.B), int(tie.Letters), tie.Newman
	}
	return t
}

// lettersOfCluster is how many letters stand for a cluster.
const lettersOfCluster = 5

func (s *snapshot) clusterAnswers(c *coalitions, columns *OrganizationColumns, stability []float64) (clusters []Cluster, unclustered int) {
	clusters = make([]Cluster, c.shown)
	shown := make([]int, c.shown+1)
	trust := make([]float64, c.shown+1)
	for _, number := range columns.Cluster {
		shown[number]++
	}
	for o := range s.x.Organizations() {
		trust[c.number(o)] += stability[o]
	}
	hulls := outlines(columns)
	for k := range clusters {
		clusters[k] = Cluster{Number: k + 1, Label: c.labels[k], Organizations: c.sizes[k], Shown: shown[k+1],
			Stability: trust[k+1] / float64(c.sizes[k]), Letters: []LetterRef{}, Hull: [][2]float64{}}
		if h, ok := hulls[k+1]; ok {
			clusters[k].LabelX, clusters[k].LabelY = h.Label.X, h.Label.Y
			for _, p := range h.Points {
				clusters[k].Hull = append(clusters[k].Hull, [2]float64{p.X, p.Y})
			}
		}
		for _, b := range c.letters[k][:min(len(c.letters[k]), lettersOfCluster)] {
			clusters[k].Letters = append(clusters[k].Letters, s.letterRef(int(b.Letter)))
		}
	}
	return clusters, shown[0]
}

// countries counts the organizations of each country among those that signed enough letters, most first.
func (s *snapshot) countries(minLetters int) []Count {
	n := map[string]int{}
	for o := range s.network.Organizations() {
		if country := s.country[o]; country != "" && s.x.Degree(o) >= minLetters {
			n[country]++
		}
	}
	counts := []Count{}
	for country, k := range n {
		counts = append(counts, Count{country, country, k})
	}
	sortCounts(counts)
	return counts
}

// targetCounts counts the letters to each target or its parts, most first. Targets without a signed letter do not exist.
func (s *snapshot) targetCounts() []Count {
	counts := []Count{}
	for t := range s.network.Targets() {
		ref := s.targetRef(t)
		counts = append(counts, Count{ref.ID, ref.Name, len(s.toTarget[t])})
	}
	sortCounts(counts)
	return counts
}

func sortCounts(counts []Count) {
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
}

// statement says the view in a sentence: "Co-signing among 384 organizations that signed at least 2 of 24 letters, 2012–2021."
func (s *snapshot) statement(sel *selection, c *coalitions) string {
	v := sel.view
	var b strings.Builder
	b.WriteString("Co-signing among " + counted(len(sel.orgs), "organization"))
	if v.Around != "" {
		o, _ := s.network.Organization(v.Around)
		b.WriteString(" around " + s.network.Organizations()[o].Name)
	}
	if v.Country != "" {
		b.WriteString(" from " + v.Country)
	}
	if v.Cluster > 0 {
		b.WriteString(" of cluster " + count(v.Cluster) + ", " + c.label(v.Cluster) + ",")
	}
	shown := " on " + counted(len(sel.letters), "letter")
	if v.Target != "" {
		t, _ := s.network.Target(v.Target)
		shown += " to " + s.network.Targets()[t].Name
	}
	switch some := v.Target != "" || v.From > 0 || v.To > 0; {
	case v.MinLetters > 1 && some: // the least number is of all letters, also of those that the view leaves out
		b.WriteString(" that signed at least " + count(v.MinLetters) + " of all " + counted(s.x.Letters(), "letter") + "," + shown)
	case v.MinLetters > 1:
		b.WriteString(" that signed at least " + count(v.MinLetters) + " of " + counted(s.x.Letters(), "letter"))
	default:
		b.WriteString(shown)
	}
	cov := s.network.Coverage()
	from, to := max(cov.First.Year, v.From), cov.Last.Year
	if v.To > 0 {
		to = min(to, v.To)
	}
	if from > to {
		from, to = v.From, v.To // nobody wrote a letter then
	}
	if span := years(from, to); span != "" {
		b.WriteString(", " + span)
	}
	if v.MinShared > 1 {
		b.WriteString(", at least " + counted(v.MinShared, "shared letter"))
	}
	return strings.TrimSuffix(b.String(), ",") + "."
}

// remark says what is not drawn.
func (s *snapshot) remark(sel *selection, total int64, drawn int) string {
	left := s.leftOut(sel)
	if int64(drawn) < total {
		left = strings.TrimSpace("The " + count(drawn) + " strongest of " + count(total) + " ties are drawn. " + left)
	}
	return left
}

// leftOut says what a view leaves out beside ties.
func (s *snapshot) leftOut(sel *selection) string {
	parts := s.rolledUp()
	if sel.hidden > 0 {
		parts = append(parts, counted(sel.hidden, "organization")+" with fewer letters "+be(sel.hidden)+" not shown.")
	}
	if sel.undated > 0 {
		parts = append(parts, counted(sel.undated, "letter")+" without a date "+be(sel.undated)+" left out.")
	}
	return strings.Join(parts, " ")
}

func be(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
