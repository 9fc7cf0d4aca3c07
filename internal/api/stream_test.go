package api

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/store"
)

// largeFile is one of more than two megabytes that needs no analysis.
const largeFile = base + "/export?format=signatures.csv&min_letters=1"

// listening is a server over a letter with long names, with so much room for files.
func listening(t *testing.T, room int64, whenBegun func(), o Options) (*httptest.Server, *lockedBuffer) {
	t.Helper()
	l := graph.Letter{ID: "long", Title: "Long", Kind: "letter", Documents: []graph.Document{{ID: "d"}}}
	for i := range 12_000 {
		name := fmt.Sprintf("Society %d%s", i, strings.Repeat(" "+strconv.Itoa(i*7919), 40))
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
	}
	log := &lockedBuffer{}
	o.Logger = slog.New(slog.NewTextHandler(log, nil))
	o.Access = o.Logger
	service := explore.New(filled(t, store.Change{Letters: []graph.Letter{l}}), explore.Options{Build: "test", Room: room, WhenBegun: whenBegun})
	t.Cleanup(service.Close)
	server := httptest.NewServer(New(service, o))
	t.Cleanup(server.Close)
	return server, log
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func (l *lockedBuffer) holds(t *testing.T, all ...string) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(5 * time.Millisecond) { // the line comes after the answer
		for line := range strings.SplitSeq(l.String(), "\n") {
			found := 0
			for _, one := range all {
				if strings.Contains(line, one) {
					found++
				}
			}
			if found == len(all) {
				return
			}
		}
		if time.Now().After(end) {
			t.Fatalf("no line of the log has %q: %s", all, l.String())
		}
	}
}

// ask reads an answer, and says when its header has come.
func ask(t *testing.T, seen chan<- bool, address string, header ...string) (*http.Response, []byte, error) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	res, err := (&http.Transport{DisableCompression: true}).RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if seen != nil {
		seen <- true
	}
	data, err := io.ReadAll(res.Body)
	return res, data, err
}

// old asks as HTTP/1.0 does, and as some proxies do: the end of the connection is the end of the answer.
func old(t *testing.T, server *httptest.Server, address string) (*http.Response, []byte) {
	t.Helper()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n", address, server.Listener.Addr())
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, data
}

// TestAFileThatIsCutOff: an error in the middle of a file does not look like its end, whatever way it goes, and stands in the log.
func TestAFileThatIsCutOff(t *testing.T) {
	seen := make(chan bool, 1) // the header of the answer
	server, log := listening(t, 1<<19, func() { <-seen }, Options{})
	res, data, err := ask(t, seen, server.URL+largeFile)
	if res.StatusCode != 200 || len(data) == 0 || err == nil {
		t.Errorf("%d, %d bytes, and the end is %v", res.StatusCode, len(data), err)
	}
	log.holds(t, "ERROR", "cut=true", res.Header.Get("X-Request-Id"), "no more room")
	log.holds(t, "INFO", "cut=true", res.Header.Get("X-Request-Id"), "remote=")

	res, data, err = ask(t, seen, server.URL+largeFile, "Accept-Encoding", "gzip")
	if res.Header.Get("Content-Encoding") != "gzip" || err == nil {
		t.Errorf("packed as %q, and the end is %v", res.Header.Get("Content-Encoding"), err)
	}
	if z, err := gzip.NewReader(bytes.NewReader(data)); err == nil {
		if _, err := io.Copy(io.Discard, z); err == nil {
			t.Error("what came of it unpacks as if it were whole")
		}
	}

	seen <- true
	res, data = old(t, server, largeFile)
	if res.StatusCode != 503 || res.Header.Get("Retry-After") == "" || !strings.Contains(string(data), `"code":"unavailable"`) || res.Header.Get("Content-Disposition") != "" {
		t.Errorf("HTTP/1.0 got %d, %v, %.200s", res.StatusCode, res.Header, data)
	}
}

// TestOldConnectionsGetAllOrNothing: HTTP/1.0 knows no other end than that of the connection, so the length is said.
func TestOldConnectionsGetAllOrNothing(t *testing.T) {
	server, _ := listening(t, 0, nil, Options{})
	res, data := old(t, server, largeFile)
	if res.StatusCode != 200 || res.Header.Get("Content-Length") != strconv.Itoa(len(data)) || len(data) < 2<<20 {
		t.Fatalf("%d, length %q, %d bytes", res.StatusCode, res.Header.Get("Content-Length"), len(data))
	}
	now, same, err := ask(t, nil, server.URL+largeFile)
	if err != nil || !bytes.Equal(same, data) || now.ContentLength != -1 || now.Header.Get("ETag") != res.Header.Get("ETag") {
		t.Errorf("HTTP/1.1 got %d bytes, length %d, %v", len(same), now.ContentLength, err)
	}
}

// TestASlowReaderGetsTheWhole: the deadline of a request is for the beginning of a file.
func TestASlowReaderGetsTheWhole(t *testing.T) {
	server, _ := listening(t, 0, nil, Options{})
	_, whole, err := ask(t, nil, server.URL+largeFile)
	if err != nil {
		t.Fatal(err)
	}
	slow, _ := listening(t, 0, nil, Options{Deadline: 3 * time.Second})
	res, err := http.Get(slow.URL + largeFile)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	first := make([]byte, 1000)
	if _, err := io.ReadFull(res.Body, first); err != nil {
		t.Fatal(err)
	}
	time.Sleep(3500 * time.Millisecond) // the subject of the test
	rest, err := io.ReadAll(res.Body)
	if got := append(first, rest...); err != nil || !bytes.Equal(got, whole) {
		t.Errorf("%d bytes of %d, %v", len(got), len(whole), err)
	}
}
