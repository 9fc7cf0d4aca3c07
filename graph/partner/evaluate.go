package partner

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"undersigned/graph"
)

// Options of Evaluate. The zero value of a field stands for its default.
type Options struct {
	TrainShare     float64 // letters tested are the last 1-TrainShare of the order; default .8, which wants 50 letters or more
	SeedsPerLetter int     // signers given, the rest to be found; default 1
	K              int     // length of the list that is judged; default 10
	Draws          int     // times the seeds of a letter are drawn, results averaged; default 10
	MaxShare       float64 // letters signed by more than this share of the known organizations are no test; default .7
	Beta           float64 // as in Query
	Resamples      int     // of the bootstrap; default 2000
	Seed           uint64  // of draws and bootstrap
}

// Report says how well past letters could have been foretold, by the method and by asking the most active. Intervals are
// 95 % bootstrap intervals by letter; differences within them are chance.
type Report struct {
	Letters    int // letters tested; with 0 all figures are 0 and nothing can be said
	K          int
	Signers    float64 // mean number of signers that were to be found in a letter
	Unknown    float64 // mean number of signers without an earlier letter, whom no method could name; not in Signers
	Method     Quality
	Popularity Quality
	NDCGGain   Interval // Method less Popularity, letter by letter
	HitsGain   Interval
}

// Quality are means over letters.
type Quality struct {
	NDCG    Interval // normalized discounted cumulative gain of the first K (0 to 1; who stands first counts most)
	Recall  Interval // share of min(K, signers to be found) that is among the first K
	Hits    Interval // number of the first K that signed: "of ten names suggested, 1.7 signed"
	PopLift float64  // mean number of letters of the first K over that of all organizations; 1 is no favour to the active
}

// Interval is a mean with its bootstrap interval.
type Interval struct{ Mean, Low, High float64 }

// Better reports whether the ranking beat the most active beyond chance.
func (r Report) Better() bool { return r.Letters > 0 && r.NDCGGain.Low > 0 }

// Evaluate foretells past letters from earlier ones. order lists letters by date, earliest first; letters that are not in
// it (those without a date) play no part. For each of the last letters, seeds are drawn from its signers and all other
// organizations known by then are ranked, on nothing but the letters before it: never on a sample of candidates, never
// on later letters. Organizations without an earlier letter can be neither seed nor answer. A letter needs
// SeedsPerLetter+2 known signers to be a test.
//
// Unlike in the usual split by time, each test letter knows all earlier ones, not a fixed first part, and seeds are drawn
// several times. It costs Draws times the surroundings of each test letter, O(n + m) memory; the answer depends on
// x, order and options only. A repeated or foreign letter in order is Invalid.
func Evaluate(ctx context.Context, x *graph.Incidence, order []int32, o Options) (Report, error) {
	o = o.defaults()
	if o.TrainShare < 0 || o.TrainShare >= 1 || o.SeedsPerLetter < 1 || o.K < 1 || o.Draws < 1 || o.Resamples < 1 || !(o.MaxShare > 0) {
		return Report{}, graph.Errorf(graph.Invalid, "The share of letters to learn from must be at least 0 and below 1, all counts at least 1.")
	}
	ordered, err := inOrder(x, order)
	if err != nil {
		return Report{}, err
	}
	e := &evaluation{Options: o, x: ordered, degree: make([]int, x.Organizations())}
	e.star = newStar(whole(ordered), Query{Beta: o.Beta})
	first := int(math.Ceil(o.TrainShare * float64(len(order))))
	r := rand.New(rand.NewPCG(o.Seed, 0x5eed))
	for l := range len(order) {
		if err := ctx.Err(); err != nil {
			return Report{}, graph.Wrap(graph.Cancelled, err, "The test of the ranking was cancelled.")
		}
		if l >= first {
			e.letter(int32(l), r)
		}
		e.learn(l)
	}
	return e.report(rand.New(rand.NewPCG(o.Seed, 0xb007))), nil
}

func (o Options) defaults() Options {
	set(&o.TrainShare, .8)
	set(&o.MaxShare, .7)
	set(&o.SeedsPerLetter, 1)
	set(&o.K, 10)
	set(&o.Draws, 10)
	set(&o.Resamples, 2000)
	return o
}

func set[T int | float64](v *T, fallback T) {
	if *v == 0 {
		*v = fallback
	}
}

