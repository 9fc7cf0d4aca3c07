package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// What would serve or fill another store than was meant, or a page that nobody could open, is refused.
func TestServeRefuses(t *testing.T) {
	data := t.TempDir()
	own := filepath.Join(data, "own.db")
	must(t, data, "load", "--store", own, write(t, filepath.Join(data, "a.csv"), "organization,letter\nSalt Union,Keep the pool\n"))
	before := must(t, data, "stats", "--store", own)
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"the example among letters of one's own": {[]string{"serve", "--example", "--no-open", "--store", own}, "holds letters of its own"},
		"a host with its scheme":                 {[]string{"serve", "--no-open", "--host", "https://letters.example.org"}, "takes the name alone"},
		"a host with its port":                   {[]string{"serve", "--no-open", "--host", "letters.example.org:8000"}, "takes the name alone"},
		"no store":                               {[]string{"stats", "--store", ""}, "--store is empty"},
		"no address":                             {[]string{"serve", "--no-open", "--listen", ""}, "--listen is empty"},
	} {
		if r := cli(t, data, c.args...); r.code != 2 || !strings.Contains(r.err, c.says) {
			t.Errorf("%s: %d %s", name, r.code, r.err)
		}
	}
	if r := cliBare("stats", "--data", " "); r.code != 2 || !strings.Contains(r.err, "--data is empty") {
		t.Errorf("no folder: %d %s", r.code, r.err)
	}
	if after := must(t, data, "stats", "--store", own); after != before {
		t.Errorf("the store was changed:\n%s\nwas\n%s", after, before)
	}
}

// A store that holds the example, with a letter that somebody added to it, is served on.
func TestServeExampleGoesOn(t *testing.T) {
	data := t.TempDir()
	path := filepath.Join(data, "e.db")
	address, stop := startServer(t, data, "--example", "--store", path, "--listen", "127.0.0.1:0")
	get(t, address+"/health")
	stop()
	must(t, data, "load", "--store", path, write(t, filepath.Join(data, "a.csv"), "organization,letter\nSalt Union,Keep the pool\n"))
	address, stop = startServer(t, data, "--example", "--store", path, "--listen", "127.0.0.1:0")
	defer stop()
	if status, body := get(t, address+"/api/v1/letters?q=pool"); status != 200 || !strings.Contains(body, "Keep the pool") {
		t.Errorf("%d %s", status, body)
	}
}

func TestShortened(t *testing.T) {
	for in, want := range map[string]string{"": "", "short": "short", strings.Repeat("é", longestShown): strings.Repeat("é", longestShown), strings.Repeat("é", longestShown+1): strings.Repeat("é", longestShown) + "…"} {
		if got := shortened(in); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
}
