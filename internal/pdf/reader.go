package pdf

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/experimental"

	"undersigned/graph"
)

// files holds the engine once `make build` has put it there. It is not packed: gzip would make the program 2.4 MB smaller and
// every process that reads a PDF 40 to 60 ms slower.
//
//go:embed all:engine
var files embed.FS

const engineFile = "engine/pdfium.wasm"

// Reader owns the compiled engine. It compiles on first use, and is safe for concurrent use. Each open document has its own
// instance of the engine with up to Limits.Memory of memory, so callers bound how many they keep open.
type Reader struct {
	cache string

	once  sync.Once
	ready chan struct{} // closed when engine and err are set
	err   error
	engine
}

type engine struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	walker   wazero.CompiledModule // see walk.go
}

// NewReader returns a Reader that keeps the compiled engine in a folder; an empty name means that nothing is kept. A folder
// that cannot be read or written costs time, never an answer.
func NewReader(cache string) *Reader {
	return &Reader{cache: cache, ready: make(chan struct{})}
}

// std keeps the compiled engine in the user's cache folder.
var std = sync.OnceValue(func() *Reader { return NewReader(DefaultCache()) })

// Available tells whether this program was built with the engine.
func Available() bool {
	_, err := fs.Stat(files, engineFile)
	return err == nil
}

// Open opens a document with the Reader that all callers in this process share. See Reader.Open.
func Open(ctx context.Context, data []byte, limits Limits) (*Document, error) {
	return std().Open(ctx, data, limits)
}

// Warm compiles the shared Reader's engine, so that the first document need not wait for it.
func Warm(ctx context.Context) error { return std().Warm(ctx) }

// Warm compiles the engine or loads it from the cache, and returns when it is ready. Compiling goes on when ctx ends, for the next
// caller's sake.
func (r *Reader) Warm(ctx context.Context) error {
	r.once.Do(func() {
		go func() {
			defer close(r.ready)
			r.engine, r.err = load(context.WithoutCancel(ctx), r.cache)
		}()
	})
	select {
	case <-r.ready:
		return r.err
	case <-ctx.Done():
		return cancelled(ctx.Err())
	}
}

// load gets the engine ready to run.
func load(ctx context.Context, cache string) (engine, error) {
	module, err := files.ReadFile(engineFile)
	if err != nil {
		return engine{}, graph.Errorf(graph.Unsupported, "this build of undersigned cannot read PDFs, because the PDF engine was not "+
			"put into it; build it with `make build`, or paste the text of the letter instead")
	}
	e, ok := loadCached(ctx, cache, module)
	if !ok {
		e, err = compile(ctx, module, nil)
	}
	return e, graph.Wrap(graph.Internal, err, "the PDF engine could not be started; paste the text of the letter instead")
}

// compile makes machine code of the module, or takes it from the cache.
func compile(ctx context.Context, module []byte, cache wazero.CompilationCache) (engine, error) {
	// WithCloseOnContextDone, wazero's own way to end a call with its context, makes it three to four times as slow: see tickOrAbort.
	config := wazero.NewRuntimeConfig().
		WithMemoryLimitPages(maxMemory).
		WithDebugInfoEnabled(false)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	e := engine{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	var err error
	if e.compiled, err = e.runtime.CompileModule(experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)), module); err == nil {
		err = newHost(ctx, e.runtime, e.compiled)
	}
	if err == nil {
		e.walker, err = e.runtime.CompileModule(ctx, walkModule())
	}
	if err != nil {
		return engine{}, errors.Join(fmt.Errorf("compile the PDF engine: %w", err), e.runtime.Close(ctx))
	}
	return e, nil
}

// Licenses are the terms of the engine, which must go wherever this program goes.
func Licenses() string {
	var all []byte
	for _, name := range []string{"engine/LICENSE.pdfium", "engine/LICENSE.embedpdf"} {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // the files are in version control
		}
		all = append(append(all, text...), '\n')
	}
	return string(all)
}
