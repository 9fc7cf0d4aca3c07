package letter

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func hasUTF16BOM(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
}

// decode returns data as UTF-8 with line ends made "\n", and a warning where the character set had to be guessed. Order: byte
// order mark, UTF-8, then Windows-1252, which gives every byte a character: the letters of our languages, but a guess.
func decode(name string, data []byte) (text string, warnings []string) {
	switch {
	case hasUTF16BOM(data):
		out, err := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			out = data
		}
		text = string(out)
	case utf8.Valid(data):
		text = string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	default:
		out, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			out = bytes.ToValidUTF8(data, []byte("\uFFFD"))
		}
		text = string(out)
		warnings = append(warnings, name+" is not UTF-8; it was read as Windows-1252. If letters with accents look wrong, save it as UTF-8.")
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u0085", "\n").Replace(text), warnings
}
