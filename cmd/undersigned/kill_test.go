package main

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store/sqlite"
)

// killsVariable is how many kills TestKillsAtRandomMoments makes; killsSeed repeats those of an earlier run.
const (
	killsVariable = "UNDERSIGNED_KILLS"
	killsSeed     = "UNDERSIGNED_KILLS_SEED"
)

// kills returns how many kills a test is to make, and where their moments come from.
func kills(t *testing.T, variable string, usual int) (rounds int, random *rand.Rand) {
	t.Helper()
	number := func(name string, instead uint64) uint64 {
		text := os.Getenv(name)
		if text == "" {
			return instead
		}
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			t.Fatalf("%s is no number: %q", name, text)
		}
		return n
	}
	seed := number(killsSeed, uint64(time.Now().UnixNano()))
	t.Logf("the moments: %s=%d", killsSeed, seed)
	return int(number(variable, uint64(usual))), rand.New(rand.NewPCG(seed, 0))
}

// work is what a process does when it is killed. Its files are in a folder that begins as before says.
type work struct {
	name   string
	before func(t *testing.T, folder string)   // nil: an empty folder
	args   func(folder string) []string        // of the program
	result func(t *testing.T, f string) string // what undisturbed work leaves: a hash
	store  string                              // the file that has to be in order afterwards, where it is there
	old    bool                                // what result tells of may be that of before, too
}

// killed counts what happened.
type killed struct{ rounds, early, working, ended int }

// TestKillsAtRandomMoments kills the program with SIGKILL while it loads, restores, copies, backs up and judges: what is there afterwards is in
// order, and the same work done again leaves what undisturbed work leaves, and no half-written file.
func TestKillsAtRandomMoments(t *testing.T) {
	works := killedWorks(t)
	rounds, random := kills(t, killsVariable, len(works))
	undisturbed := map[string]string{}
	takes := map[string]time.Duration{}
	seen := map[string]*killed{}
	for _, w := range works {
		folder := w.folder(t)
		start := time.Now()
		w.run(t, folder)
		takes[w.name], undisturbed[w.name], seen[w.name] = time.Since(start), w.result(t, folder), &killed{}
	}
	for round := range rounds {
		w := works[round%len(works)]
		after := time.Duration(random.Int64N(int64(takes[w.name])))
		t.Run(fmt.Sprintf("%d %s after %v", round, w.name, after.Round(time.Millisecond)), func(t *testing.T) {
			w.kill(t, after, undisturbed[w.name], seen[w.name])
		})
	}
	for _, name := range slices.Sorted(maps.Keys(seen)) {
		k := seen[name]
		t.Logf("%-12s %3d kills: %d before there was a file, %d while it worked, %d when it had just ended", name, k.rounds, k.early, k.working, k.ended)
	}
}

func (w *work) folder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if w.before != nil {
		w.before(t, folder)
	}
	return folder
}

func (w *work) command(t *testing.T, folder string) *exec.Cmd {
	c := program(t, folder, w.args(folder)...)
	c.Env = append(c.Env, "TMPDIR="+t.TempDir()) // what is left there is not the store's
	return c
}

func (w *work) run(t *testing.T, folder string) {
	t.Helper()
	if said, err := w.command(t, folder).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", w.name, err, said)
	}
}

func (w *work) kill(t *testing.T, after time.Duration, undisturbed string, seen *killed) {
	folder := w.folder(t)
	untouched := files(t, folder)
	old := ""
	if w.old {
		old = w.result(t, folder)
	}
	c := w.command(t, folder)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after) // a moment of no meaning is what is wanted
	if err := c.Process.Kill(); err != nil && err != os.ErrProcessDone {
		t.Fatal(err)
	}
	ended := c.Wait() == nil
	seen.rounds++
	switch {
	case ended:
		seen.ended++
	case slices.Equal(files(t, folder), untouched) && !w.old:
		seen.early++
	default:
		seen.working++
	}
	if _, err := os.Stat(filepath.Join(folder, w.store)); err == nil {
		must(t, folder, "verify", "--store", filepath.Join(folder, w.store))
	}
	if w.old {
		if is := w.result(t, folder); is != old && is != undisturbed {
			t.Errorf("what is there is neither what was there nor what was to be: %.12s", is)
		}
	}
	if ended && w.result(t, folder) != undisturbed {
		t.Errorf("what was acknowledged is not there")
	}
	longAgo := time.Now().Add(-2 * time.Hour)
	for _, path := range leftOver(t, folder) { // a later start removes them when nobody can be writing them any more
		if err := os.Chtimes(path, longAgo, longAgo); err != nil {
			t.Fatal(err)
		}
	}
	if w.name != "restore" || !ended && !restored(t, filepath.Join(folder, w.store)) { // a store is restored into once
		w.run(t, folder)
	}
	if is := w.result(t, folder); is != undisturbed {
		t.Errorf("done again it leaves %.12s, undisturbed %.12s", is, undisturbed)
	}
	must(t, folder, "verify", "--store", filepath.Join(folder, w.store))
	if left := leftOver(t, folder); w.name != "restore" && len(left) > 0 {
		t.Errorf("left over: %q", left)
	}
}

