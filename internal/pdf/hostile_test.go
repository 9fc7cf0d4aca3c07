package pdf

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
)

// readAll opens a document and does to every page all that can be done.
func readAll(ctx context.Context, data []byte, limits Limits) error {
	d, err := Open(ctx, data, limits)
	if err != nil {
		return err
	}
	defer d.Close()
	for i := range d.Pages() {
		if _, err := d.Page(ctx, i); err != nil {
			return err
		}
		if _, err := d.Images(ctx, i); err != nil {
			return err
		}
		if _, err := d.Draw(ctx, i, .5); err != nil {
			return err
		}
	}
	return nil
}

// patience is what any bad file may take. None takes more than three seconds of one core; the rest is for a busy machine.
const patience = 30 * time.Second

func TestHostileFiles(t *testing.T) {
	needEngine(t)
	if err := Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	good := letter("", line("R", 10, 50, 700, "Ash and Oak"))
	cases := []struct {
		name   string
		data   []byte
		limits Limits
		code   graph.Code // "" where the file can be read after all
		says   string
	}{
		{name: "a page unpacks to 2 GB", data: bomb(2 << 30), limits: Limits{Memory: 640}, code: graph.TooLarge, says: "40 MB of memory"},
		{name: "a page unpacks to 100 MB of text", data: bombOfText(100 << 20), limits: Limits{Memory: 640}, code: graph.TooLarge},
		{name: "a page takes longer than the limit", data: bomb(2 << 30), limits: Limits{Time: 100 * time.Millisecond}, code: graph.TooLarge, says: "more than 100ms"},
		{name: "a bomb in a bomb", data: nestedBomb(), limits: Limits{Memory: 640}, code: graph.TooLarge, says: "40 MB of memory"},
		{name: "page tree in a circle", data: circularTree(), code: graph.Invalid},
		{name: "page tree in a circle that claims a billion pages", data: bytes.Replace(circularTree(), []byte("/Count 1 "), []byte("/Count 1000000000 "), 1), code: graph.Invalid},
		{name: "forms that draw each other", data: circularForms()},
		{name: "forms that draw each other twice, 40 deep", data: doublingForms(40), limits: Limits{Memory: 640}, code: graph.TooLarge},
		{name: "cut in the middle", data: good[:len(good)/2], code: graph.Invalid, says: "cut short"},
		{name: "cut before its table", data: good[:bytes.LastIndex(good, []byte("xref\n0"))], code: graph.Invalid, says: "cut short"},
		{name: "only its header", data: []byte("%PDF-1.7\n"), code: graph.Invalid},
		{name: "made for the web and cut", data: bytes.Replace(good, []byte("1 0 obj\n"), []byte("1 0 obj\n<< /Linearized 1 /L 999999 /N 1 >>\n"), 1), code: graph.Invalid, says: "cut short"},
		{name: "damaged table", data: bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1)},
		{name: "damaged table and trailer", data: bytes.Replace(bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1), []byte("/Root"), []byte("/Boot"), 1), code: graph.Invalid},
		{name: "table in a circle", data: bytes.Replace(good, []byte("/Root"), fmt.Appendf(nil, "/Prev %d /Root", bytes.LastIndex(good, []byte("xref\n0"))), 1)},
		{name: "locked by a password", data: locked(), code: graph.Invalid, says: "password"},
		{name: "10,000 pages", data: manyPages(10_000), code: graph.TooLarge, says: "10000 pages"},
		{name: "a page as large as a town", data: letter("/MediaBox [0 0 9000000 9000000]", line("R", 10, 50, 700, "x")), code: graph.TooLarge, says: "smaller scale"},
		{name: "a page without area", data: letter("/MediaBox [0 0 0 0]", line("R", 10, 50, 700, "x"))},
		{name: "no pages", data: letter(""), code: graph.Invalid, says: "no pages"},
		{name: "a word processor's file", data: []byte("PK\x03\x04..."), code: graph.Invalid, says: "not a PDF"},
		{name: "too many characters", data: letter("", line("R", 10, 50, 700, strings.Repeat("Ash ", 100))), limits: Limits{Chars: 300}, code: graph.TooLarge, says: "300 characters"},
		{name: "larger than its memory", data: append(bytes.Clone(good), make([]byte, 4<<20)...), limits: Limits{Memory: 320}, code: graph.TooLarge, says: "MB"},
		{name: "brackets 100,000 deep", data: letter("", strings.Repeat("[", 100_000)+line("R", 10, 50, 700, "x"))},
		{name: "a catalog 100,000 deep", data: deepCatalog(100_000), code: graph.Invalid},
		{name: "a picture of 60,000 x 60,000", data: hugePicture(), limits: Limits{Time: 3 * time.Second}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			err := readAll(t.Context(), c.data, c.limits)
			took := time.Since(start)
			t.Logf("%d bytes, %v: %v", len(c.data), took.Round(time.Millisecond), err)
			if graph.CodeOf(err) != c.code {
				t.Errorf("got code %q (%v), want %q", graph.CodeOf(err), err, c.code)
			}
			if err != nil && (graph.MessageOf(err) == "" || !strings.Contains(graph.MessageOf(err), c.says)) {
				t.Errorf("the message %q does not speak of %q", graph.MessageOf(err), c.says)
			}
			if took > patience {
				t.Errorf("took %v", took)
			}
			// Whatever happened, the next document is read.
			if got := texts(firstPage(t, good)); len(got) != 1 || got[0] != "Ash and Oak" {
				t.Errorf("the next document gives %q", got)
			}
		})
	}
}

