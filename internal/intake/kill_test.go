package intake

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled/ruledtest"
)

const storeVariable = "INTAKE_TEST_STORE"

func init() { children["saves"] = savesAndTells }

// telling says when a write begins and when it is acknowledged.
type telling struct{ store.Store }

func (s telling) Put(ctx context.Context, c store.Change) (store.Result, error) {
	fmt.Println("begin")
	result, err := s.Store.Put(ctx, c)
	fmt.Println("done")
	return result, err
}

// savesAndTells saves the letter of TestKilledSave and waits to be killed.
func savesAndTells() {
	ctx := context.Background()
	db, err := ruledtest.Open(ctx, os.Getenv(storeVariable))
	if err == nil {
		service := explore.New(db, explore.Options{})
		in := New(service, telling{db}, Options{})
		id, q := killedDraft(in)
		_, err = in.Save(ctx, id, q)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		os.Exit(1)
	}
}

const killedNames = 400

// killedDraft puts a draft on the shelf, and returns what is saved of it: many rows, one of which is decided.
func killedDraft(in *Intake) (string, SaveRequest) {
	r := &reading{Letter: graph.Letter{ID: "killed", Title: "Keep the river open", Kind: "letter", Documents: []graph.Document{{ID: "k"}}}}
	q := SaveRequest{By: "Ada", Title: r.Letter.Title, Kind: "letter"}
	for i, name := range append(numbered(0, killedNames-1), "The Watchers") {
		r.Lines = append(r.Lines, newLine(i+1, 0, name))
		r.Rows = append(r.Rows, row{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "k", Line: i + 1, Text: name}}})
		q.Rows = append(q.Rows, SaveRow{From: []int{i}, Name: name})
	}
	q.Rows[killedNames-1].Organization = Decision{"same", graph.OrganizationID("River Watch", "")}
	if err := in.keep(&draft{id: "x", reading: r}); err != nil {
		panic(err)
	}
	return "x", q
}

// TestKilledSave kills a save with SIGKILL when its write begins, and when it is acknowledged: the letter and its judgement are there
// together or not at all, what was acknowledged is there, and saving the document again gives what an undisturbed save gives, once.
func TestKilledSave(t *testing.T) {
	undisturbed := openDesk(t, stored("old", "An earlier letter", "2020", "River Watch"))
	id, q := killedDraft(undisturbed.Intake)
	undisturbed.save(id, q)
	want, err := undisturbed.store.ContentHash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, moment := range []string{"begin", "done"} {
		t.Run(moment, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "killed.db")
			db, err := ruledtest.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := db.Put(t.Context(), store.Change{Letters: []graph.Letter{stored("old", "An earlier letter", "2020", "River Watch")}, Actor: "test"}); err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			killWhen(t, moment, exec.Command(program, "-test.run=^$"), path)
			if db, err = ruledtest.Open(t.Context(), path); err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			data, err := db.Snapshot(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if there := len(data.Letters) == 2; there != (len(data.Judgements) == 1) || moment == "done" && !there || there && len(data.Letters[0].Signatures) != killedNames {
				t.Errorf("%d letters and %d judgements are there", len(data.Letters), len(data.Judgements))
			}
			service := explore.New(db, explore.Options{})
			defer service.Close()
			in := New(service, db, Options{})
			id, q := killedDraft(in)
			for range 2 {
				if _, err := in.Save(t.Context(), id, q); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := db.ContentHash(t.Context()); err != nil || got != want {
				t.Errorf("saving again gives other content than a save that nobody disturbed: %v", err)
			}
		})
	}
}

// killWhen starts a child that saves to a store and kills it once it says a line.
func killWhen(t *testing.T, line string, c *exec.Cmd, path string) {
	t.Helper()
	c.Env = append(os.Environ(), childVariable+"=saves", storeVariable+"="+path)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := c.StdinPipe() // stays open: the child waits for its end
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	said := false
	for lines := bufio.NewScanner(out); !said && lines.Scan(); {
		said = lines.Text() == line
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err == nil || !said {
		t.Fatalf("the child was not killed at %q: %v", line, err)
	}
}

// TestTwoDraftsAtOnce: of two drafts of one document with other rows, one is saved and the other hears of it, whoever comes first; neither
// replaces the other unseen.
func TestTwoDraftsAtOnce(t *testing.T) {
	d := openDesk(t)
	l := graph.Letter{ID: "river", Title: "Keep the river open", Documents: []graph.Document{{ID: "k"}}}
	a := d.drafted(l, "River Watch", "Harbour Union")
	const drafts = 8
	codes := make([]graph.Code, drafts)
	var all sync.WaitGroup
	for i := range drafts {
		id := fmt.Sprint(i)
		if err := d.keep(&draft{id: id, reading: d.drafts[a.ID].reading}); err != nil {
			t.Fatal(err)
		}
		q := untouched(&a)
		q.Rows[0].Country = "Country " + id
		all.Go(func() {
			_, err := d.Save(t.Context(), id, q)
			codes[i] = graph.CodeOf(err)
		})
	}
	all.Wait()
	saved := 0
	for _, code := range codes {
		switch code {
		case "":
			saved++
		case graph.Conflict:
		default:
			t.Errorf("%q", codes)
		}
	}
	if revision, err := d.store.Revision(t.Context()); err != nil || saved != 1 || revision != 1 {
		t.Errorf("%d were saved, revision %d, %v", saved, revision, err)
	}
}
