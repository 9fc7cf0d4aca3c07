package explore

import (
	"cmp"
	"slices"

	"undersigned/graph/partner"
)

// reason says in one or two sentences why somebody is suggested. No measures, no scores: letters, targets, names, dates.
func (k *asking) reason(g partner.Suggestion) []Phrase {
	var phrases []Phrase
	if g.New {
		phrases = k.reasonNew(g)
	} else {
		phrases = k.reasonKnown(g)
	}
	if last := k.last[g.Org]; !last.IsZero() {
		phrases = append(phrases, Phrase{Text: ". Last active " + monthOf(last) + "."})
	} else {
		phrases = append(phrases, Phrase{Text: ". Its letters carry no date."})
	}
	return phrases
}

// reasonKnown: "Signed 4 of your 12 letters, two of them to Amazon".
func (k *asking) reasonKnown(g partner.Suggestion) []Phrase {
	n := len(g.Letters)
	strong := count(n) + " of your " + counted(k.letters, "letter")
	switch {
	case k.letters == 1:
		strong = "your one letter"
	case n == k.letters && n == 2:
		strong = "both of your letters"
	case n == k.letters:
		strong = "all " + inWords(n) + " of your letters"
	}
	return []Phrase{{Text: "Signed "}, {Text: strong, Strong: true}, {Text: k.toWhom(g)}}
}

// toWhom names the target that most of the letters went to, or the one asked for: ", two of them to Amazon". A letter to a
// part counts for the whole. Of equal targets it is the one of the latest letter, then the one named first in it.
func (k *asking) toWhom(g partner.Suggestion) string {
	letters := make([]int32, len(g.Letters))
	for i, share := range g.Letters {
		letters[i] = share.Letter
	}
	shared := map[int32]int{}
	var order []int32 // targets as they come, latest letter first
	for _, l := range k.lettersLatestFirst(letters) {
		for _, t := range k.addressed(l) {
			if shared[t] == 0 {
				order = append(order, t)
			}
			shared[t]++
		}
	}
	best := int32(k.target)
	if best < 0 && len(order) > 0 {
		best = order[0]
		for _, t := range order {
			if shared[t] > shared[best] {
				best = t
			}
		}
	}
	if best < 0 || shared[best] == 0 {
		return ""
	}
	n, all, name := shared[best], len(g.Letters), k.network.Targets()[best].Name
	switch {
	case all == 1:
		return ", to " + name
	case n == all && all == 2:
		return ", both to " + name
	case n == all:
		return ", all to " + name
	case n > 2 && n == k.oursTo(best):
		return ", all " + inWords(n) + " letters to " + name + " among them"
	}
	return ", " + inWords(n) + " of them to " + name
}

// oursTo counts the letters of the seeds that went to a target or its parts.
func (k *asking) oursTo(target int32) int {
	n := 0
	for _, l := range k.toTarget[target] {
		if k.ours[l] {
			n++
		}
	}
	return n
}

// addressed returns the targets of a letter and what they are part of, each once.
func (s *snapshot) addressed(l int32) []int32 {
	var all []int32
	for _, t := range s.network.TargetsOf(int(l)) {
		for _, up := range s.above[t] {
			if !slices.Contains(all, up) {
				all = append(all, up)
			}
		}
	}
	return all
}

// reasonNew: "Never signed with you. Signed 2 letters with 2 of your partners, Access Now and IT for Change".
func (k *asking) reasonNew(g partner.Suggestion) []Phrase {
	phrases := []Phrase{{Text: "Never signed with you.", Strong: true}, {Text: " Signed " + counted(len(g.Letters), "letter") + " with "}}
	via := k.closest(g.Via)
	name := func(i int) Phrase {
		ref := k.organizationRef(int(via[i]))
		return Phrase{Text: ref.Name, ID: ref.ID}
	}
	switch n := len(via); {
	case n == 1:
		phrases = append(phrases, Phrase{Text: "one of your partners, "}, name(0))
	case n == 2:
		phrases = append(phrases, Phrase{Text: "2 of your partners, "}, name(0), Phrase{Text: " and "}, name(1))
	default:
		phrases = append(phrases, Phrase{Text: count(n) + " of your partners, "}, name(0), Phrase{Text: ", "}, name(1),
			Phrase{Text: " and " + count(n-2) + " more"})
	}
	if k.target >= 0 {
		if to := k.toWhom(g); to != "" {
			phrases = append(phrases, Phrase{Text: to})
		}
	}
	return phrases
}

// closest orders partners in between by the letters they signed with the seeds, most first: these are the ones to talk to.
func (k *asking) closest(via []partner.ViaShare) []int32 {
	with := map[int32]int{}
	orgs := make([]int32, len(via))
	for i, v := range via {
		orgs[i] = v.Org
		for _, l := range k.x.LettersOf(int(v.Org)) {
			if k.ours[l] {
				with[v.Org]++
			}
		}
	}
	slices.SortStableFunc(orgs, func(a, b int32) int { return cmp.Compare(with[b], with[a]) })
	return orgs
}

// text joins phrases to a plain sentence.
func text(phrases []Phrase) string {
	s := ""
	for _, p := range phrases {
		s += p.Text
	}
	return s
}

// verdict says what a test on past letters means for somebody who reads the list.
func verdict(r partner.Report) string {
	method, popular := r.Method.Hits.Mean, r.Popularity.Hits.Mean
	switch {
	case r.Letters == 0:
		return "These data are too few to test the order on. Go by the reasons and the lines."
	case r.HitsGain.Low > 0:
		return "On this data the order names more of the next signers than asking the most active."
	case r.HitsGain.High < 0, method <= popular:
		return "On this data the order is no better than asking the most active. Go by the reasons and the lines."
	}
	return "On this data the order is hardly better than asking the most active. Go by the reasons and the lines."
}
