package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"undersigned/examples"
	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled"
	"undersigned/internal/store/ruled/ruledtest"
)

// moody is a store that fails on demand.
type moody struct {
	store.Store
	down atomic.Bool
}

func (m *moody) Revision(ctx context.Context) (int64, error) {
	if m.down.Load() {
		return 0, graph.Errorf(graph.Unavailable, "The store cannot be reached. Start its server again.")
	}
	return m.Store.Revision(ctx)
}

func (m *moody) Snapshot(ctx context.Context) (graph.Data, error) {
	if m.down.Load() {
		return graph.Data{}, graph.Errorf(graph.Unavailable, "The store cannot be reached. Start its server again.")
	}
	return m.Store.Snapshot(ctx)
}

// filled is a store in a file of its own that holds a change.
func filled(t testing.TB, change store.Change) *ruled.Store {
	t.Helper()
	db, err := ruledtest.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := db.Put(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	return db
}

// site is a running handler over a real store.
type site struct {
	t       testing.TB
	store   *moody
	handler http.Handler
	log     *bytes.Buffer
}

var webFiles = fstest.MapFS{"index.html": {Data: []byte("<!doctype html><title>app</title>" + strings.Repeat(" ", 2000))},
	"assets/app-1a2b.js": {Data: []byte("export default 1")}, "favicon.svg": {Data: []byte("<svg/>")}}

func open(t testing.TB, change store.Change, o Options) *site {
	t.Helper()
	db := filled(t, change)
	s := &site{t: t, store: &moody{Store: db}, log: &bytes.Buffer{}}
	o.Logger = slog.New(slog.NewTextHandler(s.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	service := explore.New(s.store, explore.Options{Example: true, Build: "test", PollEvery: 1, Patience: time.Minute})
	t.Cleanup(service.Close)
	s.handler = New(service, o)
	return s
}

// openExample returns a site of its own, for tests that change data or read the log.
func openExample(t testing.TB) *site {
	t.Helper()
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return open(t, c, Options{Web: webFiles, Version: "1.2.3"})
}

// shared is one site over the example data for all tests that only read: its analysis is done once.
var shared = sync.OnceValues(func() (http.Handler, error) {
	c, err := examples.Change(context.Background())
	if err != nil {
		return nil, err
	}
	data := graph.Data{Letters: c.Letters, Profiles: c.Profiles, Judgements: c.Judgements, Revision: 1,
		Hash: graph.ContentHash(c.Letters, c.Profiles, c.Judgements)}
	return New(explore.New(frozen{data: data}, explore.Options{Example: true, Build: "test"}), Options{Web: webFiles, Version: "1.2.3"}), nil
})

// frozen is a store that nobody writes to any more.
type frozen struct {
	store.Store
	data graph.Data
}

func (f frozen) Revision(context.Context) (int64, error)      { return f.data.Revision, nil }
func (f frozen) Snapshot(context.Context) (graph.Data, error) { return f.data, nil }

func readExample(t testing.TB) *site {
	t.Helper()
	h, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return &site{t: t, handler: h}
}

// ask sends a request with header pairs through the whole handler.
func (s *site) ask(method, address string, header ...string) *http.Response {
	s.t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+address, nil)
	for i := 0; i < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
			continue
		}
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w.Result()
}

func (s *site) get(address string) (int, []byte) {
	s.t.Helper()
	res := s.ask(http.MethodGet, address)
	return res.StatusCode, body(s.t, res)
}

func body(t testing.TB, res *http.Response) []byte {
	t.Helper()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func decode[T any](t testing.TB, b []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatalf("%v in %.200s", err, b)
	}
	return v
}

// checkProblem checks that an answer is a problem whose sentence tells what to do, under the request id of its header.
func checkProblem(t *testing.T, res *http.Response, status int, code string) Problem {
	t.Helper()
	raw := body(t, res)
	p := decode[Problem](t, raw)
	if res.StatusCode != status || p.Status != status || p.Code != code || res.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("status %d, %s: %s", res.StatusCode, res.Header.Get("Content-Type"), raw)
	}
	if p.Type != "about:blank" || p.Title == "" || p.RequestID == "" || p.RequestID != res.Header.Get("X-Request-Id") {
		t.Errorf("incomplete problem: %s", raw)
	}
	if len(strings.Fields(p.Detail)) < 6 || !strings.HasSuffix(p.Detail, ".") || p.Detail[0] < 'A' || p.Detail[0] > 'Z' && p.Detail[0] < 0x80 {
		t.Errorf("no sentence that says what to do: %q", p.Detail)
	}
	if (status == 503) != (res.Header.Get("Retry-After") != "") {
		t.Errorf("status %d, Retry-After %q", status, res.Header.Get("Retry-After"))
	}
	if res.Header.Get("Cache-Control") != "no-store" || res.Header.Get("ETag") != "" {
		t.Errorf("a problem may be kept: %q %q", res.Header.Get("Cache-Control"), res.Header.Get("ETag"))
	}
	return p
}

