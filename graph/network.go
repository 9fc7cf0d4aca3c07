package graph

import (
	"cmp"
	"slices"
)

// SignatureRef points at one signature of a record.
type SignatureRef struct {
	Letter    *Letter // the record that prints it: the letter, or one of its versions, translations, reports
	Signature *Signature
}

// Network is an immutable snapshot: the organizations, letters and targets that the data and judgements give, and the
// incidence between organizations and letters. Positions are those of the sorted ids, so equal data give equal networks.
// All methods are safe for concurrent use; callers must not change what they return.
type Network struct {
	incidence     *Incidence
	organizations []Organization
	letters       []Work
	unsigned      []Work // documents and letters without a signatory
	targets       []Target
	letterTargets [][]int32
	entries       []SignatureRef // all signatures by organizations, grouped by (organization, letter)
	entryPtr      []int32        // for each incidence entry in organization order
	rowStart      []int32        // first incidence entry of each organization
	above         []int32        // for each organization the nearest one that it is a part of, -1 for none
	tree          tree           // who is a part and a member of whom, for RollUp
	rolled        *rolled        // of a network that RollUp made; nil else
	orgIndex      map[string]int // ids of canonical organizations and of every name
	letterIndex   map[string]int // ids of all records
	targetIndex   map[string]int
	judgements    []Judgement
	rules         []Judgement
	refused       []Refusal
	gone          map[int][]Gone    // by letter
	versions      map[int][]Version // by letter, of those that have several
	coverage      Coverage
	revision      int64
	hash          string
	hashed        func() string      // instead of hash, and
	edgesOf       func() *edgeSource // instead of entries, for an edge list
}

// occurrence is a signature on its way to its organization and work.
type occurrence struct {
	org, letter int32
	ref         SignatureRef
}

// NewNetwork resolves names and letters and compresses the incidence, in O(E log E). It keeps references into data, which
// must not change afterwards. Signatures with an empty name are Invalid.
func NewNetwork(data Data) (*Network, error) {
	n := &Network{revision: data.Revision, hash: data.Hash, judgements: sortedJudgements(data.Judgements)}
	works := groupLetters(data.Letters, data.Judgements)
	var names []string
	seen := map[string]bool{}
	for i := range data.Letters {
		l := &data.Letters[i]
		for k := range l.Signatures {
			s := &l.Signatures[k]
			if s.Name == "" {
				return nil, Errorf(Invalid, "letter %q has a signatory without a name", cmp.Or(l.Title, l.ID))
			}
			if s.Type == TypeOrganization && !seen[s.Name] {
				seen[s.Name] = true
				names = append(names, s.Name)
			}
		}
	}
	r := resolve(names, data.Judgements, doubts(data.Letters))
	n.rules = r.rules

	n.letterIndex = make(map[string]int, len(data.Letters))
	n.gone, n.versions = map[int][]Gone{}, map[int][]Version{}
	var occurrences []occurrence
	for _, w := range works {
		before := len(occurrences)
		var gone []Gone
		occurrences, gone = w.occurrences(r, int32(len(n.letters)), occurrences)
		if len(occurrences) == before && w.Persons() == 0 {
			n.unsigned = append(n.unsigned, w)
			continue
		}
		if len(gone) > 0 {
			n.gone[len(n.letters)] = gone
		}
		if len(w.Versions) > 1 {
			n.versions[len(n.letters)] = w.compare(r)
		}
		for _, l := range w.Records {
			n.letterIndex[l.ID] = len(n.letters)
		}
		n.letters = append(n.letters, w)
	}
	n.placeGone(n.buildOrganizations(r, occurrences, data.Profiles))
	n.refused = sortedRefusals(r.refused)
	if err := n.buildIncidence(occurrences); err != nil {
		return nil, err
	}
	n.buildTargets()
	n.coverage = n.buildCoverage(r, seen)
	return n, nil
}

// buildIncidence compresses the occurrences, whose org is a position by now, and groups the signatures by entry.
func (n *Network) buildIncidence(occurrences []occurrence) error {
	slices.SortFunc(occurrences, func(a, b occurrence) int {
		if c := cmp.Or(cmp.Compare(a.org, b.org), cmp.Compare(a.letter, b.letter)); c != 0 {
			return c
		}
		return cmp.Or(n.compareStanding(a, b), comparePlace(a, b))
	})
	pairs := make([]Pair, len(occurrences))
	n.entries = make([]SignatureRef, len(occurrences))
	for i, o := range occurrences {
		pairs[i] = Pair{o.org, o.letter}
		n.entries[i] = o.ref
		if i == 0 || pairs[i] != pairs[i-1] {
			n.entryPtr = append(n.entryPtr, int32(i))
		}
	}
	n.entryPtr = append(n.entryPtr, int32(len(occurrences)))
	return n.index(pairs)
}

// index makes the incidence of pairs.
func (n *Network) index(pairs []Pair) error {
	x, err := NewIncidence(len(n.organizations), len(n.letters), pairs)
	if err != nil {
		return err
	}
	n.incidence = x
	n.rowStart = make([]int32, x.Organizations()+1)
	for o := range x.Organizations() {
		n.rowStart[o+1] = n.rowStart[o] + int32(x.Degree(o))
	}
	return nil
}

