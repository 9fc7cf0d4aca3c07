package load

import (
	"context"
	"encoding/json"
	"path/filepath"
	"runtime"
	"time"

	"undersigned/graph"
	"undersigned/internal/child"
	"undersigned/internal/letter"
	"undersigned/internal/store"
)

// doLoad is the task that a child does for a load.
const doLoad = "load"

// task is what a child is told of a file.
type task struct {
	Path   string        `json:"path"` // its base name, which may choose how it is read
	Form   form          `json:"form"`
	Limits letter.Limits `json:"limits"`
}

// answer is a reading in a form that crosses between processes without loss.
type answer struct {
	Letters    []graph.Letter    `json:"letters,omitempty"`
	Profiles   []graph.Profile   `json:"profiles,omitempty"`
	Judgements []graph.Judgement `json:"judgements,omitempty"`
	Warnings   []string          `json:"warnings,omitempty"`
	Extracted  bool              `json:"extracted,omitempty"`
	Rows       map[string]int    `json:"rows,omitempty"`
}

// Tasks are what a child does for a Loader.
func Tasks() map[string]child.Handler {
	return map[string]child.Handler{doLoad: func(ctx context.Context, ask json.RawMessage, data []byte) (any, []byte, error) {
		var t task
		if err := json.Unmarshal(ask, &t); err != nil {
			return nil, nil, graph.Wrap(graph.Invalid, err, "this is no task")
		}
		got, err := readHere(ctx, file{path: t.Path, form: t.Form}, data, t.Limits)
		if err != nil {
			return nil, nil, err
		}
		return answer{got.Letters, got.Profiles, got.Judgements, got.warnings, got.extracted, got.rows}, nil, nil
	}}
}

// A data set may have more than a document, by its size: it is made by a program or by us, and up to 256 MB large.
const (
	plainBytes     = 16 << 20 // have what documents have
	memoryOfByte   = 48
	bytesOfASecond = 1 << 20
)

// readApart has a child read a file.
func (r *run) readApart(ctx context.Context, f file, data []byte) (reading, error) {
	name := filepath.Base(f.path)
	t := child.Task{Do: doLoad, Name: name, Ask: task{name, f.form, r.Limits}}
	if more := uint64(len(data)); more > plainBytes {
		t.Memory, t.Time = r.Apart.Memory+memoryOfByte*more, r.Apart.Time+time.Duration(more/bytesOfASecond)*time.Second
	}
	head, _, err := r.Apart.Ask(ctx, t, data)
	if err != nil {
		return reading{}, err
	}
	var a answer
	if err := json.Unmarshal(head, &a); err != nil {
		return reading{}, graph.Wrap(graph.Internal, err, name+": what was read in it cannot be read back")
	}
	return reading{store.Change{Letters: a.Letters, Profiles: a.Profiles, Judgements: a.Judgements}, a.Warnings, a.Extracted, a.Rows}, nil
}

// atOnce is how many files are read at once, apart; edge lists are read one by one, here.
func (r *run) atOnce() int {
	if r.Apart == nil {
		return 1
	}
	return min(2, runtime.GOMAXPROCS(0))
}

// ahead reads files before their turn: the next ones are read while what stood in one is compared and written. What comes of each is asked for in
// their order.
type ahead struct {
	r      *run
	ctx    context.Context
	cancel context.CancelFunc
	files  []file
	begun  int
	coming map[int]chan outcome
}

type outcome struct {
	reading
	err error
}

// ahead begins. stop has to be called.
func (r *run) ahead(ctx context.Context, files []file) *ahead {
	a := &ahead{r: r, files: files, coming: map[int]chan outcome{}}
	a.ctx, a.cancel = context.WithCancel(ctx)
	return a
}

// read returns what stands in a file.
func (a *ahead) read(i int) (reading, error) {
	for ; a.begun < min(i+a.r.atOnce(), len(a.files)); a.begun++ {
		f := a.files[a.begun]
		if a.begun > i && f.form == edgeFile {
			break
		}
		c := make(chan outcome, 1)
		a.coming[a.begun] = c
		go func() {
			got, err := a.r.readGuarded(a.ctx, f)
			c <- outcome{got, err}
		}()
	}
	got := <-a.coming[i]
	delete(a.coming, i)
	return got.reading, got.err
}

// stop gives up what nobody will ask for, and waits until it has ended.
func (a *ahead) stop() {
	a.cancel()
	for _, c := range a.coming {
		<-c
	}
}
