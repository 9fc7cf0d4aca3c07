package pdf

import (
	"context"
	"math"
	"strings"
	"testing"
)

// What the walking module writes is what the engine says when it is asked directly, also across batches.
func TestWalk(t *testing.T) {
	d := open(t, letter("", line("B", 12, 30, 700, "Ash and Oak")+line("R", 1, 30, 650, strings.Repeat("Elm ", walkBatch/3))), Limits{})
	in := d.engine
	err := d.onPage(t.Context(), 0, func(ctx context.Context, page uint32, f frame) error {
		chars, err := d.pageChars(ctx, page, f)
		if err != nil {
			return err
		}
		text, err := in.pointer(ctx, "FPDFText_LoadPage", uint64(page))
		if err != nil {
			return err
		}
		if len(chars) <= walkBatch {
			t.Fatalf("%d characters are one batch", len(chars))
		}
		for _, i := range []int{0, 4, 10, walkBatch - 1, walkBatch, walkBatch + 1} {
			code, err := in.pointer(ctx, "FPDFText_GetUnicode", uint64(text), uint64(i))
			if err != nil {
				return err
			}
			if _, err := in.call(ctx, "FPDFText_GetCharOrigin", uint64(text), uint64(i), uint64(in.scratch), uint64(in.scratch+8)); err != nil {
				return err
			}
			var o [2]float64
			in.float64s(in.scratch, o[:])
			c := chars[i]
			if c.r != rune(code) || math.Abs(c.x-o[0]) > 1e-6 || math.Abs(c.y-(800-o[1])) > 1e-6 || c.style == nil {
				t.Errorf("character %d: %+v; the engine says %q at %v", i, c, rune(code), o)
			}
		}
		if first, last := chars[0].style, chars[walkBatch].style; first.size != 12 || !first.bold || last.size != 1 || last.bold {
			t.Errorf("styles %+v and %+v", first, last)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
