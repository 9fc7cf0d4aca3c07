package api

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/store"
)

func TestHeadersOfEveryAnswer(t *testing.T) {
	s := readExample(t)
	for _, address := range []string{"/", "/map", "/health", "/docs", "/docs.css", "/openapi.json", "/assets/app-1a2b.js", "/api/v1/about", "/api/v1/nothing",
		"/api/v1/map.svg", "/api/v1/export?format=ties.csv"} {
		for _, method := range []string{"GET", "HEAD", "POST"} {
			res := s.ask(method, address)
			for name, want := range map[string]string{"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff",
				"Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin", "X-Frame-Options": "DENY"} {
				if got := res.Header.Get(name); got != want {
					t.Errorf("%s %s: %s is %q", method, address, name, got)
				}
			}
			if len(res.Header.Get("X-Request-Id")) != 16 || res.Header.Get("Cache-Control") == "" {
				t.Errorf("%s %s: request id %q, cache %q", method, address, res.Header.Get("X-Request-Id"), res.Header.Get("Cache-Control"))
			}
			if b := body(t, res); method == "HEAD" && len(b) > 0 {
				t.Errorf("HEAD %s has a body of %d bytes", address, len(b))
			}
		}
	}
}

func TestEntityTags(t *testing.T) {
	s := readExample(t)
	for _, address := range []string{"/", "/docs", "/openapi.json", "/assets/app-1a2b.js", "/api/v1/about", "/api/v1/network?from=2019",
		"/api/v1/export?format=nodes.csv", "/api/v1/map.svg"} {
		first := s.ask("GET", address)
		etag := first.Header.Get("ETag")
		if first.StatusCode != 200 || !strings.HasPrefix(etag, `W/"`) {
			t.Fatalf("%s: %d, ETag %q", address, first.StatusCode, etag)
		}
		for _, header := range []string{etag, `"other", ` + etag, strings.TrimPrefix(etag, "W/"), "*"} {
			res := s.ask("GET", address, "If-None-Match", header)
			if b := body(t, res); res.StatusCode != 304 || len(b) != 0 || res.Header.Get("ETag") != etag {
				t.Errorf("%s with %s: %d, %d bytes", address, header, res.StatusCode, len(b))
			}
		}
		if res := s.ask("GET", address, "If-None-Match", `"other"`); res.StatusCode != 200 {
			t.Errorf("%s with a foreign tag: %d", address, res.StatusCode)
		}
	}
	a, b := s.ask("GET", "/api/v1/network?from=2019&to=2020").Header.Get("ETag"), s.ask("GET", "/api/v1/network?to=2020&from=2019").Header.Get("ETag")
	if a != b || a == s.ask("GET", "/api/v1/network?from=2019").Header.Get("ETag") {
		t.Error("the tag does not follow the question")
	}
}

func TestTagsFollowTheData(t *testing.T) {
	s := openExample(t)
	before := s.ask("GET", "/api/v1/letters")
	v := decode[explore.LettersAnswer](t, body(t, before)).Version
	if got := s.ask("GET", "/api/v1/letters?v="+v.Cache).Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("with the current version: %q", got)
	}
	for _, other := range []string{"", "?v=" + v.Short, "?v=old"} {
		if got := s.ask("GET", "/api/v1/letters"+other).Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("with %q: %q", other, got)
		}
	}
	for _, version := range []string{"", "unknown", "1.2-3-gabc-dirty"} {
		first, second := open(t, store.Change{}, Options{Version: version}), open(t, store.Change{}, Options{Version: version})
		current := decode[explore.Version](t, body(t, first.ask("GET", "/api/v1/version"))).Cache
		if got := first.ask("GET", "/api/v1/letters?v="+current).Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("version %q: an answer of a program that changes may be kept for good: %q", version, got)
		}
		if first.ask("GET", "/api/v1/letters").Header.Get("ETag") == second.ask("GET", "/api/v1/letters").Header.Get("ETag") {
			t.Errorf("version %q: two starts share their tags", version)
		}
	}
	l := graph.Letter{ID: "another", Title: "Another letter", Documents: []graph.Document{{ID: "d"}}, Signatures: []graph.Signature{{Name: "Somebody",
		Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Text: "Somebody"}}}}}
	if _, err := s.store.Put(t.Context(), store.Change{Letters: []graph.Letter{l}}); err != nil {
		t.Fatal(err)
	}
	res := s.ask("GET", "/api/v1/letters?v="+v.Cache, "If-None-Match", before.Header.Get("ETag"))
	if after := decode[explore.LettersAnswer](t, body(t, res)); res.StatusCode != 200 || after.Total != 25 || res.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("after a change: %d, %d letters, %q", res.StatusCode, after.Total, res.Header.Get("Cache-Control"))
	}
}

