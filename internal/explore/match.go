package explore

import (
	"context"

	"undersigned/internal/names/match"
)

// MatchAnswer is the match of one name.
type MatchAnswer struct {
	Version Version     `json:"version"`
	Match   match.Match `json:"match"`
}

// Matcher returns a Matcher of the data.
func (r *Reading) Matcher(ctx context.Context) (*match.Matcher, error) {
	ix, err := r.index(ctx)
	if err != nil {
		return nil, err
	}
	return match.NewMatcher(r.network, ix, kindOrganization), nil
}

// MatchName returns the match of one name.
func (r *Reading) MatchName(ctx context.Context, name string) (MatchAnswer, error) {
	m, err := r.Matcher(ctx)
	if err != nil {
		return MatchAnswer{}, err
	}
	return MatchAnswer{r.version, m.Match(name)}, nil
}
