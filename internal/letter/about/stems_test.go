package about

import "testing"

// TestClaimStems asks that the pattern which claimStems spare says the same of each.
func TestClaimStems(t *testing.T) {
	for _, s := range claimStems {
		if !claimContextPattern.MatchString("x" + s + "x") {
			t.Errorf("the pattern does not match %q", s)
		}
	}
}