func TestHosts(t *testing.T) {
	s := readExample(t)
	for _, host := range []string{"127.0.0.1:8080", "127.0.0.1", "localhost:8080", "LOCALHOST", "[::1]:8080", "[::1]", "127.9.9.9", "app.localhost:1"} {
		if res := s.ask("GET", "/health", "Host", host); res.StatusCode != 200 {
			t.Errorf("%s: %d", host, res.StatusCode)
		}
	}
	for _, host := range []string{"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "192.168.1.2:8080", "localhost.evil.example", "0.0.0.0"} {
		for _, address := range []string{"/api/v1/version", "/", "/api/v1/network"} {
			checkProblem(t, s.ask("GET", address, "Host", host), 403, "forbidden")
		}
	}
	named := open(t, store.Change{}, Options{Hosts: []string{"letters.example"}})
	if res := named.ask("GET", "/health", "Host", "Letters.Example:80"); res.StatusCode != 200 {
		t.Errorf("a name that is allowed: %d", res.StatusCode)
	}
	checkProblem(t, named.ask("GET", "/api/v1/version", "Host", "evil.example"), 403, "forbidden")
	if res := open(t, store.Change{}, Options{Hosts: []string{"*"}}).ask("GET", "/health", "Host", "any.example"); res.StatusCode != 200 {
		t.Errorf("with every name allowed: %d", res.StatusCode)
	}
}

func TestCompression(t *testing.T) {
	s := readExample(t)
	for _, address := range []string{"/api/v1/network", "/", "/api/v1/map.svg", "/api/v1/export?format=gexf", "/docs"} {
		plain := body(t, s.ask("GET", address))
		res := s.ask("GET", address, "Accept-Encoding", "br, gzip;q=0.8")
		if res.Header.Get("Content-Encoding") != "gzip" || res.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: encoding %q, vary %q", address, res.Header.Get("Content-Encoding"), res.Header.Get("Vary"))
			continue
		}
		z, err := gzip.NewReader(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if unpacked, err := io.ReadAll(z); err != nil || !bytes.Equal(unpacked, plain) {
			t.Errorf("%s: unpacks to %d bytes of %d, %v", address, len(unpacked), len(plain), err)
		}
	}
	for _, c := range [][2]string{{"/health", "gzip"}, {"/api/v1/export?format=png", "gzip"}, {"/api/v1/network", "gzip;q=0"}, {"/api/v1/network", "br"},
		{"/api/v1/network", ""}} {
		if res := s.ask("GET", c[0], "Accept-Encoding", c[1]); res.Header.Get("Content-Encoding") != "" || len(body(t, res)) == 0 {
			t.Errorf("%s for %q is packed or empty", c[0], c[1])
		}
	}
	if res := s.ask("GET", "/api/v1/nothing", "Accept-Encoding", "gzip"); res.StatusCode != 404 {
		t.Errorf("a short problem: %d", res.StatusCode)
	} else {
		checkProblem(t, res, 404, "not_found")
	}
}

func TestWebApp(t *testing.T) {
	s := readExample(t)
	for _, page := range []string{"/", "/map", "/partners?seed=Access+Now", "/organization/access-now-abc", "/about"} {
		res := s.ask("GET", page)
		if b := body(t, res); res.StatusCode != 200 || !bytes.Contains(b, []byte("<title>app</title>")) || res.Header.Get("Content-Type") != "text/html; charset=utf-8" || res.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: %d, %s", page, res.StatusCode, res.Header.Get("Content-Type"))
		}
	}
	res := s.ask("GET", "/assets/app-1a2b.js")
	if res.Header.Get("Cache-Control") != "public, max-age=31536000, immutable" || res.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Errorf("an asset: %q, %q", res.Header.Get("Cache-Control"), res.Header.Get("Content-Type"))
	}
	if res := s.ask("GET", "/favicon.svg"); res.Header.Get("Cache-Control") != "no-cache" || res.StatusCode != 200 {
		t.Errorf("a file without a hash in its name: %q", res.Header.Get("Cache-Control"))
	}
	for _, odd := range []string{"/assets/../index.html", "/assets/%2e%2e/%2e%2e/go.mod", "/..%2fgo.mod"} {
		if res := s.ask("GET", odd); res.StatusCode == 200 && !bytes.Contains(body(t, res), []byte("<title>app</title>")) {
			t.Errorf("%s gives %d", odd, res.StatusCode)
		}
	}
	unbuilt := open(t, store.Change{}, Options{})
	if status, page := unbuilt.get("/"); status != 200 || !bytes.Contains(page, []byte("make web")) {
		t.Errorf("without a web app: %d", status)
	}
	checkProblem(t, unbuilt.ask("GET", "/assets/app.js"), 404, "not_found")
}

// TestManyReaders asks from many sides while the data change; run it with -race.
func TestManyReaders(t *testing.T) {
	s := openExample(t)
	addresses := []string{"/api/v1/network", "/api/v1/network?from=2019", "/api/v1/partners?seed=Access+Now", "/api/v1/search?q=fight", "/api/v1/letters",
		"/api/v1/organizations/Access%20Now", "/api/v1/export?format=graphml", "/api/v1/version", "/health"}
	var wg sync.WaitGroup
	for k := range 8 {
		wg.Go(func() {
			for i := range 2 * len(addresses) {
				address := addresses[(i+k)%len(addresses)]
				if status := serve(s.handler, address); status != http.StatusOK {
					t.Errorf("%s: %d", address, status)
				}
			}
		})
	}
	for i := range 3 {
		l := graph.Letter{ID: "n" + string(rune('a'+i)), Title: "New", Documents: []graph.Document{{ID: "d"}}, Signatures: []graph.Signature{{Name: "Somebody",
			Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Text: "Somebody"}}}}}
		if _, err := s.store.Put(t.Context(), store.Change{Letters: []graph.Letter{l}}); err != nil {
			t.Error(err)
		}
	}
	wg.Wait()
}

func serve(h http.Handler, address string) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://localhost"+address, nil))
	return w.Code
}
