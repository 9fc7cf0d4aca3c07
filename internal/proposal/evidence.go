package proposal

import (
	"maps"
	"math"
	"slices"
	"strconv"

	"undersigned/graph"
	"undersigned/internal/names"
	"undersigned/internal/ruling"
)

// longList is the length from which a letter tells nothing about partners: who signs beside thousands chose none of them.
const longList = 1000

// Evidence knows what a network says of its organizations beside their names. What a pair costs grows with the signatures of the letters
// that the two signed. It is not safe for concurrent use.
type Evidence struct {
	n       *graph.Network
	x       *graph.Incidence
	known   []*facts
	rarity  []float64         // of each target, 0 to 1
	keys    map[string]string // of countries
	located map[string]int    // organizations of a country
	placed  int               // organizations that have one
	marks   [2]set            // of organizations
	towards [2]set            // of targets
}

// Reason says in words what a feature of a pair counts.
type Reason struct {
	Feature int
	Text    string
}

// facts are what is known of one organization.
type facts struct {
	countries   []string // keys, sorted
	country     string   // as it is shown
	hosts       []string // of websites, sorted
	registers   []string // of identifiers, sorted
	identifiers map[string]string
}

// set marks positions; it is emptied in constant time.
type set struct {
	mark  []int32
	round int32
}

func (s *set) reset(size int) {
	if len(s.mark) < size {
		s.mark = make([]int32, size)
	}
	s.round++
}

func (s *set) add(i int32) bool {
	if s.mark[i] == s.round {
		return false
	}
	s.mark[i] = s.round
	return true
}

func (s *set) has(i int32) bool { return s.mark[i] == s.round }

// NewEvidence prepares to compare organizations of a network.
func NewEvidence(n *graph.Network) *Evidence {
	e := &Evidence{n: n, x: n.Incidence(), known: make([]*facts, len(n.Organizations())), rarity: make([]float64, len(n.Targets())), keys: map[string]string{}, located: map[string]int{}}
	signed := make([]int, len(n.Targets()))
	for l := range n.Letters() {
		for _, t := range n.TargetsOf(l) {
			signed[t] += e.x.Size(l)
		}
	}
	all := float64(e.x.Signatures() + 1)
	for t, k := range signed {
		e.rarity[t] = math.Log(all/float64(k+1)) / math.Log(all+1)
	}
	e.countries()
	return e
}

func (e *Evidence) countryKey(name string) string {
	key, ok := e.keys[name]
	if !ok {
		key = names.CountryKey(name)
		e.keys[name] = key
	}
	return key
}

// countries counts the organizations of each country.
func (e *Evidence) countries() {
	orgs := e.n.Organizations()
	for o := range orgs {
		if orgs[o].Country != "" {
			e.located[e.countryKey(orgs[o].Country)]++
			e.placed++
		}
	}
}

// Of returns what speaks for and against two organizations being one, beside the score of their names, and says it in words.
func (e *Evidence) Of(a, b int32) (Vector, []Reason) {
	var x Vector
	var why []Reason
	say := func(feature int, text string) { why = append(why, Reason{feature, text}) }
	shared := e.lists(&x, a, b, say)
	fa, fb := e.facts(a), e.facts(b)
	e.places(&x, fa, fb, say)
	e.targets(&x, a, b, shared, say)
	e.company(&x, a, b, shared, say)
	for i := range x {
		x[i] = math.Round(x[i]*1e4) / 1e4 // logarithms and roots differ in the last bits between machines
	}
	return x, slices.DeleteFunc(why, func(r Reason) bool { return x[r.Feature] == 0 })
}

// lists compares where both stand: on one list, or one on a list and the other on another form of the same letter. It returns the letters that both
// signed.
func (e *Evidence) lists(x *Vector, a, b int32, say func(int, string)) (shared []int32) {
	both, turns := 0, 0
	for _, l := range e.x.LettersOf(int(a)) {
		if !e.x.Signed(int(b), int(l)) {
			continue
		}
		shared = append(shared, l)
		prints := map[*graph.Letter]bool{}
		for _, s := range e.n.Signatures(int(a), int(l)) {
			prints[s.Letter] = true
		}
		on := 0
		counted := map[*graph.Letter]bool{}
		for _, s := range e.n.Signatures(int(b), int(l)) {
			if prints[s.Letter] && !counted[s.Letter] {
				counted[s.Letter] = true
				on++
			}
		}
		if both += min(on, 1); on == 0 {
			turns++
		}
	}
	switch {
	case both > 0:
		x[fOneList], x[fOneListAgain] = 1, math.Log2(float64(both))
		if both == 1 {
			say(fOneList, "one list prints both")
		} else {
			say(fOneList, strconv.Itoa(both)+" lists print both")
		}
	case turns > 0:
		x[fOtherForm] = 1
		say(fOtherForm, "another form of the letter prints the other")
	}
	return shared
}

// facts reads what is known of an organization, once.
func (e *Evidence) facts(o int32) *facts {
	if e.known[o] != nil {
		return e.known[o]
	}
	org := &e.n.Organizations()[o]
	f := &facts{country: org.Country}
	country := func(name string) {
		if name != "" {
			f.countries = append(f.countries, e.countryKey(name))
		}
	}
	country(org.Country)
	for _, scheme := range slices.Sorted(maps.Keys(org.ExternalIDs)) {
		id := org.ExternalIDs[scheme]
		register, canonical := ruling.Identifier(scheme, id)
		switch {
		case canonical == "":
		case register == "domain":
			f.hosts = append(f.hosts, canonical)
		default:
			if f.identifiers == nil {
				f.identifiers = map[string]string{}
			}
			f.registers, f.identifiers[register] = append(f.registers, register), canonical
		}
	}
	for _, l := range e.x.LettersOf(int(o)) {
		for _, s := range e.n.Signatures(int(o), int(l)) {
			country(s.Signature.Country)
			f.hosts = append(f.hosts, hostIn(s.Signature.Note)...)
			for i := range s.Signature.Evidence {
				f.hosts = append(f.hosts, hostIn(s.Signature.Evidence[i].Text)...)
			}
		}
	}
	f.countries, f.hosts = distinct(f.countries), distinct(f.hosts)
	e.known[o] = f
	return f
}

func distinct(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
