package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
)

// server answers each path with what a test needs.
func server(t *testing.T) *httptest.Server {
	t.Helper()
	release := make(chan struct{})
	mux := http.NewServeMux()
	send := func(path, kind, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Write([]byte(body)) //nolint:errcheck // the client may have left
		})
	}
	send("/letter.php", "text/html; charset=ISO-8859-2", "<p>Dear X</p>")
	send("/raw/list.yml", "text/plain", "- Salt Union")
	send("/pdf", "application/pdf", "%PDF-1.7")
	send("/download", "application/octet-stream", "%PDF-1.7")
	send("/picture.png", "image/png", "\x89PNG")
	send("/empty", "text/html", " \n")
	send("/large", "text/plain", strings.Repeat("x", 2000))
	send("/", "text/html", "<p>home</p>")
	mux.HandleFunc("/unknown", func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = nil
		w.Write([]byte("<!doctype html><p>x")) //nolint:errcheck // as above
	})
	mux.HandleFunc("/named", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
		w.Header().Set("Content-Disposition", `attachment; filename="../Open letter.doc"`)
		w.Write([]byte("PK")) //nolint:errcheck // as above
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Header().Set("Content-Encoding", "gzip")
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(make([]byte, 1<<20)) //nolint:errcheck // a buffer takes everything
		z.Close()                    //nolint:errcheck // as above
		w.Write(b.Bytes())           //nolint:errcheck // as above
	})
	mux.HandleFunc("/damaged", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write([]byte("no gzip at all")) //nolint:errcheck // as above
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Write([]byte("Dear")) //nolint:errcheck // as above
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
		case <-release:
		}
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Header().Set("Content-Length", "100")
		w.Write([]byte("Dear")) //nolint:errcheck // as above
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/letter.php#part", http.StatusFound)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/password", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://me:secret@"+r.Host+"/letter.php", http.StatusFound)
	})
	for path, code := range map[string]int{"/gone": 410, "/forbidden": 403, "/busy": 503, "/partial": 206} {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) })
	}
	s := httptest.NewServer(mux)
	t.Cleanup(func() { close(release); s.Close() })
	return s
}

// TestGet reads what servers send, under a name that says what it is.
func TestGet(t *testing.T) {
	s := server(t)
	for path, want := range map[string]Result{
		"/letter.php":    {Name: "letter.html", MediaType: "text/html", Charset: "iso-8859-2"},
		"/moved":         {Name: "letter.html", MediaType: "text/html", Charset: "iso-8859-2", FinalURL: "/letter.php"},
		"/raw/list.yml":  {Name: "list.yml", MediaType: "text/plain"},
		"/pdf?id=7#p=2":  {Name: "pdf.pdf", MediaType: "application/pdf", FinalURL: "/pdf?id=7"},
		"/download":      {Name: "download.pdf", MediaType: "application/pdf"},
		"/":              {Name: "127.0.0.1.html", MediaType: "text/html"},
		"/unknown":       {Name: "unknown.html", MediaType: "text/html"},
		"/named":         {Name: "Open-letter.docx", MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		"/a%20b/%2e%2e/": {Name: "127.0.0.1.html", MediaType: "text/html"},
	} {
		got, err := Get(t.Context(), s.URL+path, Options{Private: true})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if final := strings.TrimPrefix(got.FinalURL, s.URL); want.FinalURL != "" && final != want.FinalURL {
			t.Errorf("%s was read from %s", path, final)
		}
		if got.Name != want.Name || got.MediaType != want.MediaType || got.Charset != want.Charset || len(got.Data) == 0 || got.Retrieved.IsZero() || got.Retrieved.Nanosecond() != 0 {
			t.Errorf("%s: name %q, type %q, charset %q, %d bytes, %s", path, got.Name, got.MediaType, got.Charset, len(got.Data), got.Retrieved)
		}
	}
}

// TestRefusals gives what must end in a clear error, each within its time.
func TestRefusals(t *testing.T) {
	s := server(t)
	unknown := httptest.NewTLSServer(http.NotFoundHandler())
	unknown.Config.ErrorLog = log.New(io.Discard, "", 0)
	defer unknown.Close()
	for address, want := range map[string]struct {
		code graph.Code
		says string
	}{
		s.URL + "/missing/../gone":     {graph.NotFound, "there is no page"},
		s.URL + "/forbidden":           {graph.Unsupported, "save it and give the file"},
		s.URL + "/busy":                {graph.Unavailable, "503"},
		s.URL + "/partial":             {graph.Unavailable, "206"},
		s.URL + "/picture.png":         {graph.Unsupported, "image/png"},
		s.URL + "/empty":               {graph.Invalid, "empty"},
		s.URL + "/large":               {graph.TooLarge, "1000 bytes"},
		s.URL + "/bomb":                {graph.TooLarge, "1000 bytes"},
		s.URL + "/damaged":             {graph.Unavailable, "damaged"},
		s.URL + "/slow":                {graph.Unavailable, "within"},
		s.URL + "/cut":                 {graph.Unavailable, "cut off"},
		s.URL + "/loop":                {graph.Unavailable, "more than 3 times"},
		s.URL + "/file":                {graph.Invalid, "file://"},
		s.URL + "/password":            {graph.Invalid, "password"},
		"http://me:secret@example.org": {graph.Invalid, "password"},
		"ftp://example.org/a":          {graph.Invalid, "http://"},
		"https://":                     {graph.Invalid, "no address"},
		"letter.txt":                   {graph.Invalid, "no address"},
		"http://a b":                   {graph.Invalid, "no address"},
		"http://[::1":                  {graph.Invalid, "no address"},
		"http://no-such-host.invalid/": {graph.Unavailable, "could not be"},
		"http://127.0.0.1:1/":          {graph.Unavailable, "could not be reached"},
		unknown.URL:                    {graph.Unavailable, "safely"},
	} {
		begun := time.Now()
		_, err := Get(t.Context(), address, Options{Private: true, Bytes: 1000, Time: 2 * time.Second, Redirects: 3})
		if graph.CodeOf(err) != want.code || !strings.Contains(graph.MessageOf(err), want.says) {
			t.Errorf("%s: %s %v, want %s and %q", address, graph.CodeOf(err), err, want.code, want.says)
		}
		if strings.Contains(graph.MessageOf(err), "secret") {
			t.Errorf("%s: the message tells the password", address)
		}
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("%s took %s", address, took)
		}
	}
}

