package api

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"undersigned/examples"
)

// TestStatuses: each kind of wrong request has the status and the word that its kind has, and says what to do.
func TestStatuses(t *testing.T) {
	s := openWriting(t, nil)
	drafts := base + "/drafts"
	checkProblem(t, s.send("PUT", drafts, "application/json", nil), 405, "method_not_allowed")
	checkProblem(t, s.send("PATCH", base+"/letters", "application/json", nil), 405, "method_not_allowed")
	for _, kind := range []string{"text/plain", "application/pdf", ""} {
		p := checkProblem(t, s.send("POST", drafts, kind, paste(river)), 415, "unsupported")
		if !strings.Contains(p.Detail, "application/json") {
			t.Errorf("%q: %s", kind, p.Detail)
		}
	}
	for _, how := range []string{"gzip", "br", "gzip, deflate"} {
		res := s.send("POST", drafts, "application/json", paste(river), "Content-Encoding", how)
		if p := checkProblem(t, res, 415, "unsupported"); !strings.Contains(p.Detail, "unpacked") || res.Header.Get("Accept-Encoding") != "identity" {
			t.Errorf("%s: %s", how, p.Detail)
		}
	}
	if res := s.send("POST", drafts, "application/json", paste(river), "Content-Encoding", "identity"); res.StatusCode != 201 {
		t.Errorf("a body that says it is not packed: %d", res.StatusCode)
	}
	checkProblem(t, s.send("POST", drafts, "application/json", []byte(`{"text":"x","nonsense":1}`)), 422, "invalid")
	checkProblem(t, s.ask("GET", base+"/network?from=never"), 422, "invalid")
}

// TestSlowUpload: a body that does not come is given up with its own status.
func TestSlowUpload(t *testing.T) {
	defer func(before time.Duration) { uploadTime = before }(uploadTime)
	uploadTime = 50 * time.Millisecond
	s := openWriting(t, nil)
	server := httptest.NewServer(s.handler)
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST %s/drafts HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\n%s: %s\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{", base, server.Listener.Addr(), server.URL, tokenHeader, testToken)
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	if p := checkProblem(t, res, 408, "too_slow"); !strings.Contains(p.Detail, "Send it again") {
		t.Error(p.Detail)
	}
}

// TestIfNoneMatchAny: * means that nothing is wanted where there is something; where there is nothing, that is what is said.
func TestIfNoneMatchAny(t *testing.T) {
	s := readExample(t)
	for address, want := range map[string]int{
		base + "/organizations/Access%20Now": 304, base + "/organizations/nobody-at-all": 404, base + "/letters/none": 404, base + "/network?from=never": 422,
		base + "/export?format=ties.csv": 304, "/letters": 304, "/assets/app-1a2b.js": 304, "/assets/none.js": 404, "/no-such-page": 404,
	} {
		res := s.ask("GET", address, "If-None-Match", "*")
		if b := body(t, res); res.StatusCode != want || want == 304 && (len(b) > 0 || res.Header.Get("ETag") == "") {
			t.Errorf("%s: %d, %d bytes, tag %q; want %d", address, res.StatusCode, len(b), res.Header.Get("ETag"), want)
		}
	}
}

// TestPagesAreThoseOfTheApp: the server's list of pages is that of the app's own file, and everything else is not there.
func TestPagesAreThoseOfTheApp(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("..", "..", "web", "src", "url", "route.ts"))
	if err != nil {
		t.Fatal(err)
	}
	decode, _, found := strings.Cut(string(source), "/** Writes the address of a route. */")
	ofID, alone, split := strings.Cut(decode[strings.Index(decode, "export function decode"):], "switch (first)")
	if !found || !split {
		t.Fatal("route.ts has another shape; mend this test")
	}
	names := func(text, pattern string) (list []string) {
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
			list = append(list, m[1])
		}
		slices.Sort(list)
		return list
	}
	for _, c := range []struct {
		what      string
		app, ours []string
	}{{"without an id", names(alone, `case '([a-z]*)'`), pagesAlone}, {"with an id", names(ofID, `first === '([a-z]+)'`), pagesOf}} {
		ours := slices.Sorted(slices.Values(c.ours))
		if !slices.Equal(c.app, ours) {
			t.Errorf("pages %s: the app has %q, the server %q", c.what, c.app, ours)
		}
	}
	s := readExample(t)
	for address, want := range map[string]int{"/": 200, "/map": 200, "/map/": 200, "/letter/x": 200, "/organization/a%20b": 200, "/add/draft": 200, "/nothing": 404, "/map/more": 404, "/letter": 404, "/letter/x/y": 404} {
		res := s.ask("GET", address)
		if b := body(t, res); res.StatusCode != want || !strings.Contains(string(b), "<title>app</title>") || res.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: %d, %q", address, res.StatusCode, res.Header.Get("Cache-Control"))
		}
	}
}

// TestAnswersStayPrivateBehindAToken: shared caches keep nothing of a server that asks for a token.
func TestAnswersStayPrivateBehindAToken(t *testing.T) {
	for _, asks := range []bool{false, true} {
		s := openWriting(t, func(w *Writing) { w.Ask = asks })
		var v struct {
			Cache string `json:"cache"`
		}
		if err := json.Unmarshal(body(t, s.ask("GET", base+"/version")), &v); err != nil || v.Cache == "" {
			t.Fatal(err)
		}
		want := "public, max-age=31536000, immutable"
		if asks {
			want = "private, max-age=31536000, immutable"
		}
		if got := s.ask("GET", base+"/letters?v="+v.Cache).Header.Get("Cache-Control"); got != want {
			t.Errorf("asks %v: %q, want %q", asks, got, want)
		}
	}
}

