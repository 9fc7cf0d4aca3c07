package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"undersigned/internal/store/neo4j/neo4jtest"
)

// neo4jServer starts a real server and gives the program its password by file, as users do.
func neo4jServer(t *testing.T) *neo4jtest.Server {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a Neo4j server, which takes some seconds to start")
	}
	server := neo4jtest.Start(t)
	t.Setenv("NEO4J_PASSWORD_FILE", write(t, filepath.Join(t.TempDir(), "password"), server.Password+"\n"))
	t.Setenv("NEO4J_PASSWORD", "")
	t.Setenv("NEO4J_USERNAME", "")
	return server
}

// eventually asks again until ok, for at most ten seconds times what a slow machine needs.
func eventually(t *testing.T, what string, ok func() bool) time.Duration {
	t.Helper()
	start := time.Now()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for time.Since(start) < time.Minute {
		if ok() {
			return time.Since(start)
		}
		<-tick.C
	}
	t.Fatalf("%s: not after a minute", what)
	return 0
}

type versionAnswer struct {
	Revision int64  `json:"revision"`
	Hash     string `json:"hash"`
	Stale    bool   `json:"stale"`
}

func versionAt(t *testing.T, address string) versionAnswer {
	t.Helper()
	status, body := get(t, address+"/api/v1/version")
	var v versionAnswer
	if err := json.Unmarshal([]byte(body), &v); err != nil || status != 200 {
		t.Fatalf("/version: %d %s", status, body)
	}
	return v
}

