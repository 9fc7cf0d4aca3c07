package api

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"

	"undersigned/graph"
)

// trace is what one request leaves for its log line.
type trace struct {
	id    string
	cause error // logged once, never sent
	cut   bool  // the answer was begun and not ended
}

type traceKey struct{}

func traceOf(ctx context.Context) *trace {
	if t, ok := ctx.Value(traceKey{}).(*trace); ok {
		return t
	}
	return &trace{} // while the document is made; no request
}

// trace gives each request an id and writes its log line: failures of ours as errors, everything else for debugging.
func (h *handler) trace(c *gin.Context) {
	var raw [8]byte
	_, _ = rand.Read(raw[:]) // never fails (see crypto/rand)
	t := &trace{id: hex.EncodeToString(raw[:])}
	c.Header("X-Request-Id", t.id)
	c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), traceKey{}, t))
	start := time.Now()
	defer func() { h.logRequest(c, t, time.Since(start)) }() // also of an answer that is cut off, by a panic
	c.Next()
}

func (h *handler) logRequest(c *gin.Context, t *trace, took time.Duration) {
	level := slog.LevelDebug
	if c.Writer.Status() >= 500 || t.cut && graph.CodeOf(t.cause) != graph.Cancelled {
		level = slog.LevelError
	}
	attrs := []slog.Attr{slog.String("request_id", t.id), slog.String("method", c.Request.Method), slog.String("path", loggedPath(c)),
		slog.Int("status", c.Writer.Status()), slog.Int("bytes", c.Writer.Size()), slog.Duration("took", took.Round(time.Microsecond))}
	if t.cut {
		attrs = append(attrs, slog.Bool("cut", true))
	}
	if t.cause != nil {
		attrs = append(attrs, slog.String("cause", t.cause.Error()))
	}
	h.log.LogAttrs(c.Request.Context(), level, "request", attrs...)
	if h.options.Access != nil {
		h.options.Access.LogAttrs(c.Request.Context(), slog.LevelInfo, "request", append(attrs, slog.String("remote", c.Request.RemoteAddr), slog.String("agent", agentOf(c.Request)))...)
	}
}

// agentOf is the name of a client's program, as far as a line needs it.
func agentOf(r *http.Request) string {
	agent := strings.ToValidUTF8(r.UserAgent(), "")
	return agent[:min(len(agent), 200)]
}

// loggedPath keeps the ids of drafts, which are secrets, out of the log.
func loggedPath(c *gin.Context) string {
	if isUnder(c.Request.URL.Path, base+"/drafts") {
		return cmp.Or(c.FullPath(), base+"/drafts/…")
	}
	return c.Request.URL.Path
}

// recover turns a panic into a problem, with the stack in the log. net/http's own abort goes on; huma's panic about a
// client that hung up while it was written to is no fault of anybody.
func (h *handler) recover(c *gin.Context) {
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		if p == http.ErrAbortHandler {
			panic(p)
		}
		if err, ok := p.(error); ok && (errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.ECONNRESET)) {
			traceOf(c.Request.Context()).cause = err
			return
		}
		err := fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		problem := fail(c.Request.Context(), err)
		if !c.Writer.Written() {
			writeProblem(c, problem)
		}
	}()
	c.Next()
}

// policy is the Content-Security-Policy of every answer: nothing from elsewhere, no inline script or style.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
	"worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

func secure(c *gin.Context) {
	for name, value := range map[string]string{
		"Content-Security-Policy":      policy,
		"X-Content-Type-Options":       "nosniff",
		"X-Frame-Options":              "DENY",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
		"Cache-Control":                "no-store",
	} {
		c.Header(name, value)
	}
}

// checkHost refuses names that are not ours: a page of another site that points its own name at 127.0.0.1 (DNS rebinding)
// could otherwise read a network that nobody published.
func (h *handler) checkHost(c *gin.Context) {
	name := c.Request.Host
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	name = strings.TrimSuffix(strings.Trim(strings.ToLower(name), "[]"), ".")
	ip := net.ParseIP(name)
	if name == "localhost" || strings.HasSuffix(name, ".localhost") || ip != nil && ip.IsLoopback() ||
		slices.ContainsFunc(h.options.Hosts, func(s string) bool { return s == "*" || strings.EqualFold(s, name) }) {
		return
	}
	if path := c.Request.URL.Path; path == "/live" || path == "/ready" || path == "/health" {
		c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), guest{}, true)) // a balancer asks by a name of its own, or by none
		return
	}
	writeProblem(c, problem(c.Request.Context(), http.StatusForbidden,
		"This server does not answer to that host name. Open it as http://127.0.0.1 or http://localhost with its port, or start it with the name allowed."))
}

// guest marks requests for a host that is not ours, which are told whether the server works and nothing else.
type guest struct{}

func isGuest(ctx context.Context) bool { return ctx.Value(guest{}) != nil }

// maxURL is well above the longest link the explorer makes (500 excluded organizations).
const maxURL = 48 << 10

func limitRequest(c *gin.Context) {
	if len(c.Request.RequestURI) > maxURL {
		writeProblem(c, problem(c.Request.Context(), http.StatusRequestURITooLong,
			"The address is too long. Exclude fewer organizations, or name fewer of your own."))
		return
	}
	if _, err := url.ParseQuery(c.Request.URL.RawQuery); err != nil && (isUnder(c.Request.URL.Path, base) || isReconcile(c.Request.URL.Path)) {
		// net/url leaves out what it cannot read: a filter would be dropped without a word.
		writeProblem(c, problem(c.Request.Context(), http.StatusBadRequest,
			"The part of the address after the question mark cannot be read. Separate parameters with &, and write % as %25 and ; as %3B in them."))
		return
	}
	if how := c.GetHeader("Content-Encoding"); how != "" && !strings.EqualFold(how, "identity") {
		writeProblem(c, problem(c.Request.Context(), http.StatusUnsupportedMediaType, "The body of the request is packed (Content-Encoding), and is read as it is. Send it unpacked."))
		return
	}
	most := int64(64 << 10) // of a body that nothing reads
	if takesDocument(c.Request) {
		most = uploadMost
	}
	if c.Request.Method == http.MethodPost && isReconcile(c.Request.URL.Path) {
		most = reconcileMost
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, most)
}

// takesDocument reports whether a request brings a document, or one corrected.
func takesDocument(r *http.Request) bool {
	return r.Method == http.MethodPost && isUnder(r.URL.Path, base+"/drafts")
}

func (h *handler) deadline(c *gin.Context) {
	deadline := h.options.Deadline
	if deadline == defaultDeadline && takesDocument(c.Request) {
		deadline = uploadAndRead
	}
	client := c.Request.Context()
	ctx, cancel := context.WithTimeout(context.WithValue(client, clientKey{}, client), deadline)
	defer cancel()
	c.Request = c.Request.WithContext(ctx)
	c.Next()
}
