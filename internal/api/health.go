package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"undersigned/graph"
)

// Health says whether the server can do its work. It does no analysis.
type Health struct {
	Status   string `json:"status" enum:"ok,stale" doc:"stale: the store cannot be read now; the last data known are served, where there are any"`
	Why      string `json:"why" doc:"where it is not ok: what to do"`
	Version  string `json:"version" doc:"of the program"`
	Revision int64  `json:"revision" doc:"of the data"`
}

type healthAnswer struct {
	Status       int
	CacheControl string `header:"Cache-Control"`
	RetryAfter   string `header:"Retry-After"`
	Body         Health
}

// registerHealth answers those who watch over the server. Each of /health and /ready looks at the store, and is 503 where it cannot be read:
// a balancer then asks another server. /live asks nothing: to start a program again mends no store.
func (h *handler) registerHealth(api huma.API) {
	for _, at := range []struct{ id, summary string }{{"health", "Can the store be read? 503 where not, though the last data known are served"}, {"ready", "The same as health, by its other name"}} {
		op := huma.Operation{OperationID: at.id, Method: http.MethodGet, Path: "/" + at.id, Summary: at.summary}
		huma.Register(api, op, func(ctx context.Context, _ *struct{}) (*healthAnswer, error) {
			a := &healthAnswer{Status: http.StatusOK, CacheControl: "no-store", Body: Health{Status: "ok", Version: h.options.Version}}
			var err error
			if a.Body.Revision, err = h.service.Look(ctx); err != nil {
				traceOf(ctx).cause = err
				a.Status, a.RetryAfter = http.StatusServiceUnavailable, "2"
				a.Body.Status, a.Body.Why = "stale", sentence(graph.MessageOf(err))
			}
			return a.asFor(ctx), nil
		})
	}
	op := huma.Operation{OperationID: "live", Method: http.MethodGet, Path: "/live", Summary: "Does the program answer? It looks at nothing"}
	huma.Register(api, op, func(ctx context.Context, _ *struct{}) (*healthAnswer, error) {
		return (&healthAnswer{Status: http.StatusOK, CacheControl: "no-store", Body: Health{Status: "ok", Version: h.options.Version}}).asFor(ctx), nil
	})
}

// asFor leaves out all but the status where the question came to a host name that is not ours: a reason may name files.
func (a *healthAnswer) asFor(ctx context.Context) *healthAnswer {
	if isGuest(ctx) {
		a.Body = Health{Status: a.Body.Status}
	}
	return a
}
