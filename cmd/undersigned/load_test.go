package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestSeedsLoadAsTheirGoldSays(t *testing.T) {
	seeds, gold := shared(t, "data/seeds"), shared(t, "data/gold")
	with, without := t.TempDir(), t.TempDir()
	must(t, with, "load", seeds, "--aliases", filepath.Join(gold, "aliases.json"))
	want(t, stats(t, with), map[string]int{"letters": 2, "organizations": 100, "signatures": 107, "organizations_on_several_letters": 7})
	must(t, without, "load", seeds)
	want(t, stats(t, without), map[string]int{"letters": 2, "organizations": 101, "signatures": 107, "organizations_on_several_letters": 6})

	before := stats(t, with)["revision"]
	out := must(t, with, "load", seeds, "--aliases", filepath.Join(gold, "aliases.json"), "--json")
	if after := stats(t, with)["revision"]; after != before {
		t.Errorf("loading twice moved the revision from %d to %d", before, after)
	}
	if strings.Contains(out, "null,\n   \"warnings\"") || strings.Contains(out, "\"left_out\": null") {
		t.Error("an empty list must not be null")
	}
	var summary struct{ Written, Unchanged int }
	if err := json.Unmarshal([]byte(out), &summary); err != nil || summary.Written != 0 || summary.Unchanged == 0 {
		t.Errorf("loading twice: %+v, %v", summary, err)
	}
}

func TestABadFileIsNamedAndTheOthersLoad(t *testing.T) {
	data, letters := t.TempDir(), t.TempDir()
	write(t, filepath.Join(letters, "good.txt"), "12 May 2021\n\nDear Members of the Board,\n\nPlease open the archive to everybody, at once and for good.\n\nSigned,\n\nFriends of the Archive\nNorthern Readers League\nOpen Shelf Foundation\n")
	write(t, filepath.Join(letters, "bad.json"), "{\"undersigned\": \"dataset/1\", \"name\": \"n\",\n \"letters\": [{\"id\": \"a\", \"titel\": \"T\"}]}")
	r := cli(t, data, "load", letters)
	if r.code != 3 {
		t.Errorf("exit status %d, want 3\n%s", r.code, r.err)
	}
	if !strings.Contains(r.out, "bad.json") || !strings.Contains(r.out, "line 2") {
		t.Errorf("the bad file is not named with its line:\n%s", r.out)
	}
	want(t, stats(t, data), map[string]int{"letters": 1, "organizations": 3})
}

func TestDryRunWritesNothing(t *testing.T) {
	data := t.TempDir()
	edges := write(t, filepath.Join(t.TempDir(), "e.csv"), "organization,letter\nA,x\nB,x\n")
	out := must(t, data, "load", "--dry-run", "--edges", edges)
	if !strings.Contains(out, "would be written") {
		t.Errorf("got %s", out)
	}
	if entries, err := os.ReadDir(data); err != nil || len(entries) != 0 {
		t.Errorf("a dry run left %v in the data folder", entries)
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	data := t.TempDir()
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"load"}, 2, "takes files, folders or addresses"},
		{[]string{"load", "nowhere.txt"}, 2, "nowhere.txt"},
		{[]string{"extract", filepath.Join(data, "nowhere")}, 2, "there is no such file"},
		{[]string{"extract", data}, 2, "is a folder"},
		{[]string{"stats", "--store", "ftp://127.0.0.1"}, 2, "file name"},
		{[]string{"stats", "--store", "bolt://somebody:secret@127.0.0.1"}, 2, "NEO4J_PASSWORD_FILE"},
		{[]string{"copy", "--from", "a"}, 2, "--to"},
		{[]string{"copy", "--from", filepath.Join(data, "nowhere"), "--to", filepath.Join(data, "b.db")}, 2, "no store"},
		{[]string{"stats", "--store", filepath.Join(data, "no", "such", "folder.db")}, 2, "folder"},
		{[]string{"stats", "--frob"}, 2, "unknown flag"},
		{[]string{"stats", "--log", "loud"}, 2, "log level"},
		{[]string{"serve", "--listen", "nonsense", "--no-open"}, 2, "no address"},
		{[]string{"partners", "--json"}, 2, "--seed"},
		{[]string{"export", "--format", "docx", "-o", "x"}, 2, "gexf"},
		{[]string{"frobnicate"}, 2, "unknown command"},
		{[]string{"analyze", "--edges", filepath.Join(data, "nowhere.csv")}, 2, "no such file"},
		{[]string{"analyze", "--edges", data}, 2, "is a folder"},
		{[]string{"load", "ftp://example.org/x"}, 2, "http and https are"},
		{[]string{"load", data, "--stdin-name", "x.csv"}, 2, "standard input"},
		{[]string{"undo", "x", "--when", "yesterday"}, 2, "2021-05-06"},
		{[]string{"restore", write(t, filepath.Join(t.TempDir(), "no.gz"), "no backup"), "--store", filepath.Join(data, "r.db")}, 2, "no backup"},
		{[]string{"restore", filepath.Join(data, "nowhere.gz")}, 2, "no such file"},
	} {
		r := cli(t, data, c.args...)
		if r.code != c.code || !strings.Contains(r.err, c.says) || strings.Contains(r.err, "panic") {
			t.Errorf("undersigned %s: exit status %d, want %d; it should say %q:\n%s", strings.Join(c.args, " "), r.code, c.code, c.says, r.err)
		}
	}
	if fileExists(filepath.Join(data, "r.db")) {
		t.Error("a restore of what is no backup left a store")
	}
}

