package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/names"
)

// ListedLetter is one stored record of a letter, for lists that name what commands take. A translation, version or report is listed too, and says
// with which letter it counts.
type ListedLetter struct {
	ID            string     `json:"id"`
	Title         string     `json:"title"`
	Date          graph.Date `json:"date"`
	Kind          string     `json:"kind"`
	Language      string     `json:"language"`
	Organizations int        `json:"organizations"` // that signed; of the letter it counts with
	Targets       []string   `json:"targets"`
	Documents     []string   `json:"documents"`
	Relation      string     `json:"relation,omitempty"` // version-of, translation-of or report-of
	Of            string     `json:"of,omitempty"`       // id of that letter
	Doubtful      bool       `json:"doubtful"`           // and nobody has said that it is right
}

// ListedOrganization is one organization.
type ListedOrganization struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Names   []string `json:"names"` // all names, the displayed one too
	Country string   `json:"country"`
	Letters int      `json:"letters"`
}

// ListedCluster is one cluster of at least two organizations.
type ListedCluster struct {
	Number        int    `json:"number"`
	Label         string `json:"label"`
	Organizations int    `json:"organizations"`
}

// ListLetters lists the letters whose id, title, targets or documents contain all words, latest first, undated last.
func (r *Reading) ListLetters(words []string) []ListedLetter {
	list := []ListedLetter{}
	for l, w := range r.network.Letters() {
		targets := []string{}
		for _, t := range r.network.TargetsOf(l) {
			targets = append(targets, r.network.Targets()[t].Name)
		}
		for _, record := range w.Records {
			e := ListedLetter{ID: record.ID, Title: titleOf(record), Date: record.Date, Kind: record.Kind, Language: record.Language, Organizations: r.x.Size(l),
				Targets: targets, Documents: []string{}, Relation: r.relation(w, record), Doubtful: len(record.Doubtful) > 0 && record.Checked == nil}
			if record.ID != w.ID {
				e.Of = w.ID
			}
			for _, d := range record.Documents {
				e.Documents = append(e.Documents, d.Name)
			}
			if hasWords(words, slices.Concat([]string{e.ID, e.Title, e.Date.String()}, targets, e.Documents)...) {
				list = append(list, e)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b ListedLetter) int {
		if a.Date.IsZero() != b.Date.IsZero() {
			return a.Date.Compare(b.Date)
		}
		return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// ListOrganizations lists the organizations of whose names one contains all words, most letters first.
func (r *Reading) ListOrganizations(words []string) []ListedOrganization {
	list := []ListedOrganization{}
	for i := range r.network.Organizations() {
		o := &r.network.Organizations()[i]
		e := ListedOrganization{o.ID, o.Name, []string{o.Name}, r.country[i], r.x.Degree(i)}
		for _, n := range o.Names {
			if !slices.Contains(e.Names, n.Text) {
				e.Names = append(e.Names, n.Text)
			}
		}
		if hasWords(words, o.ID) || slices.ContainsFunc(e.Names, func(name string) bool { return hasWords(words, name) }) {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b ListedOrganization) int {
		return cmp.Or(cmp.Compare(b.Letters, a.Letters), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// ListTargets lists the targets whose names contain all words, with the number of letters to each or its parts, most first.
func (r *Reading) ListTargets(words []string) []Count { return withWords(r.targetCounts(), words) }

// ListCountries lists the countries whose names contain all words, with the number of organizations of each, most first.
func (r *Reading) ListCountries(words []string) []Count { return withWords(r.countries(0), words) }

// ListClusters lists the clusters whose labels contain all words, the largest first.
func (r *Reading) ListClusters(ctx context.Context, words []string) ([]ListedCluster, error) {
	c, err := r.clusters(ctx)
	if err != nil {
		return nil, err
	}
	list := []ListedCluster{}
	for k := range c.shown {
		if hasWords(words, c.label(k+1)) {
			list = append(list, ListedCluster{k + 1, c.label(k + 1), c.sizes[k]})
		}
	}
	return list, nil
}

// YearsOfLetters returns the first and the last year of dated letters, zeros where no letter has a date.
func (r *Reading) YearsOfLetters() (first, last int) {
	for _, w := range r.network.Letters() {
		if y := w.Date.Year; y != 0 {
			if first == 0 || y < first {
				first = y
			}
			last = max(last, y)
		}
	}
	return first, last
}

// HasOrganization, HasTarget and HasCountry report whether a filter names something there is, by id or name, as View takes it.
func (r *Reading) HasOrganization(idOrName string) bool {
	_, ok := r.network.Organization(idOrName)
	return ok
}

// HasTarget is described at HasOrganization.
func (r *Reading) HasTarget(idOrName string) bool {
	_, ok := r.network.Target(idOrName)
	return ok
}

// HasCountry is described at HasOrganization.
func (r *Reading) HasCountry(name string) bool {
	key := names.CountryKey(name)
	return key != "" && slices.Contains(r.countryKey, key)
}

func withWords(counts []Count, words []string) []Count {
	return slices.DeleteFunc(counts, func(c Count) bool { return !hasWords(words, c.ID, c.Name) })
}

// hasWords reports whether texts together contain every word, whatever its case and accents.
func hasWords(words []string, texts ...string) bool {
	if len(words) == 0 {
		return true
	}
	all := strings.ToLower(strings.Join(texts, "\n"))
	folded := graph.Fold(all)
	for _, w := range words {
		if !strings.Contains(all, strings.ToLower(w)) && (graph.Fold(w) == "" || !strings.Contains(folded, graph.Fold(w))) {
			return false
		}
	}
	return true
}
