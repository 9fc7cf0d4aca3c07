package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// Health says that the server answers. It does no analysis.
type Health struct {
	Status   string `json:"status" enum:"ok,stale" doc:"stale: the store cannot be reached; the last data known are served"`
	Version  string `json:"version" doc:"of the program"`
	Revision int64  `json:"revision" doc:"of the data"`
}

func (h *handler) registerHealth(api huma.API) {
	op := huma.Operation{OperationID: "health", Method: http.MethodGet, Path: "/health", Summary: "Is the server up?"}
	huma.Register(api, op, func(ctx context.Context, _ *struct{}) (*answer[Health], error) {
		revision, stale, err := h.service.Revision(ctx)
		if err != nil {
			return nil, fail(ctx, err)
		}
		body := Health{Status: "ok", Version: h.options.Version, Revision: revision}
		if stale {
			body.Status = "stale"
		}
		return &answer[Health]{CacheControl: "no-store", Body: body}, nil
	})
}
