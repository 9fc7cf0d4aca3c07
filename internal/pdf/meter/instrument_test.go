package main

import (
	"context"
	"errors"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// sum adds the numbers from n down to 1 in a loop inside of a block; beside it stand instructions with every kind of operand, never run.
//
//	(import "env" "hook" (func)) (import "env" "other" (func))
//	(global $own (mut i32) (i32.const 5))
//	(func (export "sum") (param $n i32) (result i32) (local $s i32) ...)
func sum() []byte {
	body := join([]byte{
		1, 1, 0x7f, // one local variable
		0x02, 0x40, // block
		0x03, 0x40, // loop
		0x20, 0, 0x45, 0x0d, 1, // br_if 1 (n == 0)
		0x20, 1, 0x20, 0, 0x6a, 0x21, 1, // s += n
		0x20, 0, 0x41, 1, 0x6b, 0x21, 0, // n -= 1
		0x0c, 0, // br 0
		0x0b, 0x0b,
		0x41, 0, 0x04, 0x40, // if 0
		0x41, 0x83, 0x01, 0x1a, // i32.const 131, whose bytes hold 0x03 as a loop's opcode would be
		0x43, 0x03, 0x40, 0x03, 0x40, 0x1a, // f32.const
		0x44, 0x03, 0x40, 0x03, 0x40, 0x03, 0x40, 0x03, 0x40, 0x1a, // f64.const
		0x02, 0x40, 0x41, 3, 0x0e, 2, 0, 1, 0, 0x0b, // br_table
		0x41, 0, 0x41, 3, 0x41, 3, 0xfc, 11, 0, // memory.fill
		0x41, 3, 0x28, 2, 3, 0x1a, // i32.load
		0x0b,
		0x20, 1, 0x0b, // return s
	})
	return join([]byte("\x00asm\x01\x00\x00\x00"),
		section(1, []byte{2, 0x60, 0, 0, 0x60, 1, 0x7f, 1, 0x7f}),
		section(2, join([]byte{2}, name("env"), name("other"), []byte{0, 0}, name("env"), name("hook"), []byte{0, 0})),
		section(3, []byte{1, 1}),
		section(5, []byte{1, 0, 1}),
		section(6, []byte{1, 0x7f, 1, 0x41, 5, 0x0b}),
		section(7, join([]byte{1}, name("sum"), []byte{0, 2})),
		section(10, join([]byte{1}, number(len(body)), body)))
}

func section(id byte, content []byte) []byte { return join([]byte{id}, number(len(content)), content) }

func name(s string) []byte { return join(number(len(s)), []byte(s)) }

var errStop = errors.New("stop")

func TestInstrument(t *testing.T) {
	metered, err := Instrument(sum(), "env", "hook", "rounds")
	if err != nil {
		t.Fatal(err)
	}
	r := wazero.NewRuntime(t.Context())
	defer r.Close(context.Background())
	calls, stopAt := 0, 0
	_, err = r.NewHostModuleBuilder("env").
		NewFunctionBuilder().WithFunc(func() { t.Error("the wrong function was called") }).Export("other").
		NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(func(_ context.Context, m api.Module, _ []uint64) {
		if calls++; calls == stopAt {
			panic(errStop)
		}
		m.ExportedGlobal("rounds").(api.MutableGlobal).Set(10)
	}), nil, nil).Export("hook").Instantiate(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	m, err := r.Instantiate(t.Context(), metered)
	if err != nil {
		t.Fatal(err)
	}
	f := m.ExportedFunction("sum")
	if v, err := f.Call(t.Context(), 100); err != nil || v[0] != 5050 {
		t.Errorf("got %v, %v; want 5050", v, err)
	}
	if calls != 11 { // the loop begins 101 times: at once, then each 10 rounds
		t.Errorf("the hook was called %d times, want 11", calls)
	}
	calls, stopAt = 0, 3
	if _, err := f.Call(t.Context(), 1<<31); !errors.Is(err, errStop) {
		t.Errorf("the hook did not end the program: %v", err)
	}
}

func TestInstrumentRefuses(t *testing.T) {
	good := sum()
	for title, module := range map[string][]byte{
		"nothing":             nil,
		"another version":     []byte("\x00asm\x02\x00\x00\x00"),
		"a module cut short":  good[:len(good)-5],
		"no code":             good[:8],
		"unknown instruction": join(good[:8], section(2, join([]byte{1}, name("env"), name("hook"), []byte{0, 0})), section(6, []byte{0}), section(7, []byte{0}), section(10, []byte{1, 3, 0, 0xfd, 0x0b})),
	} {
		if _, err := Instrument(module, "env", "hook", "rounds"); err == nil {
			t.Errorf("%s: no error", title)
		}
	}
	if _, err := Instrument(good, "env", "missing", "rounds"); err == nil {
		t.Error("a hook that the module does not import: no error")
	}
}

func FuzzInstrument(f *testing.F) {
	f.Add(sum())
	f.Fuzz(func(t *testing.T, module []byte) {
		if len(module) > 4<<10 {
			t.Skip("larger than needed")
		}
		metered, err := Instrument(module, "env", "hook", "rounds")
		if err == nil && len(metered) < 8 {
			t.Errorf("%d bytes became %d", len(module), len(metered))
		}
	})
}
