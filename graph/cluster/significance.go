package cluster

import (
	"context"
	"math"
	"math/rand/v2"

	"undersigned/graph"
)

// Chance compares a network's modularity with that of random networks of the same degrees.
type Chance struct {
	Observed float64 // best modularity found in the network
	Mean, SD float64 // of the best found in each random network; the SD divides by trials-1
	Z        float64 // (Observed-Mean)/SD, 0 where the SD is 0
	P        float64 // (1 + random networks that reach Observed) / (1 + trials); never 0
	Trials   int
}

// Significance asks whether the network is more modular than chance: each trial keeps how many letters every
// organization signed and how many signers every letter has, mixes who signed what, and searches it as hard as the
// network itself (o.Starts, o.Resolution). Without a small P the clusters should be shown as no clearer than chance.
//
// Each trial starts from the observed network and makes five trades a row, on the side with fewer rows (fastball: Godard
// and Neal 2022, doi:10.1093/comnet/cnac049; after curveball, Strona et al. 2014, doi:10.1038/ncomms5114). That number
// is a convention; no bound on the mixing is known. The p-value counts the observed network as one of the trials (Phipson
// and Smyth 2010, doi:10.2202/1544-6115.1585). Fewer than 2 trials is Invalid. O(trials * starts * E).
func Significance(ctx context.Context, x *graph.Incidence, trials int, o Options) (Chance, error) {
	if trials < 2 {
		return Chance{}, graph.Errorf(graph.Invalid, "the number of random networks is %d; give at least 2, better 100", trials)
	}
	o, err := o.complete()
	if err != nil {
		return Chance{}, err
	}
	found, err := Leiden(ctx, x, o)
	if err != nil {
		return Chance{}, err
	}
	values := make([]float64, trials)
	err = each(ctx, trials, o, func(i int) error {
		random := rand.New(rand.NewPCG(o.Seed, significanceStream+uint64(i)))
		y, err := randomize(x, random)
		if err != nil {
			return err
		}
		// Threads are used across trials; within one the starts follow each other.
		p, err := Leiden(ctx, y, Options{Seed: random.Uint64(), Starts: o.Starts, Resolution: o.Resolution, Threads: 1})
		values[i] = p.Modularity
		return err
	})
	if err != nil {
		return Chance{}, err
	}
	c := Chance{Observed: found.Modularity, Trials: trials}
	reached := 0
	for _, v := range values {
		c.Mean += v / float64(trials)
		if v >= c.Observed {
			reached++
		}
	}
	for _, v := range values {
		c.SD += float64((v - c.Mean) * (v - c.Mean))
	}
	c.SD = math.Sqrt(c.SD / float64(trials-1))
	if c.SD > 1e-12 { // below, the trials differ by rounding only
		c.Z = (c.Observed - c.Mean) / c.SD
	}
	c.P = float64(1+reached) / float64(1+trials)
	return c, nil
}

// tradesPerRow is the customary length of a chain of trades.
const tradesPerRow = 5

// randomize returns a network with the degrees of x on both sides.
func randomize(x *graph.Incidence, random *rand.Rand) (*graph.Incidence, error) {
	byLetter := x.Letters() < x.Organizations()
	count, row := x.Organizations(), x.LettersOf
	if byLetter {
		count, row = x.Letters(), x.SignersOf
	}
	rows := make([][]int32, count)
	for i := range rows {
		rows[i] = append([]int32(nil), row(i)...)
	}
	if count >= 2 {
		var t trader
		for range tradesPerRow * count {
			i, j := random.IntN(count), random.IntN(count-1)
			if j >= i {
				j++
			}
			t.trade(rows[i], rows[j], random)
		}
	}
	pairs := make([]graph.Pair, 0, x.Signatures())
	for i, row := range rows {
		for _, j := range row {
			if byLetter {
				pairs = append(pairs, graph.Pair{Org: j, Letter: int32(i)})
			} else {
				pairs = append(pairs, graph.Pair{Org: int32(i), Letter: j})
			}
		}
	}
	return graph.NewIncidence(x.Organizations(), x.Letters(), pairs)
}

// owner says which row an entry of a trade belongs to.
type owner uint8

const (
	both owner = iota // in both rows: not for trade
	first
	second
)

// trader holds scratch memory of trades.
type trader struct {
	merged []int32 // both rows, ascending, an entry of both once
	owner  []owner // of each entry of merged
	loose  []int   // places in merged of entries of one row only
}

// trade deals what exactly one of two ascending rows holds anew between them, keeping their lengths: every deal is
// equally likely. Both stay ascending.
func (t *trader) trade(a, b []int32, random *rand.Rand) {
	t.merged, t.owner, t.loose = t.merged[:0], t.owner[:0], t.loose[:0]
	i, j, own := 0, 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			t.put(a[i], second)
			i++
			own++
		case i == len(a) || b[j] < a[i]:
			t.put(b[j], second)
			j++
		default:
			t.put(a[i], both)
			i++
			j++
		}
	}
	for k := range own { // a random choice of own places: the head of a Fisher-Yates shuffle
		r := k + random.IntN(len(t.loose)-k)
		t.loose[k], t.loose[r] = t.loose[r], t.loose[k]
		t.owner[t.loose[k]] = first
	}
	i, j = 0, 0
	for k, v := range t.merged {
		if t.owner[k] != second {
			a[i] = v
			i++
		}
		if t.owner[k] != first {
			b[j] = v
			j++
		}
	}
}

func (t *trader) put(v int32, o owner) {
	if o != both {
		t.loose = append(t.loose, len(t.merged))
	}
	t.merged = append(t.merged, v)
	t.owner = append(t.owner, o)
}
