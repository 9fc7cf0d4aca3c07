package explore

import (
	"context"

	"undersigned/graph"
)

// RollUp returns this reading of the network in which chapters count as their parents, or members as their coalitions, too. Each way is a snapshot
// of its own with its own measures, clusters and positions, made when it is first asked for and kept as long as the plain one: two more a revision
// at most. The version is the same, since the data are; a view and the names of files say how it was rolled up.
func (r *Reading) RollUp(ctx context.Context, how graph.RollUp) (*Reading, error) {
	s, err := r.rollUp(ctx, how)
	if err != nil || s == r.snapshot {
		return r, err
	}
	return &Reading{snapshot: s, version: r.version, build: r.build, example: r.example}, nil
}

func (s *snapshot) rollUp(ctx context.Context, how graph.RollUp) (*snapshot, error) {
	if s.plain != nil {
		return s.plain.rollUp(ctx, how)
	}
	if how == graph.Plain {
		return s, nil
	}
	if s.rolled[how] == nil {
		return nil, graph.Errorf(graph.Invalid, "%q is no way to roll up the network. Choose parents or umbrellas.", shorten(string(how), 40))
	}
	return s.rolled[how].get(ctx, func(ctx context.Context) (*snapshot, error) {
		leave, err := s.admit(ctx)
		if err != nil {
			return nil, err
		}
		defer leave()
		network, err := s.network.RollUp(how)
		if err != nil {
			return nil, err
		}
		next := newSnapshot(network)
		next.plain, next.gate, next.room, next.progress, next.without, next.replacements = s, s.gate, s.room, s.progress, s.without, s.replacements
		return next, nil
	})
}

// how says how the network was rolled up.
func (s *snapshot) how() graph.RollUp {
	if r := s.network.RolledUp(); r != nil {
		return r.How
	}
	return graph.Plain
}

func (s *snapshot) rolledUp() []string { return RolledUpInWords(s.network.RolledUp()) }

// RolledUpInWords says in sentences what rolling up has changed; nothing of a plain network.
func RolledUpInWords(r *graph.RolledUp) []string {
	if r == nil {
		return nil
	}
	text := "Chapters count as their parents"
	if r.How == graph.ToUmbrellas {
		text += ", and members as their coalition"
	}
	if r.Folded == 0 {
		text += "; nobody who signed does so."
	} else {
		text += ": in all letters, " + counted(r.Umbrellas, "organization")
		if r.Silent > 0 {
			text += " (" + count(r.Silent) + " signed nothing " + verb(r.Silent, "itself", "themselves") + ")"
		}
		text += " " + verb(r.Umbrellas, "stands", "stand") + " for " + counted(r.Folded, "other") + "."
		if r.Letters > 0 {
			text += " In " + counted(r.Letters, "letter") + " several of them signed and count once."
		}
	}
	sentences := []string{text}
	itself := 0
	for _, k := range r.Kept {
		if !k.Part {
			itself++
		}
	}
	if itself > 0 {
		sentences = append(sentences, counted(itself, "member")+" "+verb(itself, "counts as itself: which coalition stands for it", "count as themselves: which coalition stands for them")+" is in doubt.")
	}
	if r.Undated > 0 {
		sentences = append(sentences, counted(r.Undated, "signature")+" of former members in letters without a date "+verb(r.Undated, "stays", "stay")+" theirs.")
	}
	return sentences
}

func verb(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

// signer names who made the k-th signature of organization o in letter l, where that counts as o.
func (s *snapshot) signer(o, l, k int) *OrganizationRef {
	if s.network.RolledUp() == nil {
		return nil
	}
	by := s.network.Signer(o, l, k)
	if by.ID == s.network.Organizations()[o].ID {
		return nil
	}
	return &OrganizationRef{by.ID, by.Name}
}

// standsFor says whom an organization stands for; nil in a plain network.
func (s *snapshot) standsFor(o int) *RolledUpAnswer {
	r := s.network.RolledUp()
	if r == nil {
		return nil
	}
	a := &RolledUpAnswer{How: r.How, StandsFor: []PartAnswer{}, Silent: s.network.Silent(o)}
	for _, p := range s.network.StandsFor(o) {
		a.StandsFor = append(a.StandsFor, PartAnswer(p))
	}
	for _, k := range r.Kept {
		if k.ID == s.network.Organizations()[o].ID {
			a.Itself = k.Why
		}
	}
	return a
}