// TestAddresses loads and extracts from an address of this machine, which has to be allowed, and finds the copy kept.
func TestAddresses(t *testing.T) {
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/markdown")
		fmt.Fprint(w, "# Keep the pool open\n\nDear Mayor,\n\nWe ask you to keep the pool open.\n\n## Signed by\n\n- Salt Union\n- Pier Friends\n")
	}))
	defer page.Close()
	data := t.TempDir()
	for _, command := range []string{"load", "extract"} {
		if r := cli(t, data, command, page.URL+"/pool"); r.code != 2 || !strings.Contains(r.err, "local network") {
			t.Errorf("%s of a private address: exit status %d: %s", command, r.code, r.err)
		}
		if out := must(t, data, command, page.URL+"/pool", "--private-addresses", "--json"); !strings.Contains(out, "Keep the pool open") {
			t.Errorf("%s says %s", command, out)
		}
	}
	if copies, err := filepath.Glob(filepath.Join(data, "copies", "*.md")); err != nil || len(copies) != 1 {
		t.Errorf("the copies are %v, %v", copies, err)
	}
}

func TestBackupAndRestore(t *testing.T) {
	data, other := t.TempDir(), t.TempDir()
	edges := write(t, filepath.Join(t.TempDir(), "e.csv"), "organization,letter,date\nA,x,2020-01-02\nB,x,2020-01-02\nA,y,2021\n")
	must(t, data, "load", "--edges", edges)
	file := filepath.Join(t.TempDir(), "all.backup")
	must(t, data, "backup", file)
	must(t, other, "restore", file)
	if a, b := must(t, data, "export", "--format", "graphml", "-o", "-"), must(t, other, "export", "--format", "graphml", "-o", "-"); a != b || len(a) < 100 {
		t.Error("a restored store exports other bytes")
	}
	if r := cli(t, other, "restore", file); r.code != 2 {
		t.Errorf("restoring into a store that is not new: exit status %d: %s", r.code, r.err)
	}
}

// TestKilledLoadLosesNothing kills `load --edges` with SIGKILL at several moments and loads again: the export is that of an
// uninterrupted load, byte for byte.
func TestKilledLoadLosesNothing(t *testing.T) {
	edges := shared(t, "data/networks/s10k.csv.gz")
	whole := t.TempDir()
	start := time.Now()
	if out, err := program(t, whole, "load", "--edges", edges).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(start)
	reference := must(t, whole, "export", "--format", "signatures.csv", "-o", "-")
	if len(reference) < 1_000_000 {
		t.Fatalf("the reference export has %d bytes only", len(reference))
	}
	kills := 0
	for _, part := range []float64{.1, .35, .55, .75, .9} {
		data := t.TempDir()
		c := program(t, data, "load", "--edges", edges)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(part*float64(took)), func() { c.Process.Kill() })
		if c.Wait() != nil {
			kills++
		}
		timer.Stop()
		must(t, data, "load", "--edges", edges)
		if got := must(t, data, "export", "--format", "signatures.csv", "-o", "-"); got != reference {
			t.Errorf("killed after %.0f %% of the time and loaded again: the export differs", 100*part)
		}
	}
	if kills == 0 {
		t.Fatal("no load was killed: this test shows nothing")
	}
}

