package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"undersigned/graph"
	"undersigned/internal/explore"
)

const base = "/api/v1"

// register adds every operation. The order is that of the documentation page.
func (h *handler) register(api huma.API) {
	get(h, api, "version", "/version", "Which data the answers are made of; cheap, to be polled",
		func(_ context.Context, r *explore.Reading, _ *none) (explore.Version, error) { return r.Version(), nil })
	for _, alias := range []struct{ id, path string }{{"about", "/about"}, {"coverage", "/coverage"}} {
		get(h, api, alias.id, alias.path, "About this data: counts, sources, gaps, method",
			func(ctx context.Context, r *explore.Reading, _ *none) (explore.About, error) { return r.About(ctx) })
	}
	get(h, api, "search", "/search", "Organizations by all their names, letters by title, targets; the nearest names where nothing matches",
		func(ctx context.Context, r *explore.Reading, in *searchParams) (explore.SearchAnswer, error) {
			return r.Search(ctx, explore.SearchQuery{Text: in.Q, Kind: in.Kind, Limit: in.Limit})
		})
	h.organizations(api)
	h.letters(api)
	get(h, api, "pair", "/pair", "Two organizations: shared letters with the lines of both, or how they are connected",
		func(ctx context.Context, r *explore.Reading, in *pairParams) (explore.PairAnswer, error) {
			return r.Pair(ctx, in.A, in.B)
		})
	getAnalysed(h, api, "partners", "/partners", "Whom could I ask? Suggestions with reasons and printed lines",
		func(ctx context.Context, r *explore.Reading, in *partnersParams) (explore.PartnersAnswer, error) {
			return r.Partners(ctx, in.query())
		})
	getAnalysed(h, api, "network", "/network", "A view of the network as columns: organizations, letters, ties, clusters, positions",
		func(ctx context.Context, r *explore.Reading, in *ViewParams) (explore.NetworkAnswer, error) {
			return r.Network(ctx, in.view())
		})
	get(h, api, "judgements", "/judgements", "What rules, files and persons said about names and letters",
		func(ctx context.Context, r *explore.Reading, _ *none) (explore.ReviewAnswer, error) {
			return r.Judgements(ctx)
		})
}

func (h *handler) organizations(api huma.API) {
	getAnalysed(h, api, "organizations", "/organizations", "The organizations of a view, most letters first",
		func(ctx context.Context, r *explore.Reading, in *organizationsParams) (explore.OrganizationsAnswer, error) {
			return r.Organizations(ctx, in.view(), explore.Page{Text: in.Q, Limit: in.Limit, Offset: in.Offset})
		})
	getAnalysed(h, api, "organization", "/organizations/{id}", "One organization: names, figures, letters with lines, co-signers",
		func(ctx context.Context, r *explore.Reading, in *RolledIDParams) (explore.OrganizationAnswer, error) {
			return r.Organization(ctx, in.ID)
		})
	get(h, api, "signatures", "/organizations/{id}/signatures", "All its signatures with every printed line",
		func(ctx context.Context, r *explore.Reading, in *RolledIDParams) (explore.SignaturesAnswer, error) {
			return r.Signatures(ctx, in.ID)
		})
	getAnalysed(h, api, "cosigners", "/organizations/{id}/cosigners", "All organizations that signed with it, most shared letters first",
		func(ctx context.Context, r *explore.Reading, in *RolledIDParams) (explore.CosignersAnswer, error) {
			return r.Cosigners(ctx, in.ID)
		})
}

func (h *handler) letters(api huma.API) {
	get(h, api, "letters", "/letters", "Letters, latest first",
		func(ctx context.Context, r *explore.Reading, in *lettersParams) (explore.LettersAnswer, error) {
			return r.Letters(ctx, explore.LettersQuery{Text: in.Q, Target: in.Target, From: in.From, To: in.To})
		})
	get(h, api, "letter", "/letters/{id}", "One letter: who signed, what was left out, its versions and reports",
		func(ctx context.Context, r *explore.Reading, in *RolledIDParams) (explore.LetterAnswer, error) {
			return r.Letter(ctx, in.ID)
		})
	get(h, api, "letter-text", "/letters/{id}/text", "The stored text of a printing, line by line",
		func(ctx context.Context, r *explore.Reading, in *textParams) (explore.LetterTextAnswer, error) {
			return r.LetterText(ctx, in.ID, in.Record)
		})
	get(h, api, "targets", "/targets", "Targets, most letters first",
		func(ctx context.Context, r *explore.Reading, _ *none) (explore.TargetsAnswer, error) {
			return r.Targets(ctx)
		})
	getAnalysed(h, api, "target", "/targets/{id}", "One target: letters to it and its parts, and who signed most of them",
		func(ctx context.Context, r *explore.Reading, in *RolledIDParams) (explore.TargetAnswer, error) {
			return r.Target(ctx, in.ID)
		})
}

// answer is what every JSON operation sends.
type answer[T any] struct {
	ETag         string `header:"ETag"`
	CacheControl string `header:"Cache-Control"`
	Body         T
}

// pinned is an answer about the data of one revision: 200, or 304 where the caller wanted none.
type pinned[T any] struct {
	Status       int
	ETag         string `header:"ETag"`
	CacheControl string `header:"Cache-Control"`
	Body         T
}

// get registers a read of one revision. f never sees HTTP; its error becomes a problem in fail.
func get[I, O any](h *handler, api huma.API, id, path, summary string, f func(context.Context, *explore.Reading, *I) (O, error)) {
	getBy(h, api, id, path, summary, h.pin, f)
}

// getAnalysed registers a read that takes an analysis: while that of the newest data is under way, it is of the data before, unless these do
// not have what is asked for.
func getAnalysed[I, O any](h *handler, api huma.API, id, path, summary string, f func(context.Context, *explore.Reading, *I) (O, error)) {
	getBy(h, api, id, path, summary, h.pinAnalysed, f)
}

func getBy[I, O any](h *handler, api huma.API, id, path, summary string, pin func(huma.Context, func(huma.Context)), f func(context.Context, *explore.Reading, *I) (O, error)) {
	op := huma.Operation{OperationID: id, Method: http.MethodGet, Path: base + path, Summary: summary,
		Middlewares: huma.Middlewares{pin}}
	huma.Register(api, op, func(ctx context.Context, in *I) (*pinned[O], error) {
		p := pinOf(ctx)
		ask := func(reading *explore.Reading) (body O, err error) {
			if rolled, ok := any(in).(interface{ rollUp() graph.RollUp }); ok {
				if reading, err = reading.RollUp(ctx, rolled.rollUp()); err != nil {
					return body, err
				}
			}
			return f(ctx, reading, in)
		}
		body, err := ask(p.reading)
		if p.fresh != nil && graph.CodeOf(err) == graph.NotFound {
			p.etag = "" // that of the data before
			body, err = ask(p.fresh)
		}
		if err != nil {
			return nil, fail(ctx, err)
		}
		return &pinned[O]{p.status(), p.etag, p.cache, body}, nil
	})
}
