package report

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"undersigned/graph"
	"undersigned/graph/affinity"
	"undersigned/graph/graphtest"
	"undersigned/internal/export"
)

// sample makes a network of invented names with planted clusters, each laid out as a sunflower, so that drawing can be
// tested without a layout. The same arguments give the same network.
func sample(seed uint64, orgs, letters, signatures, groups int) *export.Network {
	x := graphtest.Random(seed, orgs, letters, signatures, groups)
	r := rand.New(rand.NewPCG(seed, 1))
	n := &export.Network{Hash: "3f9c21ab0d54e6f7", Width: 1200, Height: 800,
		Statement: fmt.Sprintf("Co-signing among %d organizations that signed at least 1 of %d letters, 2012–2021", orgs, letters),
		Remark:    "1 letter without a date is left out.", Source: fmt.Sprintf("%d letters read by undersigned.", letters)}
	strengths := affinity.Strengths(x)
	centres := make([][2]float64, groups)
	for g := range groups {
		angle := 2 * math.Pi * float64(g) / float64(groups)
		centres[g] = [2]float64{600 + 400*math.Cos(angle), 400 + 270*math.Sin(angle)}
	}
	placed := make([]int, groups)
	for o := range orgs {
		g := o % groups
		k := float64(placed[g])
		placed[g]++
		signed := x.Degree(o)
		radius := 2.6 + .9*math.Pow(float64(max(signed, 1)-1), .8)
		at := [2]float64{centres[g][0] + 9*math.Sqrt(k+.3)*math.Cos(2.4*k), centres[g][1] + 9*math.Sqrt(k+.3)*math.Sin(2.4*k)}
		number := g + 1
		if o%29 == 28 {
			number = 0
		}
		n.Organizations = append(n.Organizations, export.Organization{ID: fmt.Sprintf("org-%d", o), Name: invent(r), Letters: signed,
			Strength: strengths[o], Cluster: number, Stability: -1, X: at[0], Y: at[1], Radius: radius})
	}
	ties, err := affinity.Ties(context.Background(), x, affinity.Options{Keep: 2000})
	if err != nil {
		panic(err)
	}
	n.TiesTotal = ties.Count
	for _, t := range ties.Ties {
		n.Ties = append(n.Ties, export.Tie{A: int(t.A), B: int(t.B), Letters: int(t.Letters), Newman: t.Newman})
	}
	for l := range letters {
		letter := export.Letter{ID: fmt.Sprintf("letter-%d", l), Title: "Letter on " + invent(r), Date: graph.Date{Year: 2012 + l%10}}
		for _, o := range x.SignersOf(l) {
			letter.Signers = append(letter.Signers, int(o))
			letter.X += n.Organizations[o].X
			letter.Y += n.Organizations[o].Y
		}
		k := float64(max(len(letter.Signers), 1))
		letter.X, letter.Y = letter.X/k, letter.Y/k
		n.Letters = append(n.Letters, letter)
	}
	for g := range groups {
		c := export.Cluster{Number: g + 1, Label: invent(r), Stability: .8}
		for _, o := range n.Organizations {
			if o.Cluster == g+1 {
				c.Size++
			}
		}
		reach := 9*math.Sqrt(float64(placed[g])) + 8
		for a := range 60 {
			angle := 2 * math.Pi * float64(a) / 60
			wobble := reach * (1 + .08*math.Sin(3*angle+float64(g)))
			c.Hull = append(c.Hull, [2]float64{centres[g][0] + wobble*math.Cos(angle), centres[g][1] + wobble*math.Sin(angle)})
		}
		c.LabelX, c.LabelY = centres[g][0]+1.4*(centres[g][0]-600), centres[g][1]+1.4*(centres[g][1]-400)
		n.Clusters = append(n.Clusters, c)
	}
	slices.SortStableFunc(n.Clusters, func(a, b export.Cluster) int { return b.Size - a.Size })
	return n
}

var (
	firstWords = []string{"Alliance", "Center", "Citizens", "Coalition", "Forum", "Friends", "Institute", "Network", "People", "Union", "Campaign", "Women"}
	lastWords  = []string{"Privacy", "Fair Trade", "Open Knowledge", "Clean Water", "Digital Rights", "Farmers", "Public Health", "Justice", "the Earth", "Free Press"}
	places     = []string{"", "", " International", " Europe", " of the Global South", " Norway", " and Their Allies in the Region"}
)

func invent(r *rand.Rand) string {
	return firstWords[r.IntN(len(firstWords))] + " for " + lastWords[r.IntN(len(lastWords))] + places[r.IntN(len(places))]
}