// bomb has one page whose content unpacks to n zero bytes.
func bomb(n int) []byte {
	f := &file{}
	content := f.stream("/Filter /FlateDecode", zeros(n))
	return f.onePage("/Contents " + content)
}

func zeros(n int) string { return repeated("", make([]byte, 1<<20), n>>20) }

func bombOfText(n int) []byte {
	f := &file{}
	block := bytes.Repeat([]byte("0 1 Td (Ash Oak Elm) Tj\n"), 50_000)
	content := f.stream("/Filter /FlateDecode", repeated("BT /R 1 Tf 50 700 Td\n", block, n/len(block)))
	return f.onePage("/Contents " + content + " /Resources << /Font << /R " + f.font("Helvetica") + " >> >>")
}

// nestedBomb is packed twice: 1 GB in a few kilobytes.
func nestedBomb() []byte {
	f := &file{}
	content := f.stream("/Filter [/FlateDecode /FlateDecode]", deflated([]byte(zeros(1<<30))))
	return f.onePage("/Contents " + content)
}

func (f *file) onePage(entries string) []byte {
	tree := fmt.Sprintf("%d 0 R", len(f.objects)+2)
	page := f.add("<< /Type /Page /Parent %s /MediaBox [0 0 600 800] %s >>", tree, entries)
	f.add("<< /Type /Pages /Kids [%s] /Count 1 >>", page)
	return f.bytes(f.add("<< /Type /Catalog /Pages %s >>", tree))
}

func circularTree() []byte {
	f := &file{}
	f.add("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1 >>")
	f.add("<< /Type /Pages /Kids [1 0 R 1 0 R] /Parent 1 0 R /Count 1 >>")
	return f.bytes(f.add("<< /Type /Catalog /Pages 1 0 R >>"))
}

func circularForms() []byte {
	f := &file{}
	f.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 2 0 R >> >>", "/F Do")
	f.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 1 0 R >> >>", "/F Do")
	return f.onePage("/Resources << /XObject << /F 1 0 R >> >> /Contents " + f.stream("", "/F Do"))
}

func doublingForms(depth int) []byte {
	f := &file{}
	for i := range depth {
		f.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>", i+2), "/F Do /F Do")
	}
	f.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 5 5 re f")
	return f.onePage("/Resources << /XObject << /F 1 0 R >> >> /Contents " + f.stream("", "/F Do"))
}

