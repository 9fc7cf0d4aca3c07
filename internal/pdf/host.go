package pdf

import (
	"context"
	"errors"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/emscripten"
)

// Functions that the engine imports. None of them gives it anything: files do not exist, the time is always 1970-01-01, the
// environment is empty, output vanishes. They are here because the module does not load without them.

const (
	wasmPage  = 64 << 10
	badFile   = 8           // EBADF of WASI
	noAccess  = ^uint64(43) // -44, ENOENT as emscripten's system calls return it
	succeeded = 0
)

var errAborted = errors.New("the PDF engine aborted")

type instanceKey struct{}

// newHost builds the modules "env" and "wasi_snapshot_preview1" of a runtime for the compiled engine.
func newHost(ctx context.Context, r wazero.Runtime, engine wazero.CompiledModule) error {
	longjmp, err := emscripten.NewFunctionExporterForModule(engine)
	if err != nil {
		return err
	}
	env := r.NewHostModuleBuilder("env")
	longjmp.ExportFunctions(env) // setjmp and longjmp of the image and font libraries
	wasi := r.NewHostModuleBuilder("wasi_snapshot_preview1")
	for _, f := range engine.ImportedFunctions() {
		module, name, _ := f.Import()
		answer, known := hostFunctions[name]
		if !known {
			continue
		}
		builder := env
		if module != "env" {
			builder = wasi
		}
		builder.NewFunctionBuilder().WithGoModuleFunction(answer, f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	if _, err := env.Instantiate(ctx); err != nil {
		return err
	}
	_, err = wasi.Instantiate(ctx)
	return err
}

var hostFunctions = map[string]api.GoModuleFunc{
	"emscripten_resize_heap": resizeHeap,
	"_emscripten_memcpy_js":  copyMemory,
	"_abort_js":              tickOrAbort,
	"__assert_fail":          abort,
	"emscripten_date_now":    always(succeeded), // the bits of 0.0
	"_tzset_js":              nothing,
	"_localtime_js":          nothing,
	"_gmtime_js":             nothing,

	"__syscall_openat":      always(noAccess),
	"__syscall_fcntl64":     always(noAccess),
	"__syscall_ioctl":       always(noAccess),
	"__syscall_fstat64":     always(noAccess),
	"__syscall_stat64":      always(noAccess),
	"__syscall_newfstatat":  always(noAccess),
	"__syscall_lstat64":     always(noAccess),
	"__syscall_getdents64":  always(noAccess),
	"__syscall_unlinkat":    always(noAccess),
	"__syscall_rmdir":       always(noAccess),
	"__syscall_ftruncate64": always(noAccess),

	"fd_close":          always(badFile),
	"fd_write":          always(badFile),
	"fd_read":           always(badFile),
	"fd_sync":           always(badFile),
	"fd_seek":           always(badFile),
	"environ_sizes_get": emptyEnvironment,
	"environ_get":       always(succeeded),
}

func always(answer uint64) api.GoModuleFunc {
	return func(_ context.Context, _ api.Module, stack []uint64) { stack[0] = answer & 0xffffffff }
}

func nothing(context.Context, api.Module, []uint64) {}

func abort(context.Context, api.Module, []uint64) { panic(errAborted) }

// fuel is the global that package main in meter/ put into the engine: the rounds of loops until it calls _abort_js to be
// asked whether it may go on.
const fuel = "fuel"

// rounds between two questions: some 20 microseconds, and a few milliseconds where each round moves much memory.
const rounds = 20_000

// tickOrAbort ends the call whose context has ended. The engine also calls it in order to give up; then, too, with the counter at 0
// by chance, since the instruction behind that call is a trap.
func tickOrAbort(ctx context.Context, m api.Module, _ []uint64) {
	counter, ok := m.ExportedGlobal(fuel).(api.MutableGlobal)
	if !ok || counter.Get() != 0 {
		panic(errAborted)
	}
	if err := ctx.Err(); err != nil {
		panic(err)
	}
	counter.Set(rounds)
}

func emptyEnvironment(_ context.Context, m api.Module, stack []uint64) {
	m.Memory().WriteUint32Le(uint32(stack[0]), 0)
	m.Memory().WriteUint32Le(uint32(stack[1]), 0)
	stack[0] = succeeded
}

func copyMemory(_ context.Context, m api.Module, stack []uint64) {
	from, ok := m.Memory().Read(uint32(stack[1]), uint32(stack[2]))
	if !ok || !m.Memory().Write(uint32(stack[0]), from) {
		panic(errAborted)
	}
}

// resizeHeap grows the memory to the requested number of bytes and somewhat beyond, within the document's limit.
func resizeHeap(ctx context.Context, m api.Module, stack []uint64) {
	limit := uint64(maxMemory)
	in, _ := ctx.Value(instanceKey{}).(*instance)
	if in != nil {
		limit = uint64(in.memory)
	}
	wanted := (stack[0]&0xffffffff + wasmPage - 1) / wasmPage
	have := uint64(m.Memory().Size()) / wasmPage
	stack[0] = 0
	if wanted > limit {
		if in != nil {
			in.outOfMemory = true
		}
		return
	}
	if wanted <= have {
		stack[0] = 1
		return
	}
	if _, ok := m.Memory().Grow(uint32(min(max(wanted, have+have/4), limit) - have)); ok {
		stack[0] = 1
	}
}