func files(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func leftOver(t *testing.T, folder string) []string {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(folder, ".undersigned-*"))
	if err != nil {
		t.Fatal(err)
	}
	return left
}

func restored(t *testing.T, path string) bool {
	if _, err := os.Stat(path); err != nil {
		return false
	}
	s, err := sqlite.OpenExisting(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	revision, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return revision > 0
}

// contentOf is the hash of all records of a store in a file, "" where there is none.
func contentOf(t *testing.T, path string) string {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	s, err := sqlite.OpenExisting(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	data, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if graph.ContentHash(data.Letters, data.Profiles, data.Judgements) != data.Hash {
		t.Error("the records are not the ones that were written")
	}
	return cmp.Or(data.Hash, "empty")
}

// killedWorks are the kinds of work, over letters and an edge list that are long enough to be killed in the middle.
func killedWorks(t *testing.T) []work {
	t.Helper()
	source := t.TempDir()
	edges := write(t, filepath.Join(source, "edges.csv"), edgeText(900, 30))
	letters := filepath.Join(source, "letters")
	for i := range 12 {
		write(t, filepath.Join(letters, fmt.Sprintf("%02d.txt", i)), letterText(i))
	}
	made := filepath.Join(source, "made.db")
	must(t, source, "load", "--store", made, "--edges", edges)
	backup := filepath.Join(source, "made.backup")
	must(t, source, "backup", "--store", made, backup)
	small := filepath.Join(source, "small.db")
	must(t, source, "load", "--store", small, "--edges", write(t, filepath.Join(source, "small.csv"), edgeText(3, 4)))
	smallBackup := filepath.Join(source, "small.backup")
	must(t, source, "backup", "--store", small, smallBackup)
	const db = "s.db"
	hash := func(t *testing.T, f string) string { return contentOf(t, filepath.Join(f, db)) }
	put := func(from, as string) func(t *testing.T, folder string) {
		return func(t *testing.T, folder string) { write(t, filepath.Join(folder, as), read(t, from)) }
	}
	in := func(f string) string { return filepath.Join(f, db) }
	return []work{
		{name: "load", args: func(f string) []string { return []string{"load", "--store", in(f), letters} }, result: hash, store: db},
		{name: "load --edges", args: func(f string) []string { return []string{"load", "--store", in(f), "--edges", edges} }, result: hash, store: db},
		{name: "load into", before: put(small, db), args: func(f string) []string { return []string{"load", "--store", in(f), "--edges", edges} }, result: hash, store: db},
		{name: "restore", args: func(f string) []string { return []string{"restore", "--store", in(f), backup} }, result: hash, store: db},
		{name: "copy", args: func(f string) []string { return []string{"copy", "--from", made, "--to", in(f)} }, result: hash, store: db},
		{name: "judge", before: put(made, db), args: func(f string) []string {
			return []string{"judge", "--store", in(f), "same", "Club 1", "Club 2", "--by", "Ada"}
		}, result: hash, store: db, old: true},
		{name: "backup", before: func(t *testing.T, f string) { put(made, db)(t, f); put(smallBackup, "b")(t, f) },
			args: func(f string) []string { return []string{"backup", "--store", in(f), filepath.Join(f, "b")} },
			result: func(t *testing.T, f string) string {
				into := filepath.Join(t.TempDir(), "r.db")
				must(t, f, "restore", "--store", into, filepath.Join(f, "b"))
				return contentOf(t, into)
			}, store: db, old: true},
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// edgeText is an edge list of letters with so many signers each.
func edgeText(letters, signers int) string {
	var b strings.Builder
	b.WriteString("organization,letter\n")
	for l := range letters {
		for s := range signers {
			fmt.Fprintf(&b, "Club %d,Letter %d\n", (l*7+s*s)%(signers*20), l)
		}
	}
	return b.String()
}

// letterText is a letter as it is pasted, of which the number decides title and signers.
func letterText(i int) string {
	return fmt.Sprintf("Keep river number %d open\n\nMarch 5, 2021\n\nDear members of the council,\n\nWe ask you to keep the river open for everybody on it.\n\nSincerely,\n\n"+
		"River Watch %d\nBoat Builders Guild %d\nHarbour Union\n", i, i, i%3)
}
