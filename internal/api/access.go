package api

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"undersigned/internal/intake"
)

// Writing says whether and by whom letters may be added.
//
// Decision (2026-11): two things are asked of every write: that a page of ours sends it, which browsers say in headers that pages cannot
// set, and a token in a header, which no form and no page of another site can send. On a loopback address the page gets the token by
// itself; anywhere else a person types it. So neither a page that somebody visits nor another machine can write.
type Writing struct {
	Intake *intake.Intake // nil: nothing is written
	Token  string         // needed with an Intake
	Ask    bool           // the person types the token; else the page is given it
	Why    string         // where nothing is written, why, and what to do about it
}

// tokenHeader carries the token. A header of our own makes browsers ask before they send it for a page of another site.
const tokenHeader = "X-Undersigned-Token"

const notWriting = "This server shows letters and takes none. Add them on the command line with undersigned load, or start the server without what forbids it."

// forwarded are headers that proxies add. Behind one, everybody's connection comes from the loopback address.
var forwarded = []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via"}

// whyNot returns why a request may not write whatever it carries; "" where it may, with the token.
func (w *Writing) whyNot(r *http.Request) string {
	switch {
	case w.Why != "":
		return w.Why
	case w.Intake == nil || w.Token == "":
		return notWriting
	case !w.Ask && throughProxy(r):
		return "This server is read-only through a proxy, since it would give everybody the right to write. Start it with --token-file FILE and give the token to those who may."
	}
	return ""
}

func throughProxy(r *http.Request) bool {
	for _, name := range forwarded {
		if r.Header.Get(name) != "" {
			return true
		}
	}
	return false
}

// sameOrigin reports whether a page of this server sends the request. Browsers say Origin with every write and Sec-Fetch-Site where the
// address is safe or local; both must be right where they are there. A write must have one of them.
func sameOrigin(r *http.Request, write bool) bool {
	site, origin := r.Header.Get("Sec-Fetch-Site"), r.Header.Get("Origin")
	if site != "" && site != "same-origin" {
		return false
	}
	if origin != "" {
		u, err := url.Parse(origin)
		return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.EqualFold(u.Host, r.Host)
	}
	return site != "" || !write
}

// isToken compares in a time that says nothing about the token.
func (w *Writing) isToken(given string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(w.Token))
	return w.Token != "" && subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// mayWrite lets only requests through that may see and save drafts. It comes before a body is read.
func (h *handler) mayWrite(ctx huma.Context, next func(huma.Context)) {
	c := humagin.Unwrap(ctx)
	c.Header("Content-Security-Policy", sealed)
	refuse := func(status int, code, detail string) {
		p := problem(ctx.Context(), status, detail)
		if code != "" {
			p.Code = code
		}
		writeProblem(c, p)
	}
	w := &h.options.Writing
	if why := w.whyNot(c.Request); why != "" {
		refuse(http.StatusForbidden, "read_only", why)
		return
	}
	if !sameOrigin(c.Request, c.Request.Method != http.MethodGet) {
		refuse(http.StatusForbidden, "", "Letters are added from the pages of this server only. Open it in the browser and add the letter there; a program sends its own address as Origin.")
		return
	}
	given := c.GetHeader(tokenHeader)
	if w.isToken(given) {
		next(ctx)
		return
	}
	if given != "" && w.Ask && !h.guesses.miss(ctx.Context()) {
		writeProblem(c, h.tooMany(ctx.Context()))
		return
	}
	switch {
	case given == "" && w.Ask:
		refuse(http.StatusUnauthorized, "", "Adding letters needs the token of this server. Ask for it who runs the server, and type it on the page.")
	case w.Ask:
		refuse(http.StatusUnauthorized, "", "That is not the token of this server. Type it again, or ask for it who runs the server.")
	default:
		refuse(http.StatusUnauthorized, "", "The page is older than this start of the server. Load the page again; what you have not saved can be given again.")
	}
}

func (h *handler) tooMany(ctx context.Context) *Problem {
	return problem(ctx, http.StatusTooManyRequests, "Too many wrong tokens were tried. Wait half a minute, then try again with the token of those who run the server.")
}

// sealed is the policy of what came from outside: shown as itself, it can do and load nothing.
const sealed = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
