package api

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"undersigned/internal/explore"
)

// pin is the data of one request, kept in its context.
type pin struct {
	reading     *explore.Reading
	etag, cache string
	fresh       *explore.Reading // where reading is of older data: of the newest; nil else
	any         bool             // the caller wants no answer where there is one (If-None-Match: *): that is known when it is made
}

// status is that of an answer that there is.
func (p *pin) status() int {
	if p.any {
		return http.StatusNotModified
	}
	return http.StatusOK
}

type pinKey struct{}

func pinOf(ctx context.Context) *pin { return ctx.Value(pinKey{}).(*pin) }

// pin reads the service once, so that a request sees one revision, and answers 304 where the caller has the answer already.
// While the store cannot be reached answers are marked stale and not to be kept.
func (h *handler) pin(ctx huma.Context, next func(huma.Context)) { h.pinTo(ctx, next, false) }

// pinAnalysed is pin for what takes an analysis: while that of the newest data is under way, it is of the data before.
func (h *handler) pinAnalysed(ctx huma.Context, next func(huma.Context)) { h.pinTo(ctx, next, true) }

func (h *handler) pinTo(ctx huma.Context, next func(huma.Context), analysed bool) {
	c := humagin.Unwrap(ctx)
	u := ctx.URL()
	query := u.Query()
	if name := repeated(ctx.Operation(), query); name != "" {
		writeProblem(c, problem(ctx.Context(), http.StatusUnprocessableEntity,
			"The parameter "+name+" stands more than once in the address and can have one value only. Keep the one that you mean."))
		return
	}
	reading, err := h.service.Read(ctx.Context())
	if err != nil {
		writeProblem(c, fail(ctx.Context(), err))
		return
	}
	p := &pin{reading: reading, cache: "no-cache"}
	if analysed {
		if p.reading = reading.Analysed(); p.reading != reading {
			p.fresh = reading
		}
	}
	v := p.reading.Version()
	asked := query.Get("v")
	query.Del("v")
	p.etag = tag(v.Cache, h.start, u.Path, query.Encode(), mark(v))
	switch {
	case v.Stale, v.Older:
		p.cache = "no-store"
	case asked != "" && asked == v.Cache && h.start == "":
		p.cache = h.visibility() + ", max-age=31536000, immutable"
	}
	p.any = isAny(ctx.Header("If-None-Match"))
	if !p.any && matches(ctx.Header("If-None-Match"), p.etag) {
		ctx.SetHeader("ETag", p.etag)
		ctx.SetHeader("Cache-Control", p.cache)
		ctx.SetStatus(http.StatusNotModified)
		c.Writer.WriteHeaderNow()
		return
	}
	next(huma.WithValue(ctx, pinKey{}, p))
}

// visibility says who may keep an answer for good: caches that several people share only where everybody may read, and a server with a
// token stands where others come by.
func (h *handler) visibility() string {
	if h.options.Writing.Ask {
		return "private"
	}
	return "public"
}

// isAny tells If-None-Match: *, which is false where there is something at the address (RFC 9110, 13.1.2).
func isAny(header string) bool { return strings.TrimSpace(header) == "*" }

// repeated returns the first parameter that is given several values and takes one: the others would be dropped without a word.
func repeated(op *huma.Operation, query url.Values) string {
	for _, p := range op.Parameters {
		if p.In == "query" && p.Schema.Type != huma.TypeArray && len(query[p.Name]) > 1 {
			return p.Name
		}
	}
	return ""
}

// mark tells answers apart that are of the same data.
func mark(v explore.Version) string {
	switch {
	case v.Stale:
		return "stale"
	case v.Older:
		return "older"
	}
	return ""
}

// tag makes a weak entity tag: the same answer may be sent compressed or not.
func tag(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// matches compares as RFC 9110 asks for If-None-Match: weakly, any of a list, or * for what is there.
func matches(header, etag string) bool {
	if isAny(header) {
		return true
	}
	for one := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(one), "W/") == strings.TrimPrefix(etag, "W/") {
			return true
		}
	}
	return false
}
