package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"undersigned/internal/intake"
)

// Session says whether this page may add letters.
type Session struct {
	Writable      bool     `json:"writable"`
	Why           string   `json:"why" doc:"where it is not writable: why, and what to do"`
	TokenRequired bool     `json:"token_required" doc:"the person types the token of the server; else it is given here"`
	Token         string   `json:"token" doc:"to be sent as X-Undersigned-Token"`
	LimitBytes    int      `json:"limit_bytes" doc:"of one document"`
	Media         []string `json:"media" doc:"extensions of the files that are read, with their dots"`
	Fetch         bool     `json:"fetch" doc:"whether addresses of web pages are fetched"`
}

type requestKey struct{}

func (h *handler) registerSession(api huma.API) {
	huma.Register(api, huma.Operation{OperationID: "session", Method: http.MethodGet, Path: base + "/session",
		Summary: "May this page add letters? Answers pages of this server only", Middlewares: huma.Middlewares{withRequest}},
		func(ctx context.Context, _ *struct{}) (*answer[Session], error) {
			r := ctx.Value(requestKey{}).(*http.Request)
			if !sameOrigin(r, false) {
				return nil, problem(ctx, http.StatusForbidden, "This is answered to the pages of this server only. Open the server in the browser.")
			}
			w := &h.options.Writing
			s := Session{Why: w.whyNot(r), LimitBytes: intake.MaxBytes, Media: intake.Media()}
			if s.Writable = s.Why == ""; s.Writable {
				s.Fetch, s.TokenRequired = w.Intake.Fetches(), w.Ask
				if !w.Ask {
					s.Token = w.Token
				}
			}
			return &answer[Session]{CacheControl: "no-store", Body: s}, nil
		})
}

// withRequest gives a handler the headers that browsers set.
func withRequest(ctx huma.Context, next func(huma.Context)) {
	next(huma.WithValue(ctx, requestKey{}, humagin.Unwrap(ctx).Request))
}
