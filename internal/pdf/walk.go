package pdf

import (
	"context"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// A call from Go into the engine costs as much as reading several characters inside it. So a module of our own, linked to the engine's memory and functions, reads many characters in one
// call. It is small enough to be written down here, instruction by instruction; in the text format it reads:
//
//	(func (export "walk") (param $text i32) (param $i i32) (param $to i32) (param $out i32)
//	  loop
//	    $i < $to if
//	      store $out+0 (GetUnicode $text $i)
//	      store $out+4 (IsGenerated $text $i)
//	      store $out+8 (GetTextObject $text $i)
//	      drop (GetCharOrigin $text $i $out+16 $out+24)
//	      drop (GetLooseCharBox $text $i $out+32)
//	      $i += 1; $out += 48; continue))
//	(func (export "style") (param $text i32) (param $i i32) (param $object i32) (param $out i32)
//	  drop (GetFontSize $object $out)
//	  store $out+4 (GetTextRenderMode $object)
//	  store $out+8 (GetFont $object)
//	  drop (GetMatrix $text $i $out+16))
const (
	charRecord  = 48 // bytes that walk writes for each character
	styleRecord = 40 // bytes that style writes
	walkBatch   = 1000
)

// Opcodes and types of WebAssembly, as far as they are needed here.
const (
	i32, function, noValue        = 0x7f, 0x60, 0x40
	opLoop, opIf, opEnd, opBranch = 0x03, 0x04, 0x0b, 0x0c
	opCall, opDrop                = 0x10, 0x1a
	opGet, opSet, opConst         = 0x20, 0x21, 0x41
	opStore, opLess, opAdd        = 0x36, 0x48, 0x6a
)

// The functions that the module imports, in the order of their numbers, with their types' numbers.
var walkImports = []struct {
	name string
	kind byte
}{
	{"FPDFText_GetUnicode", twoIn}, {"FPDFText_IsGenerated", twoIn}, {"FPDFText_GetTextObject", twoIn}, {"FPDFText_GetCharOrigin", fourIn},
	{"FPDFText_GetLooseCharBox", threeIn}, {"FPDFTextObj_GetFontSize", twoIn}, {"FPDFTextObj_GetTextRenderMode", oneIn},
	{"FPDFTextObj_GetFont", oneIn}, {"FPDFText_GetMatrix", threeIn},
}

const (
	getUnicode = iota
	isGenerated
	getTextObject
	getCharOrigin
	getLooseCharBox
	getFontSize
	getRenderMode
	getFont
	getMatrix
	walkFunction
	styleFunction
)

// Types: n values in, one out; and four in, none out.
const (
	oneIn = iota
	twoIn
	threeIn
	fourIn
	fourInNoneOut
)

// walkModule assembles the module.
func walkModule() []byte {
	types := []byte{5}
	for n := 1; n <= 4; n++ {
		types = append(append(append(types, function, byte(n)), []byte{i32, i32, i32, i32}[:n]...), 1, i32)
	}
	types = append(types, function, 4, i32, i32, i32, i32, 0)

	imports := append([]byte{byte(len(walkImports) + 1)}, named("pdfium", "memory")...)
	imports = append(imports, 2, 0, 1) // a memory of at least one page
	for _, f := range walkImports {
		imports = append(append(imports, named("pdfium", f.name)...), 0, f.kind)
	}
	exports := append([]byte{2}, append(named("walk"), 0, walkFunction)...)
	exports = append(append(exports, named("style")...), 0, styleFunction)

	const text, i, to, out, object = 0, 1, 2, 3, 2 // parameters
	get := func(local byte) []byte { return []byte{opGet, local} }
	plus := func(local, n byte) []byte { return []byte{opGet, local, opConst, n, opAdd} }
	call := func(f byte, arguments ...[]byte) []byte { return append(join(arguments...), opCall, f) }
	store := func(at byte, value []byte) []byte { return join(get(out), value, []byte{opStore, 2, at}) }
	drop := func(value []byte) []byte { return append(value, opDrop) }
	set := func(local byte, value []byte) []byte { return append(value, opSet, local) }
	walk := join([]byte{0, opLoop, noValue}, get(i), get(to), []byte{opLess, opIf, noValue},
		store(0, call(getUnicode, get(text), get(i))),
		store(4, call(isGenerated, get(text), get(i))),
		store(8, call(getTextObject, get(text), get(i))),
		drop(call(getCharOrigin, get(text), get(i), plus(out, 16), plus(out, 24))),
		drop(call(getLooseCharBox, get(text), get(i), plus(out, 32))),
		set(i, plus(i, 1)), set(out, plus(out, charRecord)),
		[]byte{opBranch, 1, opEnd, opEnd, opEnd})
	style := join([]byte{0},
		drop(call(getFontSize, get(object), get(out))),
		store(4, call(getRenderMode, get(object))),
		store(8, call(getFont, get(object))),
		drop(call(getMatrix, get(text), get(i), plus(out, 16))),
		[]byte{opEnd})
	code := join([]byte{2}, sized(walk), sized(style))

	module := []byte("\x00asm\x01\x00\x00\x00")
	for _, section := range []struct {
		id      byte
		content []byte
	}{{1, types}, {2, imports}, {3, []byte{2, fourInNoneOut, fourInNoneOut}}, {7, exports}, {10, code}} {
		module = append(append(module, section.id), sized(section.content)...)
	}
	return module
}

func join(parts ...[]byte) []byte {
	var out []byte
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// sized puts the length before content, as an unsigned LEB128 number.
func sized(content []byte) []byte {
	var out []byte
	n := len(content)
	for ; n >= 0x80; n >>= 7 {
		out = append(out, byte(n)|0x80)
	}
	return append(append(out, byte(n)), content...)
}

func named(names ...string) []byte {
	var out []byte
	for _, name := range names {
		out = append(out, sized([]byte(name))...)
	}
	return out
}

// link starts a copy of the walking module for a running engine.
func (e *engine) link(ctx context.Context, pdfium api.Module) (api.Module, error) {
	ctx = experimental.WithImportResolver(ctx, func(name string) api.Module {
		if name == "pdfium" {
			return pdfium
		}
		return nil
	})
	return e.runtime.InstantiateModule(ctx, e.walker, wazero.NewModuleConfig().WithName("").WithStartFunctions())
}
