package api

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"undersigned/internal/report"
)

// running is the handler behind a real listener, with the limits of NewServer.
func running(t *testing.T) (address string, client *http.Client) {
	t.Helper()
	server := httptest.NewUnstartedServer(nil)
	server.Config = NewServer(readExample(t).handler)
	server.Start()
	t.Cleanup(server.Close)
	return server.Listener.Addr().String(), server.Client()
}

// TestRawRequests sends what no client library sends. Whatever reaches the handler is answered with headers and a problem.
func TestRawRequests(t *testing.T) {
	address, _ := running(t)
	for _, c := range []struct {
		request string
		status  int
	}{
		{"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n", 405},
		{"GET http://evil.example/api/v1/version HTTP/1.1\r\nHost: localhost\r\n", 403},
		{"GET /api/v1/version HTTP/1.0\r\n", 403},
		{"GET /assets/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n", 404},
		{"GET /assets/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n", 404},
		{"GET /%00.js HTTP/1.1\r\nHost: localhost\r\n", 404},
		{"GET //api/v1/%2e%2e/x.js HTTP/1.1\r\nHost: localhost\r\n", 404},
		{"GET /api/v1/letters/%00 HTTP/1.1\r\nHost: localhost\r\n", 404},
		{"TRACE /api/v1/letters HTTP/1.1\r\nHost: localhost\r\n", 405},
		{"CONNECT /health HTTP/1.1\r\nHost: localhost\r\n", 405},
		{"GET /api/v1/network HTTP/1.1\r\nHost: localhost.evil.example\r\n", 403},
	} {
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(conn, "%sConnection: close\r\n\r\n", c.request)
		res, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Errorf("%q: %v", c.request, err)
			conn.Close()
			continue
		}
		line, _, _ := strings.Cut(c.request, "\r")
		if res.Header.Get("Content-Security-Policy") != policy || res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: without security headers: %v", line, res.Header)
		}
		checkProblem(t, res, c.status, map[int]string{403: "forbidden", 404: "not_found", 405: "method_not_allowed"}[c.status])
		conn.Close()
	}
}

// TestEveryFormatOfEveryView: views with nothing in them are files, too.
func TestEveryFormatOfEveryView(t *testing.T) {
	s := readExample(t)
	for _, format := range report.Formats() {
		for _, view := range []string{"", "min_letters=1000000", "from=1900&to=1901", "country=Nowhere", "min_shared=1000000", "ties=1", "cluster=1", "around=Access+Now",
			"two_mode=true", "two_mode=true&from=1900&to=1901", "two_mode=true&country=Nowhere", "theme=dark&title=%00%3Cb%3E"} {
			res := s.ask("GET", "/api/v1/export?format="+format.Name+"&"+view)
			content := body(t, res)
			empty := len(content) == 0 && format.Name != "ftm" // which is a line for each entity, and nothing before
			if res.StatusCode != http.StatusOK || empty || res.Header.Get("Content-Security-Policy") != policy {
				t.Errorf("%s of %q: %d, %.200s", format.Name, view, res.StatusCode, content)
			}
		}
	}
}

// TestCancelledRequestsLeaveNothing: clients that hang up, at once or in the middle of an answer, leave no goroutine behind.
func TestCancelledRequestsLeaveNothing(t *testing.T) {
	address, client := running(t)
	ask := func(path string, after time.Duration) {
		ctx, cancel := context.WithTimeout(t.Context(), after)
		defer cancel()
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+path, nil)
		if err != nil {
			t.Error(err)
			return
		}
		if res, err := client.Do(r); err == nil {
			_, _ = io.CopyN(io.Discard, res.Body, 1000) // and no more
			res.Body.Close()
		}
	}
	paths := []string{"/api/v1/network", "/api/v1/export?format=svg", "/api/v1/partners?seed=Access+Now", "/api/v1/export?format=signatures.csv"}
	for _, p := range paths {
		ask(p, time.Minute)
	}
	client.CloseIdleConnections()
	before := runtime.NumGoroutine()
	for i := range 80 {
		ask(paths[i%len(paths)], time.Duration(i)*100*time.Microsecond)
	}
	client.CloseIdleConnections()
	for deadline := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before+4; runtime.Gosched() {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}