// full is a place that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputThatIsLostIsAnError(t *testing.T) {
	data := t.TempDir()
	must(t, data, "load", "--edges", write(t, filepath.Join(t.TempDir(), "e.csv"), "organization,letter\nA,x\nB,x\n"))
	for _, args := range [][]string{{"stats"}, {"stats", "--json"}} {
		var errs bytes.Buffer
		if code := run(t.Context(), append(args, "--data", data), stdio{strings.NewReader(""), full{}, &errs}); code != 1 || !strings.Contains(errs.String(), "could not be written") && !strings.Contains(errs.String(), "no space") {
			t.Errorf("%v into a full disk: exit status %d, %q", args, code, errs.String())
		}
	}
}

func TestControlCharactersDoNotReachTheTerminal(t *testing.T) {
	data := t.TempDir()
	edges := write(t, filepath.Join(t.TempDir(), "e.csv"), "organization,letter\nRed\x1b[31m Cross,x\nRED\x1b[31m CROSS,x\n")
	r := cli(t, data, "load", "--edges", edges)
	out := r.out + r.err + cli(t, data, "judgements").out
	if strings.Contains(out, "\x1b") || len(out) == 0 {
		t.Errorf("an escape code came through: %q", out)
	}
}

// TestLoadEndsWithWhatIsThere looks at the last lines of loads: what the store holds, what waits for a person, where to look next.
func TestLoadEndsWithWhatIsThere(t *testing.T) {
	data, files := t.TempDir(), t.TempDir()
	table := write(t, filepath.Join(files, "t.csv"), "organization,letter\nSalt Club,Pool\nMoon Club,Pool\n")
	ends := func(says []string, not string, args ...string) {
		t.Helper()
		r := cli(t, data, append([]string{"load"}, args...)...)
		at := strings.Index(r.out, "\nThe store ")
		if at < 0 {
			t.Fatalf("load %q says nothing of the store:\n%s", args, r.out)
		}
		for _, s := range says {
			if !strings.Contains(r.out[at:], s) {
				t.Errorf("load %q does not end with %q:\n%s", args, s, r.out[at:])
			}
		}
		if not != "" && strings.Contains(r.out, not) {
			t.Errorf("load %q says %q:\n%s", args, not, r.out)
		}
	}
	ends([]string{"would hold 1 letter and 2 organizations", "1 would be new", "Nothing was written"}, "unchanged)", "--dry-run", table)
	ends([]string{"holds 1 letter and 2 organizations", "1 is new", "Nothing waits for a person", "undersigned serve", "undersigned list letters", "export -o network.gexf"}, "", table)
	ends([]string{"1 is unchanged"}, "would be new", "--dry-run", table)
	write(t, table, "organization,letter\nSalt Club,Pool\nSun Club,Pool\n")
	ends([]string{"1 would replace an earlier state", "Nothing was written"}, "(unchanged)", "--dry-run", table)
	ends([]string{"1 replaces an earlier state"}, "", table)
	write(t, filepath.Join(files, "bad.json"), "{")
	write(t, filepath.Join(files, "claims.txt"), "Keep the pool open\n\n5 May 2021\n\nDear Mayor,\n\n"+pool+"\n\nThe 9 undersigned organizations:\n\nHarbor Club\nStar Club\nSea Club\n")
	write(t, filepath.Join(files, "again.txt"), "Keep the pool open\n\n9 May 2021\n\nDear Mayor,\n\n"+pool+"\n\nThe undersigned organizations:\n\nHarbor Club\nStar Club\nSea Club\nMud Club\n")
	ends([]string{"Waiting for a person", "1 letter claims more signatories than were found", "1 pair of letters may be one letter: undersigned letters proposals", "1 file could not be read"}, "Nothing waits", files)
	other := filepath.Join(t.TempDir(), "my store.db")
	ends([]string{"undersigned serve --data " + data + " --store '" + other + "'"}, "", "--store", other, table)
}
