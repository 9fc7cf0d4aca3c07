package api

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"undersigned/graph"
	"undersigned/internal/intake"
)

// Problem is the body of every error (RFC 9457). Detail is a sentence that says what to do; the cause stays in the log,
// under the same request id.
type Problem struct {
	Type      string `json:"type" doc:"always about:blank: the code says which kind it is"`
	Title     string `json:"title"`
	Status    int    `json:"status"`
	Detail    string `json:"detail" doc:"what happened and what to do"`
	Code      string `json:"code" doc:"invalid, not_found, method_not_allowed, conflict, unsupported, too_large, too_slow, too_many, cancelled, unavailable, unauthorized, forbidden, read_only, internal"`
	RequestID string `json:"request_id" doc:"stands in the log as well"`
}

// Error implements error.
func (p *Problem) Error() string { return p.Detail }

// GetStatus implements huma.StatusError.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType implements huma.ContentTypeFilter.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// GetHeaders implements huma.HeadersError: a problem of the moment says when to ask again.
func (p *Problem) GetHeaders() http.Header {
	switch p.Status {
	case http.StatusServiceUnavailable:
		return http.Header{"Retry-After": {"2"}}
	case http.StatusTooManyRequests:
		return http.Header{"Retry-After": {"30"}}
	case http.StatusUnsupportedMediaType:
		return http.Header{"Accept-Encoding": {"identity"}}
	case http.StatusUnauthorized:
		return http.Header{"Www-Authenticate": {tokenHeader}}
	}
	return nil
}

var codeOfStatus = map[int]graph.Code{
	http.StatusNotFound: graph.NotFound, http.StatusConflict: graph.Conflict, http.StatusUnprocessableEntity: graph.Invalid,
	http.StatusRequestEntityTooLarge: graph.TooLarge, http.StatusRequestURITooLong: graph.TooLarge, http.StatusServiceUnavailable: graph.Unavailable,
	http.StatusBadRequest: graph.Invalid, http.StatusMethodNotAllowed: "method_not_allowed", http.StatusForbidden: "forbidden", http.StatusUnauthorized: "unauthorized",
	http.StatusNotAcceptable: graph.Unsupported, http.StatusUnsupportedMediaType: graph.Unsupported, http.StatusRequestTimeout: "too_slow",
	http.StatusTooManyRequests: "too_many", statusClientGone: graph.Cancelled,
}

// statusClientGone is what servers log for a client that did not wait; nobody receives it.
const statusClientGone = 499

var statusOfCode = map[graph.Code]int{
	graph.Invalid: http.StatusUnprocessableEntity, graph.NotFound: http.StatusNotFound, graph.Conflict: http.StatusConflict,
	graph.Unsupported: http.StatusUnprocessableEntity, graph.TooLarge: http.StatusRequestEntityTooLarge,
	graph.Cancelled: statusClientGone, graph.Unavailable: http.StatusServiceUnavailable, graph.Internal: http.StatusInternalServerError,
}

func problem(ctx context.Context, status int, detail string) *Problem {
	title := cmp.Or(http.StatusText(status), "Client Closed Request")
	return &Problem{Type: "about:blank", Title: title, Status: status, Detail: detail,
		Code: string(cmp.Or(codeOfStatus[status], graph.Internal)), RequestID: traceOf(ctx).id}
}

// fail makes a problem of an error of a use case and keeps the cause for the log line of the request.
func fail(ctx context.Context, err error) *Problem {
	traceOf(ctx).cause = err
	code := graph.CodeOf(err)
	if code == graph.Cancelled && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		p := problem(ctx, http.StatusServiceUnavailable, "The answer took too long and was given up. It is being prepared in the background: try again in a minute.")
		return p
	}
	detail := graph.MessageOf(err)
	if code == graph.Internal || detail == "" {
		detail = "Something went wrong on our side. Try again; if it happens again, look for the request id in the log."
	}
	status := cmp.Or(statusOfCode[code], http.StatusInternalServerError)
	if errors.Is(err, errOtherType) {
		status = http.StatusUnsupportedMediaType
	}
	p := problem(ctx, status, sentence(detail))
	p.Code = string(code)
	return p
}

// sentence makes a message of the library one: a capital at the start and a full stop at the end.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return s
	}
	if c := s[0]; 'a' <= c && c <= 'z' {
		s = string(c-'a'+'A') + s[1:]
	}
	if !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

// huma keeps its error type and the nullability of slices in package variables; this package is their only user in the
// program. Slices are never null here, which the tests check on every answer.
func init() {
	huma.DefaultArrayNullable = false
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		return problem(context.Background(), status, describe(message, errs))
	}
	huma.NewErrorWithContext = func(ctx huma.Context, status int, message string, errs ...error) huma.StatusError {
		if status == http.StatusInternalServerError {
			return fail(ctx.Context(), cmp.Or(errors.Join(errs...), errors.New(message)))
		}
		if status == http.StatusRequestEntityTooLarge {
			return problem(ctx.Context(), status, fmt.Sprintf("The document is larger than %d MB. Cut it to the pages that are signed, or paste its text.", intake.MaxBytes>>20))
		}
		if status == http.StatusRequestTimeout {
			return problem(ctx.Context(), status, "The document did not arrive in time. Send it again, over a faster connection if there is one.")
		}
		if status == http.StatusUnsupportedMediaType {
			return problem(ctx.Context(), status, "The body of the request is of a type that is not read here. Send it as application/json, or a document as multipart/form-data.")
		}
		if status == http.StatusBadRequest && len(errs) == 0 {
			message = "The body of the request cannot be used (" + strings.ToLower(message) + "). Send the JSON that /docs describes."
		}
		return problem(ctx.Context(), status, describe(message, errs))
	}
}

// describe puts validation errors into sentences that name the parameter.
func describe(message string, errs []error) string {
	var b strings.Builder
	for _, err := range errs {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		d, ok := err.(huma.ErrorDetailer)
		if !ok {
			b.WriteString(sentence(err.Error()))
			continue
		}
		detail := d.ErrorDetail()
		_, name, _ := strings.Cut(detail.Location, ".")
		name = cmp.Or(name, detail.Location)
		if detail.Message == "unknown query parameter" {
			b.WriteString("There is no parameter " + name + " here: leave it out, or look at /docs for the right name.")
			continue
		}
		b.WriteString(sentence("Change the parameter " + name + ": " + detail.Message))
	}
	if b.Len() == 0 {
		return sentence(message)
	}
	return b.String()
}

// writeProblem sends a problem from outside of huma: unknown routes, wrong methods, refused hosts, panics.
func writeProblem(c *gin.Context, p *Problem) {
	body, err := json.Marshal(p)
	if err != nil {
		panic(err) // strings and a number always encode
	}
	c.Header("Cache-Control", "no-store")
	for name, values := range p.GetHeaders() {
		c.Header(name, values[0])
	}
	c.Abort()
	c.Data(p.Status, "application/problem+json", append(body, '\n'))
}
