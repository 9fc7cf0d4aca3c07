package main

import "fmt"

// reader takes a module apart. After the first error it gives zeros, and err says what was wrong.
type reader struct {
	b   []byte
	err error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
	r.b = nil
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.fail("the module is cut short")
		return nil
	}
	taken := r.b[:n]
	r.b = r.b[n:]
	return taken
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// number decodes an unsigned LEB128 number of up to 32 bits.
func (r *reader) number() int {
	n := 0
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.fail("a number has too many bytes")
	return 0
}

// skip passes n LEB128 numbers of any size and sign.
func (r *reader) skip(n int) {
	for ; n > 0 && r.err == nil; n-- {
		for r.byte() >= 0x80 {
		}
	}
}

// limits passes the size of a table or memory.
func (r *reader) limits() {
	if r.byte()&1 == 1 {
		r.skip(1)
	}
	r.skip(1)
}

// Opcodes that are written, or that need more than passing a number of operands.
const (
	opLoop, opIf, opEnd      = 0x03, 0x04, 0x0b
	opBranchTable, opCall    = 0x0e, 0x10
	opSelectTyped            = 0x1c
	opGlobalGet, opGlobalSet = 0x23, 0x24
	opConst, opConst32       = 0x41, 0x43
	opConst64                = 0x44
	opZero, opSubtract       = 0x45, 0x6b
	opMore                   = 0xfc
	noValue                  = 0x40
)

// instruction passes one instruction with its operands and returns its opcode. Known are those of WebAssembly 2.0 without
// vectors; an unknown one is an error, as its length is not known either.
func (r *reader) instruction() byte {
	op := r.byte()
	switch {
	case op == opBranchTable:
		r.skip(r.number() + 1)
	case op == opSelectTyped:
		r.skip(r.number())
	case op == opConst32:
		r.take(4)
	case op == opConst64:
		r.take(8)
	case op == opMore:
		r.more()
	default:
		n := operands(op)
		if n < 0 {
			r.fail("the instruction %#x is not known", op)
			return 0
		}
		r.skip(n)
	}
	return op
}

// operands is the number of LEB128 operands of the instructions that have no others, or -1.
func operands(op byte) int {
	switch {
	case op <= 0x01, op == 0x05, op == opEnd, op == 0x0f, op == 0x1a, op == 0x1b, op >= 0x45 && op <= 0xc4, op == 0xd1:
		return 0
	case op >= 0x02 && op <= opIf, op == 0x0c, op == 0x0d, op == opCall, op >= 0x20 && op <= 0x26, op >= 0x3f && op <= 0x42, op == 0xd0, op == 0xd2:
		return 1 // a block's type may be a number, too
	case op == 0x11, op >= 0x28 && op <= 0x3e:
		return 2
	}
	return -1
}

// more passes the rest of an instruction that has a second opcode: saturating conversions, bulk memory and tables.
func (r *reader) more() {
	switch op := r.number(); {
	case op <= 7:
	case op == 9, op == 11, op == 13, op >= 15 && op <= 17:
		r.skip(1)
	case op == 8, op == 10, op == 12, op == 14:
		r.skip(2)
	default:
		r.fail("the instruction %#x %d is not known", opMore, op)
	}
}
