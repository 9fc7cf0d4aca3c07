package pdf

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/tetratelabs/wazero/api"

	"undersigned/graph"
)

// instance is one running copy of the engine, for one document. It is not safe for concurrent use: Document holds a lock. After
// an error of call it is dead, and every further call returns that error.
type instance struct {
	module    api.Module
	walker    api.Module // walk.go, linked to module
	functions map[string]api.Function
	scratch   uint32 // a small buffer in the engine's memory for results passed by address

	memory      int // limit, in pages of 64 KiB
	outOfMemory bool
	limit       time.Duration
	spent       time.Duration
	dead        error
}

const scratchSize = 4 << 10

var errOutOfMemory = errors.New("the PDF engine is out of memory")

// within runs work with the time that is left for the document. The engine asks now and then whether to go on (tickOrAbort).
func (in *instance) within(ctx context.Context, work func(context.Context) error) error {
	if in.dead != nil {
		return in.dead
	}
	if err := ctx.Err(); err != nil {
		return cancelled(err)
	}
	start := time.Now()
	inner, cancel := context.WithTimeout(context.WithValue(ctx, instanceKey{}, in), in.limit-in.spent)
	defer cancel()
	err := work(inner)
	in.spent += time.Since(start)
	if err == nil {
		return nil
	}
	var trap *trapError
	if !errors.As(err, &trap) {
		return err
	}
	in.dead = in.explain(ctx, inner, trap)
	return in.dead
}

// trapError is a call that did not come back; the instance is lost with it.
type trapError struct{ cause error }

func (e *trapError) Error() string { return e.cause.Error() }
func (e *trapError) Unwrap() error { return e.cause }

// explain says what a lost instance means to the person who gave the document.
func (in *instance) explain(outer, inner context.Context, trap *trapError) error {
	switch {
	case outer.Err() != nil:
		return cancelled(outer.Err())
	case in.outOfMemory:
		return graph.Errorf(graph.TooLarge, "this PDF needs more than the %d MB of memory that reading a PDF may use; "+
			"print it to a new, smaller PDF, or paste the text instead", in.memory*wasmPage>>20)
	case inner.Err() != nil:
		return graph.Errorf(graph.TooLarge, "reading this PDF takes more than %s; print it to a new, simpler PDF, "+
			"or paste the text instead", in.limit)
	}
	return &graph.Error{Code: graph.Invalid, Err: trap.cause, Message: "this PDF is damaged in a way that cannot be read; " +
		"open it in a PDF viewer, print it to a new PDF and use that one, or paste the text instead"}
}

func cancelled(err error) error {
	return &graph.Error{Code: graph.Cancelled, Message: "reading the PDF was stopped before it ended", Err: err}
}

// call calls an exported function that returns at most one value.
func (in *instance) call(ctx context.Context, name string, arguments ...uint64) (uint64, error) {
	f := in.functions[name]
	if f == nil {
		if f = in.module.ExportedFunction(name); f == nil {
			f = in.walker.ExportedFunction(name)
		}
		if f == nil {
			return 0, &trapError{fmt.Errorf("the PDF engine has no function %s", name)}
		}
		in.functions[name] = f
	}
	var stack [12]uint64
	n := copy(stack[:], arguments)
	if err := f.CallWithStack(ctx, stack[:max(n, 1)]); err != nil {
		return 0, &trapError{fmt.Errorf("%s: %w", name, err)}
	}
	return stack[0], nil
}

// pointer calls a function that returns an address, a count or a truth value.
func (in *instance) pointer(ctx context.Context, name string, arguments ...uint64) (uint32, error) {
	v, err := in.call(ctx, name, arguments...)
	return uint32(v), err
}

// allocate returns the address of a zeroed block of the engine's memory.
func (in *instance) allocate(ctx context.Context, size int) (uint32, error) {
	p, err := in.pointer(ctx, "malloc", uint64(size))
	if err != nil {
		return 0, err
	}
	block, ok := in.module.Memory().Read(p, uint32(size))
	if p == 0 || !ok {
		in.outOfMemory = true
		return 0, &trapError{errOutOfMemory}
	}
	clear(block)
	return p, nil
}

// bytes is a view of the engine's memory, valid until the next call. What lies outside is empty.
func (in *instance) bytes(at, size uint32) []byte {
	b, _ := in.module.Memory().Read(at, size)
	return b
}

func (in *instance) uint32s(at uint32, out []uint32) {
	for i := range out {
		out[i], _ = in.module.Memory().ReadUint32Le(at + uint32(4*i))
	}
}

func (in *instance) float32s(at uint32, out []float64) {
	for i := range out {
		bits, _ := in.module.Memory().ReadUint32Le(at + uint32(4*i))
		out[i] = finite(float64(math.Float32frombits(bits)))
	}
}

func (in *instance) float64s(at uint32, out []float64) {
	for i := range out {
		bits, _ := in.module.Memory().ReadUint64Le(at + uint32(8*i))
		out[i] = finite(math.Float64frombits(bits))
	}
}

// finite bounds a coordinate, so that arithmetic on a hostile document stays arithmetic.
func finite(v float64) float64 {
	if v != v {
		return 0
	}
	return max(-1e7, min(1e7, v))
}

// utf16At decodes little-endian UTF-16 of n bytes with a closing zero.
func (in *instance) utf16At(at, n uint32) string {
	b := in.bytes(at, n)
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		u := uint16(b[i]) | uint16(b[i+1])<<8
		if u == 0 {
			break
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units))
}

// text calls a function of the form "length in bytes = f(arguments..., buffer, size of the buffer)" for a UTF-16 or UTF-8 text.
func (in *instance) text(ctx context.Context, name string, wide bool, arguments ...uint64) (string, error) {
	buffer := append(arguments[:len(arguments):len(arguments)], uint64(in.scratch), scratchSize)
	n, err := in.pointer(ctx, name, buffer...)
	if err != nil || n == 0 || n > scratchSize {
		return "", err // longer than the buffer: nothing that a title or a font is called
	}
	if wide {
		return in.utf16At(in.scratch, n), nil
	}
	b := in.bytes(in.scratch, n)
	for len(b) > 0 && b[len(b)-1] == 0 {
		b = b[:len(b)-1]
	}
	return strings.ToValidUTF8(string(b), ""), nil
}