// TestNeo4jIsASecondHome: the same bytes come out of both stores, copies go both ways, several servers see each other's
// writes, and a database that is silent leaves the last data standing, marked stale.
func TestNeo4jIsASecondHome(t *testing.T) {
	server := neo4jServer(t)
	data := t.TempDir()
	letters := t.TempDir()
	set := exampleFile(t, letters)
	if r := cli(t, data, "stats", "--store", server.URI()); r.code != 2 || !strings.Contains(r.err, "there is no store") {
		t.Errorf("stats of an empty database ends with %d: %s", r.code, r.err)
	}
	if out := must(t, data, "load", "--dry-run", "--store", server.URI(), set); !strings.Contains(out, "would be new") {
		t.Errorf("a dry run on an empty database says %s", out)
	}
	must(t, data, "load", set)
	must(t, data, "load", "--store", server.URI(), set)

	t.Run("same bytes", func(t *testing.T) {
		for _, format := range []string{"signatures.csv", "graphml", "gexf", "json"} {
			file, neo := must(t, data, "export", "-f", format, "-o", "-"), must(t, data, "export", "-f", format, "-o", "-", "--store", server.URI())
			if file != neo || len(file) < 1000 {
				t.Errorf("%s: %d bytes from the file, %d other ones from Neo4j", format, len(file), len(neo))
			}
		}
	})
	t.Run("copy and verify", func(t *testing.T) {
		back := filepath.Join(t.TempDir(), "back.db")
		out := must(t, data, "copy", "--from", server.URI(), "--to", back)
		if !strings.Contains(out, "the same") {
			t.Errorf("copy says %q", out)
		}
		for _, store := range []string{back, server.URI()} {
			if out := must(t, data, "verify", "--store", store); !strings.Contains(out, "in order") {
				t.Errorf("verify %s: %s", store, out)
			}
		}
	})
	t.Run("copy there and back", func(t *testing.T) {
		first, back := filepath.Join(t.TempDir(), "first.db"), filepath.Join(t.TempDir(), "back.db")
		makeHistory(t, data, "--store", first)
		server.Empty(t)
		must(t, data, "copy", "--from", first, "--to", server.URI())
		sameEverywhere(t, data, first, server.URI())
		must(t, data, "copy", "--from", server.URI(), "--to", back)
		sameEverywhere(t, data, first, back)
		if out := must(t, data, "copy", "--from", first, "--to", server.URI()); !strings.Contains(out, " 0 of these were written now") {
			t.Errorf("copying again says %q", out)
		}
		server.Empty(t)
		must(t, data, "load", "--store", server.URI(), set)
	})
	t.Run("three servers", func(t *testing.T) {
		var addresses []string
		for range 3 {
			address, stop := startServer(t, t.TempDir(), "--listen", "127.0.0.1:0", "--store", server.URI())
			defer stop()
			addresses = append(addresses, address)
		}
		before := versionAt(t, addresses[0])
		must(t, data, "load", "--store", server.URI(), write(t, filepath.Join(letters, "late.txt"), lateLetter))
		for _, address := range addresses {
			took := eventually(t, "the new letter at "+address, func() bool { return versionAt(t, address).Revision > before.Revision })
			t.Logf("the write showed after %v", took.Round(100*time.Millisecond))
		}
	})
	t.Run("exchanged database", func(t *testing.T) {
		address, stop := startServer(t, t.TempDir(), "--listen", "127.0.0.1:0", "--store", server.URI())
		defer stop()
		before := versionAt(t, address)
		server.Empty(t)
		must(t, data, "load", "--store", server.URI(), write(t, filepath.Join(letters, "late.txt"), lateLetter))
		eventually(t, "the other store", func() bool { v := versionAt(t, address); return !v.Stale && v.Hash != before.Hash })
		body := ""
		eventually(t, "its analysis", func() bool { // until then the last one is served, marked older
			_, body = get(t, address+"/api/v1/organizations?limit=500")
			return !strings.Contains(body, `"older":true`)
		})
		if !strings.Contains(body, "Northern Tenants League") || strings.Contains(body, "Electronic Frontier") {
			t.Errorf("the organizations of the store that is there now: %.300s", body)
		}
		server.Empty(t)
		must(t, data, "load", "--store", server.URI(), set)
	})
	t.Run("more large answers than are made at one time", func(t *testing.T) {
		server.Empty(t)
		must(t, data, "load", "--store", server.URI(), "--edges", write(t, filepath.Join(letters, "large.csv"), edgeText(700, 30)))
		address, stop := startServer(t, t.TempDir(), "--listen", "127.0.0.1:0", "--store", server.URI())
		defer stop()
		versionAt(t, address)
		var all sync.WaitGroup
		var answered, refused atomic.Int32
		for i := range 100 { // each another file
			all.Go(func() {
				r, err := (&http.Client{Timeout: 3 * time.Minute}).Get(fmt.Sprintf("%s/api/v1/export?format=gexf&min_letters=%d&min_shared=%d", address, i%25, i/25))
				if err != nil {
					t.Error(err)
					return
				}
				defer r.Body.Close()
				_, err = io.Copy(io.Discard, r.Body)
				switch {
				case err == nil && r.StatusCode == 200:
					answered.Add(1)
				case r.StatusCode == 503 && r.Header.Get("Retry-After") != "":
					refused.Add(1)
				default:
					t.Errorf("%d %v", r.StatusCode, err)
				}
			})
		}
		if status, body := get(t, address+"/api/v1/letters"); status != 200 {
			t.Errorf("a small answer meanwhile: %d %.200s", status, body)
		}
		all.Wait()
		t.Logf("%d were answered, %d told when to come again", answered.Load(), refused.Load())
		if answered.Load() == 0 || refused.Load() == 0 {
			t.Errorf("%d were answered, %d told to come again; want some of each", answered.Load(), refused.Load())
		}
		server.Empty(t)
		must(t, data, "load", "--store", server.URI(), set)
	})
	t.Run("silent database", func(t *testing.T) {
		address, stop := startServer(t, t.TempDir(), "--listen", "127.0.0.1:0", "--store", server.URI())
		defer stop()
		fresh := versionAt(t, address)
		server.Pause(t)
		stopped := true
		defer func() {
			if stopped {
				server.Resume(t)
			}
		}()
		eventually(t, "the data marked stale", func() bool { return versionAt(t, address).Stale })
		if status, body := get(t, address+"/api/v1/letters"); status != 200 || !strings.Contains(body, `"stale":true`) {
			t.Errorf("the last data must still be served, marked: %d %.200s", status, body)
		}
		for _, path := range []string{"/ready", "/health"} {
			r, err := (&http.Client{Timeout: time.Minute}).Get(address + path)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(r.Body)
			r.Body.Close()
			if err != nil || r.StatusCode != 503 || r.Header.Get("Retry-After") == "" || !strings.Contains(string(body), `"stale"`) || !strings.Contains(string(body), "has not answered") {
				t.Errorf("%s of a server whose database is silent: %d %s (%v)", path, r.StatusCode, body, err)
			}
		}
		if status, _ := get(t, address+"/live"); status != 200 {
			t.Errorf("/live: %d", status)
		}
		server.Resume(t)
		stopped = false
		eventually(t, "ready again", func() bool { status, _ := get(t, address+"/ready"); return status == 200 })
		eventually(t, "recovery", func() bool { v := versionAt(t, address); return !v.Stale && v.Hash == fresh.Hash })
	})
}

const lateLetter = `3 March 2022

Dear Members of the Harbour Board,

Please publish the minutes of your meetings, all of them, on the day they are approved.

Signed,

Friends of the Open Harbour
Northern Tenants League
Society for Public Minutes
`

// exampleFile writes the example data set to a file.
func exampleFile(t *testing.T, folder string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "examples", "example.json"))
	if err != nil {
		t.Fatal(err)
	}
	return write(t, filepath.Join(folder, "example.json"), string(text))
}
