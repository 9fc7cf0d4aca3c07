package explore

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"undersigned/graph"
	"undersigned/internal/names"
	"undersigned/internal/names/match"
	"undersigned/internal/names/search"
)

// snapshot is a network with everything that is computed from it, each part once and when first asked for. Parts of the
// whole network are kept as long as the snapshot; of views, the last few.
type snapshot struct {
	network  *graph.Network
	x        *graph.Incidence
	progress func(done, total int, step string) // nil for nobody
	without  []string                           // of CanBeWithout

	replacements int64 // of the store, when this was read

	country     []string               // of each organization, one name a country
	countryKey  []string               // of each organization: equal for one country
	first, last []graph.Date           // of each organization's letters; zero where none has a date
	listLength  map[*graph.Letter]int  // signatories in a record's list
	linked      map[string]*graph.Link // how a record belongs to its letter, by the record's id
	below       [][]int32              // targets: itself and all its parts
	above       [][]int32              // targets: itself and what it is part of, the nearest first
	toTarget    [][]int32              // letters to a target or its parts, ascending

	coalitions   lazy[*coalitions]
	trust        lazy[[]float64]
	betweenness  lazy[*betweenness]
	pageRank     lazy[[]float64]
	words        lazy[*search.Index]
	nameRegister lazy[*match.Register]
	knownFacts   lazy[*factIndex]
	ranking      lazy[Ranking]
	territories  *shelf[int, *territory]
	views        *shelf[View, NetworkAnswer]
	files        spools
	gate         *gate    // of the service; nil where nobody else asks
	room         *room    // as gate, for files
	persons      sync.Map // *graph.Letter -> map[place][]string: who signs in its lines

	plain  *snapshot // of one that is rolled up; nil else
	rolled map[graph.RollUp]*lazy[*snapshot]
}

// step returns what to tell how far a step is; nil where nobody asks.
func (s *snapshot) step(name string) func(done, total int) {
	if s.progress == nil {
		return nil
	}
	s.progress(0, 1, name)
	return func(done, total int) { s.progress(done, total, name) }
}

func newSnapshot(network *graph.Network) *snapshot {
	x := network.Incidence()
	s := &snapshot{network: network, x: x, first: make([]graph.Date, x.Organizations()), last: make([]graph.Date, x.Organizations()),
		listLength: map[*graph.Letter]int{}, linked: map[string]*graph.Link{},
		territories: newShelf[int, *territory](6), views: newShelf[View, NetworkAnswer](12), room: newRoom(0),
		rolled: map[graph.RollUp]*lazy[*snapshot]{}}
	for _, how := range graph.RollUps {
		s.rolled[how] = &lazy[*snapshot]{}
	}
	for l, w := range network.Letters() {
		for i := range w.Links {
			if s.linked[w.Links[i].From] == nil {
				s.linked[w.Links[i].From] = &w.Links[i]
			}
		}
		for _, record := range w.Records {
			length := 0
			for i := range record.Signatures {
				length = max(length, record.Signatures[i].Position)
			}
			s.listLength[record] = length
		}
		if w.Date.IsZero() {
			continue
		}
		for _, o := range x.SignersOf(l) {
			if s.first[o].IsZero() || w.Date.Compare(s.first[o]) < 0 {
				s.first[o] = w.Date
			}
			if s.last[o].IsZero() || w.Date.Compare(s.last[o]) > 0 {
				s.last[o] = w.Date
			}
		}
	}
	s.nameCountries()
	s.groupTargets()
	return s
}

// nameCountries gives each organization its country under one name a country, so that a filter finds US and United States alike. Printed lines
// keep their own form.
func (s *snapshot) nameCountries() {
	s.country, s.countryKey = make([]string, s.x.Organizations()), make([]string, s.x.Organizations())
	for o := range s.country {
		s.country[o] = s.network.Organizations()[o].Country
	}
	keys := map[string]string{}
	shown := names.CountryNames(s.country)
	for o, printed := range s.country {
		if printed == "" {
			continue
		}
		key, known := keys[printed]
		if !known {
			key = names.CountryKey(printed)
			keys[printed] = key
		}
		s.country[o], s.countryKey[o] = shown[key], key
	}
}

