package pdf

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/wording"
	"undersigned/internal/pdf"
)

// FuzzLayoutPDF lays out words at any places: no panic, and each word is in the document once, in its lines or set aside.
func FuzzLayoutPDF(f *testing.F) {
	f.Add([]byte("\x10\x10A\x40\x10B\x10\x20C\x40\x20D\x10\x30E\x40\x30F"))
	f.Add([]byte("\x00\x00a\x00\x00b\xff\xffc\x80\x80d"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var page pdf.Page
		page.Width, page.Height = 600, 800
		size := 10.0
		want := 0
		for ; len(data) >= 3 && want < 2000; data = data[3:] {
			x, y, c := float64(data[0])*2.3, float64(data[1])*3, rune(data[2])
			if c < 8 {
				size = 6 + 2*float64(c)
				continue
			}
			text := "W" + strings.Repeat("o", int(c)%7) + string('a'+c%26)
			width := size / 2 * float64(utf8.RuneCountInString(text))
			page.Runs = append(page.Runs, pdf.Run{Text: text, X0: x, X1: x + width, Y0: y, Y1: y + size, Baseline: y + 0.8*size, Size: size, Bold: c%11 == 0, Spaced: true})
			if x <= page.Width && y <= page.Height {
				want++
			}
		}
		words, _ := pageWords(page)
		p := &document.Document{}
		sheets := []pdfPage{{number: 1, width: page.Width, height: page.Height, rows: pageRows(words)}}
		setMarginsAside(sheets, wording.Judge{})
		if err := arrange(context.Background(), p, "letter.pdf", sheets, wording.Judge{}); err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, l := range p.Lines {
			n += len(strings.FieldsFunc(l.Text, func(r rune) bool { return r == ' ' || r == '\t' || r == '|' }))
		}
		for _, l := range p.Aside {
			n += text.WordCount(l.Text)
		}
		if n > want {
			t.Errorf("%d words were printed and %d stand on the paper", want, n)
		}
	})
}