func TestProblems(t *testing.T) {
	s := readExample(t)
	for _, c := range []struct {
		method, address string
		status          int
		code            string
	}{
		{"GET", "/api", 404, "not_found"},
		{"GET", "/api/v1/nothing", 404, "not_found"},
		{"POST", "/api/v1/nothing", 404, "not_found"},
		{"GET", "/api/v1/organizations/nobody", 404, "not_found"},
		{"GET", "/api/v1/organizations/nobody/cosigners", 404, "not_found"},
		{"GET", "/api/v1/letters/none", 404, "not_found"},
		{"GET", "/api/v1/targets/none", 404, "not_found"},
		{"GET", "/api/v1/network?cluster=999", 404, "not_found"},
		{"GET", "/api/v1/export?format=png&selected=nobody", 404, "not_found"},
		{"GET", "/assets/missing.js", 404, "not_found"},
		{"GET", "/favicon.ico", 404, "not_found"},
		{"POST", "/api/v1/network", 405, "method_not_allowed"},
		{"DELETE", "/api/v1/organizations/x", 405, "method_not_allowed"},
		{"PUT", "/health", 405, "method_not_allowed"},
		{"POST", "/partners", 405, "method_not_allowed"},
		{"GET", "/api/v1/network?from=x", 422, "invalid"},
		{"GET", "/api/v1/network?from=2020&to=2019", 422, "invalid"},
		{"GET", "/api/v1/network?min_leters=2", 422, "invalid"},
		{"GET", "/api/v1/network?ties=20001", 422, "invalid"},
		{"GET", "/api/v1/partners", 422, "invalid"},
		{"GET", "/api/v1/partners?seed=Access+Now&mode=all", 422, "invalid"},
		{"GET", "/api/v1/pair?a=Access+Now", 422, "invalid"},
		{"GET", "/api/v1/pair?a=Access+Now&b=Access+Now", 422, "invalid"},
		{"GET", "/api/v1/export?format=xls", 422, "invalid"},
		{"GET", "/api/v1/export?format=png&width=100", 422, "invalid"},
		{"GET", "/api/v1/export?format=png&width=8000&height=8000&scale=4", 413, "too_large"},
		{"GET", "/api/v1/network?from=2020&from=2021", 422, "invalid"},
		{"GET", "/api/v1/export?format=json&format=png", 422, "invalid"},
		{"GET", "/api/v1/network?from=2020;to=2021", 400, "invalid"},
		{"GET", "/api/v1/search?q=50%", 400, "invalid"},
		{"GET", "/api/v1/search?q=" + strings.Repeat("x", maxURL), 414, "too_large"},
	} {
		t.Run(c.method+" "+c.address[:min(len(c.address), 60)], func(t *testing.T) {
			res := s.ask(c.method, c.address)
			checkProblem(t, res, c.status, c.code)
			if c.status == 405 && res.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("Allow %q", res.Header.Get("Allow"))
			}
		})
	}
	if p := checkProblem(t, s.ask("GET", "/api/v1/network?from=x&cluster=-1"), 422, "invalid"); !strings.Contains(p.Detail, "parameter from") || !strings.Contains(p.Detail, "parameter cluster") {
		t.Errorf("not both are named: %q", p.Detail)
	}
}

func TestCauseIsLoggedAndNotSent(t *testing.T) {
	s := openExample(t)
	s.store.down.Store(true)
	p := checkProblem(t, s.ask("GET", "/api/v1/network"), 503, "unavailable")
	if !strings.Contains(s.log.String(), "request_id="+p.RequestID) || strings.Count(s.log.String(), "cause=") != 1 {
		t.Errorf("the log: %s", s.log)
	}
	s.log.Reset()
	s.store.down.Store(false)
	s.store.Store = panicking{s.store.Store}
	p = checkProblem(t, s.ask("GET", "/api/v1/network"), 503, "unavailable")
	if strings.Contains(p.Detail, "secret") || !strings.Contains(s.log.String(), "secret") {
		t.Errorf("sent %q, logged %s", p.Detail, s.log)
	}
	checkProblem(t, s.ask("GET", "/health"), 500, "internal")
}

