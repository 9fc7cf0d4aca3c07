package doubt

import (
	"fmt"
	"strings"

	"undersigned/internal/letter/draft"
)

// atLeast are the words by which a claim is a lower bound: more may be found.
var atLeast = strings.Split("over |more than |at least |above |beyond |über |mehr als |mindestens |plus de |plus d'|plus d’|au moins |más de |al menos |mais de |pelo menos |oltre |più di |almeno |meer dan |ruim |över |minst |mer än |mere end |mer enn |ponad |více než |yli |більше |понад |более |свыше |больше |أكثر من |多個|多个|多家|餘個|余个|餘家|以上|여 개|여개|여 ", "|")

// bound reports whether the claim says no more than that so many signed at least: "Over 100 groups", "100+ groups".
func (l *look) bound() bool {
	claim := string(l.Claimed.Text)
	at := strings.Index(l.Text, claim)
	if claim == "" || at < 0 {
		return false
	}
	from := max(0, at-12)
	t := " " + strings.ToLower(l.Text[from:at+len(claim)])
	for _, w := range atLeast {
		if strings.Contains(t, w) {
			return true
		}
	}
	for i := 1; i < len(t); i++ {
		if t[i] == '+' && (t[i-1] >= '0' && t[i-1] <= '9' || t[i-1] == ' ') {
			return true
		}
	}
	return false
}

// claimFarMissed tells of claims of which less than half was found.
func claimFarMissed(l *look) string {
	if c := l.Claimed.Organizations; c != nil && 2*len(l.organizations) < *c {
		return claimed(l)
	}
	if c := l.Claimed.Individuals; c != nil && 2*l.persons < *c {
		return claimed(l)
	}
	return ""
}

// claimMissed tells of the other claims that were not met.
func claimMissed(l *look) string {
	if claimFarMissed(l) != "" {
		return ""
	}
	return claimed(l)
}

// claimed compares what was found with what the document says. Lists grow while letters stand in the net, and what they say about their number
// does not: more than claimed is told only where it is far more.
func claimed(l *look) string {
	reports := l.Kind == draft.KindNews || l.Kind == draft.KindPress
	if reports && len(l.Signatories) == 0 {
		return "" // it tells of a letter, and need not print who signed
	}
	say := func(claimed *int, found int, noun string) string {
		if claimed == nil || *claimed <= 0 {
			return ""
		}
		n := *claimed
		few := found < n-max(1, n/10)
		many := found > n+max(3, n/4) && !l.bound()
		if !few && !many {
			return ""
		}
		return fmt.Sprintf("%d %s claimed, %d found", n, noun, found)
	}
	if s := say(l.Claimed.Organizations, len(l.organizations), "organizations"); s != "" {
		return s
	}
	if l.persons == 0 && len(l.organizations) > 0 || reports {
		return "" // organizations sign, and thousands beside them whom no list names
	}
	return say(l.Claimed.Individuals, l.persons, "individuals")
}

// claimMet reports whether about as many organizations were found as the document claims.
func (l *look) claimMet() bool {
	claimed := l.Claimed.Organizations
	return claimed != nil && *claimed > 2 && 4*len(l.organizations) >= 3**claimed && 4*len(l.organizations) <= 5**claimed
}
