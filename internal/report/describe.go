package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"undersigned/internal/export"
)

// drawnSentence says how many ties or signatures the figure draws and what a dot's size means.
func drawnSentence(n *export.Network, o Options) string {
	if !o.TwoMode {
		return n.TieSentence(min(len(n.Ties), maxTies), "drawn") + " Dot size: letters signed."
	}
	total := n.SignatureCount()
	drawn := "all " + export.Count(total) + " are drawn."
	if total > maxTies {
		drawn = export.Count(maxTies) + " of " + export.Count(total) + " are drawn."
	}
	return "Lines are signatures: " + drawn + " Circles are organizations, squares letters. Dot size: letters signed."
}

// Describe returns the alternative text of a figure, for readers who cannot see it: the kind of picture, the
// clusters with their sizes, the most active organizations, the ties.
func Describe(n *export.Network, o Options) string {
	var b strings.Builder
	b.WriteString("Network drawing of " + plural(len(n.Organizations), "organization", "organizations"))
	if o.TwoMode {
		b.WriteString(" and " + plural(len(n.Letters), "letter", "letters"))
	}
	b.WriteString(". ")
	b.WriteString(clustersSentence(n))
	if top := mostActive(n, 3); top != "" {
		b.WriteString("Most active: " + top + ". ")
	}
	for i := range n.Organizations {
		if o.Selected != "" && n.Organizations[i].ID == o.Selected {
			b.WriteString("Selected: " + oneLine(n.Organizations[i].Name) + ". ")
		}
	}
	b.WriteString(drawnSentence(n, o))
	return b.String()
}

func clustersSentence(n *export.Network) string {
	if len(n.Clusters) == 0 {
		return ""
	}
	var parts []string
	for _, c := range n.Clusters[:min(len(n.Clusters), 12)] {
		parts = append(parts, strings.TrimSpace(strconv.Itoa(c.Number)+" "+oneLine(c.Label))+" ("+export.Count(c.Size)+")")
	}
	s := plural(len(n.Clusters), "cluster", "clusters") + ": " + strings.Join(parts, ", ")
	if more := len(n.Clusters) - len(parts); more > 0 {
		s += " and " + plural(more, "smaller one", "smaller ones")
	}
	if k := unclustered(n); k > 0 {
		s += "; " + export.Count(k) + " in no cluster"
	}
	return s + ". "
}

func mostActive(n *export.Network, count int) string {
	s := sheet{n: n}
	var parts []string
	for _, i := range s.bySize()[:min(count, len(n.Organizations))] {
		o := &n.Organizations[i]
		parts = append(parts, fmt.Sprintf("%s (%s)", oneLine(o.Name), plural(o.Letters, "letter", "letters")))
	}
	return strings.Join(parts, ", ")
}

func unclustered(n *export.Network) int {
	known := make(map[int]bool, len(n.Clusters))
	for _, c := range n.Clusters {
		known[c.Number] = true
	}
	count := 0
	for i := range n.Organizations {
		if !known[n.Organizations[i].Cluster] {
			count++
		}
	}
	return count
}

// orgHint is what a pointer over a dot shows.
func orgHint(o *export.Organization) string {
	hint := oneLine(o.Name) + ", " + plural(o.Letters, "letter", "letters")
	if o.Cluster > 0 {
		hint += ", cluster " + strconv.Itoa(o.Cluster)
	}
	return hint
}

func letterHint(l *export.Letter) string {
	parts := []string{"Letter", plural(len(l.Signers), "organization", "organizations")}
	if l.Title != "" {
		parts[0] = oneLine(l.Title)
	}
	if !l.Date.IsZero() {
		parts = slices.Insert(parts, 1, l.Date.String())
	}
	return strings.Join(parts, ", ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return export.Count(n) + " " + many
}
