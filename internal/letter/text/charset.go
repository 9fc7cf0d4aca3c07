package text

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// HasUTF16BOM reports whether data is UTF-16: by its byte order mark, or, where it has none, by the zero bytes that every
// second byte of text in our scripts is.
func HasUTF16BOM(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) || bareUTF16(data) != 0
}

// bareUTF16 returns 'l' or 'b' for UTF-16 without a mark, little or big end first; 0 for anything else. White space and
// punctuation are enough zero bytes on one side even where letters are beyond Latin; on the other side there are next to none.
func bareUTF16(data []byte) byte {
	sample := data[:min(len(data), 4096)]
	if len(sample) < 8 || len(data)%2 != 0 || bytes.HasPrefix(sample, []byte{0xff, 0xfe}) || bytes.HasPrefix(sample, []byte{0xfe, 0xff}) {
		return 0
	}
	var zeros [2]int
	for i := 0; i+1 < len(sample); i += 2 {
		if sample[i] == 0 && sample[i+1] == 0 {
			return 0
		}
		if sample[i] == 0 && (sample[i+1] >= ' ' || sample[i+1] == '\n' || sample[i+1] == '\r' || sample[i+1] == '\t') {
			zeros[0]++
		}
		if sample[i+1] == 0 && (sample[i] >= ' ' || sample[i] == '\n' || sample[i] == '\r' || sample[i] == '\t') {
			zeros[1]++
		}
	}
	units := len(sample) / 2
	switch {
	case 10*zeros[1] >= units && 50*zeros[0] <= units:
		return 'l'
	case 10*zeros[0] >= units && 50*zeros[1] <= units:
		return 'b'
	}
	return 0
}

// Decode returns data as UTF-8 with line ends made "\n", and a warning where the character set had to be guessed. Order: byte
// order mark, UTF-16 without one, UTF-8, then what the statistics of letters say (chardet, after ICU's detector).
func Decode(name string, data []byte) (text string, warnings []string) {
	return DecodeWeb(name, data, "")
}

// DecodeWeb is Decode for media that may declare their character set: label is what a header says, "" where none does; a
// page's own declaration is looked for. Bytes that are UTF-8 are read as that whatever is declared: no other set's text looks so.
func DecodeWeb(name string, data []byte, label string) (text string, warnings []string) {
	warn := func(format string, args ...any) {
		warnings = append(warnings, name+" "+fmt.Sprintf(format, args...)+" If letters with accents look wrong, save it as UTF-8.")
	}
	read := func(e encoding.Encoding) string {
		out, err := e.NewDecoder().Bytes(data)
		if err != nil {
			out = bytes.ToValidUTF8(data, []byte("\uFFFD"))
		}
		return string(out)
	}
	switch order := bareUTF16(data); {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		text = read(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM))
	case order == 'l':
		text = read(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))
		warn("has no byte order mark; it was read as UTF-16 with the little end first.")
	case order == 'b':
		text = read(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))
		warn("has no byte order mark; it was read as UTF-16 with the big end first.")
	case utf8.Valid(data) && !bytes.Contains(data, []byte("\x1b$")):
		text = string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	default:
		e, set, declared := foreignSet(data, label)
		if e == nil { // UTF-8 with a few broken bytes
			text = string(data)
			warn("is UTF-8 with damaged bytes; they are shown as \uFFFD.")
			break
		}
		if text = read(e); !declared {
			warn("is not UTF-8; it was read as %s.", set)
		}
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	if strings.Contains(text, "\uFFFD") && len(warnings) == 0 {
		warn("has characters that could not be read in its character set; they are shown as \uFFFD.")
	}
	return lineEnds.Replace(text), warnings
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u0085", "\n")

// foreignSet finds the character set of bytes that are not UTF-8: the declared one, else the likeliest. A nil encoding means
// UTF-8 with damage. The guess falls back to Windows-1252, which gives every byte a character: the letters of our languages.
func foreignSet(data []byte, label string) (e encoding.Encoding, name string, declared bool) {
	if label == "" {
		label = declaredSet(data)
	}
	if e, err := htmlindex.Get(label); err == nil && label != "" {
		if name, _ := htmlindex.Name(e); name != "utf-8" && name != "replacement" && !strings.HasPrefix(name, "utf-16") && name != "x-user-defined" {
			return e, name, true
		}
	}
	if mostlyUTF8(data) {
		return nil, "", false
	}
	sample := data
	if len(sample) > 1<<16 {
		sample = telling(data)
	}
	best, err := chardet.NewTextDetector().DetectBest(sample)
	if err == nil {
		set := best.Charset
		// Windows' sets hold the letters of ISO's and the quotation marks that ISO's have not; the Web Standard reads ISO-8859-1 as 1252.
		switch set {
		case "ISO-8859-1", "windows-1252":
			if set = "Windows-1252"; latin9(data) {
				set = "ISO-8859-15"
			}
		case "ISO-8859-8-I":
			set = "ISO-8859-8"
		case "GB-18030", "GB18030":
			set = "GB18030"
		}
		if e, err := htmlindex.Get(set); err == nil {
			return e, set, false
		}
	}
	return charmap.Windows1252, "Windows-1252", false
}

// telling returns the parts of a long text that tell its character set: the lines with bytes beyond ASCII.
func telling(data []byte) []byte {
	var out []byte
	for l := range bytes.Lines(data) {
		if bytes.ContainsFunc(l, func(r rune) bool { return r >= 0x80 }) {
			if out = append(out, l...); len(out) > 1<<16 {
				return out[:1<<16]
			}
		}
	}
	return out
}

// mostlyUTF8 reports whether nearly all bytes beyond ASCII are parts of characters of UTF-8.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good >= 4 && good >= 4*bad
}

// latin9 reports whether Latin text is ISO-8859-15 and not 1252: it has bytes that are letters or the euro sign only there, inside words
// or beside numbers, and none of the bytes that are characters in 1252 alone.
func latin9(data []byte) bool {
	found := false
	for i, b := range data {
		switch {
		case b >= 0x80 && b <= 0x9f:
			return false
		case b == 0xbd || b == 0xa8 || b == 0xb8 || b == 0xbe: // œ š ž Ÿ; ½ ¨ ¸ ¾ in 1252
			found = found || i > 0 && i+1 < len(data) && (isWordByte(data[i-1]) && data[i-1] > '9' || isWordByte(data[i+1]) && data[i+1] > '9')
		case b == 0xbc || b == 0xa6 || b == 0xb4: // Œ Š Ž; ¼ ¦ ´
			found = found || i+1 < len(data) && isWordByte(data[i+1]) && data[i+1] > '9'
		case b == 0xa4: // the euro sign; ¤
			found = true
		}
	}
	return found
}

var (
	metaCharset = Lazy("text.metaCharset", `(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})`)
	xmlCharset  = Lazy("text.xmlCharset", `(?i)^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-z0-9_:.-]{2,40})["']`)
)

// declaredSet returns the character set that a page declares in its head.
func declaredSet(data []byte) string {
	head := string(data[:min(len(data), 4096)])
	if m := xmlCharset.FindStringSubmatch(head); m != nil {
		return m[1]
	}
	if m := metaCharset.FindStringSubmatch(head); m != nil {
		return m[1]
	}
	return ""
}
