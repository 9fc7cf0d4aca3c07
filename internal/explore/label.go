package explore

import (
	"strconv"
	"strings"
)

// label names each cluster from the letters that make it: by the topic or the target that most of its signatures share
// where no other cluster has the same, else by the short title of the letter that is most its own. No two names are equal.
//
// A letter weighs n*n/k for a cluster that holds n of its k signers: many signers, and mostly its own. Ties go to the
// smaller position.
func (s *snapshot) label(c *coalitions) []string {
	subjects := make([][]string, c.shown) // what the cluster is mostly about, the best word first
	claims := map[string]int{}
	for k := range subjects {
		subjects[k] = s.subjects(c, k)
		for _, name := range subjects[k] {
			claims[strings.ToLower(name)]++
		}
	}
	labels := make([]string, c.shown)
	taken := map[string]bool{}
	for k := range labels {
		candidates := []string{}
		for _, name := range subjects[k] {
			if claims[strings.ToLower(name)] == 1 {
				candidates = append(candidates, name)
			}
		}
		candidates = append(candidates, s.dated(c, k, subjects[k])...)
		candidates = append(candidates, s.titles(c, k)...)
		for _, name := range candidates {
			if name = shorten(name, longLabel); !taken[strings.ToLower(name)] {
				labels[k] = name
				break
			}
		}
		if labels[k] == "" {
			labels[k] = "Cluster " + count(k+1)
		}
		taken[strings.ToLower(labels[k])] = true
	}
	return labels
}

// mainly is the share of a cluster's signatures that a topic or target needs to stand for it.
const mainly = .6

func (s *snapshot) subjects(c *coalitions, k int) []string {
	topics, targets, all := map[string]int{}, map[int32]int{}, 0
	for _, b := range c.letters[k] {
		n := int(b.Signers)
		all += n
		for _, topic := range s.network.Letters()[b.Letter].Topics {
			topics[topic] += n
		}
		for _, t := range s.network.TargetsOf(int(b.Letter)) {
			targets[t] += n
		}
	}
	best, most := "", int(mainly*float64(all))
	for topic, n := range topics {
		if n > most || n == most && best != "" && topic < best {
			best, most = topic, n
		}
	}
	var names []string
	if best != "" {
		names = append(names, capital(best))
	}
	target, most := int32(-1), int(mainly*float64(all))
	for _, b := range c.letters[k] {
		for _, t := range s.network.TargetsOf(int(b.Letter)) { // in the order of letters: of equal targets the one named first
			if targets[t] > most {
				target, most = t, targets[t]
			}
		}
	}
	if target >= 0 {
		names = append(names, acronym(s.network.Targets()[target].Name))
	}
	return names
}

// acronym returns what stands in brackets at the end of a long name, where that is short: "UNCTAD".
func acronym(name string) string {
	open := strings.LastIndexByte(name, '(')
	if open < 0 || !strings.HasSuffix(name, ")") || len(name) <= longLabel {
		return name
	}
	if short := name[open+1 : len(name)-1]; short == strings.ToUpper(short) && len(short) >= 2 {
		return short
	}
	return name
}

// initials returns the initials of a name of three or more words that all begin with a capital, else the name.
func initials(name string) string {
	words := strings.Fields(name)
	var b strings.Builder
	for _, w := range words {
		if w[0] < 'A' || w[0] > 'Z' || strings.ContainsAny(w, ".,()&") {
			return name
		}
		b.WriteByte(w[0])
	}
	if len(words) < 3 {
		return name
	}
	return b.String()
}

// longLabel is about what fits beside a hull.
const longLabel = 30

// dated adds the date of the cluster's own letter to a subject that several clusters have: "WTO, 2021".
func (s *snapshot) dated(c *coalitions, k int, subjects []string) []string {
	var names []string
	if len(subjects) == 0 {
		return names
	}
	subject := initials(subjects[len(subjects)-1]) // the target where there is one
	for _, l := range s.own(c, k) {
		d := s.network.Letters()[l].Date
		if d.IsZero() {
			continue
		}
		names = append(names, subject+", "+strconv.Itoa(d.Year))
		if d.Month > 0 {
			names = append(names, subject+", "+months[d.Month][:3]+" "+strconv.Itoa(d.Year))
		}
		break
	}
	return names
}

// titles returns short titles of the letters that are most the cluster's own.
func (s *snapshot) titles(c *coalitions, k int) []string {
	titles := []string{}
	for _, l := range s.own(c, k) {
		titles = append(titles, plainTitle(titleOf(s.network.Letters()[l].Letter)))
	}
	return titles
}

// own returns the letters that are most the cluster's own, at most five, the most first.
func (s *snapshot) own(c *coalitions, k int) []int32 {
	type own struct {
		letter int32
		weight float64
	}
	var best []own
	for _, b := range c.letters[k] {
		o := own{b.Letter, float64(b.Signers) * float64(b.Signers) / float64(b.Size)}
		at := len(best)
		for at > 0 && best[at-1].weight < o.weight {
			at--
		}
		if at < 5 {
			best = append(best[:at], append([]own{o}, best[at:]...)...)
			best = best[:min(len(best), 5)]
		}
	}
	letters := []int32{}
	for _, o := range best {
		letters = append(letters, o.letter)
	}
	return letters
}

// openings of titles say what kind of text it is, which says nothing about the cluster.
var openings = []string{"a ", "an ", "the ", "our ", "joint ", "open ", "public ", "global ", "civil society ", "coalition ", "organizational ", "sign-on ",
	"letter ", "statement ", "declaration ", "petition ", "call ", "of ", "on ", "to ", "about ", "regarding ", "re: ", "for "}

func plainTitle(title string) string {
	plain := strings.TrimSpace(title)
	for again := true; again; {
		again = false
		for _, opening := range openings {
			if len(plain) >= len(opening)+3 && strings.EqualFold(plain[:len(opening)], opening) {
				plain, again = strings.TrimLeft(plain[len(opening):], " :–-"), true
			}
		}
	}
	if len(plain) < 3 {
		return title
	}
	return capital(plain)
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
