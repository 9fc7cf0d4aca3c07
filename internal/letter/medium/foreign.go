package medium

import (
	"bytes"

	"undersigned/internal/letter/text"
	"undersigned/internal/pdf"
)

var magics = []struct{ prefix, what string }{
	{"PK\x03\x04", "a ZIP archive or an office document"}, {"\x1f\x8b", "compressed with gzip"},
	{"\x89PNG", "a PNG picture"}, {"\xff\xd8\xff", "a JPEG picture"}, {"GIF8", "a GIF picture"},
	{"\xd0\xcf\x11\xe0", "an office document of before 2007, or one with a password"}, {"SQLite format 3\x00", "an SQLite database"}, {"\x7fELF", "a program"},
}

// Foreign names what data is if it is no text: a known kind of file, or bytes that no text has.
func Foreign(data []byte) string {
	if pdf.Is(data) {
		return "a PDF"
	}
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.what
		}
	}
	if text.HasUTF16BOM(data) {
		return ""
	}
	sample := data[:min(len(data), 1<<16)]
	odd := 0
	for _, b := range sample {
		if b == 0 {
			return "no text (it has zero bytes)"
		}
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1b {
			odd++
		}
	}
	if odd*20 > len(sample) {
		return "no text (it is full of control characters)"
	}
	return ""
}