// TestPrivateRefused asks that nothing of this machine is reached unless that is allowed: by number, by name, in the forms of
// IPv6, and by a redirect from an address that is allowed.
func TestPrivateRefused(t *testing.T) {
	s := server(t)
	port := s.URL[strings.LastIndexByte(s.URL, ':'):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0", "[::1]", "[::]"} {
		_, err := Get(t.Context(), "http://"+host+port+"/letter.php", Options{})
		if graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), "local network") {
			t.Errorf("%s: %v", host, err)
		}
	}
	inner := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the inner server was reached") }))
	defer inner.Close()
	outer := httptest.NewServer(http.RedirectHandler(inner.URL, http.StatusFound))
	defer outer.Close()
	open := netip.MustParseAddrPort(strings.TrimPrefix(outer.URL, "http://"))
	c := client{Options: Options{}.withDefaults(), allowed: func(to netip.AddrPort) bool { return to == open }}
	if _, err := c.get(t.Context(), outer.URL); graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), "local network") {
		t.Errorf("a redirect gives %v", err)
	}
}

// TestNoProxy asks that the environment's proxy, which could reach what we may not, is left alone unless that is allowed.
func TestNoProxy(t *testing.T) {
	if transport := (client{allowed: func(netip.AddrPort) bool { return true }}).transport(); transport.Proxy != nil {
		t.Error("a proxy is used")
	}
	if transport := (client{}).transport(); transport.Proxy == nil {
		t.Error("no proxy is used")
	}
}

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "8.8.8.8": true, "2606:4700::1111": true, "::ffff:8.8.8.8": true, "100.63.255.255": true, "172.32.0.1": true,
		"10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "127.1.2.3": false, "169.254.169.254": false, "100.64.0.1": false, "0.1.2.3": false, "224.0.0.1": false,
		"255.255.255.255": false, "198.18.0.1": false, "192.0.0.1": false, "::1": false, "::": false, "fe80::1": false, "fe80::1%eth0": false, "fc00::1": false, "ff02::1": false,
		"::ffff:10.0.0.1": false, "::ffff:127.0.0.1": false, "::127.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "2001::1": false, "fec0::1": false,
	} {
		if Public(netip.MustParseAddr(address)) != want {
			t.Errorf("Public(%s) is %v", address, !want)
		}
	}
	if Public(netip.Addr{}) {
		t.Error("no address is public")
	}
}

func TestCancelled(t *testing.T) {
	s := server(t)
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("the user left"))
	if _, err := Get(ctx, s.URL+"/slow", Options{Private: true}); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("%v, want cancelled", err)
	}
}

func TestIsAddress(t *testing.T) {
	for s, want := range map[string]bool{"https://example.org/a": true, "HTTP://example.org": true, "letter.txt": false, "C:\\letters": false, "ftp://example.org": false, "dir/http": false} {
		if IsAddress(s) != want {
			t.Errorf("IsAddress(%q) is %v", s, !want)
		}
	}
}
