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

// Register returns what names are looked up in. The first call of a revision makes it.
func (r *Reading) Register(ctx context.Context) (*match.Register, error) {
	return r.nameRegister.get(ctx, func(ctx context.Context) (*match.Register, error) { return match.NewRegister(ctx, r.network) })
}

// MatchName returns the match of one name.
func (r *Reading) MatchName(ctx context.Context, name string) (MatchAnswer, error) {
	register, err := r.Register(ctx)
	if err != nil {
		return MatchAnswer{}, err
	}
	m, err := register.Match(ctx, name)
	return MatchAnswer{r.version, m}, err
}
