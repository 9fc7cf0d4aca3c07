package doubt

import (
	"fmt"

	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/text"
)

// atLeast are the words by which a claim is a lower bound: more may be found.
var atLeast = text.Lazy("doubt.atLeast", `(?i)\b(over|more than|at least|above|beyond|über|mehr als|mindestens|plus d[e’']|au moins|más de|al menos|mais de|pelo menos|oltre|più di|almeno|meer dan|ruim|över|minst|mer än|mere end|mer enn|ponad|více než|yli)\b|\d\s?\+`)

// claimMissed compares what was found with what the document says. Lists grow while letters stand in the net, and what they say about their number
// does not: more than claimed is told only where it is far more.
func claimMissed(l *look) string {
	say := func(claimed *int, found int, noun string) string {
		if claimed == nil || *claimed <= 0 {
			return ""
		}
		n := *claimed
		few := found < n-max(1, n/10)
		many := found > n+max(3, n/4) && !atLeast.MatchString(string(l.Claimed.Text))
		if !few && !many {
			return ""
		}
		return fmt.Sprintf("%d %s claimed, %d found", n, noun, found)
	}
	if s := say(l.Claimed.Organizations, len(l.organizations), "organizations"); s != "" {
		return s
	}
	if l.persons == 0 && len(l.organizations) > 0 || l.Kind == draft.KindNews || l.Kind == draft.KindPress {
		return "" // organizations sign, and thousands beside them whom no list names
	}
	return say(l.Claimed.Individuals, l.persons, "individuals")
}
