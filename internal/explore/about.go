package explore

import (
	"cmp"
	"context"
	"slices"

	"undersigned/graph"
)

// rulesShown is how many of the written rules' merges "About this data" lists.
const rulesShown = 200

// About says what the data hold, what they lack and how the figures come about.
func (r *Reading) About(context.Context) (About, error) {
	a := About{Version: r.version, Coverage: r.network.Coverage(), Sources: r.sources(), Example: r.example, Method: method(),
		Rules: []Merge{}, Refused: []Merge{}}
	a.Coverage.Years, a.Coverage.Gaps, a.Coverage.Ambiguous = orEmpty(a.Coverage.Years), orEmpty(a.Coverage.Gaps), orEmpty(a.Coverage.Ambiguous)
	rules := r.network.RuleJudgements()
	a.Total = len(rules)
	for _, j := range rules[:min(len(rules), rulesShown)] {
		a.Rules = append(a.Rules, r.merge(j))
	}
	for _, refusal := range r.network.Refused() {
		m := r.merge(refusal.Judgement)
		m.Why = m.Refused
		a.Refused = append(a.Refused, m)
	}
	return a, nil
}

// sources counts documents by where they come from, most first.
func (s *snapshot) sources() []Source {
	n := map[string]int{}
	for _, works := range [][]graph.Work{s.network.Letters(), s.network.Unsigned()} {
		for _, w := range works {
			for _, record := range w.Records {
				for _, d := range record.Documents {
					n[cmp.Or(d.Repository, d.Published, "files without a stated source")]++
				}
			}
		}
	}
	list := []Source{}
	for name, documents := range n {
		list = append(list, Source{name, documents})
	}
	slices.SortFunc(list, func(a, b Source) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// Judgements lists all judgements: of persons, of files, then what the written rules decided.
func (r *Reading) Judgements(context.Context) (ReviewAnswer, error) {
	a := ReviewAnswer{Version: r.version, Judgements: []Merge{}}
	for _, j := range r.network.Judgements() {
		a.Judgements = append(a.Judgements, r.merge(j))
	}
	return a, nil
}

// method is the text to cite, one paragraph a question.
func method() []Paragraph {
	return []Paragraph{
		{Heading: "What counts as a signature", Text: "One organization on one letter, proven by a printed line. Translations, versions and reports of a letter are linked to it and not counted again; of several versions the newest one’s list counts, and who is only in older ones does not sign. Signatures that were taken back are kept and sign nothing. Persons are counted and not named."},
		{Heading: "When two names are one organization", Text: "Names are one organization by written rules: equal but for case, accents and punctuation; for the legal form or an article; for the spelling of a word; for the acronym beside the name; in two languages of which one prints both; or for one letter of a long word. A short word in capitals is never joined with the same word in small letters, and names that one list prints are joined only where they are equal but for case, accents and punctuation. What a rule decides is kept as a judgement with the rule and its version; a judgement that two names are different wins over every rule. Everything else rests on judgements of persons and files. All are listed with their source and can be undone."},
		{Heading: "Ties", Text: "Two organizations are tied by each letter that both signed. A letter with k signers adds 1/(k − 1) to the weight of each pair of its signers (Newman 2001); k counts all signers of the letter, also those that a filter hides, so hiding organizations changes no weight; a view of some years or of one target sums over its letters only. The number of shared letters stands beside the weight.", DOI: "10.1103/PhysRevE.64.016132"},
		{Heading: "Clusters", Text: "Groups of organizations and letters that maximize Barber’s bipartite modularity, found by the Leiden method on the two-mode network of all letters. They do not change with a filter. Stability is the share of 20 repeated searches in which an organization is again in the cluster that matches its own best.", DOI: "10.1103/PhysRevE.76.066102"},
		{Heading: "How clusters are found", Text: "The Leiden method moves organizations and letters between clusters while that raises modularity and guarantees connected clusters (Traag, Waltman and van Eck 2019). Seed 1, ten starts, the best is kept.", DOI: "10.1038/s41598-019-41695-z"},
		{Heading: "Betweenness and PageRank", Text: "Betweenness counts shortest two-mode paths between organizations, raw and undirected (Brandes 2001). PageRank runs on the weighted ties with damping .85. Strength is the number of letters signed together with at least one other organization. All are of the whole network.", DOI: "10.1080/0022250X.2001.9990249"},
		{Heading: "Suggestions", Text: "RP3beta with beta 0 (beta .3 did worse on past letters where most organizations signed once): a random walk from your organizations over your letters to their other signers (Paudel et al. 2016). For somebody new the walk goes on over the letters of your partners; there a letter counts half as much for every three years that it is older than the latest one, and every third place of the list is kept for these. Letters to a chosen target count double. Each score is exactly the sum of its letters’ shares, and of its organizations’ shares. The test on past letters is of the walk to other signers alone, with one organization given and the rest of each letter to be found. The command “partners” keeps beta .3.", DOI: "10.1145/2955101"},
		{Heading: "The map", Text: "Members of a cluster stand together in a territory of their own. Territories lie next to each other as the stress layout of the two-mode network puts them; within one, organizations with the same letters stand together. So distances mean something within a territory and between neighbouring ones, not across the map. The same data give the same map on every machine; filters by year, target, country or cluster move nobody, another least number of letters makes another map."},
	}
}