// compareStanding orders the signatures of one organization in one letter: those of older versions last, by how well they are known, those of the
// letter's list first.
func (n *Network) compareStanding(a, b occurrence) int {
	return cmp.Or(cmp.Compare(n.behind(a), n.behind(b)), cmp.Compare(statusRank[a.ref.Signature.Status], statusRank[b.ref.Signature.Status]), cmp.Compare(n.aside(a), n.aside(b)))
}

// comparePlace orders signatures by where they stand.
func comparePlace(a, b occurrence) int {
	return cmp.Or(cmp.Compare(a.ref.Letter.ID, b.ref.Letter.ID), cmp.Compare(a.ref.Signature.Position, b.ref.Signature.Position), cmp.Compare(a.ref.Signature.Name, b.ref.Signature.Name))
}

// aside is 0 for a signature in the letter's list, 1 for one in another version, a translation or report of it.
func (n *Network) aside(o occurrence) int {
	if n.letters[o.letter].List == o.ref.Letter {
		return 0
	}
	return 1
}

// behind is 1 for a signature in a record that a newer version stands for.
func (n *Network) behind(o occurrence) int {
	if n.letters[o.letter].replaced[o.ref.Letter] != nil {
		return 1
	}
	return 0
}

var statusRank = map[Status]int{Verified: 0, Listed: 1, Disputed: 2, Reported: 3, Withdrawn: 4}

// Incidence returns the compressed incidence of organizations and letters.
func (n *Network) Incidence() *Incidence { return n.incidence }

// Organizations returns all organizations in the order of their ids; positions are those of Incidence.
func (n *Network) Organizations() []Organization { return n.organizations }

// Letters returns all signed letters in the order of their ids; positions are those of Incidence.
func (n *Network) Letters() []Work { return n.letters }

// Unsigned returns the documents that nobody signed: news, profiles and the like.
func (n *Network) Unsigned() []Work { return n.unsigned }

// Targets returns all targets of signed letters in the order of their ids.
func (n *Network) Targets() []Target { return n.targets }

// TargetsOf returns the positions of letter l's targets, in the letter's order.
func (n *Network) TargetsOf(l int) []int32 { return n.letterTargets[l] }

// Organization finds an organization by its id, by the id of any of its names, or by a name exactly as printed; then by a
// name equal after folding, where that is one organization. ok is false where there is none.
func (n *Network) Organization(idOrName string) (position int, ok bool) {
	for _, key := range []string{idOrName, OrganizationID(idOrName, ""), "\x00" + Fold(idOrName)} {
		if i, found := n.orgIndex[key]; found && i >= 0 {
			return i, true
		}
	}
	return 0, false
}

// Letter finds a letter by its id or that of any of its versions, translations and reports.
func (n *Network) Letter(id string) (position int, ok bool) {
	i, ok := n.letterIndex[id]
	return i, ok
}

// Target finds a target by its id or name.
func (n *Network) Target(idOrName string) (position int, ok bool) {
	for _, key := range []string{idOrName, "\x00" + Fold(idOrName)} {
		if i, found := n.targetIndex[key]; found {
			return i, true
		}
	}
	return 0, false
}

// Signatures returns the signatures that make organization o a signatory of letter l: the best known first, of equals those of
// the letter's list (see Work.List) before those of translations and reports; those of older versions come last. It is empty where o did not sign l.
func (n *Network) Signatures(o, l int) []SignatureRef {
	k, ok := slices.BinarySearch(n.incidence.LettersOf(o), int32(l))
	if !ok {
		return nil
	}
	if n.edgesOf != nil {
		return n.edgesOf().signatures(o, l)
	}
	e := int(n.rowStart[o]) + k
	return n.entries[n.entryPtr[e]:n.entryPtr[e+1]]
}

// Status returns how well it is known that organization o signed letter l: the best status of its signatures that no newer version stands for, "" for none.
func (n *Network) Status(o, l int) Status {
	if n.edgesOf != nil {
		if n.incidence.Signed(o, l) {
			return Listed
		}
		return ""
	}
	if s := n.Signatures(o, l); len(s) > 0 {
		return s[0].Signature.Status
	}
	return ""
}

// Judgements returns all stored judgements, by weight; undone ones are among them.
func (n *Network) Judgements() []Judgement { return n.judgements }

// RuleJudgements returns what the written rules decided, as judgements that can be undone, and those that were.
func (n *Network) RuleJudgements() []Judgement { return n.rules }

// Refused returns the judgements that could not be applied, with the reason.
func (n *Network) Refused() []Refusal { return n.refused }

// Coverage says which letters and dates the network has, and what is known to be missing.
func (n *Network) Coverage() Coverage { return n.coverage }

// Revision returns the store's revision that the network was built from; 0 for an edge list.
func (n *Network) Revision() int64 { return n.revision }

// Hash returns the content hash of the data that the network was built from.
func (n *Network) Hash() string {
	if n.hashed != nil {
		return n.hashed()
	}
	return n.hash
}