// inOrder returns the network of the listed letters, in that order.
func inOrder(x *graph.Incidence, order []int32) (*graph.Incidence, error) {
	seen := make([]bool, x.Letters())
	var pairs []graph.Pair
	for at, l := range order {
		if l < 0 || int(l) >= x.Letters() || seen[l] {
			return nil, graph.Errorf(graph.Invalid, "Letter %d stands twice in the order of letters, or is none of the %d.", l, x.Letters())
		}
		seen[l] = true
		for _, o := range x.SignersOf(int(l)) {
			pairs = append(pairs, graph.Pair{Org: o, Letter: int32(at)})
		}
	}
	return graph.NewIncidence(x.Organizations(), len(order), pairs)
}

// evaluation is the state while letters pass in order.
type evaluation struct {
	Options
	x       *graph.Incidence
	star    *star
	degree  []int   // letters signed before the current one
	active  []int32 // organizations with an earlier letter, most active first; sorted when a letter is tested
	known   int     // len(active)
	sum     int     // of degree
	results []result
}

// result is one test letter; method first, popularity second.
type result struct {
	ndcg, recall, hits, lift [2]float64
	signers, unknown         float64
}

func (e *evaluation) learn(l int) {
	for _, o := range e.x.SignersOf(l) {
		if e.degree[o] == 0 {
			e.active = append(e.active, o)
			e.known++
		}
		e.degree[o]++
		e.sum++
	}
}

// letter tests one letter, averaging over draws of its seeds.
func (e *evaluation) letter(l int32, r *rand.Rand) {
	var signers []int32
	for _, o := range e.x.SignersOf(int(l)) {
		if e.degree[o] > 0 {
			signers = append(signers, o)
		}
	}
	if len(signers) < e.SeedsPerLetter+2 || float64(len(signers)) > e.MaxShare*float64(e.known) {
		return
	}
	slices.SortFunc(e.active, func(a, b int32) int {
		if e.degree[a] != e.degree[b] {
			return e.degree[b] - e.degree[a]
		}
		return int(a - b)
	})
	e.star.end = l
	unknown := len(e.x.SignersOf(int(l))) - len(signers)
	res := result{signers: float64(len(signers) - e.SeedsPerLetter), unknown: float64(unknown)}
	for range e.Draws {
		r.Shuffle(len(signers), func(i, j int) { signers[i], signers[j] = signers[j], signers[i] })
		seeds, answer := signers[:e.SeedsPerLetter], signers[e.SeedsPerLetter:]
		for k, list := range [2][]int32{e.suggested(seeds), e.popular(seeds)} {
			ndcg, recall, hits, lift := e.judge(list, answer)
			res.ndcg[k] += ndcg
			res.recall[k] += recall
			res.hits[k] += hits
			res.lift[k] += lift
		}
	}
	for _, sums := range [4]*[2]float64{&res.ndcg, &res.recall, &res.hits, &res.lift} {
		sums[0] /= float64(e.Draws)
		sums[1] /= float64(e.Draws)
	}
	e.results = append(e.results, res)
}

func (e *evaluation) suggested(seeds []int32) []int32 {
	e.star.spread(slices.Clone(seeds))
	e.star.q.Limit = e.K
	var list []int32
	for _, c := range e.star.candidates() {
		list = append(list, c.Org)
	}
	return list
}

func (e *evaluation) popular(seeds []int32) []int32 {
	var list []int32
	for _, o := range e.active {
		if len(list) == e.K {
			break
		}
		if !slices.Contains(seeds, o) {
			list = append(list, o)
		}
	}
	return list
}

// judge compares a list of at most K with the signers that were to be found.
func (e *evaluation) judge(list, answer []int32) (ndcg, recall, hits, lift float64) {
	gain, letters := 0., 0
	for i, o := range list {
		letters += e.degree[o]
		if slices.Contains(answer, o) {
			hits++
			gain += 1 / math.Log2(float64(i)+2)
		}
	}
	ideal, reach := 0., min(e.K, len(answer))
	for i := range reach {
		ideal += 1 / math.Log2(float64(i)+2)
	}
	if len(list) > 0 {
		lift = float64(letters) / float64(len(list)) / (float64(e.sum) / float64(e.known))
	}
	return gain / ideal, hits / float64(reach), hits, lift
}
