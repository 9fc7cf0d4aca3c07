// Package fetch gets one document from an address of the web: its bytes, a file name that fits what it is, and when it was
// read. It answers within limits of size, time and redirects, and where the address comes from somebody else (the
// explorer) it reaches public addresses only. It can keep a copy of what it got; understanding it is left to internal/letter.
//
// Decision, 2026-11: copies lie in the folder "copies" of the data folder, one file for each document, named after its SHA-256.
// The store holds the hash, the address and the time, and the text that was read; it does not hold the bytes, so that it stays
// small, and so that stores in a file and in Neo4j are alike. Several stores share the folder.
package fetch

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strings"
	"syscall"
	"time"

	"undersigned/graph"
)

// Options bound a fetch. A zero field means the default.
type Options struct {
	// Private allows addresses of this machine and of local networks, and the proxy that the environment names. It is for
	// addresses that a person gives on the command line, never for those that arrive over the network.
	Private   bool
	Bytes     int64         // size of the document, unpacked; default 16 MiB
	Time      time.Duration // from the first byte asked for to the last one read; default 30 s
	Redirects int           // default 5
}

func (o Options) withDefaults() Options {
	if o.Bytes <= 0 {
		o.Bytes = 16 << 20
	}
	if o.Time <= 0 {
		o.Time = 30 * time.Second
	}
	if o.Redirects <= 0 {
		o.Redirects = 5
	}
	return o
}

// Result is a document as it was sent.
type Result struct {
	Data      []byte    // unpacked, if it was sent packed; never empty
	Name      string    // a base name whose ending fits MediaType
	MediaType string    // as the server says, without parameters; found by its first bytes where it knows nothing
	Charset   string    // as the server says; "" where it does not
	FinalURL  string    // the address it was read from, after redirects, without a fragment
	Retrieved time.Time // when reading began, UTC, to the second
}

// IsAddress reports whether a text is an address of the web and no name of a file.
func IsAddress(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// Get reads the document at an address. Errors: Invalid for an address that is none, that holds a password, or that leads to a
// private address; NotFound where the server has nothing there; Unsupported for what is no document or is kept behind a
// login; TooLarge over Bytes; Unavailable where server or network fail or Time is over; Cancelled when ctx ends. It may be called
// from several goroutines.
func Get(ctx context.Context, address string, o Options) (Result, error) {
	o = o.withDefaults()
	c := client{Options: o}
	if !o.Private {
		c.allowed = func(to netip.AddrPort) bool { return Public(to.Addr()) }
	}
	return c.get(ctx, address)
}

// client is one fetch.
type client struct {
	Options
	allowed func(netip.AddrPort) bool // nil allows all
}

// errPrivate is what dialing an address that is not allowed ends in.
var errPrivate = errors.New("the address is not public")

func (c client) get(ctx context.Context, address string) (Result, error) {
	u, err := parse(address)
	if err != nil {
		return Result{}, err
	}
	limited, cancel := context.WithTimeout(ctx, c.Time)
	defer cancel()
	request, err := http.NewRequestWithContext(limited, http.MethodGet, u.String(), nil)
	if err != nil {
		return Result{}, notAnAddress(address)
	}
	request.Header.Set("User-Agent", "undersigned (reads open letters)")
	request.Header.Set("Accept", "text/html, application/pdf, text/*, application/*;q=0.9, */*;q=0.5")
	transport := c.transport()
	defer transport.CloseIdleConnections()
	client := http.Client{Transport: transport, CheckRedirect: c.redirect}
	r := Result{Retrieved: time.Now().UTC().Truncate(time.Second)}
	response, err := client.Do(request)
	if err != nil {
		return Result{}, c.explain(ctx, u, err)
	}
	defer response.Body.Close()
	final := *response.Request.URL
	final.Fragment = ""
	r.FinalURL = final.String()
	if err := status(&final, response.StatusCode); err != nil {
		return Result{}, err
	}
	if r.MediaType, r.Charset, err = mediaType(&final, response.Header); err != nil {
		return Result{}, err
	}
	if response.ContentLength > c.Bytes {
		return Result{}, c.tooLarge(&final)
	}
	r.Data, err = io.ReadAll(io.LimitReader(response.Body, c.Bytes+1))
	switch {
	case err != nil:
		return Result{}, c.explain(ctx, &final, err)
	case int64(len(r.Data)) > c.Bytes:
		return Result{}, c.tooLarge(&final)
	case len(bytes.TrimSpace(r.Data)) == 0:
		return Result{}, graph.Errorf(graph.Invalid, "%s is empty: the server sent nothing to read", shown(&final))
	}
	if r.MediaType == "" || slices.Contains(anything, r.MediaType) && path.Ext(final.Path) == "" {
		r.MediaType, _, _ = strings.Cut(http.DetectContentType(r.Data), ";")
	}
	r.Name = fileName(&final, response.Header, r.MediaType)
	return r, nil
}

// parse reads an address that a person gave.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Hostname() == "" {
		return nil, notAnAddress(address)
	}
	u.Fragment = ""
	return u, checkURL(u)
}