// groupTargets finds for each target its parts and the letters to any of them. A target that is its own part by a circle in
// the data is listed once.
func (s *snapshot) groupTargets() {
	targets := s.network.Targets()
	s.below, s.above = make([][]int32, len(targets)), make([][]int32, len(targets))
	s.toTarget = make([][]int32, len(targets))
	for t := range targets {
		seen := map[int]bool{}
		for up := t; !seen[up]; {
			seen[up] = true
			s.below[up] = append(s.below[up], int32(t))
			s.above[t] = append(s.above[t], int32(up))
			next, ok := s.network.Target(targets[up].PartOf)
			if targets[up].PartOf == "" || !ok {
				break
			}
			up = next
		}
	}
	own := make([][]int32, len(targets))
	for l := range s.x.Letters() {
		for _, t := range s.network.TargetsOf(l) {
			own[t] = append(own[t], int32(l))
		}
	}
	for t := range targets {
		for _, part := range s.below[t] {
			s.toTarget[t] = append(s.toTarget[t], own[part]...)
		}
		slices.Sort(s.toTarget[t])
		s.toTarget[t] = slices.Compact(s.toTarget[t])
	}
}

// version is that of fresh data. The part of a hash that is printed is long enough to tell any two data sets apart.
func (s *snapshot) version(build string) Version {
	v := Version{Revision: s.network.Revision(), Hash: s.network.Hash()}
	v.Short = v.Hash[:min(12, len(v.Hash))]
	v.Cache = graph.RecordHash([]any{v.Revision, v.Hash, build})[:16]
	return v
}

// warm computes the parts in the order in which pages ask for them.
func (s *snapshot) warm(ctx context.Context) error {
	if _, err := s.index(ctx); err != nil {
		return err
	}
	if _, err := s.clusters(ctx); err != nil {
		return err
	}
	if _, err := s.ranked(ctx); err != nil {
		return err
	}
	view, err := s.apply(ctx, View{})
	if err != nil {
		return err
	}
	_, err = s.networkAnswer(ctx, view)
	return err
}

// latestFirst orders letters by date, latest first, undated last, then by id.
func (s *snapshot) latestFirst(a, b int32) int {
	x, y := s.network.Letters()[a], s.network.Letters()[b]
	if x.Date.IsZero() != y.Date.IsZero() {
		return x.Date.Compare(y.Date)
	}
	return cmp.Or(y.Date.Compare(x.Date), cmp.Compare(a, b))
}

// lettersLatestFirst returns a sorted copy.
func (s *snapshot) lettersLatestFirst(letters []int32) []int32 {
	letters = slices.Clone(letters)
	slices.SortFunc(letters, s.latestFirst)
	return letters
}

func (s *snapshot) organization(idOrName string) (int, error) {
	if o, ok := s.network.Organization(idOrName); ok {
		return o, nil
	}
	return 0, graph.Errorf(graph.NotFound, "There is no organization %q in these data. Search for its name; it may be printed in another form.", shorten(idOrName, 80))
}

func (s *snapshot) letter(id string) (int, error) {
	if l, ok := s.network.Letter(id); ok {
		return l, nil
	}
	return 0, graph.Errorf(graph.NotFound, "There is no letter %q in these data. Look for it in the list of letters; it may have been removed.", shorten(id, 80))
}

func (s *snapshot) target(id string) (int, error) {
	if t, ok := s.network.Target(id); ok {
		return t, nil
	}
	return 0, graph.Errorf(graph.NotFound, "There is no target %q in these data. Choose one from the list of targets.", shorten(id, 80))
}