func TestHealth(t *testing.T) {
	s := openExample(t)
	for _, asked := range []bool{false, true} { // before the first question, and after it
		if asked {
			s.ask("GET", base+"/version")
		}
		for _, address := range []string{"/health", "/ready"} {
			s.store.down.Store(false)
			res := s.ask("GET", address)
			if h := decode[Health](t, body(t, res)); res.StatusCode != 200 || h.Status != "ok" || h.Why != "" || h.Revision != 1 || h.Version != "1.2.3" {
				t.Errorf("%s: %d %+v", address, res.StatusCode, h)
			}
			s.store.down.Store(true)
			res = s.ask("GET", address)
			if h := decode[Health](t, body(t, res)); res.StatusCode != 503 || h.Status != "stale" || !strings.Contains(h.Why, "Start its server again") || res.Header.Get("Retry-After") == "" {
				t.Errorf("%s without a store: %d %+v", address, res.StatusCode, h)
			}
		}
		if res := s.ask("GET", "/live"); res.StatusCode != 200 {
			t.Errorf("/live without a store: %d", res.StatusCode)
		}
		s.store.down.Store(false)
	}
}

// TestHealthForABalancer: who asks by another name, or by none, learns whether the server works, and nothing else.
func TestHealthForABalancer(t *testing.T) {
	s := openExample(t)
	for _, host := range []string{"10.0.0.7:8080", "undersigned.svc", "rebound.example"} {
		for _, address := range []string{"/health", "/ready", "/live"} {
			res := s.ask("GET", address, "Host", host)
			if h := decode[Health](t, body(t, res)); res.StatusCode != 200 || h != (Health{Status: "ok"}) {
				t.Errorf("%s for %s: %d %+v", address, host, res.StatusCode, h)
			}
		}
		s.store.down.Store(true)
		res := s.ask("GET", "/ready", "Host", host)
		if h := decode[Health](t, body(t, res)); res.StatusCode != 503 || h != (Health{Status: "stale"}) {
			t.Errorf("/ready for %s without a store: %d %+v", host, res.StatusCode, h)
		}
		s.store.down.Store(false)
		if res := s.ask("GET", base+"/version", "Host", host); res.StatusCode != 403 {
			t.Errorf("the API for %s: %d", host, res.StatusCode)
		}
	}
}

// TestMetrics: off unless asked for; counts by pattern; needs the token where there is one.
func TestMetrics(t *testing.T) {
	if res := readExample(t).ask("GET", "/metrics"); res.StatusCode != 404 {
		t.Errorf("not asked for: %d", res.StatusCode)
	}
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, c, Options{Web: webFiles, Version: "1.2.3", Metrics: true})
	for _, address := range []string{base + "/letters/none", base + "/letters/none-either", base + "/version", "/", "/nothing", "/assets/app-1a2b.js"} {
		s.ask("GET", address)
	}
	s.ask("BREW", "/")
	res := s.ask("GET", "/metrics")
	text := string(body(t, res))
	for _, line := range []string{
		`undersigned_http_requests_total{method="GET",route="/api/v1/letters/:id",status="404"} 2`,
		`undersigned_http_requests_total{method="GET",route="/api/v1/version",status="200"} 1`,
		`undersigned_http_requests_total{method="GET",route="page",status="200"} 1`,
		`undersigned_http_requests_total{method="GET",route="none",status="404"} 1`,
		`undersigned_http_requests_total{method="other",route="page",status="405"} 1`,
		`undersigned_http_request_duration_seconds_count{route="/api/v1/version"} 1`,
		`undersigned_http_requests_in_flight 1`, `undersigned_data_revision 1`, `undersigned_data_stale 0`,
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("no line %s in\n%s", line, text)
		}
	}
	if strings.Contains(text, "none-either") || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/plain; version=0.0.4") {
		t.Errorf("an id, or another type: %s", res.Header.Get("Content-Type"))
	}
	locked := open(t, c, Options{Version: "1.2.3", Metrics: true, Writing: Writing{Ask: true, Token: testToken}})
	checkProblem(t, locked.ask("GET", "/metrics"), 401, "unauthorized")
	checkProblem(t, locked.ask("GET", "/metrics", "Authorization", "Bearer wrong"), 401, "unauthorized")
	if res := locked.ask("GET", "/metrics", "Authorization", "Bearer "+testToken); res.StatusCode != 200 {
		t.Errorf("with the token: %d", res.StatusCode)
	}
}

// TestAccessLog: one line a request, whatever is asked; nothing in it can begin another.
func TestAccessLog(t *testing.T) {
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	s := open(t, c, Options{Version: "1.2.3", Access: slog.New(slog.NewJSONHandler(&log, nil))})
	id := s.ask("GET", base+"/version", "User-Agent", "a\nb").Header.Get("X-Request-Id")
	s.ask("GET", "/nothing%0Aforged")
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/api/v1/drafts/secret", nil)
	s.handler.ServeHTTP(httptest.NewRecorder(), r)
	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines: %s", len(lines), log.String())
	}
	var first map[string]any
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{"request_id": id, "method": "GET", "path": base + "/version", "status": 200.0, "agent": "a\nb"} {
		if first[name] != want {
			t.Errorf("%s is %v, want %v", name, first[name], want)
		}
	}
	if strings.Contains(log.String(), "secret") {
		t.Error(fmt.Sprint("the id of a draft is logged: ", lines[2]))
	}
}
