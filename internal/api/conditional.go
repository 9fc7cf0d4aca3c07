package api

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"undersigned/internal/explore"
)

// pin is the data of one request, kept in its context.
type pin struct {
	reading     *explore.Reading
	etag, cache string
}

type pinKey struct{}

func pinOf(ctx context.Context) *pin { return ctx.Value(pinKey{}).(*pin) }

// pin reads the service once, so that a request sees one revision, and answers 304 where the caller has the answer already.
// While the store cannot be reached answers are marked stale and not to be kept.
func (h *handler) pin(ctx huma.Context, next func(huma.Context)) {
	c := humagin.Unwrap(ctx)
	reading, err := h.service.Read(ctx.Context())
	if err != nil {
		writeProblem(c, fail(ctx.Context(), err))
		return
	}
	p := &pin{reading: reading, cache: "no-cache"}
	v := reading.Version()
	u := ctx.URL()
	query := u.Query()
	asked := query.Get("v")
	query.Del("v")
	p.etag = tag(v.Cache, h.start, u.Path, query.Encode(), staleMark(v.Stale))
	switch {
	case v.Stale:
		p.cache = "no-store"
	case asked != "" && asked == v.Cache && h.start == "":
		p.cache = "public, max-age=31536000, immutable"
	}
	if matches(ctx.Header("If-None-Match"), p.etag) {
		ctx.SetHeader("ETag", p.etag)
		ctx.SetHeader("Cache-Control", p.cache)
		ctx.SetStatus(http.StatusNotModified)
		c.Writer.WriteHeaderNow()
		return
	}
	next(huma.WithValue(ctx, pinKey{}, p))
}

func staleMark(stale bool) string {
	if stale {
		return "stale"
	}
	return ""
}

// tag makes a weak entity tag: the same answer may be sent compressed or not.
func tag(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// matches compares as RFC 9110 asks for If-None-Match: weakly, any of a list, or *.
func matches(header, etag string) bool {
	if strings.TrimSpace(header) == "*" {
		return true
	}
	for one := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(one), "W/") == strings.TrimPrefix(etag, "W/") {
			return true
		}
	}
	return false
}
