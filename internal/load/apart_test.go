package load

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/child"
	"undersigned/internal/letter"
)

// helperChild makes the test binary a child that reads, and breaks at files of some names.
const helperChild = "UNDERSIGNED_TEST_LOAD_CHILD"

func childMain() int {
	whole := Tasks()[doLoad]
	tasks := map[string]child.Handler{doLoad: func(ctx context.Context, ask json.RawMessage, data []byte) (any, []byte, error) {
		var t task
		if err := json.Unmarshal(ask, &t); err != nil {
			return nil, nil, err
		}
		switch t.Path {
		case "breaks.txt":
			var none *file
			_ = none.path
		case "recurses.txt":
			var down func(n int) int
			down = func(n int) int { return down(n+1) + 1 }
			fmt.Fprintln(os.Stderr, down(0))
		case "takes.txt":
			for kept := map[int][]byte{}; ; {
				piece := make([]byte, 1<<20)
				for i := range piece {
					piece[i] = byte(i)
				}
				kept[len(kept)] = piece
			}
		case "hangs.txt":
			time.Sleep(time.Hour)
		case "ends.txt":
			os.Exit(0)
		}
		return whole(ctx, ask, data)
	}}
	if err := child.Work(context.Background(), os.Stdin, os.Stdout, tasks); err != nil {
		return 1
	}
	return 0
}

func apartReader(t *testing.T, o child.Options) *child.Reader {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o.Command, o.Env, o.Most = []string{program}, []string{helperChild + "=1"}, 100
	r := child.New(o)
	t.Cleanup(r.Close)
	return r
}

// TestBrokenFilesApart: a file at which its reader panics, overflows its stack, takes all memory, hangs or just ends is a failure of that file, with a
// sentence that begins with its name, and the others load.
func TestBrokenFilesApart(t *testing.T) {
	says := map[string]string{"breaks.txt": "reading it broke off", "recurses.txt": "reading it broke off", "takes.txt": "needs more than the 128 MB of memory", "hangs.txt": "took more than 2 seconds to read", "ends.txt": "cannot be read back"}
	dir := t.TempDir()
	for i, name := range []string{"a.txt", "breaks.txt", "c.txt", "ends.txt", "f.txt", "hangs.txt", "q.txt", "recurses.txt", "s.txt", "takes.txt", "z.txt"} {
		text := fmt.Sprintf("Open letter %d\n\nDear Mayor,\n\nKeep ferry %d.\n\nSigned:\n\nRiver Watch Union\nHarbour Union\n", i, i)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l := &Loader{DryRun: true, Apart: apartReader(t, child.Options{Memory: 128 << 20, Time: 2 * time.Second})}
	sum, err := l.Load(t.Context(), Input{Paths: []string{dir}})
	if err == nil || len(sum.Letters) != 6 || len(sum.Failed) != len(says) {
		t.Errorf("%v, %d letters, failed: %+v", err, len(sum.Letters), sum.Failed)
	}
	for _, f := range sum.Failed {
		name := filepath.Base(f.Name)
		if want := says[name]; want == "" || !strings.HasPrefix(f.Error, name) || !strings.Contains(f.Error, want) || strings.Contains(f.Error, "goroutine") {
			t.Errorf("%s: %s %q", f.Name, f.Code, f.Error)
		}
	}
	for i := 1; i < len(sum.Letters); i++ {
		if sum.Letters[i-1].Name > sum.Letters[i].Name {
			t.Errorf("%s is reported before %s", sum.Letters[i-1].Name, sum.Letters[i].Name)
		}
	}
}

// TestApartIsTheSame: what is read apart gives the same content and the same report as what is read here, whatever its form.
func TestApartIsTheSame(t *testing.T) {
	dir := folder(t, map[string]string{
		"letter.txt":   "Keep the pool open\n\nDear Mayor,\n\nKeep the pool “<open>” & clean.\n\nSincerely,\n\nSalt Union\nPier Friends\nAda Lovelace, professor\nSalt Union\n",
		"page.html":    "<h1>Keep the library</h1><p>Dear Mayor,</p><p>Signed by</p><ul><li>Hill Group<li>Lake Society</ul>",
		"rows.csv":     "organization,letter,date,country\nSalt Union,Ferries,2020-05,Norway\nPier Friends,Buses,2021,\n,Buses,2021,\n",
		"list.yaml":    "title: Keep the mill\norganizations:\n- Salt Union\n- {name: Pier Friends, country: Norway}\n",
		"set.yaml":     "undersigned: dataset/1\nname: towns\nletters:\n- id: a\n  title: Keep the mill\n  date: 2020\n  signatures:\n  - Salt Union\n",
		"question.csv": "group,day,topic,place\nSalt Union,2020-01-01,Ferries,North\nSalt Union,2020-02-01,Buses,North\nPier Friends,2020-01-01,Ferries,South\n",
		"empty.txt":    " ",
		"latin.txt":    "Dear Mayor,\n\nKeep it.\n\nSigned:\n\nAmics de la Natura de M\xfanich\nSociet\xe9 du Lac\n",
	})
	same := filepath.Join(folder(t, map[string]string{"same.json": `[["Salt Union", "Union of Salt"]]`}), "same.json")
	in := Input{Paths: []string{dir}, Aliases: []string{same}}
	here, apart := openStore(t), openStore(t)
	limits := letter.Limits{Rows: 1000}
	want, wantErr := (&Loader{Store: here, Limits: limits}).Load(t.Context(), in)
	got, err := (&Loader{Store: apart, Limits: limits, Apart: apartReader(t, child.Options{})}).Load(t.Context(), in)
	if fmt.Sprint(err) != fmt.Sprint(wantErr) || graph.RecordHash(got) != graph.RecordHash(want) {
		t.Errorf("apart: %v, %+v\nhere: %v, %+v", err, got, wantErr, want)
	}
	if len(want.Letters) < 6 || len(want.Failed) == 0 {
		t.Errorf("%d letters and %d failures say little", len(want.Letters), len(want.Failed))
	}
	if contentOf(t, here) != contentOf(t, apart) {
		t.Error("the content differs")
	}
	if again, err := (&Loader{Store: apart, Limits: limits, Apart: apartReader(t, child.Options{})}).ReadAgain(t.Context(), []string{filepath.Join(dir, "letter.txt")}, true); err != nil || len(again.Letters) != 1 || again.Letters[0].Differs {
		t.Errorf("read again: %v, %+v", err, again)
	}
}

// TestStoppedApart: a load that is stopped while a child reads ends at once, and says what is stored.
func TestStoppedApart(t *testing.T) {
	dir := folder(t, map[string]string{"hangs.txt": "text"})
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := (&Loader{DryRun: true, Apart: apartReader(t, child.Options{Time: time.Hour})}).Load(ctx, Input{Paths: []string{dir}})
	if graph.CodeOf(err) != graph.Cancelled || !strings.Contains(graph.MessageOf(err), "the load was stopped") || time.Since(start) > 10*time.Second {
		t.Errorf("%v after %s", err, time.Since(start))
	}
}