func notAnAddress(address string) error {
	return graph.Errorf(graph.Invalid, "%q is no address of a page: it should look like https://example.org/letter", address)
}

// checkURL is asked for the first address and for each that a server redirects to.
func checkURL(u *url.URL) error {
	if scheme := strings.ToLower(u.Scheme); scheme != "http" && scheme != "https" {
		return graph.Errorf(graph.Invalid, "the address leads to %s: only pages of http:// and https:// are read", u.Scheme+"://")
	}
	if u.User != nil {
		return graph.Errorf(graph.Invalid, "the address of %s holds a user name or password, which would be stored with the letter: save the page in your browser and give the file", u.Hostname())
	}
	return nil
}

// shown is an address as messages show it: without what may be secret in its query.
func shown(u *url.URL) string {
	s := u.Scheme + "://" + u.Host + u.EscapedPath()
	if len(s) > 200 {
		s = s[:200] + "…"
	}
	return s
}

// transport makes connections to allowed addresses only: the check sees the address that a name was resolved to at the moment of
// connecting, so that a name which changes between a check and its use gains nothing.
func (c client) transport() *http.Transport {
	dialer := net.Dialer{Timeout: 10 * time.Second, KeepAlive: -1}
	t := &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second, MaxResponseHeaderBytes: 256 << 10, DisableKeepAlives: true, ForceAttemptHTTP2: true}
	if c.allowed == nil {
		t.Proxy = http.ProxyFromEnvironment
		return t
	}
	dialer.Control = func(_, address string, _ syscall.RawConn) error {
		if to, err := netip.ParseAddrPort(address); err != nil || !c.allowed(to) {
			return errPrivate
		}
		return nil
	}
	return t
}

func (c client) redirect(request *http.Request, via []*http.Request) error {
	if len(via) > c.Redirects {
		return graph.Errorf(graph.Unavailable, "%s leads from page to page more than %d times: give the address where the letter stands", shown(via[0].URL), c.Redirects)
	}
	return checkURL(request.URL)
}

func (c client) tooLarge(u *url.URL) error {
	return graph.Errorf(graph.TooLarge, "%s has more than %d bytes, the limit: download the part that holds the names and give the file", shown(u), c.Bytes)
}

// explain says in a sentence why the network failed.
func (c client) explain(ctx context.Context, u *url.URL, err error) error {
	if own, ok := errors.AsType[*graph.Error](err); ok {
		return own
	}
	var what string
	code := graph.Unavailable
	dns, isDNS := errors.AsType[*net.DNSError](err)
	switch {
	case ctx.Err() != nil:
		return graph.Wrap(graph.Cancelled, context.Cause(ctx), "reading "+shown(u)+" was stopped")
	case errors.Is(err, errPrivate):
		code, what = graph.Invalid, "lies on this machine or in a local network, and is not read from here: save the page and give the file"
	case errors.Is(err, context.DeadlineExceeded) || isTimeout(err):
		what = fmt.Sprintf("did not answer in full within %s: try again, or save the page and give the file", c.Time)
	case isDNS && dns.IsNotFound:
		what = "could not be found: check the spelling of " + u.Hostname()
	case isTLS(err):
		what = "could not be read safely (its certificate or encryption is at fault): open it in your browser, save it and give the file"
	case isDamage(err):
		what = "was sent damaged or cut off: try again"
	default:
		what = "could not be reached: check the address and the connection, or save the page and give the file"
	}
	return &graph.Error{Code: code, Message: shown(u) + " " + what, Err: err}
}

func isTLS(err error) bool {
	_, certificate := errors.AsType[*tls.CertificateVerificationError](err)
	_, alert := errors.AsType[tls.AlertError](err)
	_, record := errors.AsType[tls.RecordHeaderError](err)
	return certificate || alert || record
}

func isDamage(err error) bool {
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	return corrupt || errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF)
}

func isTimeout(err error) bool {
	t, ok := errors.AsType[net.Error](err)
	return ok && t.Timeout()
}

// status says in a sentence what a server's refusal means.
func status(u *url.URL, code int) error {
	switch {
	case code == http.StatusOK:
		return nil
	case code == http.StatusNotFound || code == http.StatusGone:
		return graph.Errorf(graph.NotFound, "there is no page at %s (the server says %d): check the address, or look for a copy in a web archive", shown(u), code)
	case code == http.StatusUnauthorized || code == http.StatusForbidden || code == http.StatusPaymentRequired || code == http.StatusProxyAuthRequired || code == http.StatusUnavailableForLegalReasons:
		return graph.Errorf(graph.Unsupported, "%s is not given to programs (the server says %d): open it in your browser, save it and give the file", shown(u), code)
	}
	return graph.Errorf(graph.Unavailable, "%s could not be read now (the server says %d): try again later, or save the page and give the file", shown(u), code)
}
