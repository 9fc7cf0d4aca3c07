package main

import (
	"bytes"
	"errors"
	"fmt"
)

// Instrument returns a copy of a WebAssembly module in which every loop counts: a new global, exported under the given name,
// falls by one with each round, and at 0 the imported function module.hook, of no parameters and results, is called. The host then looks at
// the clock and either sets the counter anew or ends the program.
//
// wazero can end a running program by itself (WithCloseOnContextDone), by leaving the compiled code in every round of every loop; PDFium
// then takes three to four times as long. Programs cannot run on for ever without loops, as their stack is bounded.
//
// The hook must be a function that the module imports already: adding one would change the number of every other.
func Instrument(module []byte, from, hook, global string) ([]byte, error) {
	if !bytes.HasPrefix(module, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errors.New("not a WebAssembly module of version 1")
	}
	out := bytes.Clone(module[:8])
	m := meter{hook: -1, counter: -1}
	for in := (&reader{b: module[8:]}); len(in.b) > 0; {
		id := in.byte()
		content := in.take(in.number())
		if in.err != nil {
			return nil, in.err
		}
		changed, err := m.section(id, content, from, hook, global)
		if err != nil {
			return nil, fmt.Errorf("section %d: %w", id, err)
		}
		out = append(append(append(out, id), number(len(changed))...), changed...)
	}
	if !m.done {
		return nil, errors.New("the module has no code")
	}
	return out, nil
}

type meter struct {
	hook     int // number of the hook
	imported int // globals that are imported
	counter  int // number of the new global
	exported bool
	done     bool
}

// Numbers of sections and kinds of imports and exports.
const (
	importSection, globalSection, exportSection, codeSection = 2, 6, 7, 10
	aFunction, aTable, aMemory, aGlobal, aTag                = 0, 1, 2, 3, 4
)

func (m *meter) section(id byte, content []byte, from, hook, global string) ([]byte, error) {
	in := &reader{b: content}
	switch id {
	case importSection:
		m.imports(in, from, hook)
		return content, in.err
	case globalSection:
		n := in.number()
		m.counter = m.imported + n
		// i32, mutable, i32.const 0, end
		return join(number(n+1), in.b, []byte{0x7f, 1, opConst, 0, opEnd}), in.err
	case exportSection:
		if m.counter < 0 {
			return nil, errors.New("the module has no globals")
		}
		n := in.number()
		m.exported = true
		return join(number(n+1), in.b, number(len(global)), []byte(global), []byte{aGlobal}, number(m.counter)), in.err
	case codeSection:
		if m.hook < 0 || !m.exported {
			return nil, fmt.Errorf("the module does not import %s.%s, or exports nothing", from, hook)
		}
		m.done = true
		return m.code(in)
	}
	return content, nil
}

// imports finds the hook's number and counts the globals.
func (m *meter) imports(in *reader, from, hook string) {
	functions := 0
	for n := in.number(); n > 0 && in.err == nil; n-- {
		module, name := string(in.take(in.number())), string(in.take(in.number()))
		switch kind := in.byte(); kind {
		case aFunction:
			in.number()
			if module == from && name == hook {
				m.hook = functions
			}
			functions++
		case aTable:
			in.byte()
			in.limits()
		case aMemory:
			in.limits()
		case aGlobal:
			in.take(2)
			m.imported++
		default:
			in.fail("imports of kind %d are not known", kind)
		}
	}
}

func (m *meter) code(in *reader) ([]byte, error) {
	n := in.number()
	out := number(n)
	check := m.check()
	for i := range n {
		body := in.take(in.number())
		if in.err != nil {
			return nil, in.err
		}
		metered, err := function(body, check)
		if err != nil {
			return nil, fmt.Errorf("function %d: %w", i, err)
		}
		out = append(append(out, number(len(metered))...), metered...)
	}
	return out, in.err
}

// check is what each round of a loop does: if the counter is 0, call the hook; take one from it.
func (m *meter) check() []byte {
	counter := number(m.counter)
	return join([]byte{opGlobalGet}, counter, []byte{opZero, opIf, noValue, opCall}, number(m.hook), []byte{opEnd},
		[]byte{opGlobalGet}, counter, []byte{opConst, 1, opSubtract, opGlobalSet}, counter)
}

// function copies a function's body, with check behind the beginning of every loop.
func function(body, check []byte) ([]byte, error) {
	in := &reader{b: body}
	for n := in.number(); n > 0 && in.err == nil; n-- { // local variables: a count and a type
		in.number()
		in.byte()
	}
	out := make([]byte, 0, len(body)+len(check))
	copied := 0
	for len(in.b) > 0 && in.err == nil {
		if in.instruction() == opLoop {
			at := len(body) - len(in.b)
			out = append(append(out, body[copied:at]...), check...)
			copied = at
		}
	}
	return append(out, body[copied:]...), in.err
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

// number encodes an unsigned LEB128 number.
func number(n int) []byte {
	var out []byte
	for ; n >= 0x80; n >>= 7 {
		out = append(out, byte(n)|0x80)
	}
	return append(out, byte(n))
}
