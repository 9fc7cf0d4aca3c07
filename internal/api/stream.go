package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"undersigned/graph"
	"undersigned/internal/explore"
)

// stream sends a file as it is made. Where that fails the connection is cut, since its status has been sent: in HTTP/1.1 and later, a client sees
// that the end is missing.
//
// Decision (2026-11-30): the deadline of a request is for the beginning of its answer. A file goes on while its client takes some of it, however
// slow: it costs room in a temporary file, which is bounded, and no place at the gate.
func (h *handler) stream(ctx huma.Context, f *explore.File, p *pin) {
	c := humagin.Unwrap(ctx)
	client := clientOf(ctx.Context())
	ctx.SetStatus(p.status())
	switch {
	case p.any:
		c.Writer.WriteHeaderNow()
		return
	case isBodyless(client): // the header is that of the beginning
		_ = f.Send(client, beginning{c.Writer})
		return
	}
	if !c.Request.ProtoAtLeast(1, 1) { // the end of the connection is the end of the file: there must be all of it, or none (proxies speak so)
		size, err := f.Whole(ctx.Context())
		if err != nil {
			for _, name := range []string{"Content-Disposition", "ETag", "Undersigned-Boxed"} {
				c.Writer.Header().Del(name)
			}
			writeProblem(c, fail(ctx.Context(), err))
			return
		}
		c.Header("Content-Length", strconv.FormatInt(size, 10))
	}
	err := f.Send(client, patient{c.Writer, http.NewResponseController(c.Writer)})
	if err == nil {
		return
	}
	t := traceOf(ctx.Context())
	t.cut, t.cause = true, err
	panic(http.ErrAbortHandler)
}

// patient gives each piece of a file some time to be taken.
type patient struct {
	to         io.Writer
	connection *http.ResponseController
}

const (
	piece         = 1 << 16
	pieceDeadline = 30 * time.Second
)

// Write implements io.Writer.
func (p patient) Write(b []byte) (n int, err error) {
	for len(b) > 0 {
		if err := p.connection.SetWriteDeadline(time.Now().Add(pieceDeadline)); err != nil && !errors.Is(err, http.ErrNotSupported) {
			return n, err
		}
		part := b[:min(len(b), piece)]
		k, err := p.to.Write(part)
		if n += k; err != nil {
			return n, graph.Wrap(graph.Cancelled, err, "the client has gone, or takes nothing any more")
		}
		b = b[len(part):]
	}
	return n, nil
}

// beginning ends the sending with the first piece.
type beginning struct{ to io.Writer }

// Write implements io.Writer.
func (b beginning) Write(first []byte) (int, error) {
	n, _ := b.to.Write(first)
	return n, io.EOF
}

type (
	clientKey   struct{}
	bodylessKey struct{}
)

// clientOf is the context of a request without its deadline: it ends when the client has gone.
func clientOf(ctx context.Context) context.Context {
	if c, ok := ctx.Value(clientKey{}).(context.Context); ok {
		return c
	}
	return ctx
}

// isBodyless reports whether nobody reads the body of an answer.
func isBodyless(ctx context.Context) bool { return ctx.Value(bodylessKey{}) != nil }