// locked is encrypted (RC4, 40 bits) with a password that nobody knows: the check values are not those of the empty one.
func locked() []byte {
	f := &file{}
	catalog := f.pages("", line("R", 10, 50, 700, "secret"))
	key := strings.Repeat("ab", 32)
	f.trailer = "/ID [<0011> <0011>] /Encrypt " + f.add("<< /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >>", key, key)
	return f.bytes(catalog)
}

func manyPages(n int) []byte {
	f := &file{}
	tree := fmt.Sprintf("%d 0 R", n+1)
	var kids strings.Builder
	for range n {
		kids.WriteString(f.add("<< /Type /Page /Parent %s /MediaBox [0 0 600 800] >>", tree) + " ")
	}
	f.add("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), n)
	return f.bytes(f.add("<< /Type /Catalog /Pages %s >>", tree))
}

func deepCatalog(depth int) []byte {
	f := &file{}
	return f.bytes(f.add("<< /Type /Catalog /Pages %s%s >>", strings.Repeat("[", depth), strings.Repeat("]", depth)))
}

func hugePicture() []byte {
	f := &file{}
	picture := f.stream("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode", zeros(64<<20))
	return f.onePage("/Resources << /XObject << /P " + picture + " >> >> /Contents " + f.stream("", "600 0 0 800 0 0 cm /P Do"))
}

// Nothing is ever read from a part of a file as though it were the whole.
func TestCutAnywhere(t *testing.T) {
	needEngine(t)
	good := letter("", line("R", 10, 50, 700, "Ash and Oak"), line("R", 10, 50, 700, "Elm"))
	// An update that replaces a page, as editors append it.
	update := append(bytes.Clone(good), []byte("5 0 obj\n<< /Type /Page /Parent 8 0 R >>\nendobj\nxref\n5 1\n0000000000 00000 n \n")...)
	for n := 20; n < len(update)-4; n += 17 {
		if n > len(good)-8 && n < len(good)+8 {
			continue // whole, but for the last line's end, or for an update of which nothing is there
		}
		d, err := Open(t.Context(), update[:n], Limits{})
		if err == nil {
			t.Errorf("%d of %d bytes are read as a PDF of %d pages, repaired %v", n, len(update), d.Pages(), d.Repaired())
			d.Close()
		} else if graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

func TestRepaired(t *testing.T) {
	good := letter("", line("R", 10, 50, 700, "Ash and Oak"))
	d := open(t, bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1), Limits{})
	p, err := d.Page(t.Context(), 0)
	if err != nil || !d.Repaired() || len(p.Runs) != 1 || p.Runs[0].Text != "Ash and Oak" {
		t.Errorf("repaired %v, %q, %v", d.Repaired(), texts(p), err)
	}
}

func TestTimeAndCancellation(t *testing.T) {
	needEngine(t)
	endless := bomb(2 << 30)
	if err := Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	start := time.Now()
	if err := readAll(ctx, endless, Limits{}); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("the caller's end: got %v", err)
	}
	if took := time.Since(start); took > patience {
		t.Errorf("cancelling took %v", took)
	}
	// A document that ran out of time stays closed, and says the same again.
	d := open(t, endless, Limits{Time: 100 * time.Millisecond})
	_, first := d.Page(t.Context(), 0)
	_, second := d.Draw(t.Context(), 0, 1)
	if graph.CodeOf(first) != graph.TooLarge || second == nil || first.Error() != second.Error() {
		t.Errorf("got %v, then %v", first, second)
	}
}

func TestClosedAndMissing(t *testing.T) {
	d := open(t, letter("", line("R", 10, 50, 700, "x")), Limits{})
	for _, i := range []int{-1, 1} {
		if _, err := d.Page(t.Context(), i); graph.CodeOf(err) != graph.NotFound {
			t.Errorf("page %d: got %v", i, err)
		}
	}
	for _, scale := range []float64{0, -1} {
		if _, err := d.Draw(t.Context(), 0, scale); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("scale %v: got %v", scale, err)
		}
	}
	d.Close()
	d.Close()
	if _, err := d.Page(t.Context(), 0); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("after Close: got %v", err)
	}
}