// panicking is a store with a fault.
type panicking struct{ store.Store }

func (panicking) Revision(context.Context) (int64, error)      { panic("secret") }
func (panicking) Snapshot(context.Context) (graph.Data, error) { panic("secret") }

// hungUp is a client that goes away while it is written to.
type hungUp struct{ *httptest.ResponseRecorder }

func (hungUp) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestClientThatHangsUp(t *testing.T) {
	s := openExample(t)
	s.handler.ServeHTTP(hungUp{httptest.NewRecorder()}, httptest.NewRequest(http.MethodGet, "http://localhost/api/v1/letters", nil))
	if log := s.log.String(); strings.Contains(log, "level=ERROR") || !strings.Contains(log, "broken pipe") {
		t.Errorf("the log: %s", log)
	}
}

func TestStaleData(t *testing.T) {
	s := openExample(t)
	fresh := s.ask("GET", "/api/v1/version")
	s.store.down.Store(true)
	res := s.ask("GET", "/api/v1/version", "If-None-Match", fresh.Header.Get("ETag"))
	if v := decode[explore.Version](t, body(t, res)); res.StatusCode != 200 || !v.Stale || res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d, %+v, %q", res.StatusCode, v, res.Header.Get("Cache-Control"))
	}
	if h := decode[Health](t, body(t, s.ask("GET", "/health"))); h.Status != "stale" || h.Revision == 0 {
		t.Errorf("health %+v", h)
	}
	if status, _ := s.get("/api/v1/partners?seed=Access+Now"); status != 200 {
		t.Errorf("partners: %d", status)
	}
	s.store.down.Store(false)
	if res := s.ask("GET", "/api/v1/version", "If-None-Match", fresh.Header.Get("ETag")); res.StatusCode != 304 {
		t.Errorf("after the store came back: %d", res.StatusCode)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

// TestOlderAnalysis: after a change the map is that of before and not to be kept, the letter is there, and so is an organization that only the
// new data have.
func TestOlderAnalysis(t *testing.T) {
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	db := filled(t, c)
	free := make(chan struct{}, 1)
	free <- struct{}{}
	done := make(chan struct{}, 2)
	log := slog.New(slog.NewTextHandler(writerFunc(func(line []byte) (int, error) {
		if bytes.Contains(line, []byte("analysis done")) {
			done <- struct{}{}
		}
		return len(line), nil
	}), &slog.HandlerOptions{Level: slog.LevelDebug}))
	service := explore.New(db, explore.Options{Build: "test", Logger: log, PollEvery: 1, Patience: time.Minute, Warm: true, BeforeWarming: func(ctx context.Context) {
		select {
		case <-free:
		case <-ctx.Done():
		}
	}})
	t.Cleanup(service.Close)
	s := &site{t: t, handler: New(service, Options{Version: "1.2.3"})}
	first := s.ask("GET", base+"/network")
	body(t, first)
	<-done // what the background does after the network
	if _, err := db.Put(t.Context(), store.Change{Letters: []graph.Letter{{ID: "new", Title: "New", Kind: "letter", Documents: []graph.Document{{ID: "d"}},
		Signatures: []graph.Signature{{Name: "Somebody Quite New", Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Text: "Somebody Quite New"}}}}}}}); err != nil {
		t.Fatal(err)
	}
	v := decode[explore.Version](t, body(t, s.ask("GET", base+"/version")))
	if !v.Older || v.Revision != 2 {
		t.Fatalf("%+v", v)
	}
	res := s.ask("GET", base+"/network?v="+v.Cache)
	if n := decode[explore.NetworkAnswer](t, body(t, res)); !n.Version.Older || n.Version.Revision != 1 || res.Header.Get("Cache-Control") != "no-store" || res.Header.Get("ETag") == first.Header.Get("ETag") {
		t.Errorf("%+v, %q", n.Version, res.Header)
	}
	if l := decode[explore.LetterAnswer](t, body(t, s.ask("GET", base+"/letters/new"))); l.Letter.ID != "new" {
		t.Errorf("%+v", l)
	}
	free <- struct{}{}
	if o := decode[explore.OrganizationAnswer](t, body(t, s.ask("GET", base+"/organizations/Somebody%20Quite%20New"))); o.Name != "Somebody Quite New" {
		t.Errorf("%+v", o)
	}
}

func TestDeadline(t *testing.T) {
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, c, Options{Deadline: 1})
	p := checkProblem(t, s.ask("GET", "/api/v1/network"), 503, "unavailable")
	if !strings.Contains(p.Detail, "try again") {
		t.Errorf("%q", p.Detail)
	}
}
